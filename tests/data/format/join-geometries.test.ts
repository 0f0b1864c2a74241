import { expect, it } from 'vitest'
import { joinGeometries, type SimpleGeometry } from '@/data/format/join-geometries'

const point: SimpleGeometry = { type: 'Point', coordinates: [1, 2] }
const line: SimpleGeometry = { type: 'LineString', coordinates: [[1, 2], [3, 4]] }
const area: SimpleGeometry = { type: 'Polygon', coordinates: [[[0, 0], [1, 0], [1, 1], [0, 0]]] }

it('makes one geometry of parts', () => {
  expect(joinGeometries([])).toBeNull()
  expect(joinGeometries([area])).toBe(area)
  expect(joinGeometries([point, point])).toEqual({ type: 'MultiPoint', coordinates: [[1, 2], [1, 2]] })
  expect(joinGeometries([line, line])).toEqual({ type: 'MultiLineString', coordinates: [line.coordinates, line.coordinates] })
  expect(joinGeometries([area, area])).toEqual({ type: 'MultiPolygon', coordinates: [area.coordinates, area.coordinates] })
  expect(joinGeometries([point, area])).toEqual({ type: 'GeometryCollection', geometries: [point, area] })
})
