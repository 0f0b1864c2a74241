import { describe, expect, it } from 'vitest'
import { cellReader } from '@/data/import/read-cells'
import type { Table } from '@/data/import/table'
import type { TableMapping } from '@/domain/import'
import type { RawValue } from '@/domain/source-file'

const table = (columns: readonly string[], ...cells: RawValue[][]): Table => ({
  columns, rows: cells.map((values, at) => ({ number: at + 2, values, geometry: null })), headerRows: [1], totalsRows: [], titles: [], findings: [],
})
const MAPPING: TableMapping = {
  target: 'ledger', constants: { reportedOn: '2024.8.26', kind: '不是类型' },
  columns: [{ column: '小区', field: 'community', unit: null }, { column: '管网', field: 'item:J02', unit: 'percent' }, { column: '开工', field: 'milestone:M09', unit: null }, { column: '不在', field: 'note', unit: null }],
}

describe('cellReader', () => {
  it('reads mapped cells by field, and values that hold for every row', () => {
    const given = table(['小区', '管网', '开工'], ['红枫里', 65, '未开工'])
    const reader = cellReader(given, MAPPING, 'a.csv')
    expect(reader.fields).toEqual(['community', 'item:J02', 'milestone:M09', 'reportedOn'])
    expect(reader.read(given.rows[0]!)).toEqual({ values: new Map<string, unknown>([['reportedOn', '2024-08-26'], ['community', '红枫里'], ['item:J02', 0.65]]), problems: [] })
  })

  it('says in which row and column a cell is wrong', () => {
    const given = table(['小区', '管网', '开工'], ['红枫里', '一半', '2024年6月'])
    expect(cellReader(given, MAPPING, 'a.csv').read(given.rows[0]!).problems).toMatchObject([
      { name: 'item:J02', finding: { code: 'bad-number', file: 'a.csv', feature: 'row 2', field: '管网' } }, { name: 'milestone:M09', finding: { code: 'day-incomplete', field: '开工' } },
    ])
  })

  it('keeps rows apart whose cells say the same', () => {
    const given = table(['小区', '管网'], ['红枫里', '65%'], ['红枫里', '65%'])
    const reader = cellReader(given, MAPPING, 'a.csv')
    expect(reader.read(given.rows[0]!).values).not.toBe(reader.read(given.rows[1]!).values)
  })
})
