import type { Geometry, MultiPolygon, Polygon, Position } from 'geojson'
import { areaCentroid } from '@/analysis/shape/area-centroid'
import { flattenShapes } from '@/analysis/shape/flatten-shapes'
import { inscribedCircle } from '@/analysis/shape/inscribed-circle'
import { createPlaneShape, isInPlaneShape, loadPlaneShape } from '@/analysis/shape/plane-shape'
import { planeOfPair } from '@/analysis/shape/shape-distance'

const shape = createPlaneShape()

/**
 * A position that stands for a geometry in a table, degrees: of an area its centre of gravity, or where that lies
 * outside (an L, a ring) the centre of the largest circle in it; of a line its middle corner; of points the first.
 *
 * @returns Null for a geometry without positions.
 */
export function pointInside(geometry: Geometry): Position | null {
  switch (geometry.type) {
    case 'Point': return geometry.coordinates.length > 1 ? geometry.coordinates : null
    case 'MultiPoint': return geometry.coordinates[0] ?? null
    case 'LineString': return middleOf(geometry.coordinates)
    case 'MultiLineString': return middleOf(geometry.coordinates[0] ?? [])
    case 'Polygon': case 'MultiPolygon': return inArea(geometry)
    case 'GeometryCollection': return geometry.geometries[0] ? pointInside(geometry.geometries[0]) : null
  }
}

const middleOf = (line: readonly Position[]): Position | null => line[Math.floor((line.length - 1) / 2)] ?? null

function inArea(geometry: Polygon | MultiPolygon): Position | null {
  const { lon, lat } = areaCentroid(geometry)
  if (!Number.isFinite(lon) || !Number.isFinite(lat)) return null
  const shapes = flattenShapes([geometry])
  const plane = planeOfPair(shapes, 0, 0)
  loadPlaneShape(shape, shapes, 0, plane)
  if (isInPlaneShape(shape, (lon - plane.lon) * plane.lonM, (lat - plane.lat) * plane.latM)) return [lon, lat]
  const { x, y } = inscribedCircle(shape)
  return [plane.lon + x / plane.lonM, plane.lat + y / plane.latM]
}
