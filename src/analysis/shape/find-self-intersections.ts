import { kinks, polygon } from '@turf/turf'
import type { MultiPolygon, Polygon, Position } from 'geojson'
import type { Finding } from '@/domain/finding'

/** A record with an area. */
export interface AreaRecord {
  id: string
  geometry: Polygon | MultiPolygon
}

/**
 * Areas whose outline crosses or touches itself, one error finding each, at its first crossing.
 *
 * A hole may touch its outer ring in a point, and a vertex may be repeated in a row; both are drawn
 * and measured right.
 */
export function findSelfIntersections(records: readonly AreaRecord[], file: string): Finding[] {
  return records.flatMap(({ id, geometry }): Finding[] => {
    const crossings = crossingsOf(geometry)
    if (crossings.length === 0) return []
    const [lon, lat] = crossings[0]! as [number, number]
    const params = { lon: Number(lon.toFixed(7)), lat: Number(lat.toFixed(7)), places: crossings.length }
    return [{ code: 'self-intersection', severity: 'error', file, feature: id, field: 'geometry', params }]
  })
}

function crossingsOf(geometry: Polygon | MultiPolygon): Position[] {
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  const rings = parts.flat().map(withoutRepeats)
  const within = rings.flatMap((ring) => pointsOf([ring]))
  if (rings.length === 1) return unique(within)
  const vertices = new Set(rings.flat().map(String))
  const between = pointsOf(rings).filter((point) => !vertices.has(String(point)))
  return unique([...within, ...between])
}

/** Crossings of the edges of some rings; which ring is a hole makes no difference here. */
function pointsOf(rings: Position[][]): Position[] {
  return kinks(polygon(rings)).features.map(({ geometry }) => geometry.coordinates)
}

function withoutRepeats(ring: Position[]): Position[] {
  return ring.filter(([lon, lat], i) => i === 0 || lon !== ring[i - 1]![0] || lat !== ring[i - 1]![1])
}

function unique(points: readonly Position[]): Position[] {
  return [...new Map(points.map((point) => [String(point), point])).values()]
}
