import { describe, expect, it } from 'vitest'
import { areaCentroid } from '@/analysis/shape/area-centroid'
import { at, drawn, rectangle, withHole } from '../../fixtures/drawn'

/** Compares to a tenth of a millimetre: 1e-9 degrees. */
function expectAt({ lon, lat }: { lon: number; lat: number }, x: number, y: number) {
  const [expectedLon, expectedLat] = at(x, y) as [number, number]
  expect(Math.abs(lon - expectedLon)).toBeLessThan(1e-9)
  expect(Math.abs(lat - expectedLat)).toBeLessThan(1e-9)
}

describe('areaCentroid', () => {
  it('is the middle of a rectangle', () => {
    expectAt(areaCentroid(rectangle(10, 20, 50, 12)), 35, 26)
  })

  it('weighs the wings of an L by their area, whatever way the ring runs', () => {
    // ┌──┐            wings 10 × 30 (centre 5, 15) and 20 × 10 (centre 20, 5):
    // │  │            x = (300·5 + 200·20) / 500 = 11, y = (300·15 + 200·5) / 500 = 11
    // │  └────┐
    // └───────┘
    const corners: [number, number][] = [[0, 0], [30, 0], [30, 10], [10, 10], [10, 30], [0, 30]]
    expectAt(areaCentroid(drawn(...corners)), 11, 11)
    expectAt(areaCentroid(drawn(...corners.reverse())), 11, 11)
  })

  it('counts a hole as missing', () => {
    // 40 × 40 (centre 20) less 10 × 10 (centre 5): (1600·20 − 100·5) / 1500 = 21
    expectAt(areaCentroid(withHole(rectangle(0, 0, 40, 40), rectangle(0, 0, 10, 10))), 21, 21)
  })

  it('weighs several parts by their area', () => {
    // 10 × 10 at x 5 and 10 × 30 at x 105: (100·5 + 300·105) / 400 = 80
    const parts = { type: 'MultiPolygon' as const, coordinates: [rectangle(0, 0, 10, 10).coordinates, rectangle(100, -10, 10, 30).coordinates] }
    expectAt(areaCentroid(parts), 80, 5)
  })

  it('takes the mean of the corners where there is no area', () => {
    expectAt(areaCentroid({ type: 'Polygon', coordinates: [[at(0, 0), at(10, 0), at(20, 0), at(0, 0)]] }), 10, 0)
  })

  it('has no place without positions', () => {
    expect(areaCentroid({ type: 'MultiPolygon', coordinates: [] })).toEqual({ lon: NaN, lat: NaN })
  })
})
