import fc from 'fast-check'
import type { Polygon } from 'geojson'
import { describe, expect, it } from 'vitest'
import { findFreeGapM } from '@/analysis/assembly/find-free-gap'
import { flattenShapes } from '@/analysis/shape/flatten-shapes'
import { createPlaneShape, loadPlaneShape } from '@/analysis/shape/plane-shape'

const box = (x: number, y: number, width: number, height: number): Polygon =>
  ({ type: 'Polygon', coordinates: [[[x, y], [x + width, y], [x + width, y + height], [x, y + height]]] })
const plane = { lon: 0, lat: 0, lonM: 1, latM: 1 }

function freeM(a: Polygon, b: Polygon, pieces: number[][], limitM: number, isInWater: (x: number, y: number) => boolean = () => false): number {
  const [first, second] = [createPlaneShape(), createPlaneShape()]
  const shapes = flattenShapes([a, b])
  loadPlaneShape(first, shapes, 0, plane)
  loadPlaneShape(second, shapes, 1, plane)
  return findFreeGapM(first, second, { ends: pieces.flat(), isInWater }, limitM)
}

describe('findFreeGapM', () => {
  /*
   *  10 ┌────┐    ┌────┐   The wall stands at x = 7 from y = −2 to 12, two metres beyond both ends:
   *     │ A  │ |  │ B  │   around its upper end (7, 12) from corner (5, 10) it goes on to B's top
   *   0 └────┘ |  └────┘   only at x ≥ 9 … (9, 10): from (5, 10) to (9, 10) through (7, 12) is no
   *     0    5  7  9       straight line, so nothing connects them but a line from top to top: none.
   */
  it('finds nothing where a straight line cannot pass', () => {
    expect(freeM(box(0, 0, 5, 10), box(9, 0, 5, 10), [[7, -2, 7, 12]], 50)).toBe(Infinity)
  })

  it('slips past the end of a wall', () => {
    // A is 20 high: the line through the wall's end (7, 12) to B's corner (9, 10) leaves A at (5, 14): √(16 + 16).
    expect(freeM(box(0, 0, 5, 20), box(9, 0, 5, 10), [[7, -2, 7, 12]], 50)).toBeCloseTo(4 * Math.SQRT2, 4)
    expect(freeM(box(0, 0, 5, 20), box(9, 0, 5, 10), [[7, -2, 7, 12]], 5)).toBe(Infinity)
  })

  it('passes between two walls', () => {
    expect(freeM(box(0, 0, 5, 20), box(9, 0, 5, 20), [[7, -2, 7, 12], [7, 12.1, 7, 30]], 50)).toBeCloseTo(4, 4)
  })

  it('does not start in water', () => {
    expect(freeM(box(0, 0, 5, 20), box(9, 0, 5, 20), [], 50, () => true)).toBe(Infinity)
  })

  it('is never shorter than without a wall, and never longer with less of it', () => {
    const place = fc.integer({ min: -10, max: 30 })
    fc.assert(fc.property(fc.tuple(place, place, place, place), fc.integer({ min: 0, max: 15 }), ([x1, y1, x2, y2], lift) => {
      const [a, b] = [box(0, 0, 8, 12), box(12, lift, 6, 9)]
      const [open, whole, half] = [[], [[x1, y1, x2, y2]], [[x1, y1, (x1 + x2) / 2, (y1 + y2) / 2]]].map((walls) => freeM(a, b, walls, 40))
      expect(whole!).toBeGreaterThanOrEqual(open! - 1e-6)
      expect(whole!).toBeGreaterThanOrEqual(half! - 0.02)
    }), { numRuns: 60 })
  })
})
