import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Reach } from '@/analysis/reach/reach'
import { measureAccessibility } from '@/analysis/siting/measure-accessibility'

/** Facility → indices of the points in its reach; distances take no part. */
function reachOf(rows: readonly (readonly number[])[]): Reach {
  const point = rows.flat()
  const starts = rows.reduce((list, row) => [...list, list[list.length - 1]! + row.length], [0])
  return { starts: Uint32Array.from(starts), point: Uint32Array.from(point), distanceM: new Float64Array(point.length) }
}
const measure = (rows: number[][], capacity: number[], people: number[]) =>
  [...measureAccessibility(reachOf(rows), Float64Array.from(capacity), Float64Array.from(people))]

describe('measureAccessibility', () => {
  it('follows the two steps', () => {
    //  ╭──── F0: 30 places ────╮
    //  │   p0: 100     p1: 50  │╭── F1: 20 places ─╮        p3: 70
    //  ╰───────────────────────╯│                  │
    //                  p1       │  p2: 150         │
    //                           ╰──────────────────╯
    // Step 1: F0 30 / (100 + 50) = 0.2 places per person; F1 20 / (50 + 150) = 0.1.
    // Step 2: p0 0.2; p1 0.2 + 0.1 = 0.3; p2 0.1; p3 is reached by none: 0.
    const places = measure([[0, 1], [1, 2]], [30, 20], [100, 50, 150, 70])
    expect(places.map((place) => Number(place.toFixed(12)))).toEqual([0.2, 0.3, 0.1, 0])
  })

  it('leaves out a facility of unknown capacity, and does not call its people unserved', () => {
    // p0 only by the unknown one: unknown. p1 by both: what is known. p2 by none: 0.
    expect(measure([[0, 1], [1]], [NaN, 10], [100, 50, 30])).toEqual([NaN, 0.2, 0])
  })

  it('takes no capacity that is no amount', () => {
    expect(measure([[0], [1]], [-5, Infinity], [10, 10])).toEqual([NaN, NaN])
  })

  it('counts a facility without places as one', () => {
    expect(measure([[0]], [0], [10])).toEqual([0])
  })

  it('has no places per person where there are no people', () => {
    expect(measure([[0]], [12], [0])).toEqual([NaN])
    // A point without people beside one with people has the same chance as that.
    expect(measure([[0, 1]], [12], [0, 24])).toEqual([0.5, 0.5])
  })

  it('gives nobody more places than there are: people × places sum to the capacity in use', () => {
    const instance = fc.record({
      people: fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 6, maxLength: 6 }),
      facilities: fc.array(fc.tuple(fc.subarray([0, 1, 2, 3, 4, 5]), fc.integer({ min: 0, max: 90 })), { maxLength: 6 }),
    })
    fc.assert(fc.property(instance, ({ people, facilities }) => {
      const places = measure(facilities.map(([row]) => row), facilities.map(([, capacity]) => capacity), people)
      const inUse = facilities.reduce((sum, [row, capacity]) => sum + (row.length > 0 ? capacity : 0), 0)
      expect(places.reduce((sum, place, i) => sum + place * people[i]!, 0)).toBeCloseTo(inUse, 9)
    }))
  })
})
