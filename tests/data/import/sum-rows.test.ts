import { describe, expect, it } from 'vitest'
import { findSumRow } from '@/data/import/sum-rows'
import { gridLayer, sheetOf } from '../../fixtures/grid-layer'

const find = (text: string) => findSumRow(gridLayer(sheetOf(text)).rows)

describe('findSumRow', () => {
  it.each([
    ['the last row', 3, '| 1 | 甲 | 3 | 0.1 |\n| 2 | 乙 | 5 | 0.2 |\n| | | 8 | 0.3 |'],
    ['the first row', 1, '| | | 8 |\n| 1 | 甲 | 3 |\n| 2 | 乙 | 5 |'],
    ['one column of figures', 3, '| 甲 | 3 |\n| 乙 | 5 |\n| | 8 |'],
    ['a row with a name', null, '| 甲 | 3 | 4 |\n| 乙 | 5 | 6 |\n| 丙 | 8 | 10 |'],
    ['a row with another figure', null, '| 甲 | 3 | 4 |\n| 乙 | 5 | 6 |\n| | 8 | 11 |'],
    ['figures alone', null, '| 3 | 4 |\n| 3 | 4 |'],
    ['a single row', null, '| | 8 |'],
  ] as const)('%s', (_, row, text) => {
    expect(find(text)).toBe(row)
  })
})
