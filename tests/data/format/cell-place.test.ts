import { describe, expect, it } from 'vitest'
import { columnLetters, parseCellPlace } from '@/data/format/cell-place'

describe('parseCellPlace', () => {
  it.each([['A1', 0, 0], ['C17', 16, 2], ['$AA$10', 9, 26], ['xfd1048576', 1_048_575, 16_383]])('%s', (reference, row, column) => {
    expect(parseCellPlace(reference)).toEqual({ row, column })
  })

  it.each(['', 'A', '1', 'A0', 'XFE1', 'A1048577', 'AAAA1', 'A12345678', 'A1B', 'Ａ1', 'A1'.repeat(1000), '__proto__'])('%s is none', (reference) => {
    expect(parseCellPlace(reference)).toBeNull()
  })
})

describe('columnLetters', () => {
  it.each([[0, 'A'], [25, 'Z'], [26, 'AA'], [701, 'ZZ'], [702, 'AAA'], [16_383, 'XFD']])('%d is %s', (column, letters) => expect(columnLetters(column)).toBe(letters))
})
