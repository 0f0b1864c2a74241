import { feature, featureCollection, union } from '@turf/turf'
import type { Position } from 'geojson'
import { areaOf } from '@/analysis/repair/area-of'
import { withoutRepeats, withoutSpikes, withoutStubs } from '@/analysis/repair/tidy-rings'
import { findSelfIntersections } from '@/analysis/shape/find-self-intersections'

/** More corners than an honest outline has; cutting it apart would take seconds. */
export const UNKINK_LIMIT = 5_000
/** About 1 cm, as all files of a folder are written; where rounding makes lines cross anew, finer. */
const DECIMALS = [7, 9, 12]

/**
 * An area whose boundary does not cross itself, with the same lines: all ground that the old one runs around, so a bow tie
 * becomes two triangles, and what a loop covers twice stays ground. The union of an area with itself does that, and unlike
 * cutting at each crossing also where lines run on top of each other.
 *
 * @returns Null if it has more than `UNKINK_LIMIT` corners or cannot be cut apart.
 */
export function unkinkArea(parts: Position[][][]): Position[][][] | null {
  if (parts.flat().reduce((sum, ring) => sum + ring.length, 0) > UNKINK_LIMIT) return null
  const united = uniteWithItself(parts)
  if (united === null) return null
  for (const decimals of DECIMALS) {
    const rounded = withoutStubs(united.map((rings) => rings.map((ring) => withoutSpikes(withoutRepeats(roundRing(ring, decimals))))))
    if (findSelfIntersections([{ id: '', geometry: areaOf(rounded) }], '').length === 0) return rounded
  }
  return null
}

function roundRing(ring: readonly Position[], decimals: number): Position[] {
  return ring.map(([lon, lat]) => [Number(lon!.toFixed(decimals)), Number(lat!.toFixed(decimals))])
}

function uniteWithItself(parts: Position[][][]): Position[][][] | null {
  const shape = feature(areaOf(parts))
  try {
    const united = union(featureCollection([shape, shape]))
    if (united === null) return []
    return united.geometry.type === 'Polygon' ? [united.geometry.coordinates] : united.geometry.coordinates
  } catch {
    // The sweep loses its way where many lines run on top of each other.
    return null
  }
}
