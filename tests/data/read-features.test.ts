import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFeatures } from '@/data/read-features'
import { smallGeodata } from '../fixtures/small-geodata'

const options = { file: 'buildings.geojson', bounds: [118.7, 36.05, 119.5, 36.7] as const }
const read = (collection: unknown) => readFeatures('buildings', JSON.stringify(collection), options)

describe('readFeatures', () => {
  it('reads the properties and the geometry of each feature', () => {
    const { buildings } = smallGeodata()
    const { value, findings } = read(buildings)
    expect(findings).toEqual([])
    expect(value).toHaveLength(3)
    expect(value![0]).toEqual({ ...buildings.features[0]!.properties, geometry: buildings.features[0]!.geometry })
  })

  it('uses the good features beside a bad one', () => {
    const { buildings } = smallGeodata()
    buildings.features[1]!.properties['floors'] = 'six'
    const { value, findings } = read(buildings)
    expect(value!.map(({ id }) => id)).toEqual(['C01-B1', 'C02-B1'])
    expect(findings).toMatchObject([{ code: 'wrong-type', feature: 'C01-B2', field: 'floors', params: { expected: 'integer', found: 'six' } }])
  })

  it('names geometry and fields of one feature together', () => {
    const { buildings } = smallGeodata()
    buildings.features[0]!.geometry = { type: 'Point', coordinates: [119.2, 36.4] }
    buildings.features[0]!.properties['floors'] = null
    expect(read(buildings).findings.map(({ code }) => code)).toEqual(['wrong-geometry-type', 'field-missing'])
  })

  it('numbers a feature without an id', () => {
    const { buildings } = smallGeodata()
    delete buildings.features[2]!.properties['id']
    expect(read(buildings).findings).toMatchObject([{ code: 'field-missing', feature: 'feature 3', field: 'id' }])
  })

  it('says once in a file which field is not known', () => {
    const { buildings } = smallGeodata()
    for (const feature of buildings.features) feature.properties['floorAreaM'] = 1
    expect(read(buildings).findings).toMatchObject([{ code: 'unknown-column', severity: 'warning', feature: null, field: 'floorAreaM', params: { count: 3 } }])
  })

  // Cases of the kinds that validators of GeoJSON are tested with.
  it.each([
    ['a text', '"here"'],
    ['null', 'null'],
    ['a list', '[]'],
    ['a lone geometry', '{"type":"Point","coordinates":[1,2]}'],
    ['a collection in small letters', '{"type":"featurecollection","features":[]}'],
    ['features that are an object', '{"type":"FeatureCollection","features":{}}'],
    ['no features', '{"type":"FeatureCollection"}'],
  ])('refuses %s as a whole', (_, text) => {
    const { value, findings } = readFeatures('roads', text, options)
    expect(value).toBeNull()
    expect(findings).toMatchObject([{ code: 'not-a-feature-collection', feature: null }])
  })

  it.each([
    ['null', 'null'],
    ['a number', '3'],
    ['a list', '[]'],
    ['an empty object', '{}'],
    ['a feature without geometry', '{"type":"Feature","properties":{"id":"a"}}'],
    ['a feature without properties', '{"type":"Feature","geometry":{"type":"Point","coordinates":[1,2]}}'],
    ['a nested collection', '{"type":"Feature","properties":{"id":"a"},"geometry":{"type":"GeometryCollection","geometries":[]}}'],
    ['a null geometry', '{"type":"Feature","properties":{"id":"a"},"geometry":null}'],
    ['coordinates of text', '{"type":"Feature","properties":{"id":"a"},"geometry":{"type":"Point","coordinates":"1,2"}}'],
    ['the wrong nesting', '{"type":"Feature","properties":{"id":"a"},"geometry":{"type":"Polygon","coordinates":[[119.2,36.4],[119.3,36.4]]}}'],
  ])('leaves out %s with an error and goes on', (_, feature) => {
    const { value, findings } = readFeatures('landmarks', `{"type":"FeatureCollection","features":[${feature}]}`, options)
    expect(value).toEqual([])
    expect(findings[0]).toMatchObject({ severity: 'error' })
  })

  it('gives a verdict on anything, without throwing and without touching prototypes', () => {
    const anything = fc.anything({ withNullPrototype: true }).map((value) => JSON.stringify(value) ?? 'null')
    const around = fc.oneof(
      anything,
      anything.map((text) => `{"type":"FeatureCollection","features":[${text}]}`),
      anything.map((text) => `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"a"},"geometry":{"type":"Polygon","coordinates":${text}}}]}`),
      anything.map((text) => `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"__proto__":${text}},"geometry":${text}}]}`),
    )
    fc.assert(fc.property(around, (text) => {
      const { value, findings } = readFeatures('blocks', text, options)
      expect(value === null || value.length === 0).toBe(true)
      expect(findings.length > 0 || value?.length === 0).toBe(true)
    }), { seed: 11, numRuns: 1500 })
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it('gives a verdict on a file cut off anywhere', () => {
    const text = JSON.stringify(smallGeodata().roads)
    for (let length = 0; length < text.length; length++) {
      expect(readFeatures('roads', text.slice(0, length), options).findings[0]).toMatchObject({ code: 'file-not-json' })
    }
  })
})

describe('readFeatures of a public edition', () => {
  const buildings = () => smallGeodata().buildings
  const readPublic = (collection: unknown) => readFeatures('buildings', JSON.stringify(collection), { ...options, audience: 'public' })

  it('needs no internal field', () => {
    const collection = buildings()
    for (const { properties } of collection.features) delete properties['households']
    const { value, findings } = readPublic(collection)
    expect(findings).toEqual([])
    expect(value!.map(({ households }) => households)).toEqual([null, null, null])
  })

  it('takes no internal field, whatever it holds, and names it once', () => {
    const collection = buildings()
    collection.features[0]!.properties['households'] = 'many'
    delete collection.features[1]!.properties['households']
    const { value, findings } = readPublic(collection)
    expect(value!.map(({ households }) => households)).toEqual([null, null, null])
    expect(findings).toEqual([
      { code: 'internal-field', severity: 'error', file: options.file, feature: null, field: 'households', params: { count: 2 } },
    ])
  })

  it('lets communities leave out households, as the full edition may not', () => {
    const { communities } = smallGeodata()
    communities.features[0]!.properties['households'] = null
    const text = JSON.stringify(communities)
    expect(readFeatures('communities', text, { ...options, audience: 'public' }).value!.map(({ households }) => households)).toEqual([null, 24])
    expect(readFeatures('communities', text, options).findings).toMatchObject([{ code: 'field-missing', field: 'households' }])
  })

  it('reads internal texts and choices as unknown, and no unpublished space', () => {
    const spaces = smallGeodata()['spare-spaces']
    for (const name of ['tenure', 'holder', 'registeredAreaM2', 'plannedUseCode']) delete spaces.features[0]!.properties[name]
    const read = (published: boolean) => {
      spaces.features[0]!.properties['published'] = published
      return readFeatures('spare-spaces', JSON.stringify(spaces), { ...options, audience: 'public' })
    }
    expect(read(true)).toMatchObject({ findings: [], value: [{ tenure: 'unknown', holder: null, registeredAreaM2: null }] })
    expect(read(false)).toMatchObject({ findings: [{ code: 'internal-field', field: 'published', params: { count: 1 } }], value: [] })
  })

  it('reads the spaces of a proposed site as an empty list', () => {
    const sites = smallGeodata()['proposed-sites']
    delete sites.features[0]!.properties['spaceIds']
    const { value, findings } = readFeatures('proposed-sites', JSON.stringify(sites), { ...options, audience: 'public' })
    expect([value![0]!.spaceIds, findings]).toEqual([[], []])
  })
})
