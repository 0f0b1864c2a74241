import { describe, expect, it } from 'vitest'
import { FEATURE_FIELDS, type FeatureDatasetId } from '@/data/fields'
import { readFeatures } from '@/data/read-features'
import { writeFeatures } from '@/data/write-features'
import { smallGeodata } from '../fixtures/small-geodata'

const read = <D extends FeatureDatasetId>(dataset: D, text: string, audience: 'public' | 'internal' = 'internal') =>
  readFeatures(dataset, text, { file: 'x', bounds: null, audience })
const original = <D extends FeatureDatasetId>(dataset: D) => read(dataset, JSON.stringify(smallGeodata()[dataset])).value!

describe('writeFeatures', () => {
  it.each(Object.keys(FEATURE_FIELDS) as FeatureDatasetId[])('writes %s so that it reads the same', (dataset) => {
    const records = original(dataset)
    const { value, findings } = read(dataset, writeFeatures(dataset, records, 'internal'))
    expect([value, findings]).toEqual([records, []])
  })

  it('writes no internal field for the public', () => {
    const text = writeFeatures('spare-spaces', original('spare-spaces'), 'public')
    expect(text).toContain('"name":"地块一"')
    for (const name of ['holder', 'tenure', 'registeredAreaM2', 'plannedUseCode']) expect(text).not.toContain(name)
    expect(read('spare-spaces', text, 'public').findings).toEqual([])
  })

  it('writes no space for the public that is not published', () => {
    const spaces = original('spare-spaces').map((space) => ({ ...space, published: false }))
    expect(JSON.parse(writeFeatures('spare-spaces', spaces, 'public'))).toEqual({ type: 'FeatureCollection', features: [] })
    expect(writeFeatures('spare-spaces', spaces, 'internal')).toContain('S001')
  })

  it('leaves behind heights and whatever else came with a record', () => {
    const [gate] = original('gates')
    const strange = { ...gate!, phone: '139', geometry: { type: 'Point' as const, coordinates: [119.2, 36.4, 77] } }
    const { features } = JSON.parse(writeFeatures('gates', [strange], 'public')) as { features: { properties: object; geometry: object }[] }
    expect(features[0]).toMatchObject({ geometry: { coordinates: [119.2, 36.4] } })
    expect(JSON.stringify(features)).not.toMatch(/139|77/)
  })
})
