import { describe, expect, it } from 'vitest'
import { collectFeatures, MAX_FOLDER_LAYERS, type RawFeature } from '@/data/format/collect-features'

const feature = (number: number, properties: RawFeature['properties'], folder = ''): RawFeature =>
  ({ number, folder, properties, geometry: { type: 'Point', coordinates: [119, 36] }, badCoordinates: null })
function collect(features: RawFeature[]) {
  const collector = collectFeatures('a.kml')
  features.forEach((each) => collector.add(each))
  return collector.finish('f1', 'a.kml')
}
const table = ({ columns, rows }: { columns: readonly string[]; rows: readonly { number: number; values: readonly unknown[] }[] }) => [columns, ...rows.map(({ number, values }) => [number, ...values])]

describe('collectFeatures', () => {
  it('makes columns of properties, blank ones left out', () => {
    const { layers, findings } = collect([feature(1, [['name', 'A'], ['note', ''], [' ', 'x']]), feature(2, [['户数', '3'], ['name', 'B']])])
    expect(layers).toMatchObject([{ id: 'f1#0', name: 'a.kml', kind: 'features', declaredCrs: { choice: { crs: 'EPSG:4326', isSwapped: false }, by: 'standard' } }])
    expect(table(layers[0]!)).toEqual([['name', '户数'], [1, 'A'], [2, 'B', '3']])
    expect(findings).toEqual([])
  })

  it('loses no property that is named twice', () => {
    expect(table(collect([feature(1, [['name', 'A'], ['name', 'B'], ['name', 'C']]), feature(2, [['name', 'D']])]).layers[0]!))
      .toEqual([['name', 'name (2)', 'name (3)'], [1, 'A', 'B', 'C'], [2, 'D']])
  })

  it('drops keys that are dangerous, with one warning each', () => {
    const { layers, findings } = collect([feature(1, [['__proto__', 'x'], ['name', 'A']]), feature(2, [['__proto__', 'y'], ['constructor', 'z']])])
    expect(layers[0]!.columns).toEqual(['name'])
    expect(findings).toMatchObject([{ code: 'dangerous-key', feature: 'feature 1', field: '__proto__' }, { code: 'dangerous-key', field: 'constructor' }])
    expect(({} as Record<string, unknown>)['x']).toBeUndefined()
  })

  it('makes a layer per folder', () => {
    const { layers } = collect([feature(1, [['name', 'A']], '小区'), feature(2, [['面积', '5']], '空间 / 一期'), feature(3, [], '小区')])
    expect(layers.map((layer) => [layer.id, layer.name, ...table(layer)])).toEqual([['f1#0', '小区', ['name'], [1, 'A'], [3]], ['f1#1', '空间 / 一期', ['面积'], [2, '5']]])
  })

  it('makes one layer with a column of folders where there are many', () => {
    const features = Array.from({ length: MAX_FOLDER_LAYERS + 1 }, (_, at) => feature(at + 1, [[at % 2 ? 'folder' : 'name', `v${at}`]], at === 0 ? '' : `第${at}处`))
    const { layers } = collect(features)
    expect(layers).toHaveLength(1)
    expect(layers[0]).toMatchObject({ name: 'a.kml', columns: ['folder', 'name', 'folder (2)'] })
    expect(table(layers[0]!).slice(1, 4)).toEqual([[1, null, 'v0'], [2, '第1处', null, 'v1'], [3, '第2处', 'v2']])
  })

  it('counts columns anew where folders are put together', () => {
    const features = Array.from({ length: 20 }, (_, at) => feature(at + 1, Array.from({ length: 30 }, (_, column) => [`c${at}-${column}`, '1'] as const), `第${at}处`))
    expect(collect(features)).toMatchObject({ layers: [], findings: [{ code: 'column-too-many' }] })
  })

  it('tells bad coordinates and uses the rest of the feature, a hundred of them one by one', () => {
    const { layers, findings } = collect(Array.from({ length: 150 }, (_, at) => ({ ...feature(at + 1, [['name', 'A']]), badCoordinates: 'x,y' })))
    expect(layers[0]!.rows[149]).toEqual({ number: 150, values: ['A'], geometry: null })
    expect(findings[0]).toEqual({ code: 'bad-coordinates', severity: 'error', file: 'a.kml', feature: 'feature 1', field: 'geometry', params: { found: 'x,y' } })
    expect(findings).toHaveLength(101)
    expect(findings[100]).toMatchObject({ feature: null, params: { count: 50 } })
  })

  it('refuses more vertices or columns than may be', () => {
    const collector = collectFeatures('a.kml')
    expect([collector.spend(2_000_000), collector.vertexBudget(), collector.isFull(), collector.spend(1), collector.isFull()]).toEqual([true, 0, false, false, true])
    expect(collector.finish('f1', 'a')).toMatchObject({ layers: [], findings: [{ code: 'vertex-too-many' }] })
    const wide = Array.from({ length: 501 }, (_, at) => [`c${at}`, '1'] as const)
    expect(collect([feature(1, wide.slice(1))]).layers[0]!.columns).toHaveLength(500)
    expect(collect([feature(1, wide)])).toMatchObject({ layers: [], findings: [{ code: 'column-too-many', params: { found: 501 } }] })
    expect(collect([feature(1, Array.from({ length: 600 }, () => ['a', '1'] as const))])).toMatchObject({ layers: [], findings: [{ code: 'column-too-many' }] })
  })

  it('says when there is nothing', () => expect(collect([])).toMatchObject({ layers: [{ id: 'f1#0', name: 'a.kml', rows: [] }], findings: [{ code: 'no-data', severity: 'warning' }] }))

  it('keeps a feature without shape and properties', () => {
    expect(collect([{ ...feature(1, []), geometry: null }]).layers).toMatchObject([{ rows: [{ number: 1, values: [], geometry: null }] }])
  })
})
