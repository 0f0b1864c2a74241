import type { Geometry, Position } from 'geojson'
import { describe, expect, it } from 'vitest'
import { transformGeometry } from '@/data/crs/transform-geometry'

const swap = ([x = NaN, y = NaN]: Position): Position => [y, x]

describe('transformGeometry', () => {
  it.each<[Geometry, Geometry]>([
    [{ type: 'Point', coordinates: [1, 2] }, { type: 'Point', coordinates: [2, 1] }],
    [{ type: 'LineString', coordinates: [[1, 2], [3, 4]] }, { type: 'LineString', coordinates: [[2, 1], [4, 3]] }],
    [{ type: 'Polygon', coordinates: [[[1, 2], [3, 4]], []] }, { type: 'Polygon', coordinates: [[[2, 1], [4, 3]], []] }],
    [{ type: 'MultiPolygon', coordinates: [[[[1, 2]]], [[[5, 6]]]] }, { type: 'MultiPolygon', coordinates: [[[[2, 1]]], [[[6, 5]]]] }],
    [
      { type: 'GeometryCollection', geometries: [{ type: 'MultiPoint', coordinates: [[1, 2]] }] },
      { type: 'GeometryCollection', geometries: [{ type: 'MultiPoint', coordinates: [[2, 1]] }] },
    ],
  ])('converts every position of %j', (geometry, expected) => {
    const before = structuredClone(geometry)
    expect(transformGeometry(geometry, swap)).toEqual(expected)
    expect(geometry).toEqual(before)
  })

  it('leaves an empty geometry as it is', () => {
    expect(transformGeometry({ type: 'Point', coordinates: [] }, swap)).toEqual({ type: 'Point', coordinates: [] })
  })
})
