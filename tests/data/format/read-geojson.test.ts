import { describe, expect, it } from 'vitest'
import { readGeojson } from '@/data/format/read-geojson'

const read = (value: unknown) => {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return readGeojson({ id: 'f', name: 'a.geojson', bytes: new TextEncoder().encode(text), chosenEncoding: null, companions: new Map() })
}
const point = (properties: unknown, coordinates: unknown = [119, 36]) => ({ type: 'Feature', properties, geometry: { type: 'Point', coordinates } })
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features })
const told = (value: unknown) => read(value).findings.map(({ code, severity, feature, field, params }) => [severity, params['reason'] ?? code, feature, field])

describe('readGeojson', () => {
  it('gives properties of all features as columns, and shapes as they are', () => {
    const source = read(collection(point({ name: '红枫里', households: 120 }), { type: 'Feature', properties: { built: true, name: null }, geometry: null }))
    expect(source).toMatchObject({ id: 'f', name: 'a.geojson', format: 'geojson', encoding: { encoding: 'utf-8', by: 'standard' }, findings: [] })
    expect(source.layers).toEqual([{
      id: 'f#0', name: 'a.geojson', kind: 'features', columns: ['name', 'households', 'built'], merges: [], unknownPrj: null,
      rows: [
        { number: 1, values: ['红枫里', 120], geometry: { type: 'Point', coordinates: [119, 36] } },
        { number: 2, values: [null, null, true], geometry: null },
      ],
      declaredCrs: { choice: { crs: 'EPSG:4326', isSwapped: false }, by: 'standard' },
    }])
  })

  it('takes one feature and a bare geometry, with and without byte order mark', () => {
    expect(read(point({})).layers[0]!.rows).toHaveLength(1)
    expect(read({ type: 'Point', coordinates: [1, 2] }).layers[0]!.rows[0]!.geometry).toEqual({ type: 'Point', coordinates: [1, 2] })
    expect(read(`\uFEFF${JSON.stringify(point({}))}`)).toMatchObject({ findings: [], encoding: { by: 'mark' } })
  })

  it('keeps a bad feature as a row without shape, and names it', () => {
    const source = read(collection(point({ a: 1 }), point({ a: 2 }, [1, 'x']), point({ a: 3 })))
    expect(source.findings).toMatchObject([{ code: 'bad-geojson', severity: 'error', feature: 'feature 2', field: 'geometry.coordinates', params: { reason: 'position-not-number', found: '"x"' } }])
    expect(source.layers[0]!.rows.map(({ values, geometry }) => [values[0], geometry === null])).toEqual([[1, false], [2, true], [3, false]])
  })

  it.each([
    ['"text"', 'root'], ['[]', 'root'], ['{"features":[]}', 'type-missing'], ['{"type":"topology"}', 'type'],
    ['{"type":"FeatureCollection"}', 'features-missing'], ['{"type":"FeatureCollection","features":{}}', 'features-not-list'],
    ['{"type":"FeatureCollection","features":[],"properties":{}}', 'foreign-member'], ['{"type":"FeatureCollection","features":[],"bbox":[1]}', 'bbox'],
    ['{"type":"FeatureCollection","features":[', 'file-not-json'], ['{"type":"FeatureCollection","type":"x","features":[]}', 'duplicate-member'],
    [`{"type":"FeatureCollection","features":${'['.repeat(70)}${']'.repeat(70)}}`, 'too-deep'],
  ])('uses nothing of %s', (text, reason) => {
    const source = read(text)
    expect(source.layers).toEqual([])
    expect(source.findings).toHaveLength(1)
    expect(source.findings[0]).toMatchObject({ severity: 'error', feature: null })
    expect(source.findings[0]!.params['reason'] ?? source.findings[0]!.code).toBe(reason)
  })

  it.each([
    ['topojson', { type: 'Topology', objects: {} }], ['json', { name: 'map', version: '1.0' }], ['json', {}],
    ['esri-json', { geometryType: 'esriGeometryPoint', features: [] }], ['esri-json', { features: [{ attributes: { a: 1 }, geometry: { x: 1, y: 2 } }] }], ['esri-json', { attributes: {}, geometry: { rings: [] } }],
  ])('says that it is %s: %j', (kind, value) => {
    expect(read(value)).toMatchObject({ layers: [], findings: [{ code: 'format-unknown', severity: 'error', params: { kind } }] })
  })

  it('reads several objects one after the other', () => {
    const texts = [point({ a: 1 }), collection(point({ a: 2 }), point({ a: 3 })), { type: 'Point', coordinates: [1, 2] }].map((each) => JSON.stringify(each))
    for (const text of [texts.join('\n'), texts.map((each) => `\u001e${each}\n`).join('')]) {
      expect(read(text)).toMatchObject({ findings: [], layers: [{ rows: [{ values: [1] }, { values: [2] }, { values: [3] }, { values: [], geometry: { coordinates: [1, 2] } }] }] })
    }
    expect(told(`${texts[0]}\n{"type":"Nothing"}`)).toEqual([['error', 'feature-type', 'feature 2', 'type']])
    expect(read(`${texts[0]}\n${texts[0]}\n{"type":`)).toMatchObject({ layers: [], findings: [{ code: 'file-not-json', params: { line: 3 } }] })
  })

  it.each([
    [5, 'feature-not-object'], [{ type: 'feature' }, 'feature-type'], [{ ...point({}), coordinates: [] }, 'foreign-member'], [{ type: 'Feature', geometry: null }, 'properties-missing'],
    [point([]), 'properties-not-object'], [{ type: 'Feature', properties: {} }, 'geometry-missing'], [{ ...point({}), id: {} }, 'id'], [{ ...point({}), bbox: [1, 2] }, 'bbox'],
  ])('says what is wrong with the feature %j', (feature, reason) => {
    expect(told(collection(feature)).map(([severity, code, place]) => [severity, code, place])).toEqual([['error', reason, 'feature 1']])
  })

  it('does not use a feature with a member that stands twice', () => {
    const source = read('{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"a":1,"a":2},"geometry":{"type":"Point","coordinates":[1,2]}}]}')
    expect(source.findings).toMatchObject([{ code: 'duplicate-member', severity: 'error', feature: 'feature 1', field: 'a' }])
    expect(source.layers[0]!.rows[0]!.geometry).toBeNull()
  })

  it('reads nested values as text, drops dangerous keys, and says each once', () => {
    const source = read('{"type":"FeatureCollection","features":[' + [1, 2].map(() =>
      '{"type":"Feature","properties":{"__proto__":{"polluted":1},"tags":["a",1]},"geometry":null}').join() + ']}')
    expect(source.findings.map(({ code, severity, field, params }) => [code, severity, field, params['count']]))
      .toEqual([['dangerous-key', 'warning', '__proto__', 2], ['nested-value', 'warning', 'tags', 2]])
    expect(source.layers[0]).toMatchObject({ columns: ['tags'], rows: [{ values: ['["a",1]'] }, { values: ['["a",1]'] }] })
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it('says once that rings run the wrong way', () => {
    const clockwise = { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [[[0, 0], [0, 1], [1, 1], [0, 0]]] } }
    expect(told(collection(point({}), clockwise, clockwise))).toEqual([['warning', 'winding', 'feature 2', 'geometry']])
    const swapped = { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [[[36, 119], [36, 120], [37, 120], [36, 119]]] } }
    expect(told(collection(swapped))).toEqual([])
  })

  it('reads the system of 2008, and asks if it cannot be known', () => {
    const crs = (name: unknown) => read({ ...collection(point({})), crs: { type: 'name', properties: { name } } })
    expect(crs('urn:ogc:def:crs:EPSG::4528').layers[0]!.declaredCrs).toEqual({ choice: { crs: 'EPSG:4528', isSwapped: false }, by: 'member' })
    expect(crs('EPSG:4490').layers[0]!.declaredCrs?.choice.crs).toBe('EPSG:4490')
    expect(crs('urn:ogc:def:crs:OGC:1.3:CRS84').layers[0]!.declaredCrs?.choice.crs).toBe('EPSG:4326')
    expect(crs('urn:ogc:def:crs:EPSG::2437')).toMatchObject({ layers: [{ declaredCrs: null, unknownPrj: 'urn:ogc:def:crs:EPSG::2437' }], findings: [] })
    expect(read({ ...collection(point({})), crs: { type: 'link', properties: { href: 'http://a.cn/b' } } }).layers[0]!.unknownPrj).toBe('http://a.cn/b')
    expect(read({ ...collection(point({})), crs: null }).layers[0]!.declaredCrs).toBeNull()
    expect(read(collection(point({}, [517_000, 4_033_000]))).layers[0]!.declaredCrs).toBeNull()
    expect(read(collection(point({}, [190, -44]))).layers[0]!.declaredCrs?.choice.crs).toBe('EPSG:4326')
  })

  it('takes nothing apart that has too many brackets', () => {
    const nested = (text: string, count: number) => `{"type":"Feature","geometry":null,"properties":{"a":[${new Array<string>(count).fill(text).join()}]}}`
    expect(told(nested('{}', 999_998))[0]![1]).toBe('nested-value')
    expect(told(nested('{}', 999_999))[0]![1]).toBe('cell-too-many')
    expect(told(nested('[]', 2_500_000))[0]![1]).toBe('vertex-too-many')
  })

  it('says that there is nothing in it', () => {
    expect(told(collection())).toEqual([['warning', 'no-data', null, null]])
  })
})
