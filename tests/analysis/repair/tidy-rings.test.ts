import type { Position } from 'geojson'
import { describe, expect, it } from 'vitest'
import { closeRing, isSamePosition, withoutRepeats, withoutSpikes, withoutStubs } from '@/analysis/repair/tidy-rings'
import { at, rectangle } from '../../fixtures/small-geodata'

const closed = rectangle(0, 0, 100, 80) as Position[]

describe('closeRing', () => {
  it('repeats the first position at the end, once', () => {
    expect(closeRing(closed.slice(0, -1))).toEqual(closed)
    expect(closeRing(closed)).toBe(closed)
    expect(closeRing([])).toEqual([])
  })
})

describe('withoutRepeats', () => {
  it('keeps one of several positions in a row', () => {
    expect(withoutRepeats(closed.flatMap((corner) => [corner, corner]))).toEqual(closed)
    expect(withoutRepeats(closed)).toBe(closed)
  })
})

describe('withoutSpikes', () => {
  it('keeps corners that turn, however sharp', () => {
    // 0.5 m wide at its foot and 40 m long: a lane, no slip.
    const lane = [at(0, 0), at(100, 0), at(100, 80), at(50.5, 80), at(50.25, 120), at(50, 80), at(0, 80), at(0, 0)]
    expect(withoutSpikes(lane)).toBe(lane)
  })

  it('takes away a way out and back, in several steps if need be, also across the start of the ring', () => {
    const spike = [at(50, 80), at(50, 100), at(50, 120), at(50, 100), at(50, 80)]
    expect(withoutSpikes([at(0, 0), at(100, 0), at(100, 80), ...spike, at(0, 80), at(0, 0)])).toEqual([at(0, 0), at(100, 0), at(100, 80), at(50, 80), at(0, 80), at(0, 0)])
    expect(withoutSpikes([at(-50, 0), at(0, 0), at(100, 0), at(100, 80), at(0, 80), at(0, 0), at(-50, 0)])).toEqual([at(0, 0), at(100, 0), at(100, 80), at(0, 80), at(0, 0)])
  })
})

describe('withoutStubs', () => {
  it('leaves out rings of two corners, and parts whose outer ring is one', () => {
    const stub = [at(0, 0), at(1, 0), at(0, 0)]
    expect(withoutStubs([[closed, stub], [stub, closed]])).toEqual([[closed]])
    const whole = [[closed]]
    expect(withoutStubs(whole)).toBe(whole)
  })
})

describe('isSamePosition', () => {
  it('looks at longitude and latitude, not at the height', () => {
    expect(isSamePosition([1, 2, 3], [1, 2])).toBe(true)
    expect(isSamePosition([1, 2], [1, 2.0000001])).toBe(false)
  })
})
