import { describe, expect, it } from 'vitest'
import { RowPrices } from '@/analysis/choice/price-rows'
import { rowsOf } from '../../fixtures/small-covers'

//  group     0    1    2
//  people    10   4    6
//  price     5    4    1      per person 1/2, 1, 1/6
const part = { rowCount: 2, groupCount: 3, siteCount: 1, people: Float64Array.of(10, 4, 6), ...rowsOf([[0, 1, 2], [1, 2]]) }
const price = Float64Array.of(5, 4, 1)

function valuesOf(capacity: Float64Array | null): { value: number[]; count: number[] } {
  const rows = new RowPrices({ ...part, capacity })
  const value = new Float64Array(2)
  const count = new Float64Array(3)
  rows.valueRows(Float64Array.of(1, 1, 6), value)
  rows.valueRows(price, value)
  rows.countPicked(Uint8Array.of(1, 0), count)
  return { value: [...value], count: [...count] }
}

describe('RowPrices', () => {
  it('adds the prices of the groups', () => {
    expect(valuesOf(null)).toEqual({ value: [10, 5], count: [1, 1, 1] })
  })

  it('takes the dearest people first where there is not room for all', () => {
    // 4 people of group 1 and 5 of group 0: 4 + 5/2; the other row has room for all its 10.
    expect(valuesOf(Float64Array.of(9, 10))).toEqual({ value: [6.5, 5], count: [0.5, 1, 0] })
  })
})
