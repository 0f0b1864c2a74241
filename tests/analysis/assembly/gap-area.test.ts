import type { Polygon } from 'geojson'
import { describe, expect, it } from 'vitest'
import { gapStrip } from '@/analysis/assembly/gap-area'
import { flattenShapes } from '@/analysis/shape/flatten-shapes'
import { nearestBetween } from '@/analysis/shape/shape-distance'
import { drawn, rectangle, withHole } from '../../fixtures/drawn'

const strip = (a: Polygon, b: Polygon) => {
  const shapes = flattenShapes([a, b])
  return gapStrip(shapes, 0, 1, nearestBetween(shapes, 0, 1).gapM)
}

const A = rectangle(0, 0, 20, 15)

describe('gapStrip', () => {
  it.each([
    /*  15 ┌────┐5 m┌────┐
     *     │ A  │███│    │   5 × 15
     *   0 └────┘   └────┘            */
    ['two rectangles side by side', A, rectangle(25, 0, 20, 15), 75],
    ['one that is higher on both sides: only what faces A', A, rectangle(25, -10, 20, 40), 75],
    ['one that is shifted: 5 × 5 face each other', A, rectangle(25, 10, 20, 15), 25],
    ['5 cm', A, rectangle(20.05, 0, 20, 15), 0.75],
    ['a slanted edge, from 4 to 6 m', A, drawn([24, 0], [40, 0], [40, 15], [26, 15]), 75],
    ['corners only', A, rectangle(23, 19, 20, 15), 0],
    ['touching', A, rectangle(20, 0, 20, 15), 0],
    ['crossing', A, rectangle(15, 3, 20, 5), 0],
    ['one in the hole of the other: 20 × 20 less 10 × 10', withHole(rectangle(0, 0, 40, 40), rectangle(10, 10, 20, 20)), rectangle(15, 15, 10, 10), 300],
    /*  25 ┌──┐ 5 ┌─────┐      B stands in the bend of L, 5 m from both arms:
     *     │L │███│  B  │      5 × 20 + 20 × 5 + the corner 5 × 5
     *   5 │  │███└─────┘5
     *     │  └──────────┐0
     * −10 └─────────────┘            */
    ['the bend of an L', drawn([0, -10], [40, -10], [40, 0], [10, 0], [10, 25], [0, 25]), rectangle(15, 5, 25, 20), 5 * 20 + 25 * 5 + 25],
  ] as [string, Polygon, Polygon, number][])('%s', (_, a, b, areaM2) => {
    expect(Math.abs(strip(a, b).areaM2 - areaM2)).toBeLessThan(0.5)
    expect(Math.abs(strip(b, a).areaM2 - areaM2)).toBeLessThan(0.5)
  })

  it('gives closed rings, with the inner part as a hole', () => {
    const { polygons } = strip(withHole(rectangle(0, 0, 40, 40), rectangle(10, 10, 20, 20)), rectangle(15, 15, 10, 10))
    expect(polygons.map(({ coordinates }) => coordinates.length)).toEqual([2])
    for (const ring of polygons[0]!.coordinates) expect(ring[0]).toEqual(ring[ring.length - 1])
  })
})
