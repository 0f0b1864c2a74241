import fc from 'fast-check'
import type { LineString, Point } from 'geojson'
import { describe, expect, it } from 'vitest'
import { nearestOfKinds } from '@/analysis/shape/nearest-of-kinds'
import { at, drawn, rectangle } from '../../fixtures/drawn'

const point = (id: string, x: number, y: number, kindIndex = 0) => ({ id, kindIndex, geometry: { type: 'Point', coordinates: at(x, y) } as Point })
const line = (id: string, corners: [number, number][], kindIndex = 0) =>
  ({ id, kindIndex, geometry: { type: 'LineString', coordinates: corners.map(([x, y]) => at(x, y)) } as LineString })
const near = (value: number, expected: number) => expect(Math.abs(value - expected)).toBeLessThan(0.001)

describe('nearestOfKinds', () => {
  it('measures from the boundary, per kind, and says which', () => {
    //   ┌────────┐        ● B (50, 5)
    //   │ 20 × 10│                            ● A (90, 5)
    //   └────────┘
    //         ▲ M (10, −12)
    const { distanceM, which } = nearestOfKinds([rectangle(0, 0, 20, 10)], [point('A', 90, 5), point('B', 50, 5), point('M', 10, -12, 1)], 3)
    near(distanceM[0]!, 30)
    near(distanceM[1]!, 12)
    expect([...which]).toEqual([1, 2, -1])
    // There is none of the third kind.
    expect(distanceM[2]).toBe(Infinity)
  })

  it('is 0 inside', () => {
    expect(nearestOfKinds([rectangle(0, 0, 20, 10)], [point('A', 10, 5)], 1).distanceM[0]).toBe(0)
  })

  it('measures to a line where it is nearest, between its ends too, and is 0 where it runs across', () => {
    //   ═══════════════ y = 25
    //      ┌──────┐ y = 10
    //      └──────┘
    near(nearestOfKinds([rectangle(0, 0, 20, 10)], [line('A', [[-500, 25], [500, 25]])], 1).distanceM[0]!, 15)
    // Past the corner (20, 10): 3 east, 4 north.
    near(nearestOfKinds([rectangle(0, 0, 20, 10)], [line('A', [[23, 14], [23, 300]])], 1).distanceM[0]!, 5)
    expect(nearestOfKinds([rectangle(0, 0, 20, 10)], [line('A', [[-50, 5], [50, 6]])], 1).distanceM[0]).toBe(0)
  })

  it('does not close a line that goes around', () => {
    //   ┌──────────┐ y = 40    an open U turned over: its ends, at y = 5, are not joined
    //   │  ┌────┐  │
    //   ╵  │20×10  ╵            20 m from x 20 to x 40, 30 m up to y 40
    //      └────┘
    near(nearestOfKinds([rectangle(0, 0, 20, 10)], [line('A', [[-25, 5], [-25, 40], [40, 40], [40, 5]])], 1).distanceM[0]!, 20)
  })

  it('measures into the bay of a shape, not to its box', () => {
    //   ┌─┐   ┌─┐
    //   │ │ ● │ │     bay from x 10 to 50; ● at (30, 30), floor of the bay at y = 10
    //   │ └───┘ │
    //   └───────┘
    const bay = drawn([0, 0], [60, 0], [60, 40], [50, 40], [50, 10], [10, 10], [10, 40], [0, 40])
    near(nearestOfKinds([bay], [point('A', 30, 26)], 1).distanceM[0]!, 16)
  })

  it('takes the lower id of two that are equally near', () => {
    const things = [point('B', 10, 5), point('A', 5, 5)]
    expect(nearestOfKinds([rectangle(0, 0, 20, 10)], things, 1).which[0]).toBe(1)
  })

  it('has NaN for an area without a valid shape', () => {
    const { distanceM } = nearestOfKinds([null, rectangle(0, 0, 20, 10)], [point('A', 50, 5)], 1)
    expect(distanceM[0]).toBeNaN()
    near(distanceM[1]!, 30)
  })

  it('does not let a thing without a position hide a near one', () => {
    const nowhere = { id: 'Z', kindIndex: 0, geometry: { type: 'Point', coordinates: [] } as Point }
    const { distanceM, which } = nearestOfKinds([rectangle(0, 0, 20, 10)], [point('A', 50, 5), nowhere], 1)
    near(distanceM[0]!, 30)
    expect(which[0]).toBe(0)
  })

  it('finds what looking at everything finds', () => {
    const place = fc.tuple(fc.integer({ min: -3000, max: 3000 }), fc.integer({ min: -3000, max: 3000 }), fc.integer({ min: 0, max: 1 }))
    fc.assert(fc.property(fc.array(place, { minLength: 1, maxLength: 12 }), (places) => {
      const area = rectangle(-40, 15, 37, 22)
      const things = places.map(([x, y, kind], i) => point(`H${String(i).padStart(2, '0')}`, x, y, kind))
      const alone = things.map((thing) => nearestOfKinds([area], [thing], 2).distanceM[thing.kindIndex]!)
      const { distanceM } = nearestOfKinds([area], things, 2)
      for (const kind of [0, 1]) expect(distanceM[kind]).toBe(Math.min(...alone.filter((_, i) => things[i]!.kindIndex === kind)))
    }))
  })
})
