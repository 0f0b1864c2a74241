import { describe, expect, it } from 'vitest'
import { readShapefile } from '@/data/format/read-shapefile'
import { makeDbf, makeShp, NULL_RECORD, partsRecord, pointRecord } from '../../fixtures/make-shapefile'

const SHP = makeShp(1, [pointRecord(517_000, 4_033_000), NULL_RECORD, pointRecord(517_100, 4_033_100)])
const DBF = makeDbf([{ name: 'NAME', type: 'C', width: 6 }, { name: 'HH', type: 'N', width: 4 }], [['one', '1'], ['two', '2'], ['three', '3']])
const bytes = (text: string) => new TextEncoder().encode(text)
const PRJ = bytes('GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]')
const read = (companions: Record<string, Uint8Array>, shp = SHP, name = 'a.shp') =>
  readShapefile({ id: 'f', name, bytes: shp, chosenEncoding: null, companions: new Map(Object.entries(companions)) })

describe('readShapefile', () => {
  it('joins shapes, attributes and system', () => {
    const source = read({ dbf: DBF, prj: PRJ })
    expect(source).toMatchObject({ id: 'f', name: 'a.shp', format: 'shapefile', byteCount: SHP.length + DBF.length + PRJ.length, findings: [] })
    expect(source.layers).toEqual([{
      id: 'f#0', name: 'a.shp', kind: 'features', columns: ['NAME', 'HH'], merges: [], unknownPrj: null,
      declaredCrs: { choice: { crs: 'EPSG:4490', isSwapped: false }, by: 'prj' },
      rows: [
        { number: 1, values: ['one', 1], geometry: { type: 'Point', coordinates: [517_000, 4_033_000] } },
        { number: 2, values: ['two', 2], geometry: null },
        { number: 3, values: ['three', 3], geometry: { type: 'Point', coordinates: [517_100, 4_033_100] } },
      ],
    }])
  })

  it('reads shapes alone, with a warning', () => {
    const source = read({})
    expect(source.findings).toMatchObject([{ code: 'shapefile-part-missing', severity: 'warning', params: { part: 'dbf' } }])
    expect(source.layers[0]).toMatchObject({ columns: [], declaredCrs: null, unknownPrj: null, rows: [{ number: 1, values: [] }, { number: 2 }, { number: 3 }] })
    expect(source.encoding).toBeNull()
  })

  it('reads a table alone, with a warning', () => {
    const source = read({}, DBF, 'a.DBF')
    expect(source.findings).toMatchObject([{ code: 'shapefile-part-missing', severity: 'warning', params: { part: 'shp' } }])
    expect(source.layers[0]).toMatchObject({ kind: 'features', columns: ['NAME', 'HH'], rows: [{ geometry: null }, { geometry: null }, { geometry: null }] })
  })

  it('names in one sentence the columns that it cannot read', () => {
    const dbf = makeDbf([{ name: 'A', type: 'C', width: 1 }, { name: 'B', type: 'M', width: 10 }, { name: 'C', type: 'B', width: 8 }], [['1', '', ''], ['2', '', ''], ['3', '', '']])
    expect(read({ dbf }).findings).toMatchObject([{ code: 'dbf-broken', severity: 'warning', field: 'B, C', params: { problem: 'type', places: 2 } }])
  })

  it('hands on a system that it does not understand', () => {
    expect(read({ dbf: DBF, prj: bytes('PROJCS["Xian_1980_3_Degree_GK_CM_120E"]') }).layers[0]).toMatchObject({ declaredCrs: null, unknownPrj: 'PROJCS["Xian_1980_3_Degree_GK_CM_120E"]' })
  })

  it('leaves out features whose record is deleted, and keeps the numbers of the others', () => {
    const dbf = makeDbf([{ name: 'A', type: 'C', width: 1 }], [['1'], ['2'], ['3']], { deleted: [0] })
    expect(read({ dbf }).layers[0]!.rows.map(({ number, values }) => [number, ...values])).toEqual([[2, '2'], [3, '3']])
  })

  it('names the feature whose shape cannot be used', () => {
    const shp = makeShp(5, [partsRecord(5, [[[0, 0], [0, 4], [4, 4], [0, 0]]]), partsRecord(5, [[[0, 0], [NaN, 4], [4, 4], [0, 0]]])])
    const source = read({}, shp)
    expect(source.findings[1]).toMatchObject({ code: 'shapefile-broken', severity: 'error', feature: 'feature 2', field: 'geometry', params: { problem: 'number' } })
    expect(source.layers[0]!.rows).toMatchObject([{ geometry: { type: 'Polygon' } }, { geometry: null }])
  })

  it('uses nothing if a part is damaged or the parts do not belong together', () => {
    const one = makeDbf([{ name: 'A', type: 'C', width: 1 }], [['1']])
    for (const [source, problem] of [[read({ dbf: DBF }, SHP.subarray(0, 150)), 'length'], [read({ dbf: DBF.subarray(0, 100) }), 'length'], [read({ dbf: one }), 'count']] as const) {
      expect(source).toMatchObject({ layers: [], findings: [{ severity: 'error', feature: null, params: { problem } }] })
    }
  })

  it('drops columns with dangerous names', () => {
    const dbf = makeDbf([{ name: '__proto__', type: 'C', width: 1 }, { name: 'B', type: 'C', width: 1 }], [['1', 'a'], ['2', 'b'], ['3', 'c']])
    const source = read({ dbf })
    expect(source.layers[0]).toMatchObject({ columns: ['B'], rows: [{ values: ['a'] }, {}, {}] })
    expect(source.findings).toMatchObject([{ code: 'dangerous-key', field: '__proto__' }])
  })
})
