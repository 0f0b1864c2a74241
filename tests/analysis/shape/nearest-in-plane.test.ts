import { describe, expect, it } from 'vitest'
import { flattenShapes } from '@/analysis/shape/flatten-shapes'
import { createConnection, nearestInPlane } from '@/analysis/shape/nearest-in-plane'
import { createPlaneShape, loadPlaneShape } from '@/analysis/shape/plane-shape'
import type { Polygon } from 'geojson'

const box = (x: number, y: number, width: number, height: number): Polygon =>
  ({ type: 'Polygon', coordinates: [[[x, y], [x + width, y], [x + width, y + height], [x, y + height]]] })

/** Connection in a plane of one metre per degree. */
function nearest(a: Polygon, b: Polygon, limit2?: number) {
  const [first, second, out] = [createPlaneShape(), createPlaneShape(), createConnection()]
  const shapes = flattenShapes([a, b])
  loadPlaneShape(first, shapes, 0, { lon: 0, lat: 0, lonM: 1, latM: 1 })
  loadPlaneShape(second, shapes, 1, { lon: 0, lat: 0, lonM: 1, latM: 1 })
  nearestInPlane(first, second, out, limit2)
  return out
}

describe('nearestInPlane', () => {
  it.each([
    ['an edge', box(0, 0, 4, 4), box(6, 1, 1, 1), 4],
    ['a corner', box(0, 0, 4, 4), box(7, 8, 1, 1), 25],
    ['a crossing without a vertex inside', box(0, 0, 9, 3), box(3, -3, 3, 9), 0],
    ['a cover', box(0, 0, 9, 9), box(3, 3, 3, 3), 0],
    ['being covered', box(3, 3, 3, 3), box(0, 0, 9, 9), 0],
    ['the same place', box(0, 0, 9, 9), box(0, 0, 9, 9), 0],
  ])('finds %s', (_, a, b, gap2) => {
    expect(nearest(a, b)).toMatchObject({ isFound: true, gap2 })
  })

  it('gives the crossing', () => {
    expect(nearest(box(0, 0, 9, 3), box(3, -3, 3, 9))).toMatchObject({ fromX: 6, fromY: 0, toX: 6, toY: 0 })
  })

  it('finds what is as long as the limit and nothing longer', () => {
    expect(nearest(box(0, 0, 4, 4), box(6, 1, 1, 1), 4)).toMatchObject({ isFound: true, gap2: 4 })
    expect(nearest(box(0, 0, 4, 4), box(6, 1, 1, 1), 3.9)).toMatchObject({ isFound: false, gap2: Infinity })
  })

  it('finds nothing where a coordinate is missing', () => {
    const broken: Polygon = { type: 'Polygon', coordinates: [[[NaN, 0], [NaN, 1], [NaN, 2]]] }
    expect(nearest(box(0, 0, 4, 4), broken)).toMatchObject({ isFound: false, gap2: Infinity })
  })
})
