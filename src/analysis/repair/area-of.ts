import type { Position } from 'geojson'
import type { AreaGeometry } from '@/domain/import'

/** An area of one part is a polygon, of any other number a multipolygon. */
export function areaOf(parts: Position[][][]): AreaGeometry {
  return parts.length === 1 ? { type: 'Polygon', coordinates: parts[0]! } : { type: 'MultiPolygon', coordinates: parts }
}

/** The parts of an area, each with its outer ring first. */
export function partsOf(geometry: AreaGeometry): Position[][][] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
}
