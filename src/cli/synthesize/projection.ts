import type { Position } from 'geojson'
import type { Point, Ring } from '@/cli/synthesize/plane'

/** Middle of the schematic town, degrees WGS84. */
export const ANCHOR = { lon: 119.197, lat: 36.431 } as const

/** Radii of curvature of the WGS84 ellipsoid at the anchor: over 4 km the plane is true to a few centimetres. */
const SEMI_MAJOR_M = 6_378_137
const ECCENTRICITY2 = 0.00669437999014
const SIN2 = Math.sin((ANCHOR.lat * Math.PI) / 180) ** 2
const NORTH_RADIUS_M = (SEMI_MAJOR_M * (1 - ECCENTRICITY2)) / (1 - ECCENTRICITY2 * SIN2) ** 1.5
const EAST_RADIUS_M = (SEMI_MAJOR_M / Math.sqrt(1 - ECCENTRICITY2 * SIN2)) * Math.cos((ANCHOR.lat * Math.PI) / 180)

/** Local metres to degrees, rounded; 7 decimals are 1 cm, 6 are 10 cm. */
export function toPosition([x, y]: Point, decimals: 6 | 7): Position {
  const scale = 10 ** decimals
  const lon = ANCHOR.lon + (x / EAST_RADIUS_M) * (180 / Math.PI)
  const lat = ANCHOR.lat + (y / NORTH_RADIUS_M) * (180 / Math.PI)
  return [Math.round(lon * scale) / scale, Math.round(lat * scale) / scale]
}

/** Degrees to local metres. */
export function toLocal(position: Position): Point {
  const [lon, lat] = [position[0] ?? NaN, position[1] ?? NaN]
  return [((lon - ANCHOR.lon) * Math.PI * EAST_RADIUS_M) / 180, ((lat - ANCHOR.lat) * Math.PI * NORTH_RADIUS_M) / 180]
}

/** Closed GeoJSON ring; an outer ring runs counter-clockwise (RFC 7946), a hole clockwise. */
export function toRing(ring: Ring, decimals: 6 | 7, hole = false): Position[] {
  const points = hole ? [...ring].reverse() : ring
  const positions = points.map((point) => toPosition(point, decimals))
  return [...positions, positions[0]!]
}
