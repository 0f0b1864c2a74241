import type { MultiPolygon, Polygon, Position } from 'geojson'
import { findSelfIntersections } from '@/analysis/shape/find-self-intersections'

export const SHAPE_PROBLEMS = ['noPositions', 'notClosed', 'noArea', 'crossesItself'] as const
export type ShapeProblem = (typeof SHAPE_PROBLEMS)[number]

/** Why an area has no inside that can be measured; null if all is well. */
export function shapeProblem(geometry: Polygon | MultiPolygon): ShapeProblem | null {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  const rings = polygons.flat()
  if (polygons.some((polygon) => polygon.length === 0) || rings.length === 0 || rings.some((ring) => ring.length === 0)) return 'noPositions'
  if (rings.flat().some(([lon, lat]) => !Number.isFinite(lon) || !Number.isFinite(lat))) return 'noPositions'
  if (rings.some((ring) => String(ring[0]!.slice(0, 2)) !== String(ring[ring.length - 1]!.slice(0, 2)))) return 'notClosed'
  if (rings.some(hasNoArea)) return 'noArea'
  return findSelfIntersections([{ id: '', geometry }], '').length > 0 ? 'crossesItself' : null
}

/** True if all positions lie on one line: a corner that turns is what makes a ring an area. */
function hasNoArea(ring: readonly Position[]): boolean {
  const [lon0, lat0] = ring[0] as [number, number]
  const far = ring.reduce((best, position) => (spread(position) > spread(best) ? position : best))
  function spread([lon, lat]: Position) {
    return Math.abs(lon! - lon0) + Math.abs(lat! - lat0)
  }
  return ring.every(([lon, lat]) => Math.abs((lon! - lon0) * (far[1]! - lat0) - (lat! - lat0) * (far[0]! - lon0)) <= 1e-9 * spread(far) ** 2)
}
