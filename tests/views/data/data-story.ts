import type { Geometry, Position } from 'geojson'
import type { Finding } from '@/domain/finding'
import type { CrsCandidate } from '@/domain/crs'
import type { FileSummary, ImportJudgement, ImportRow, LayerSummary } from '@/domain/import'
import { parseDay } from '@/domain/day'

/**
 * An import as a bureau's could be, in the shape the import store has it: shapes in CGCS2000, buildings from a web map,
 * a weekly ledger with errors. Positions are those of the shipped sample town.
 */
type Near = readonly [lon: number, lat: number]
const BOUNDS = [119.1622, 36.4082, 119.2277, 36.4511] as const

const finding = (code: Finding['code'], severity: Finding['severity'], file: string, feature: string | null, field: string | null, params: Finding['params'] = {}): Finding =>
  ({ code, severity, file, feature, field, params })

const square = ([lon, lat]: Near, sizeDeg = 0.0012): Position[] => [[lon, lat], [lon + sizeDeg, lat], [lon + sizeDeg, lat + sizeDeg], [lon, lat + sizeDeg], [lon, lat]]
const polygon = (ring: Position[]): Geometry => ({ type: 'Polygon', coordinates: [ring] })

function candidate(crs: CrsCandidate['choice']['crs'], distanceM: number, insideCount: number, shiftDeg: number): CrsCandidate {
  const [west, south, east, north] = BOUNDS
  return { choice: { crs, isSwapped: false }, bounds: [west + shiftDeg, south + shiftDeg / 3, east + shiftDeg, north + shiftDeg / 3], distanceM, shiftM: distanceM, insideCount, featureCount: 123, isInBounds: true }
}

function layer(change: Partial<LayerSummary> & Pick<LayerSummary, 'id' | 'fileId' | 'name'>): LayerSummary {
  return {
    rowCount: 0, geometryCounts: {}, mapping: null, mode: 'update', headerRows: [], totalsRows: [], columns: [], openUnits: [],
    crs: { choice: null, by: 'unknown', isOpen: false, candidates: [] }, accepted: 0, repaired: 0, open: 0, rejected: 0, ...change,
  }
}

const SHAPES: FileSummary = {
  id: 'b1/0', name: '小区范围线.zip', byteCount: 48_211, format: 'shapefile', verdict: 'repaired', findings: [],
  encoding: { encoding: 'gb18030', by: 'declared', previews: [{ encoding: 'gb18030', text: '红枫里 · 玉兰里 · 腊梅里' }, { encoding: 'utf-8', text: '���� · ����' }, { encoding: 'big5', text: '綻瑟爵' }] },
  layers: [layer({
    id: 'b1/0#0', fileId: 'b1/0', name: '小区范围线', rowCount: 35, geometryCounts: { Polygon: 35 }, accepted: 33, repaired: 1, open: 1,
    mapping: { target: 'communities', columns: [{ column: '小区名称', field: 'community', unit: null }, { column: '户数', field: 'households', unit: null }, { column: '建筑面积', field: 'floorAreaM2', unit: 'm2' }] },
    columns: [{ column: '小区名称', samples: ['红枫里', '玉兰里'] }, { column: '户数', samples: ['121', '189'] }, { column: '建筑面积', samples: ['13329', '20802'] }],
    crs: { choice: { crs: 'EPSG:4549', isSwapped: false }, by: 'prj', isOpen: false, candidates: [candidate('EPSG:4549', 0, 123, 0)] },
  })],
}
const BUILDINGS: FileSummary = {
  id: 'b1/1', name: '楼栋.geojson', byteCount: 210_377, format: 'geojson', verdict: 'repaired', findings: [],
  encoding: { encoding: 'utf-8', by: 'standard', previews: [] },
  layers: [layer({
    id: 'b1/1#0', fileId: 'b1/1', name: '楼栋.geojson', rowCount: 123, geometryCounts: { Polygon: 123 }, accepted: 123,
    mapping: { target: 'buildings', columns: [{ column: '小区', field: 'community', unit: null }, { column: '楼号', field: 'building', unit: null }, { column: '层数', field: 'floors', unit: null }] },
    columns: [{ column: '小区', samples: ['红枫里'] }, { column: '楼号', samples: ['1号楼', '2号楼'] }, { column: '层数', samples: ['5', '6'] }],
    crs: { choice: null, by: 'standard', isOpen: true, candidates: [candidate('GCJ-02', 0.4, 123, 0), candidate('EPSG:4326', 518, 0, 0.0058), candidate('BD-09', 1290, 0, 0.0124)] },
  })],
}
const LEDGER: FileSummary = {
  id: 'b1/2', name: '8 月周报.xlsx', byteCount: 61_940, format: 'xlsx', verdict: 'rejected', findings: [], encoding: { encoding: 'utf-8', by: 'standard', previews: [] },
  layers: [layer({
    id: 'b1/2#0', fileId: 'b1/2', name: '周报', rowCount: 412, headerRows: [1, 2], totalsRows: [414], accepted: 405, open: 4, rejected: 3, openUnits: ['完成情况'],
    mapping: { target: 'ledger', columns: [
      { column: '小区名称', field: 'community', unit: null }, { column: '楼栋号', field: 'building', unit: null }, { column: '改造内容', field: 'subject', unit: null },
      { column: '完成情况', field: 'doneShare', unit: 'percent' }, { column: '填报日期', field: 'reportedOn', unit: null }, { column: '备注', field: 'note', unit: null }, { column: '联系人', field: null, unit: null },
    ] },
    columns: [
      { column: '小区名称', samples: ['红枫里', '海棠小区', '腊梅里'] }, { column: '楼栋号', samples: ['3号楼', '1号楼'] }, { column: '改造内容', samples: ['外墙保温', '给水管网', '雨污分流'] },
      { column: '完成情况', samples: ['65', '0.8', '100'] }, { column: '填报日期', samples: ['2024.8.26', '2024年8月25日'] }, { column: '备注', samples: ['因降雨停工两日'] }, { column: '联系人', samples: ['张三'] },
    ],
  })],
}

const FOUND = {
  gone: finding('name-unknown', 'error', '8 月周报.xlsx', 'row 87', 'building', { name: '红枫里 3号楼' }),
  backwards: finding('correction-needed', 'warning', '8 月周报.xlsx', 'row 142', 'doneShare', { from: '80%', to: '65%', earlier: '80%', share: '65%' }),
  day: finding('bad-date', 'error', '8 月周报.xlsx', 'row 203', 'reportedOn', { value: '2024-08-32' }),
  number: finding('bad-number', 'error', '8 月周报.xlsx', 'row 310', 'doneShare', { value: '约一半' }),
  repaired: finding('shape-repaired', 'warning', '小区范围线.zip', 'feature 12', 'geometry', { kind: 'self-intersection', kinds: 'self-intersection' }),
  similar: finding('name-similar', 'warning', '8 月周报.xlsx', 'row 64', 'community', { name: '海棠小区', known: '海棠里', likeness: '92%' }),
  totals: finding('totals-left-out', 'warning', '8 月周报.xlsx', 'row 414', null, { row: 414 }),
  unit: finding('unit-ambiguous', 'warning', '8 月周报.xlsx', null, '完成情况', { column: '完成情况', value: '0.8' }),
}

function row(change: Partial<ImportRow> & Pick<ImportRow, 'key' | 'layerId' | 'target' | 'number' | 'label'>): ImportRow {
  return { recordId: null, verdict: 'accepted', findings: [], geometry: null, before: null, repairs: [], change: 'new', changedFields: [], ...change }
}

const AT: Near = [119.2065, 36.4200]
const AFTER = polygon([[119.206527, 36.4200285], [119.2082628, 36.4202157], [119.2081764, 36.4207385], [119.2074856, 36.420664], [119.2074435, 36.4209185], [119.2063986, 36.4208058], [119.206527, 36.4200285]])
const BEFORE = polygon([[119.206527, 36.4200285], [119.2082628, 36.4202157], [119.2081764, 36.4207385], [119.20813, 36.42077], [119.20818, 36.42068], [119.2074856, 36.420664], [119.2074435, 36.4209185], [119.2063986, 36.4208058], [119.206527, 36.4200285]])

const ROWS: readonly ImportRow[] = [
  row({ key: 'b1/0#0:12', layerId: 'b1/0#0', target: 'communities', number: 12, label: '海棠里', recordId: 'C02', verdict: 'open', findings: [FOUND.repaired], geometry: AFTER, before: BEFORE, change: 'changed', repairs: [{ kind: 'self-intersection', areaChangeM2: -0.3, shiftM: 0.12, isHarmless: false }], changedFields: [{ field: 'households', from: '189', to: '192' }] }),
  row({ key: 'b1/0#0:3', layerId: 'b1/0#0', target: 'communities', number: 3, label: '新桥里', recordId: 'N01', geometry: polygon(square([AT[0] - 0.004, AT[1] + 0.002])) }),
  row({ key: 'b1/2#0:87', layerId: 'b1/2#0', target: 'ledger', number: 87, label: '红枫里 3号楼 外墙保温', verdict: 'rejected', findings: [FOUND.gone], change: null }),
  row({ key: 'b1/2#0:142', layerId: 'b1/2#0', target: 'ledger', number: 142, label: '腊梅里 给水管网', verdict: 'open', findings: [FOUND.backwards], changedFields: [{ field: 'doneShare', from: '80%', to: '65%' }] }),
  row({ key: 'b1/2#0:203', layerId: 'b1/2#0', target: 'ledger', number: 203, label: '玉兰里 雨污分流', verdict: 'rejected', findings: [FOUND.day], change: null }),
  row({ key: 'b1/2#0:310', layerId: 'b1/2#0', target: 'ledger', number: 310, label: '丁香里 屋面防水', verdict: 'rejected', findings: [FOUND.number], change: null }),
  row({ key: 'b1/2#0:64', layerId: 'b1/2#0', target: 'ledger', number: 64, label: '海棠小区 路面整治', verdict: 'open', findings: [FOUND.similar] }),
]

/** The judgement of that import. */
export const storyJudgement: ImportJudgement = {
  files: [SHAPES, BUILDINGS, LEDGER],
  names: [
    { key: 'community 海棠小区', kind: 'community', layerId: 'b1/2#0', name: '海棠小区', match: 'similar', takenId: null, isOpen: true, rowCount: 12, suggestions: [{ id: 'C02', name: '海棠里', likeness: 0.92 }, { id: 'C05', name: '海桐里', likeness: 0.61 }] },
    { key: 'community 腊梅里（南区）', kind: 'community', layerId: 'b1/2#0', name: '腊梅里（南区）', match: 'none', takenId: null, isOpen: true, rowCount: 3, suggestions: [] },
    { key: 'community 白蜡里小区', kind: 'community', layerId: 'b1/2#0', name: '白蜡里小区', match: 'same', takenId: 'C03', isOpen: false, rowCount: 9, suggestions: [{ id: 'C03', name: '白蜡里', likeness: 1 }] },
  ],
  rows: ROWS, findings: Object.values(FOUND),
  changes: [
    { target: 'ledger', added: ROWS.filter(({ target }) => target === 'ledger').map(({ key }) => key), changed: [], gone: [], inDoubt: [], sameCount: 398, contradicting: ['b1/2#0:142'] },
    { target: 'communities', added: ['N01'], changed: ['C02'], gone: ['C09'], inDoubt: [], sameCount: 33, contradicting: [] },
  ],
  comparison: {
    totals: [
      { key: 'communities', planned: 35, found: 35, difference: 0, isRounding: false }, { key: 'buildings', planned: 123, found: 122, difference: -1, isRounding: false },
      { key: 'households', planned: 4419, found: 4383, difference: -36, isRounding: false }, { key: 'floorAreaM2', planned: 508_100, found: 504_000, difference: -4100, isRounding: false },
    ],
    explanations: [
      { kind: 'not-on-map', dataset: 'buildings', id: 'C01-B3', label: '国槐里 3号楼', communities: 0, buildings: -1, households: -36, floorAreaM2: -4100, conflict: null, rowKey: 'b1/2#0:87' },
      { kind: 'attribute-conflict', dataset: 'communities', id: 'C02', label: '海棠里', communities: 0, buildings: 0, households: 3, floorAreaM2: 0, conflict: { field: 'households', one: '189', oneSource: '方案', other: '192', otherSource: '小区范围线.zip' }, rowKey: 'b1/0#0:12' },
    ],
  },
  before: { dataDate: parseDay('2024-08-26')!, actualShare: 0.64, plannedShare: 0.71, finishedCommunities: 9, finishedBuildings: 41, lateCommunities: 6 },
  after: { dataDate: parseDay('2024-08-31')!, actualShare: 0.66, plannedShare: 0.72, finishedCommunities: 9, finishedBuildings: 44, lateCommunities: 5 },
  usedRowCount: 409, openQuestionCount: 6, canAccept: false,
}
