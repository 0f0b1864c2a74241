import fc from 'fast-check'
import type { Point } from 'geojson'
import { describe, expect, it } from 'vitest'
import { flattenShapes } from '@/analysis/shape/flatten-shapes'
import { geodesicM } from '@/analysis/shape/metric'
import { distanceToShapeM, nearestBetween, nearestOnShape, pointInShape } from '@/analysis/shape/shape-distance'
import { at, drawn, rectangle, withHole } from '../../fixtures/drawn'

/*
 *  20 ┌─────────────┐        ┌───┐ 12
 *     │   ┌─────┐15 │        │ B │
 *     │   │  H  │   │        └───┘ 8
 *     │   └─────┘5  │       23   27
 *   0 └─────────────┘
 *     0   5    15  20     A is the square without H
 */
const A = withHole(rectangle(0, 0, 20, 20), rectangle(5, 5, 10, 10))
const B = rectangle(23, 8, 4, 4)
const C = rectangle(8, 8, 4, 4) // inside H
const point = (x: number, y: number): Point => ({ type: 'Point', coordinates: at(x, y) })
const gap = (...pair: Parameters<typeof flattenShapes>[0]) => nearestBetween(flattenShapes(pair), 0, 1)

describe('pointInShape', () => {
  it.each([[2, 2, true], [10, 10, false], [17, 10, true], [21, 10, false], [-1, -1, false]])('(%d, %d) is inside: %s', (x, y, isInside) => {
    const [lon, lat] = at(x, y) as [number, number]
    expect(pointInShape(lon, lat, flattenShapes([A]), 0)).toBe(isInside)
  })
})

describe('distanceToShapeM', () => {
  const distance = (x: number, y: number, ...[shape]: Parameters<typeof flattenShapes>[0]) => {
    const [lon, lat] = at(x, y) as [number, number]
    return distanceToShapeM(lon, lat, flattenShapes([shape ?? A]), 0)
  }

  it.each([
    ['inside', 2, 2, 0], ['beside an edge', 24, 7, 4], ['beyond a corner (3, 4)', 23, 24, 5], ['in the hole', 10, 7, 2], ['far', 20, 1020, 1000],
  ])('%s', (_, x, y, expectedM) => {
    expect(distance(x, y)).toBeCloseTo(expectedM, x === 20 ? 0 : 3)
  })

  it('measures to a point', () => {
    expect(distance(3, 4, point(0, 0))).toBeCloseTo(5, 3)
  })

  it('is infinite to nothing', () => {
    expect(distance(3, 4, { type: 'Polygon', coordinates: [] })).toBe(Infinity)
  })

  it('is the geodesic to the nearest of densely sampled places', () => {
    const shape = drawn([0, 0], [120, 40], [60, 150])
    const ring = shape.coordinates[0]!
    fc.assert(fc.property(fc.double({ min: -1000, max: 1000, noNaN: true }), fc.double({ min: -1000, max: 1000, noNaN: true }), (x, y) => {
      const [lon, lat] = at(x, y) as [number, number]
      const shapes = flattenShapes([shape])
      if (pointInShape(lon, lat, shapes, 0)) return
      let sampledM = Infinity
      for (let i = 1; i < ring.length; i++) {
        for (let k = 0; k <= 2000; k++) {
          const [from, to] = [ring[i - 1]!, ring[i]!]
          const share = k / 2000
          sampledM = Math.min(sampledM, geodesicM(lon, lat, from[0]! + share * (to[0]! - from[0]!), from[1]! + share * (to[1]! - from[1]!)))
        }
      }
      const measuredM = distanceToShapeM(lon, lat, shapes, 0)
      expect(measuredM).toBeLessThanOrEqual(sampledM + 1e-4)
      expect(measuredM).toBeGreaterThan(sampledM - 0.05)
    }), { numRuns: 40 })
  })
})

describe('nearestOnShape', () => {
  it('gives the foot on the edge, also from inside', () => {
    const [lon, lat] = at(2, 10) as [number, number]
    const foot = nearestOnShape(lon, lat, flattenShapes([A]), 0)!
    expect(foot[0]).toBeCloseTo(at(0, 10)[0]!, 9)
    expect(foot[1]).toBeCloseTo(at(0, 10)[1]!, 9)
  })
})

describe('nearestBetween', () => {
  it.each([
    ['apart', A, B, 3],
    ['5 cm apart', A, rectangle(20.05, 3, 5, 5), 0.05],
    ['touching along an edge', A, rectangle(20, 3, 5, 5), 0],
    ['sharing a corner', A, rectangle(20, 20, 5, 5), 0],
    ['crossing', A, rectangle(18, 3, 5, 5), 0],
    ['one covering the other', rectangle(0, 0, 20, 20), C, 0],
    ['one in the hole of the other', A, C, 3],
    ['filling the hole', A, rectangle(5, 5, 10, 10), 0],
    ['corner to corner (3, 4)', A, rectangle(23, 24, 5, 5), 5],
    ['a vertex on the middle of a slanted edge', drawn([0, 0], [30, 10], [0, 10]), drawn([15, 5], [30, 0], [30, 4]), 0],
    ['points', point(0, 0), point(3, 4), 5],
  ])('%s', (_, a, b, expectedM) => {
    expect(gap(a, b).gapM).toBeCloseTo(expectedM, 4)
    expect(gap(b, a).gapM).toBe(gap(a, b).gapM)
  })

  it('says where the connection leaves each', () => {
    const { from, to } = gap(A, rectangle(23, 24, 5, 5))
    expect(from[0]).toBeCloseTo(at(20, 20)[0]!, 9)
    expect(to[1]).toBeCloseTo(at(23, 24)[1]!, 9)
  })

  it('is infinite to nothing', () => {
    expect(gap(A, { type: 'Polygon', coordinates: [] }).gapM).toBe(Infinity)
  })
})
