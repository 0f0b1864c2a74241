import { describe, expect, it } from 'vitest'
import { doubleArea, isWoundWrongly, windRings } from '@/analysis/shape/wind-rings'

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

describe('isWoundWrongly', () => {
  it('tells rings that windRings would turn', () => {
    expect(isWoundWrongly([COUNTER, HOLE])).toBe(false)
    expect(isWoundWrongly([CLOCKWISE, HOLE])).toBe(true)
    expect(isWoundWrongly([COUNTER, [...HOLE].reverse()])).toBe(true)
    expect(isWoundWrongly([[[0, 0], [1, 1], [0, 0], [0, 0]]])).toBe(false)
  })
})

describe('doubleArea', () => {
  it('is twice the area, above 0 if counter-clockwise', () => {
    expect(doubleArea(COUNTER)).toBe(32)
    expect(doubleArea(HOLE)).toBe(-2)
  })
})
