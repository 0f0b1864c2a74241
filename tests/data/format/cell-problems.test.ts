import { expect, it } from 'vitest'
import { collectCellProblems } from '@/data/format/cell-problems'

it('tells a column of errors in one finding', () => {
  const problems = collectCellProblems()
  for (let row = 2; row < 2000; row++) problems.add('cell-error', '#REF!', 2, row)
  problems.add('cell-error', '#N/A', 2, 7)
  expect(problems.findings('a.xlsx', '台账')).toEqual([
    { code: 'cell-error', severity: 'warning', file: 'a.xlsx', feature: 'row 2', field: 'C', params: { sheet: '台账', rows: '2, 3, 4, 5, 6, 7, 8, 9, 10, 11 …', count: 1998, found: '#REF!' } },
    { code: 'cell-error', severity: 'warning', file: 'a.xlsx', feature: 'row 7', field: 'C', params: { sheet: '台账', rows: '7', count: 1, found: '#N/A' } },
  ])
})
