import fc from 'fast-check'
import type { Polygon } from 'geojson'
import { describe, expect, it } from 'vitest'
import { findLinks } from '@/analysis/assembly/find-links'
import { flattenShapes } from '@/analysis/shape/flatten-shapes'
import { nearestBetween } from '@/analysis/shape/shape-distance'
import { drawn, rectangle, withHole } from '../../fixtures/drawn'

const list = (shapes: Polygon[], maxGapM: number) => {
  const { a, b, gapM } = findLinks(flattenShapes(shapes), maxGapM)
  return [...a].map((s, i) => [s, b[i], Math.round(gapM[i]! * 1000) / 1000])
}

describe('findLinks', () => {
  /*
   *  ┌───┐  ┌───┐┌───┐
   *  │ 0 │5m│ 2 ││ 1 │    2 and 1 are 5 cm apart
   *  └───┘  └───┘└───┘
   *              ┌───┐    3 shares a corner with 2
   *              │ 3 │
   */
  const shapes = [rectangle(0, 0, 20, 15), rectangle(45.05, 0, 20, 15), rectangle(25, 0, 20, 15), rectangle(45, -10, 20, 10)]

  it('lists pairs in order with their gap', () => {
    expect(list(shapes, 5)).toEqual([[0, 2, 5], [1, 2, 0.05], [1, 3, 0], [2, 3, 0]])
  })

  it('leaves out what is further away', () => {
    expect(list(shapes, 4.99)).toEqual([[1, 2, 0.05], [1, 3, 0], [2, 3, 0]])
    expect(list(shapes, 0)).toEqual([[1, 3, 0], [2, 3, 0]])
  })

  it('takes overlaps and covers as 0 and keeps the distance in a hole', () => {
    const ring = withHole(rectangle(0, 0, 20, 20), rectangle(5, 5, 10, 10))
    expect(list([ring, rectangle(18, 3, 5, 5), rectangle(8, 8, 4, 4), rectangle(1, 1, 2, 2)], 4)).toEqual([[0, 1, 0], [0, 2, 3], [0, 3, 0]])
  })

  it('gives broken shapes no link', () => {
    const broken: Polygon = { type: 'Polygon', coordinates: [[[NaN, 36], [119, 36], [119, 36.1]]] }
    expect(list([rectangle(0, 0, 5, 5), broken, rectangle(0, 0, 5, 5), { type: 'Polygon', coordinates: [] }], 100)).toEqual([[0, 2, 0]])
    expect(list([], 8)).toEqual([])
  })

  it('agrees with measuring every pair', () => {
    const place = fc.integer({ min: 0, max: 150 })
    const shape = fc.tuple(place, place, fc.integer({ min: 2, max: 30 }), fc.integer({ min: 2, max: 30 }), fc.integer({ min: -9, max: 9 }))
      .map(([x, y, width, height, lean]) => drawn([x, y], [x + width, y + lean], [x + width, y + height + lean], [x, y + height]))
    fc.assert(fc.property(fc.array(shape, { maxLength: 25 }), fc.integer({ min: 0, max: 25 }), (polygons, maxGapM) => {
      const flat = flattenShapes(polygons)
      const found = findLinks(flat, maxGapM + 0.0005)
      const expected: number[][] = []
      for (let a = 0; a < polygons.length; a++) {
        for (let b = a + 1; b < polygons.length; b++) {
          const { gapM } = nearestBetween(flat, a, b)
          if (gapM <= maxGapM + 0.0005) expected.push([a, b, gapM])
        }
      }
      expect([...found.a].map((a, i) => [a, found.b[i], found.gapM[i]])).toEqual(expected)
    }))
  })
})
