import { area, feature, length } from '@turf/turf'
import type { MultiPolygon, Polygon, Position } from 'geojson'

const M_PER_DEGREE = 111_194.93

/**
 * How far the part outside reaches beyond the outline: the farthest of its corners, or its mean width
 * where the outline cuts right through a building and every corner lies on it.
 */
export function distanceOutsideM(outside: Polygon | MultiPolygon, outline: Polygon | MultiPolygon): number {
  const widthM = (2 * area(outside)) / length(feature(outside), { units: 'meters' })
  return ringsOf(outside).flat().reduce((farthestM, position) => Math.max(farthestM, distanceToOutlineM(position, outline)), widthM)
}

function ringsOf(geometry: Polygon | MultiPolygon): Position[][] {
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()
}

/** Distance from a position to the nearest edge, on a plane that touches the earth there; exact enough for metres. */
export function distanceToOutlineM(position: Position, geometry: Polygon | MultiPolygon): number {
  const [lon, lat] = position as [number, number]
  const lonM = M_PER_DEGREE * Math.cos((lat * Math.PI) / 180)
  const toPlane = ([x, y]: Position): [number, number] => [(x! - lon) * lonM, (y! - lat) * M_PER_DEGREE]
  let nearestM = Infinity
  for (const ring of ringsOf(geometry)) {
    for (let i = 1; i < ring.length; i++) {
      nearestM = Math.min(nearestM, distanceToSegment(toPlane(ring[i - 1]!), toPlane(ring[i]!)))
    }
  }
  return nearestM
}

/** Distance from the origin to a segment. */
function distanceToSegment([ax, ay]: [number, number], [bx, by]: [number, number]): number {
  const [dx, dy] = [bx - ax, by - ay]
  const length2 = dx * dx + dy * dy
  const along = length2 === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length2))
  return Math.hypot(ax + along * dx, ay + along * dy)
}
