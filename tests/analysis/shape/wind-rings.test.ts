import { describe, expect, it } from 'vitest'
import { windRings } from '@/analysis/shape/wind-rings'

//  4 ── 3
//  │    │   1 2 3 4 runs counter-clockwise
//  1 ── 2
const COUNTER = [[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]]
const CLOCKWISE = [...COUNTER].reverse()
const HOLE = [[1, 1], [1, 2], [2, 2], [2, 1], [1, 1]]

describe('windRings', () => {
  it('turns the outer ring counter-clockwise and holes clockwise', () => {
    expect(windRings([CLOCKWISE, [...HOLE].reverse()])).toEqual([COUNTER, HOLE])
  })

  it('leaves rings that are right, and does not change those it was given', () => {
    const given = [CLOCKWISE, HOLE]
    const before = structuredClone(given)
    expect(windRings([COUNTER, HOLE])).toEqual([COUNTER, HOLE])
    windRings(given)
    expect(given).toEqual(before)
  })

  it('sees the turn of a small ring far from the origin', () => {
    const small = [[119.19, 36.43], [119.1900001, 36.43], [119.1900001, 36.4300001], [119.19, 36.43]]
    expect(windRings([small])).toEqual([small])
    expect(windRings([[...small].reverse()])).toEqual([small])
  })
})
