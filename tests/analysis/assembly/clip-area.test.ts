import { difference, featureCollection, feature, intersect } from '@turf/turf'
import fc from 'fast-check'
import type { MultiPolygon, Polygon } from 'geojson'
import { describe, expect, it } from 'vitest'
import { convexSharedAreaM2 } from '@/analysis/assembly/clip-area'
import { measureOutline } from '@/analysis/shape/measure-shape'
import { drawn, rectangle, withHole } from '../../fixtures/drawn'

const BOX = rectangle(0, 0, 20, 15)
const L = drawn([0, 0], [30, 0], [30, 5], [5, 5], [5, 30], [0, 30])

describe('convexSharedAreaM2', () => {
  it.each([
    ['overlap', rectangle(16, 0, 20, 15), 60],
    ['a cross', rectangle(5, -5, 10, 40), 150],
    ['touching', rectangle(20, 0, 5, 5), 0],
    ['apart', rectangle(25, 0, 5, 5), 0],
    ['an L: 20 × 5 + 5 × 10', L, 150],
    ['around a hole of 5 × 5', withHole(rectangle(-5, -5, 40, 40), rectangle(3, 3, 5, 5)), 275],
    ['two parts', { type: 'MultiPolygon', coordinates: [rectangle(-2, 0, 4, 5).coordinates, rectangle(18, 10, 9, 9).coordinates] } as MultiPolygon, 20],
  ] as [string, Polygon | MultiPolygon, number][])('%s', (_, other, areaM2) => {
    expect(convexSharedAreaM2(BOX, other)).toBeCloseTo(areaM2, 1)
    expect(convexSharedAreaM2(other, BOX)).toBeCloseTo(areaM2, 1)
  })

  it('cannot tell for two that are not convex', () => {
    const star = drawn([10, 0], [4, 18], [20, 7], [0, 7], [16, 18]) // turns one way all along
    expect(convexSharedAreaM2(L, L)).toBeNull()
    expect(convexSharedAreaM2(L, star)).toBeNull()
  })

  it('agrees with Turf on rectangles cut by slanted ones', () => {
    const whole = fc.integer({ min: 1, max: 25 })
    fc.assert(fc.property(whole, whole, whole, whole, fc.integer({ min: -10, max: 10 }), (x, y, width, height, lean) => {
      const other = drawn([x, y], [x + width, y + lean], [x + width, y + height + lean], [x, y + height])
      const shared = intersect(featureCollection([feature(BOX), feature(other)]))
      const expectedM2 = shared ? measureOutline(shared.geometry).areaM2 : 0
      expect(Math.abs(convexSharedAreaM2(BOX, other)! - expectedM2)).toBeLessThan(0.05)
      const left = difference(featureCollection([feature(BOX), feature(other)]))
      const leftM2 = left ? measureOutline(left.geometry).areaM2 : 0
      expect(Math.abs(convexSharedAreaM2(BOX, other)! + leftM2 - 300)).toBeLessThan(0.05)
    }))
  })
})
