import { describe, expect, it } from 'vitest'
import { loadProjection } from '@/data/crs/projection'
import { exportDatasets } from '@/data/export/export-dataset'
import { readSources } from '@/data/import/read-sources'
import { judgeImport } from '@/data/import/judge-import'
import { parseDay } from '@/domain/day'
import { IMPORT_TARGETS, NO_DECISIONS } from '@/domain/import'
import { folderOf } from '../../fixtures/import-town'
import { smallGeodata } from '../../fixtures/small-geodata'

const SHAPES = ['communities', 'buildings', 'spare-spaces', 'facilities', 'residences', 'gates'] as const

describe('out and in again', () => {
  it.each([
    ['geojson', SHAPES, 'EPSG:4326'], ['shapefile', SHAPES, 'EPSG:4549'], ['shapefile', SHAPES, 'EPSG:4490'], ['csv', IMPORT_TARGETS, 'EPSG:4326'], ['xlsx', IMPORT_TARGETS, 'EPSG:4326'],
  ] as const)('changes nothing as %s', async (format, datasets, crs) => {
    const current = await folderOf(smallGeodata())
    for (const dataset of datasets) {
      const out = await exportDatasets(current, [dataset], { format, crs, language: 'zh' })
      const sources = await readSources([out], { encodings: {} })
      const { judgement, files } = judgeImport({ sources, decisions: NO_DECISIONS, current, remembered: [], projection: await loadProjection(), today: parseDay('2024-11-01')! })
      expect(judgement.changes, dataset).toEqual([{ target: dataset, added: [], changed: [], gone: [], inDoubt: [], sameCount: current.values[dataset]!.length, contradicting: [] }])
      expect([files, judgement.openQuestionCount], dataset).toEqual([null, 0])
    }
  })
})
