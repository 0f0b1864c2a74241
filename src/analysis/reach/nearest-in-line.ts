import type { DemandPoints } from '@/analysis/reach/reach'
import type { FlatShapes } from '@/analysis/shape/flat-shapes'
import { distanceToShapeM } from '@/analysis/shape/shape-distance'

/**
 * Nearest of some shapes to every point in a straight line (WGS84 geodesic), however far.
 *
 * @returns Metres (Infinity without shapes) and position in `indices` (−1 without); of equal ones the first.
 */
export function nearestInLine(
  points: Pick<DemandPoints, 'lon' | 'lat'>, shapes: FlatShapes, indices: readonly number[],
): { distanceM: Float64Array; which: Int32Array } {
  const count = points.lon.length
  const distanceM = new Float64Array(count).fill(Infinity)
  const which = new Int32Array(count).fill(-1)
  for (let p = 0; p < count; p++) {
    indices.forEach((s, k) => {
      const metres = distanceToShapeM(points.lon[p]!, points.lat[p]!, shapes, s)
      if (metres >= distanceM[p]!) return
      distanceM[p] = metres
      which[p] = k
    })
  }
  return { distanceM, which }
}
