import { describe, expect, it } from 'vitest'
import { fillDown } from '@/data/import/fill-down'
import type { RawValue } from '@/domain/source-file'

const rows = (...cells: RawValue[][]) => cells.map((values, at) => ({ number: at + 2, values, geometry: null }))
const merge = (top: number, bottom: number, left = 0, right = left) => ({ top, bottom, left, right })

describe('fillDown', () => {
  it('fills merged texts and years, and leaves counts with the first row', () => {
    const given = rows(['红枫里', 126, 1995], [null, null, null], ['海棠里', 189, 1991])
    const { rows: filled } = fillDown(given, [merge(1, 2), merge(1, 2, 1), merge(1, 2, 2)], [])
    expect(filled.map(({ values }) => values)).toEqual([['红枫里', 126, 1995], ['红枫里', null, 1995], ['海棠里', 189, 1991]])
    expect(given[1]!.values).toEqual([null, null, null])
  })

  it('does not overwrite, and does not go beyond the merge over rows that are left out', () => {
    const given = [rows(['甲'])[0]!, { number: 4, values: ['乙'], geometry: null }, { number: 5, values: [null], geometry: null }, { number: 6, values: [null], geometry: null }]
    expect(fillDown(given, [merge(1, 4)], []).rows.map(({ values }) => values[0])).toEqual(['甲', '乙', '甲', null])
  })

  it('fills columns of groups where nothing is merged, and counts what it filled', () => {
    expect(fillDown(rows([null], ['甲'], [null], [null], ['乙'], [null]), [], [0])).toMatchObject({
      rows: [{ values: [null] }, { values: ['甲'] }, { values: ['甲'] }, { values: ['甲'] }, { values: ['乙'] }, { values: ['乙'] }], filled: [{ column: 0, count: 3, firstNumber: 4 }],
    })
  })

  it('leaves the groups of a column alone in which something is merged', () => {
    expect(fillDown(rows(['甲'], [null], [null]), [merge(1, 2)], [0])).toMatchObject({ rows: [{}, { values: ['甲'] }, { values: [null] }], filled: [] })
  })
})
