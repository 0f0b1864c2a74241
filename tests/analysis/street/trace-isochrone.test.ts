import { area as areaM2 } from '@turf/turf'
import type { MultiPolygon } from 'geojson'
import { describe, expect, it } from 'vitest'
import { flattenShapes } from '@/analysis/shape/flatten-shapes'
import { pointInShape } from '@/analysis/shape/shape-distance'
import { traceIsochrone } from '@/analysis/street/trace-isochrone'
import { at } from '../../fixtures/drawn'
import { drawnTown, joined, rails, road, water } from '../../fixtures/drawn-streets'

type Metres = [number, number]
const trace = (town: ReturnType<typeof drawnTown>, from: Metres, ...bandsM: number[]) =>
  traceIsochrone(town.streets, town.barriers, joined(town, from), [0], bandsM, 60)
const widest = (...question: Parameters<typeof trace>) => trace(...question)[0]!
const covers = (area: MultiPolygon, x: number, y: number) => {
  const [lon, lat] = at(x, y)
  return pointInShape(lon!, lat!, flattenShapes([area]), 0)
}
const signedArea = (ring: number[][]) => ring.slice(1).reduce((sum, [x, y], i) => sum + (ring[i]![0]! - ring[0]![0]!) * (y! - ring[0]![1]!) - (x! - ring[0]![0]!) * (ring[i]![1]! - ring[0]![1]!), 0)

//   y 300 ┌────────┐
//         │        │      a block of 300 m, a dead end to the west
//   y 0 ──┴────────┘
const block = [road('A', [[-200, 0], [0, 0], [300, 0], [300, 300], [0, 300], [0, 0]])]

describe('traceIsochrone', () => {
  it('gives each band once, widest first, with its minutes', () => {
    const bands = trace(drawnTown(block), [0, 0], 180, 300, 180, 0, NaN, -5)
    expect(bands.map(({ maxM, minutes }) => [maxM, minutes])).toEqual([[300, 5], [180, 3]])
  })

  it('covers the ground beside the reached streets and not the middle of a block', () => {
    const { area } = widest(drawnTown(block), [0, 0], 700)
    expect([covers(area, 150, 30), covers(area, 30, 150), covers(area, -100, -40)]).toEqual([true, true, true])
    expect([covers(area, 150, 150), covers(area, 150, -75)]).toEqual([false, false])
    // The block is a hole.
    expect(area.coordinates.map((polygon) => polygon.length)).toEqual([2])
  })

  it('ends where the way ends', () => {
    const { area } = widest(drawnTown(block), [0, 0], 150)
    expect([covers(area, 140, 0), covers(area, 160, 0), covers(area, 120, 25), covers(area, 120, 45)]).toEqual([true, false, true, false])
  })

  it('has about the area that the ground has', () => {
    // Straight street of 600 m, 200 m each way from the middle: 120 m wide for 280 m, two ends that taper to a point.
    // Beyond 140 m along: y from 0 to 200 − x each side. 280 × 120 + 2 × (60 × 60) = 40 800 m².
    const { area } = widest(drawnTown([road('A', [[-300, 0], [300, 0]])]), [0, 0], 200)
    expect(Math.abs(areaM2(area) - 40_800)).toBeLessThan(700)
  })

  it('winds rings as RFC 7946 asks: closed, outer ones counter-clockwise, holes clockwise', () => {
    for (const { area } of trace(drawnTown(block), [0, 0], 700, 400)) {
      for (const [outer, ...holes] of area.coordinates) {
        for (const ring of [outer!, ...holes]) expect(ring[0]).toEqual(ring[ring.length - 1])
        expect(signedArea(outer!)).toBeGreaterThan(0)
        for (const hole of holes) expect(signedArea(hole)).toBeLessThan(0)
      }
    }
  })

  it('rounds to 6 decimals', () => {
    const { area } = widest(drawnTown(block), [0, 0], 300)
    for (const value of area.coordinates.flat(3)) expect(value).toBe(Math.round(value * 1e6) / 1e6)
  })

  it('keeps a narrow band inside a wide one', () => {
    const [wide, narrow] = trace(drawnTown(block), [0, 0], 400, 240)
    for (const [lon, lat] of narrow!.area.coordinates.flat(2)) {
      // The outlines may run together beside a street: look a metre towards the start.
      const [x, y] = [lon! + (at(0, 0)[0]! - lon!) * 0.02, lat! + (at(0, 0)[1]! - lat!) * 0.02]
      if (pointInShape(x, y, flattenShapes([narrow!.area]), 0)) expect(pointInShape(x, y, flattenShapes([wide!.area]), 0)).toBe(true)
    }
  })

  describe('at a river', () => {
    //  ─────────────── B  y 70
    //  ≈≈≈≈≈≈≈≈≈≈≈≈≈≈≈    y 20 … 50
    //  ─────────────── A  y 0
    const waters = [water([-400, 20], [600, 20], [600, 50], [-400, 50])]
    const banks = [road('A', [[-200, 0], [0, 0], [200, 0]]), road('B', [[-200, 70], [0, 70], [200, 70]])]

    it('ends at the shore without a bridge', () => {
      const { area, streets } = widest(drawnTown(banks, { waters }), [0, 0], 300)
      expect(streets.coordinates).toHaveLength(1)
      expect([covers(area, 0, 17), covers(area, 100, 17)]).toEqual([true, true])
      expect([-150, -75, 0, 33, 100, 150].map((x) => [20.5, 35, 49, 52, 60].map((y) => covers(area, x, y))).flat()).not.toContain(true)
    })

    it('goes over by the bridge, and leaves the water beside it out', () => {
      const town = drawnTown([...banks, road('bridge', [[0, 0], [0, 70]], { bridge: true })], { waters })
      const { area } = widest(town, [-100, 0], 400)
      expect([covers(area, 0, 35), covers(area, 80, 80), covers(area, -80, 80)]).toEqual([true, true, true])
      expect([covers(area, 60, 35), covers(area, -60, 35)]).toEqual([false, false])
    })
  })

  it('does not lie across rails', () => {
    const railways = [rails([-400, 10], [400, 14])]
    const { area } = widest(drawnTown([road('A', [[-200, 0], [200, 0]])], { railways }), [0, 0], 300)
    expect([-150, -90, 0, 45, 150].map((x) => [13 + x / 100, 20, 35].map((y) => covers(area, x, y))).flat()).not.toContain(true)
    expect([covers(area, 0, 9), covers(area, 0, -40)]).toEqual([true, true])
  })

  it('is empty for an origin that cannot be reached', () => {
    const bands = trace(drawnTown(block), [900, 900], 500)
    expect(bands.map(({ area, streets }) => [area.coordinates, streets.coordinates])).toEqual([[[], []]])
  })
})
