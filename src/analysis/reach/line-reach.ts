import { findCandidates, indexLine } from '@/analysis/reach/line-candidates'
import type { LineIndex } from '@/analysis/reach/line-candidates'
import { DOUBT_M, placeReach } from '@/analysis/reach/place-reach'
import type { Reach } from '@/analysis/reach/reach'
import { sortRow } from '@/analysis/reach/sort-row'
import type { FlatShapes } from '@/analysis/shape/flat-shapes'
import type { PointColumns } from '@/analysis/shape/index-points'
import { Outline, PLANE_M } from '@/analysis/shape/outline'

/**
 * Which points lie within a distance of which shapes as the crow flies (直线距离): the WGS84 geodesic from the point to
 * the nearest boundary of the shape, 0 inside; reached when distance ≤ `maxM`.
 *
 * A sweep: shapes and points are sorted alike by strips of latitude, so that the window of points of one shape is a step
 * or two from that of the one before, and nothing is searched for. The circle around the shape decides most pairs.
 * Shapes that are all places need none of it.
 *
 * @param index - The same points and shapes, arranged before: they do not change while a radius is moved.
 */
export function lineReach(points: PointColumns, shapes: FlatShapes, maxM: number, index?: LineIndex): Reach {
  if (!(maxM >= 0)) return { starts: new Uint32Array(shapes.count + 1), point: new Uint32Array(0), distanceM: new Float64Array(0) }
  if (!index && maxM <= PLANE_M && areAllPlaces(shapes)) return placeReach(points, shapes, maxM)
  return measureRows(index ?? indexLine(points, shapes, maxM), new Outline(shapes), maxM)
}

/** One position per shape, and in their order: the columns of the shapes are the columns of the places. */
function areAllPlaces({ count, lon, ringStarts, shapeStarts }: FlatShapes): boolean {
  if (lon.length !== count) return false
  for (let s = 0; s <= count; s++) if (shapeStarts[s] !== s || ringStarts[s] !== s) return false
  return true
}

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
