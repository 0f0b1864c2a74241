import { describe, expect, it } from 'vitest'
import { datasetGeojson } from '@/data/export/dataset-geojson'
import { markOf } from '@/data/export/provenance-mark'
import { FEATURE_FIELDS, type FeatureDatasetId } from '@/data/fields'
import { readFeatures } from '@/data/read-features'
import { shippedSource } from '../../fixtures/shipped-folder'

const source = shippedSource()

describe('datasetGeojson', () => {
  it.each(Object.keys(FEATURE_FIELDS) as FeatureDatasetId[])('writes %s so that a data folder reads the same', (dataset) => {
    const records = source.values[dataset]!
    const text = datasetGeojson(dataset, records as never, markOf(source, [dataset], 'zh'))
    expect(readFeatures(dataset, text, { file: 'x', bounds: null })).toEqual({ value: records, findings: [] })
  })

  it('says where it comes from, and has no system of its own', () => {
    const { features, ...members } = JSON.parse(datasetGeojson('gates', [], markOf(source, ['gates'], 'zh')))
    expect(features).toEqual([])
    expect(members).toEqual({
      type: 'FeatureCollection', dataset: 'gates', provenance: 'synthetic', dataDate: '2024-10-28', note: '示意数据，非实测；数据截止 2024-10-28',
    })
  })
})
