import { describe, expect, it } from 'vitest'
import { checkMapping } from '@/data/import/check-mapping'
import { guessMapping } from '@/data/import/guess-mapping'
import { readRecords } from '@/data/import/read-records'
import { recogniseTable } from '@/data/import/recognise-table'
import type { RawLayer, RawValue } from '@/domain/source-file'
import { PLAN_WORDS } from '../../fixtures/grid-layer'

/** Numbers that look random and are the same each time (mulberry32). */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
const CELLS: readonly RawValue[] = [
  null, null, null, '小区名称', '楼栋号', '填报日期', '改造内容', '完成比例', '供水管网', '外墙保温', '开工时间', '户数', '面积', '建筑面积（万㎡）', '备注', '序号', '类型', '经度', '纬度', 'communityId', '合计', '注：无', '㎡', '%',
  '红枫里', '1号楼', '兴安街道', 65, 0.65, 1, 0, -1, 45458, 20240826, 1e300, NaN, true, '65%', '2024.8.26', '2024年8月', '1,200㎡', '12亩', '在施', '/', '__proto__', 'constructor', '\u202e', 'x'.repeat(3000), '（'.repeat(300), '9'.repeat(400), '一', '养老', '加油站',
]

function layerOf(seed: number): RawLayer {
  const next = random(seed)
  const upTo = (count: number) => Math.floor(next() * count)
  const [height, width] = [upTo(12), 1 + upTo(8)]
  const rows = Array.from({ length: height }, (_, at) => ({ number: at + 1 + upTo(2) * at, values: Array.from({ length: upTo(width + 1) }, () => CELLS[upTo(CELLS.length)]!), geometry: null }))
  const merges = Array.from({ length: upTo(4) }, () => {
    const [top, left] = [upTo(height + 1), upTo(width)]
    return { top, left, bottom: top + upTo(4), right: left + upTo(4) }
  })
  const kind = next() < 0.2 ? 'features' as const : 'grid' as const
  const columns = kind === 'grid' ? [] : Array.from({ length: width }, (_, at) => `${String(CELLS[upTo(CELLS.length)]).slice(0, 50)} ${at}`)
  return { id: 'f#0', name: '台账', kind, columns, rows: rows.sort((a, b) => a.number - b.number), merges, declaredCrs: null, unknownPrj: null }
}

describe('tables of chance', () => {
  it('are read without an error of the program, each row once, the same each time', () => {
    for (let seed = 1; seed <= 250; seed++) {
      const layer = layerOf(seed)
      const table = recogniseTable(layer, 'a.xlsx')
      const mapping = guessMapping(layer, table, [], PLAN_WORDS)
      const drafts = mapping ? readRecords(table, mapping, PLAN_WORDS, 'a.xlsx') : []
      expect(table.rows.every(({ values }) => layer.kind === 'features' || values.length === table.columns.length)).toBe(true)
      expect(new Set(table.columns).size).toBe(table.columns.length)
      expect(table.headerRows.length + table.totalsRows.length + table.rows.length).toBeLessThanOrEqual(layer.rows.length)
      if (!mapping) continue
      expect(mapping.columns.map(({ column }) => column)).toEqual(table.columns)
      const fields = mapping.columns.flatMap(({ field }) => (field === null ? [] : [field]))
      expect(new Set(fields).size).toBe(fields.length)
      checkMapping(table, mapping, 'a.xlsx')
      expect(drafts.every(({ values }) => [...values.values()].every((value) => typeof value !== 'number' || Number.isFinite(value)))).toBe(true)
      expect(readRecords(table, mapping, PLAN_WORDS, 'a.xlsx')).toEqual(drafts)
    }
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
})
