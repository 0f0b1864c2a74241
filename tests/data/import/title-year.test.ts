import { describe, expect, it } from 'vitest'
import { recogniseTable } from '@/data/import/recognise-table'
import { titleYear, titleYearFindings, withTitleYear } from '@/data/import/title-year'
import type { TableMapping } from '@/domain/import'
import { gridLayer, sheetOf } from '../../fixtures/grid-layer'

describe('titleYear', () => {
  it.each([
    [['2024年老旧小区改造进度表'], '2024'], [['安丘市２０２４年改造', '截至2024.11.4'], '2024'], [['2023—2024年改造', '2023年开工'], null], [['第12024年号'], null], [['老旧小区改造'], null], [[], null],
  ])('%j', (titles, year) => {
    expect(titleYear({ titles })).toBe(year)
  })
})

describe('withTitleYear', () => {
  it.each([['6月15日', '2024年6月15日'], ['6.20', '2024年6.20'], ['2023.6.20', '2023.6.20'], ['6月底', '6月底'], ['已完成', '已完成']])('%s', (raw, whole) => {
    expect([withTitleYear(raw, '2024'), withTitleYear(raw, null)]).toEqual([whole, raw])
  })
})

describe('titleYearFindings', () => {
  it('names each column of days that has its year from the title', () => {
    const table = recogniseTable(gridLayer(sheetOf('| 2024年计划 | | |\n| 小区名称 | 计划开工 | 计划完工 |\n| 红枫里 | 6月20日 | 2024.8.10 |\n| 海棠里 | 6月25日 | 8月10日 |'), { merges: ['A1:C1'] }), 'a.xlsx')
    const mapping: TableMapping = { target: 'baseline', columns: [['小区名称', 'community'], ['计划开工', 'plannedStart'], ['计划完工', 'plannedFinish']].map(([column, field]) => ({ column: column!, field: field!, unit: null })) }
    expect(titleYearFindings(table, mapping, 'a.xlsx').map(({ feature, field, params }) => [feature, field, params])).toEqual([
      ['row 3', '计划开工', { year: '2024', count: 2, found: '6月20日' }], ['row 4', '计划完工', { year: '2024', count: 1, found: '8月10日' }],
    ])
    expect(titleYearFindings({ ...table, titles: [] }, mapping, 'a.xlsx')).toEqual([])
  })
})
