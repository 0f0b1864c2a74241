import { booleanPointInPolygon } from '@turf/turf'
import type { Geometry, Polygon } from 'geojson'
import { describe, expect, it } from 'vitest'
import { pointInside } from '@/analysis/shape/point-inside'

const [lon, lat] = [119.2, 36.4]
const ring = (...corners: [number, number][]) => [...corners, corners[0]!].map(([x, y]) => [lon + x / 1000, lat + y / 1000])
const polygon = (...rings: number[][][]): Polygon => ({ type: 'Polygon', coordinates: rings })

describe('pointInside', () => {
  it('is the centre of gravity of a square', () => {
    const [x, y] = pointInside(polygon(ring([0, 0], [2, 0], [2, 2], [0, 2])))!
    expect(x).toBeCloseTo(lon + 0.001, 10)
    expect(y).toBeCloseTo(lat + 0.001, 10)
  })

  it.each<[string, Polygon]>([
    ['an L', polygon(ring([0, 0], [10, 0], [10, 1], [1, 1], [1, 10], [0, 10]))],
    ['a frame', polygon(ring([0, 0], [10, 0], [10, 10], [0, 10]), ring([1, 1], [1, 9], [9, 9], [9, 1]))],
  ])('lies inside %s, whose centre of gravity does not', (_, geometry) => {
    expect(booleanPointInPolygon(pointInside(geometry)!, geometry, { ignoreBoundary: true })).toBe(true)
  })

  it('lies in one of several parts', () => {
    const parts = [polygon(ring([0, 0], [1, 0], [1, 1], [0, 1])), polygon(ring([9, 9], [12, 9], [12, 12], [9, 12]))]
    const point = pointInside({ type: 'MultiPolygon', coordinates: parts.map(({ coordinates }) => coordinates) })!
    expect(booleanPointInPolygon(point, parts[1]!, { ignoreBoundary: true })).toBe(true)
  })

  it.each<[Geometry, number[] | null]>([
    [{ type: 'Point', coordinates: [1, 2] }, [1, 2]],
    [{ type: 'Point', coordinates: [] }, null],
    [{ type: 'LineString', coordinates: [[0, 0], [1, 1], [5, 5]] }, [1, 1]],
    [{ type: 'LineString', coordinates: [[0, 0], [1, 1]] }, [0, 0]],
    [{ type: 'MultiLineString', coordinates: [] }, null],
    [{ type: 'MultiPoint', coordinates: [[3, 4]] }, [3, 4]],
    [{ type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [1, 2] }] }, [1, 2]],
    [{ type: 'Polygon', coordinates: [] }, null],
  ])('stands for %j', (geometry, expected) => expect(pointInside(geometry)).toEqual(expected))
})
