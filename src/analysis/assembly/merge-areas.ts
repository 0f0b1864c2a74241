import { difference, feature, featureCollection, intersect, union } from '@turf/turf'
import type { MultiPolygon, Polygon } from 'geojson'
import { convexSharedAreaM2 } from '@/analysis/assembly/clip-area'
import type { Strip } from '@/analysis/assembly/gap-area'
import { measureOutline } from '@/analysis/shape/measure-shape'

type Area = Polygon | MultiPolygon

/** Pieces smaller than this are rounding, m². */
const SLIVER_M2 = 0.01

/** Ground that both cover, m². */
export function sharedAreaM2(a: Area, b: Area): number {
  const convexM2 = convexSharedAreaM2(a, b)
  if (convexM2 !== null) return convexM2
  const shared = intersect(featureCollection([feature(a), feature(b)]))
  return shared === null ? 0 : measureOutline(shared.geometry).areaM2
}

/** Ground that at least one covers, m². */
export function unionAreaM2(areas: readonly Area[]): number {
  const merged = merge(areas)
  return merged === null ? 0 : measureOutline(merged).areaM2
}

/** Strips as one: ground that two of them cover is counted once, ground of the parts not at all. */
export function mergeStrips(strips: readonly Strip[], parts: readonly Area[]): Strip {
  const merged = merge(strips.flatMap(({ polygons }) => polygons))
  if (merged === null) return { areaM2: 0, polygons: [] }
  const left = parts.length === 0 ? merged : difference(featureCollection([feature(merged), ...parts.map((part) => feature(part))]))?.geometry
  const polygons = polygonsOf(left ?? null).filter((piece) => measureOutline(piece).areaM2 > SLIVER_M2)
  return { areaM2: polygons.reduce((sum, piece) => sum + measureOutline(piece).areaM2, 0), polygons }
}

function merge(areas: readonly Area[]): Area | null {
  if (areas.length < 2) return areas[0] ?? null
  return union(featureCollection(areas.map((area) => feature(area))))?.geometry ?? null
}

function polygonsOf(area: Area | null): Polygon[] {
  if (area === null) return []
  if (area.type === 'Polygon') return [area]
  return area.coordinates.map((coordinates): Polygon => ({ type: 'Polygon', coordinates }))
}
