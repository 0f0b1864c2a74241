import { findCandidates, indexLine } from '@/analysis/reach/line-candidates'
import type { LineIndex } from '@/analysis/reach/line-candidates'
import type { Reach } from '@/analysis/reach/reach'
import type { FlatShapes } from '@/analysis/shape/flat-shapes'
import type { PointColumns } from '@/analysis/shape/index-points'
import { Outline, PLANE_M } from '@/analysis/shape/outline'

/**
 * Which points lie within a distance of which shapes as the crow flies (直线距离): the WGS84 geodesic from the point to
 * the nearest boundary of the shape, 0 inside; reached when distance ≤ `maxM`.
 *
 * A sweep: shapes and points are sorted alike by strips of latitude, so that the window of points of one shape is a step
 * or two from that of the one before, and nothing is searched for. The circle around the shape decides most pairs.
 *
 * @param index - The same points and shapes, arranged before: they do not change while a radius is moved.
 */
export function lineReach(points: PointColumns, shapes: FlatShapes, maxM: number, index = indexLine(points, shapes, maxM)): Reach {
  if (!(maxM >= 0)) return { starts: new Uint32Array(shapes.count + 1), point: new Uint32Array(0), distanceM: new Float64Array(0) }
  return measureRows(index, new Outline(shapes), maxM)
}

/** So near to the limit the metric itself decides. */
const DOUBT_M = 1e-4

/** Distances of all candidates, shape by shape. */
function measureRows(index: LineIndex, outline: Outline, maxM: number): Reach {
  const { points: { stripCount, lon, lat, point }, boxes, order } = index
  const { position, runEnds, blockStarts } = findCandidates(index, maxM)
  const total = runEnds[blockStarts[stripCount]!]!
  const rows: Reach = { starts: new Uint32Array(order.length + 1), point: new Uint32Array(total), distanceM: new Float64Array(total) }
  const sure2 = Math.max(0, Math.min(maxM - DOUBT_M, PLANE_M)) ** 2
  const doubt2 = (maxM * (maxM > PLANE_M ? 1.001 : 1) + DOUBT_M) ** 2
  const { run, step, last } = firstRuns(index, blockStarts)
  let end = 0
  for (let s = 0; s < order.length; s++) {
    const centreLon = (boxes[4 * s]! + boxes[4 * s + 2]!) / 2
    const centreLat = (boxes[4 * s + 1]! + boxes[4 * s + 3]!) / 2
    outline.place(s, centreLon, centreLat)
    const { lonM, latM } = outline.metric
    const from = end
    for (let r = run[s]!; r < last[s]!; r += step[s]!) {
      for (let c = runEnds[r]!; c < runEnds[r + 1]!; c++) {
        const p = position[c]!
        const distance2 = outline.distance2((lon[p]! - centreLon) * lonM, (lat[p]! - centreLat) * latM)
        if (distance2 < sure2) {
          rows.point[end] = point[p]!
          rows.distanceM[end++] = Math.sqrt(distance2)
        } else if (distance2 <= doubt2) end = keepIfReached(rows, end, point[p]!, outline.exactM(lon[p]!, lat[p]!), maxM)
      }
    }
    if (end - from > 1) sortRow(rows.point, rows.distanceM, from, end)
    rows.starts[s + 1] = end
  }
  // A hundredth of the candidates is beyond reach: not worth a copy.
  return { starts: rows.starts, point: rows.point.subarray(0, end), distanceM: rows.distanceM.subarray(0, end) }
}

/** First run of each shape, the step to its next one, and where the runs of its strip end. */
function firstRuns({ order, shapeStarts, points: { stripCount } }: LineIndex, blockStarts: Uint32Array) {
  const [run, step, last] = [new Uint32Array(order.length), new Uint32Array(order.length), new Uint32Array(order.length)]
  for (let a = 0; a < stripCount; a++) {
    for (let i = shapeStarts[a]!; i < shapeStarts[a + 1]!; i++) {
      run[order[i]!] = blockStarts[a]! + i - shapeStarts[a]!
      step[order[i]!] = shapeStarts[a + 1]! - shapeStarts[a]!
      last[order[i]!] = blockStarts[a + 1]!
    }
  }
  return { run, step, last }
}

/** Rare: kept out of the loop, which is quicker without it. */
function keepIfReached(rows: Reach, end: number, point: number, metres: number, maxM: number): number {
  if (!(metres <= maxM)) return end
  rows.point[end] = point
  rows.distanceM[end] = metres
  return end + 1
}

/** Longest row that is sorted by insertion. */
const SHORT_ROW = 48

/** Sorts one row by point. */
function sortRow(point: Uint32Array, distanceM: Float64Array, from: number, end: number): void {
  if (end - from > SHORT_ROW) return sortLongRow(point, distanceM, from, end)
  for (let i = from + 1; i < end; i++) {
    const p = point[i]!
    const metres = distanceM[i]!
    let k = i
    for (; k > from && point[k - 1]! > p; k--) {
      point[k] = point[k - 1]!
      distanceM[k] = distanceM[k - 1]!
    }
    point[k] = p
    distanceM[k] = metres
  }
}

function sortLongRow(point: Uint32Array, distanceM: Float64Array, from: number, end: number): void {
  const length = end - from
  // Point and place in one number: exact below 2⁵³.
  const keys = Float64Array.from({ length }, (_, i) => point[from + i]! * length + i).sort()
  const metres = distanceM.slice(from, end)
  for (let i = 0; i < length; i++) {
    point[from + i] = Math.floor(keys[i]! / length)
    distanceM[from + i] = metres[keys[i]! % length]!
  }
}
