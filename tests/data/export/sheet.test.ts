import { describe, expect, it } from 'vitest'
import { percentOf, plainCell } from '@/data/export/sheet'
import { parseDay } from '@/domain/day'

describe('percentOf', () => {
  it('adds no digits', () => {
    expect([0.07, 0.57, 0.653, 1, 0].map(percentOf)).toEqual([7, 57, 65.3, 100, 0])
    for (let n = 0; n <= 10_000; n++) expect(Number((percentOf(n / 10_000) / 100).toPrecision(12))).toBe(n / 10_000)
  })
})

describe('plainCell', () => {
  it('writes days and shares for people and leaves the rest', () => {
    expect(plainCell(parseDay('2024-06-15'), 'day')).toBe('2024-06-15')
    expect(plainCell(0.653, 'share')).toBe(65.3)
    expect(plainCell(-1.5, 'number')).toBe(-1.5)
    expect([plainCell('-1.5', 'number'), plainCell(null, 'day'), plainCell(NaN, 'number')]).toEqual(['-1.5', null, null])
  })
})
