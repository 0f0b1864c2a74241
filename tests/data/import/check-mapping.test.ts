import { describe, expect, it } from 'vitest'
import { checkMapping, findOpenUnits } from '@/data/import/check-mapping'
import { subjectFinder } from '@/data/import/find-subject'
import { recogniseTable } from '@/data/import/recognise-table'
import type { ColumnMeaning, ImportTarget, TableMapping } from '@/domain/import'
import { gridLayer, PLAN_WORDS, sheetOf } from '../../fixtures/grid-layer'

const tableOf = (text: string) => recogniseTable(gridLayer(sheetOf(text)), 'a.xlsx')
const mapping = (target: ImportTarget, columns: Readonly<Record<string, string | null>>, unit: ColumnMeaning['unit'] = null): TableMapping =>
  ({ target, columns: Object.entries(columns).map(([column, field]) => ({ column, field, unit })) })
const TEXT = '| 序号 | 小区名称 | 完成比例 | 备用 |\n| 1 | 红枫里 | 1 | 甲 |\n| 2 | 海棠里 | 0 | |'

describe('checkMapping', () => {
  it('names what a table lacks, leaves unused and leaves open', () => {
    const findings = checkMapping(tableOf(TEXT), mapping('ledger', { 小区名称: 'community', 完成比例: 'doneShare' }), 'a.xlsx')
    expect(findings.map(({ code, severity, field, params }) => [code, severity, field, params.needed])).toEqual([
      ['column-missing', 'error', 'reportedOn', 'reportedOn'], ['column-missing', 'error', 'subject', 'subject'],
      ['unit-ambiguous', 'error', '完成比例', undefined], ['column-unmapped', 'warning', '备用', undefined],
    ])
  })

  it('is content with a day for the whole table', () => {
    const complete = { ...mapping('ledger', { 小区名称: 'community', 完成比例: 'item:J02', 备用: 'note' }, 'share'), constants: { reportedOn: '2024-08-26' } }
    expect(checkMapping(tableOf(TEXT), complete, 'a.xlsx')).toEqual([])
  })
})

describe('columns that are left over', () => {
  it('are told once for each reason', () => {
    const table = tableOf('| 小区名称 | 户数 | 开工 | 形象进度 | 说明栏 |\n| 红枫里 | 3 | 2024-06-15 | 65% | 甲 |')
    const told = (target: ImportTarget) => checkMapping(table, mapping(target, { 小区名称: 'name' }), 'a.xlsx', subjectFinder(PLAN_WORDS))
      .filter(({ severity }) => severity === 'warning').map(({ code, field, params }) => [code, field ?? params])
    expect(told('communities')).toEqual([['column-left-over', { reason: 'progress', columns: '开工、形象进度' }], ['column-unmapped', '户数'], ['column-unmapped', '说明栏']])
  })
})

describe('findOpenUnits', () => {
  it('asks only where values depend on it', () => {
    const share = mapping('ledger', { 完成比例: 'doneShare' })
    expect(findOpenUnits(tableOf(TEXT), share)).toEqual(['完成比例'])
    expect(findOpenUnits(tableOf(TEXT), mapping('ledger', { 完成比例: 'doneShare' }, 'percent'))).toEqual([])
    expect(findOpenUnits(tableOf('| 小区名称 | 完成比例 |\n| 红枫里 | 65% |\n| 海棠里 | 0 |\n| 国槐里 | / |'), share)).toEqual([])
  })

  it('asks again if the unit is none of the field', () => {
    expect(findOpenUnits(tableOf(TEXT), mapping('ledger', { 完成比例: 'doneShare' }, 'm2'))).toEqual(['完成比例'])
  })
})
