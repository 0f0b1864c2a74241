import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indexPoints, stripsOf } from '@/analysis/shape/index-points'

const index = (positions: readonly (readonly [number, number])[], radiusM = 250) =>
  indexPoints({ lon: Float64Array.from(positions, ([lon]) => lon), lat: Float64Array.from(positions, ([, lat]) => lat) }, radiusM)

describe('indexPoints', () => {
  it('arranges by strips as high as a circle, then from west to east', () => {
    // 2 × 250 m are 0.0045°: 1 and 3 lie in the southern strip, 0, 2 and 4 two strips further north.
    const { point, starts, lon, lat, stripCount } = index([[119.3, 36.41], [119.2, 36.4], [119.1, 36.4101], [119.1, 36.4001], [119.2, 36.4102]])
    expect(stripCount).toBe(3)
    expect([...point]).toEqual([3, 1, 2, 4, 0])
    expect([...starts]).toEqual([0, 2, 2, 5])
    expect([lon[0], lat[0]]).toEqual([119.1, 36.4001])
  })

  it('leaves out what has no position', () => {
    expect([...index([[NaN, 36], [119, 36], [119, Infinity]]).point]).toEqual([1])
    expect(index([]).count).toBe(0)
  })

  it('bears points in one place, and one far off', () => {
    expect([...index([[119, 36], [119, 36], [119, 36]]).point]).toEqual([0, 1, 2])
    // All but one share a column.
    expect([...index([[119.0000003, 36], [119.0000001, 36], [119.0000002, 36], [-70, 36]]).point]).toEqual([3, 1, 2, 0])
  })

  it('puts what lies beyond the points into the first and last strip', () => {
    expect([...stripsOf(index([[119, 36], [119, 36.01]]), Float64Array.of(10, 36.0001, 80))]).toEqual([0, 0, 2])
  })

  it('keeps every point once, in order', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.double({ min: 118, max: 120, noNaN: true }), fc.double({ min: 36, max: 37, noNaN: true })), { maxLength: 200 }), fc.integer({ min: 0, max: 90_000 }), (positions, radiusM) => {
      const { point, starts, lon, count, stripCount } = index(positions, radiusM)
      expect([...point].sort((a, b) => a - b)).toEqual(positions.map((_, i) => i))
      expect(starts[stripCount]).toBe(count)
      for (let s = 0; s < stripCount; s++) for (let i = starts[s]! + 1; i < starts[s + 1]!; i++) expect(lon[i]!).toBeGreaterThanOrEqual(lon[i - 1]!)
    }), { numRuns: 60 })
  })
})
