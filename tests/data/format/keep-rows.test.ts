import { describe, expect, it } from 'vitest'
import { keepRows, MAX_CELLS, MAX_TEXT } from '@/data/format/keep-rows'
import type { RawRow, RawValue } from '@/domain/source-file'

const row = (length: number): RawValue[] => Array.from({ length }, () => 1)

describe('keepRows', () => {
  it('drops blank cells at the end and blank rows, unless they have a shape', () => {
    const rows: RawRow[] = []
    const keeper = keepRows('a.csv')
    keeper.add(rows, 1, [null, 'a', null, null], null)
    keeper.add(rows, 2, [null, null], null)
    keeper.add(rows, 3, [], { type: 'Point', coordinates: [1, 2] })
    expect(rows.map(({ number, values }) => [number, values])).toEqual([[1, [null, 'a']], [3, []]])
    expect([keeper.problem(), keeper.findings()]).toEqual([null, []])
  })

  it('allows 500 columns', () => {
    const keeper = keepRows('a.csv')
    expect(keeper.add([], 1, row(500), null)).toBe(true)
    expect(keeper.add([], 2, row(501), null)).toBe(false)
    expect(keeper.problem()).toEqual({ code: 'column-too-many', severity: 'error', file: 'a.csv', feature: null, field: null, params: { found: 501, limit: 500 } })
  })

  it('allows 100,000 rows', () => {
    const keeper = keepRows('a.csv')
    for (let at = 0; at < 100_000; at++) expect(keeper.add([], at, [1], null)).toBe(true)
    expect(keeper.add([], 1, [1], null)).toBe(false)
    expect(keeper.problem()).toMatchObject({ code: 'row-too-many' })
  })

  it('allows five million cells', () => {
    const keeper = keepRows('a.csv')
    for (let at = 0; at < MAX_CELLS / 500; at++) expect(keeper.add([], at, row(500), null)).toBe(true)
    expect(keeper.add([], 1, [1], null)).toBe(false)
    expect(keeper.problem()).toMatchObject({ code: 'cell-too-many' })
  })

  it('cuts long texts and says so', () => {
    const rows: RawRow[] = []
    const keeper = keepRows('a.csv')
    keeper.add(rows, 1, ['x'.repeat(MAX_TEXT), 'y'.repeat(MAX_TEXT + 1)], null)
    expect(rows[0]!.values.map((value) => (value as string).length)).toEqual([MAX_TEXT, MAX_TEXT])
    expect(keeper.findings()).toMatchObject([{ code: 'text-cut', severity: 'warning', params: { count: 1, limit: MAX_TEXT } }])
  })
})
