import { area, difference, feature, featureCollection, intersect, length } from '@turf/turf'
import type { MultiPolygon, Polygon, Position } from 'geojson'
import { areaOf, partsOf } from '@/analysis/repair/area-of'
import { dropSlivers } from '@/analysis/repair/drop-slivers'
import { measureChange } from '@/analysis/repair/repair-area'
import { isInsideArea, mayOverlap } from '@/analysis/repair/relate-areas'
import { distanceOutsideM } from '@/analysis/shape/distance-outside'
import { findSelfIntersections } from '@/analysis/shape/find-self-intersections'
import { windRings } from '@/analysis/shape/wind-rings'
import type { AreaGeometry, Repair } from '@/domain/import'

/** As in the check of a folder: neighbours drawn along the same line may overlap by a rounding of coordinates. */
const OVERLAP_ALLOWED_M2 = 1
/** Two surveys of one wall differ by so much; what is more is two claims to the same ground. */
const OVERLAP_SHARE = 0.05
const OVERLAP_WIDTH_M = 1
/** As in the check of a folder. */
const OUTSIDE_ALLOWED_M = 0.5
/** A roof drawn instead of the wall; what is more stands on somebody else's ground. */
const OUTSIDE_M = 2

/**
 * How an area stands to another: `fits` as it is, `cut` to fit with what that changes, or too far off (`amiss`).
 * `areaM2` is what they share, or what lies outside; `distanceM` how wide that is, or how far it reaches.
 */
export type Fit =
  | { kind: 'fits' }
  | { kind: 'cut'; geometry: AreaGeometry; repair: Repair; areaM2: number; distanceM: number }
  | { kind: 'amiss'; areaM2: number; distanceM: number }

/** An area beside its neighbour. A strip of at most 5 % of the smaller one and 1 m mean width is cut off along the neighbour. */
export function fitBeside(geometry: AreaGeometry, neighbour: AreaGeometry): Fit {
  if (!mayOverlap(geometry, neighbour)) return { kind: 'fits' }
  const shared = intersect(pairOf(geometry, neighbour))?.geometry
  if (!shared || area(shared) <= OVERLAP_ALLOWED_M2) return { kind: 'fits' }
  const [areaM2, distanceM] = [area(shared), widthM(shared)]
  const isSmall = areaM2 <= OVERLAP_SHARE * Math.min(area(geometry), area(neighbour)) && distanceM <= OVERLAP_WIDTH_M
  return cutOr(isSmall ? difference(pairOf(geometry, neighbour))?.geometry : undefined, 'overlap', geometry, areaM2, distanceM)
}

/** A building in its community. What stands over the line by 0.5 m to 2 m is cut off along it; less is left as it is. */
export function fitInside(geometry: AreaGeometry, outline: AreaGeometry): Fit {
  if (isInsideArea(geometry, outline)) return { kind: 'fits' }
  const outside = difference(pairOf(geometry, outline))?.geometry
  if (!outside) return { kind: 'fits' }
  const [areaM2, distanceM] = [area(outside), distanceOutsideM(outside, outline)]
  if (distanceM <= OUTSIDE_ALLOWED_M) return { kind: 'fits' }
  return cutOr(distanceM <= OUTSIDE_M ? intersect(pairOf(geometry, outline))?.geometry : undefined, 'outside', geometry, areaM2, distanceM)
}

function cutOr(cut: Polygon | MultiPolygon | undefined, kind: Repair['kind'], geometry: AreaGeometry, areaM2: number, distanceM: number): Fit {
  const parts = cut ? dropSlivers(partsOf(cut).map((rings) => windRings(rings.map(rounded)))) : []
  // A cut that leaves nothing, or lines that cross, is no way out.
  if (parts.length === 0 || findSelfIntersections([{ id: '', geometry: areaOf(parts) }], '').length > 0) return { kind: 'amiss', areaM2, distanceM }
  return { kind: 'cut', geometry: areaOf(parts), repair: { kind, ...measureChange(partsOf(geometry), parts), isHarmless: false }, areaM2, distanceM }
}

/** To 1 cm, without corners that fall together. */
function rounded(ring: readonly Position[]): Position[] {
  const corners = ring.map(([lon, lat]) => [Number(lon!.toFixed(7)), Number(lat!.toFixed(7))])
  return corners.filter((corner, i) => i === 0 || String(corner) !== String(corners[i - 1]))
}

/** Of the widest part: twice its area over its perimeter. */
function widthM(shared: Polygon | MultiPolygon): number {
  return partsOf(shared).reduce((widest, rings) => {
    const part = { type: 'Polygon' as const, coordinates: rings }
    return Math.max(widest, (2 * area(part)) / length(feature(part), { units: 'meters' }))
  }, 0)
}

const pairOf = (a: AreaGeometry, b: AreaGeometry) => featureCollection([feature(a), feature(b)])
