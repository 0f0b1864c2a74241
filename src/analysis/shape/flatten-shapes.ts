import type { MultiPolygon, Point, Polygon, Position } from 'geojson'
import type { FlatShapes } from '@/analysis/shape/flat-shapes'

/**
 * Geometries as columns, in their order. Every ring is closed, also one that was not; a point is a ring of one
 * position; a geometry without positions is a shape without rings. Nothing is checked: see `isMeasurable`.
 */
export function flattenShapes(geometries: readonly (Point | Polygon | MultiPolygon)[]): FlatShapes {
  const rings = geometries.map(ringsOf)
  const positionCount = rings.flat().reduce((sum, ring) => sum + closedLength(ring), 0)
  const lon = new Float64Array(positionCount)
  const lat = new Float64Array(positionCount)
  const ringStarts = new Uint32Array(rings.reduce((sum, list) => sum + list.length, 0) + 1)
  const shapeStarts = new Uint32Array(geometries.length + 1)

  let position = 0
  let ringIndex = 0
  rings.forEach((list, s) => {
    for (const ring of list) {
      const end = position + closedLength(ring)
      for (let i = 0; position < end; i++, position++) {
        const from = ring[i] ?? ring[0]!
        lon[position] = from[0] ?? NaN
        lat[position] = from[1] ?? NaN
      }
      ringStarts[++ringIndex] = position
    }
    shapeStarts[s + 1] = ringIndex
  })
  return { count: geometries.length, lon, lat, ringStarts, shapeStarts }
}

function ringsOf(geometry: Point | Polygon | MultiPolygon): Position[][] {
  if (geometry.type === 'Point') return [[geometry.coordinates]]
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()
  return rings.filter((ring) => ring.length > 0)
}

function closedLength(ring: readonly Position[]): number {
  const first = ring[0]!
  const last = ring[ring.length - 1]!
  return first[0] === last[0] && first[1] === last[1] ? ring.length : ring.length + 1
}
