import { describe, expect, it } from 'vitest'
import { loadProjection } from '@/data/crs/projection'
import { readCsv } from '@/data/format/read-csv'
import { judgeLayer, type LayerContext } from '@/data/import/judge-layer'
import { NO_DECISIONS, type ImportDecisions } from '@/domain/import'
import { csvOf, folderOf } from '../../fixtures/import-town'
import { at, smallGeodata } from '../../fixtures/small-geodata'
import type { RawLayer, SourceFile } from '@/domain/source-file'

const { values } = await folderOf(smallGeodata())
const projection = await loadProjection()
const context = (decisions: Partial<ImportDecisions> = {}): LayerContext => ({
  decisions: { ...NO_DECISIONS, ...decisions }, remembered: [], projection, words: values.plan!, bounds: values.plan!.bounds,
  knownCommunities: values.communities!.map(({ geometry }) => geometry), knownPlaces: new Map([['gates', new Map(values.gates!.map(({ id, geometry }) => [id, geometry]))]]),
})
function judge(rows: (string | number)[][], decisions: Partial<ImportDecisions> = {}) {
  const source = readCsv({ id: 'a.csv', name: 'a.csv', bytes: new TextEncoder().encode(csvOf(...rows)), chosenEncoding: null, companions: new Map() }) as SourceFile
  return judgeLayer(source, source.layers[0]!, context(decisions))
}

describe('judgeLayer', () => {
  it('guesses what a table means; a person may say otherwise, or that it is not wanted', () => {
    const rows = [['小区名称', '户数'], ['国槐里', 48]]
    expect(judge(rows).mapping).toMatchObject({ target: 'communities' })
    expect(judge(rows, { mappings: { 'a.csv#0': null } })).toMatchObject({ mapping: null, drafts: [] })
    const baseline = { target: 'baseline' as const, columns: [{ column: '小区名称', field: null, unit: null }] }
    expect(judge(rows, { mappings: { 'a.csv#0': baseline } }).mapping).toBe(baseline)
    // Said only what it is about: the columns are found for that.
    const said = { target: 'buildings' as const, columns: [] }
    expect(judge(rows, { mappings: { 'a.csv#0': said } }).mapping!.columns.map(({ field }) => field)).toEqual(['community', 'households'])
  })

  it('tells that nobody knows what a table is about, unless a person does not want it', () => {
    const rows = [['甲栏', '乙栏'], ['国槐里', 48]]
    expect(judge(rows).findings).toEqual([{ code: 'target-unknown', severity: 'warning', file: 'a.csv', feature: null, field: null, params: { layer: '', looksLike: '' } }])
    expect(judge(rows, { mappings: { 'a.csv#0': null } }).findings).toEqual([])
  })

  it('says what a table without a meaning looks like', () => {
    const look = (...rows: (string | number)[][]) => judge(rows).findings.find(({ code }) => code === 'target-unknown')?.params.looksLike
    expect(look(['点号', 'X', 'Y', '边长'], ['J1', 4033554.21, 428262.35, 50.2])).toBe('corners')
    expect(look(['名称', '经度', '纬度'], ['东关公厕', ...at(50, 40)])).toBe('places')
    expect(look(['甲栏', '乙栏'], ['国槐里', 48])).toBe('')
  })

  it('tells that a table has a header and nothing below', () => {
    expect(judge([['小区名称', '户数']]).findings).toEqual([{ code: 'no-data', severity: 'warning', file: 'a.csv', feature: null, field: null, params: {} }])
  })

  it('tells of a table without a header that it is not used, unless a person says what its columns are', () => {
    const rows = [['国槐里', 48], ['海棠里', 35]]
    const codes = (decisions: Partial<ImportDecisions> = {}) => judge(rows, decisions).findings.map(({ code, severity }) => [code, severity])
    expect(codes()).toEqual([['header-not-found', 'warning']])
    expect(codes({ mappings: { 'a.csv#0': null } })).toEqual([])
    const { columns } = judge(rows).table
    const mapping = { target: 'communities' as const, columns: [{ column: columns[0]!, field: 'name', unit: null }, { column: columns[1]!, field: 'households', unit: null }] }
    const said = judge(rows, { mappings: { 'a.csv#0': mapping } })
    expect([said.findings, said.drafts.map(({ values: cells }) => cells.get('households'))]).toEqual([[], [48, 35]])
  })

  it('tells nothing of the inside of a table that is not used', () => {
    const rows = [['甲栏', '乙栏'], ['国槐里', 48], ['合计', 48]]
    expect(judge(rows).findings.map(({ code }) => code)).toEqual(['target-unknown'])
    expect(judge([rows[0]!, rows[2]!]).findings.map(({ code }) => code)).toEqual(['no-data'])
    expect(judge([['小区名称', '户数'], ...rows.slice(1)]).findings.map(({ code }) => code)).toEqual(['totals-left-out'])
  })

  it('asks once for the unit of a column', () => {
    const layer = judge([['小区名称', '建筑面积'], ['国槐里', 1.33], ['海棠里', 0.56]])
    expect([layer.openUnits, layer.isOpen, layer.findings.map(({ code }) => code), layer.drafts.flatMap(({ findings }) => findings)]).toEqual([['建筑面积'], true, ['unit-ambiguous'], []])
  })

  it('takes a point of a community for where it is, not for its shape', () => {
    const layer = judge([['小区名称', '户数', '经度', '纬度'], ['国槐里', 48, ...at(50, 40)]])
    expect(layer.drafts[0]!.geometry).toBeNull()
    expect(layer.crs.isOpen).toBe(false)
  })

  it('asks for the system of points, unless each is that of its record', () => {
    const gates = (x: number) => [['编号', '小区名称', '经度', '纬度'], ['E01', '国槐里', x, at(50, 0)[1]], ['E02', '海棠里', ...at(160, 0)]]
    const mappings = { 'a.csv#0': { target: 'gates' as const, columns: [['编号', 'id'], ['小区名称', 'community'], ['经度', 'longitude'], ['纬度', 'latitude']].map(([column, field]) => ({ column: column!, field: field!, unit: null })) } }
    expect(judge(gates(at(50, 0)[0]), { mappings }).crs).toMatchObject({ choice: { crs: 'EPSG:4326' }, isOpen: false })
    const moved = judge(gates(at(60, 0)[0]), { mappings })
    expect(moved).toMatchObject({ isOpen: true, toWgs84: null, crs: { choice: null, isOpen: true } })
    expect(moved.crs.candidates.length).toBeGreaterThan(3)
  })

  it('asks for the system of places that fit none, and tells what the file says it is', () => {
    const place = { number: 1, values: ['国槐里'], geometry: { type: 'Point' as const, coordinates: [2_600_000, 1_200_000] } }
    const layer: RawLayer = { id: 'a.shp#0', name: 'a.shp', kind: 'features', columns: ['小区名称'], rows: [place], merges: [], declaredCrs: null, unknownPrj: 'PROJCS["CH1903+_LV95",GEOGCS["x",DATUM["D_CH1903+",SPHEROID["Bessel_1841",6377397.155,299.1528128]]]]' }
    const source: SourceFile = { id: 'a.shp', name: 'a.shp', byteCount: 1, format: 'shapefile', encoding: null, layers: [layer], findings: [] }
    const judged = judgeLayer(source, layer, context({ mappings: { 'a.shp#0': { target: 'gates', columns: [{ column: '小区名称', field: 'community', unit: null }] } } }))
    expect(judged).toMatchObject({ isOpen: true, crs: { choice: null, isOpen: true, candidates: [] }, toWgs84: null, findings: [{ code: 'crs-unknown', params: { name: 'CH1903+_LV95' } }] })
  })

  it('converts and rounds by the system that was chosen', () => {
    const mappings = { 'a.csv#0': { target: 'gates' as const, columns: [['小区名称', 'community'], ['x', 'longitude'], ['y', 'latitude']].map(([column, field]) => ({ column: column!, field: field!, unit: null })) } }
    const [x, y] = projection.fromWgs84('EPSG:4549')(at(50, 0)) as [number, number]
    const layer = judge([['小区名称', 'x', 'y'], ['国槐里', x, y]], { mappings, crs: { 'a.csv#0': { crs: 'EPSG:4549', isSwapped: false } } })
    expect(layer.toWgs84!(layer.drafts[0]!.geometry!)).toEqual({ type: 'Point', coordinates: at(50, 0) })
  })
})
