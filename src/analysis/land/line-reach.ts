import { indexPoints, sortByStrip, stripsOf } from '@/analysis/land/index-points'
import type { PointColumns, PointIndex } from '@/analysis/land/index-points'
import { Outline } from '@/analysis/land/outline'
import type { FlatShapes, Reach } from '@/analysis/land/reach'

/**
 * Which points lie within a distance of which shapes as the crow flies (直线距离): the WGS84 geodesic from the point to
 * the nearest boundary of the shape, 0 inside; reached when distance ≤ `maxM`.
 *
 * A sweep: shapes and points are sorted alike by strips of latitude, so that the window of points of one shape is a few
 * steps from that of the one before, and nothing is searched for. The circle around the shape decides most pairs.
 *
 * @param index - The same points, arranged before: they do not change while a radius is moved.
 */
export function lineReach(points: PointColumns, shapes: FlatShapes, maxM: number, index = indexPoints(points, maxM)): Reach {
  if (!(maxM >= 0)) return { starts: new Uint32Array(shapes.count + 1), point: new Uint32Array(0), distanceM: new Float64Array(0) }
  const boxes = boxesOf(shapes)
  const order = sortByStrip(index, stripsOf(index, boxes.middleLat), boxes.west)
  return inShapeOrder(sweep(index, shapes, order, maxM), order)
}

function boxesOf({ count, lon, lat, ringStarts, shapeStarts }: FlatShapes) {
  const west = new Float64Array(count)
  const middleLat = new Float64Array(count)
  for (let s = 0; s < count; s++) {
    let [least, south, north] = [Infinity, Infinity, -Infinity]
    for (let i = ringStarts[shapeStarts[s]!]!; i < ringStarts[shapeStarts[s + 1]!]!; i++) {
      const y = lat[i]!
      if (lon[i]! < least) least = lon[i]!
      if (y < south) south = y
      if (y > north) north = y
    }
    west[s] = least
    middleLat[s] = (south + north) / 2
  }
  return { west, middleLat }
}

/** Rows in the order of the sweep: row `i` is that of shape `order[i]`. */
function sweep(index: PointIndex, shapes: FlatShapes, order: Uint32Array, maxM: number): Reach {
  const { south, stripDeg, stripCount, starts, lon } = index
  const cursor = starts.slice(0, stripCount)
  const rows: Reach = { starts: new Uint32Array(shapes.count + 1), point: new Uint32Array(1024), distanceM: new Float64Array(1024) }
  const outline = new Outline(shapes, maxM)
  let end = 0
  for (let i = 0; i < order.length; i++) {
    outline.place(order[i]!)
    const last = Math.min((outline.north + outline.reachLatDeg - south) / stripDeg, stripCount - 1)
    const from = end
    for (let strip = Math.max(Math.floor((outline.south - outline.reachLatDeg - south) / stripDeg), 0); strip <= last; strip++) {
      const half = outline.halfWidthDeg(south + strip * stripDeg, south + (strip + 1) * stripDeg)
      const first = outline.west - half
      const stripStart = starts[strip]!
      const stripEnd = starts[strip + 1]!
      let p = cursor[strip]!
      while (p > stripStart && lon[p - 1]! >= first) p--
      while (p < stripEnd && lon[p]! < first) p++
      cursor[strip] = p
      if (end + stripEnd - p > rows.point.length) grow(rows, end + stripEnd - p)
      end = scan(index, p, stripEnd, outline.east + half, outline, rows, end)
    }
    if (end - from > 1) sortRow(rows.point, rows.distanceM, from, end)
    rows.starts[i + 1] = end
  }
  return rows
}

/** Adds the points of a strip from `p` to the last longitude that the shape reaches; answers the new end of the rows. */
function scan(index: PointIndex, p: number, stripEnd: number, lastLon: number, outline: Outline, rows: Reach, end: number): number {
  const { lon, lat } = index
  const { centreLon, centreLat, lonM, latM, far2, sure2, maxM } = outline
  const { point, distanceM } = rows
  for (; p < stripEnd && lon[p]! <= lastLon; p++) {
    const x = (lon[p]! - centreLon) * lonM
    const y = (lat[p]! - centreLat) * latM
    if (x * x + y * y > far2) continue
    const distance2 = outline.distance2(x, y)
    if (distance2 < sure2) {
      point[end] = index.point[p]!
      distanceM[end++] = Math.sqrt(distance2)
    } else if (distance2 <= far2) {
      const metres = outline.exactM(lon[p]!, lat[p]!)
      if (!(metres <= maxM)) continue
      point[end] = index.point[p]!
      distanceM[end++] = metres
    }
  }
  return end
}

function grow(rows: Reach, least: number): void {
  const length = Math.max(2 * rows.point.length, least)
  const { point, distanceM } = rows
  rows.point = new Uint32Array(length)
  rows.point.set(point)
  rows.distanceM = new Float64Array(length)
  rows.distanceM.set(distanceM)
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

/** Rows of the sweep as rows of the shapes. */
function inShapeOrder({ starts, point, distanceM }: Reach, order: Uint32Array): Reach {
  const total = starts[order.length]!
  const reach: Reach = { starts: new Uint32Array(order.length + 1), point: new Uint32Array(total), distanceM: new Float64Array(total) }
  for (let i = 0; i < order.length; i++) reach.starts[order[i]! + 1] = starts[i + 1]! - starts[i]!
  for (let s = 0; s < order.length; s++) reach.starts[s + 1]! += reach.starts[s]!
  for (let i = 0; i < order.length; i++) {
    let to = reach.starts[order[i]!]!
    for (let k = starts[i]!; k < starts[i + 1]!; k++, to++) {
      reach.point[to] = point[k]!
      reach.distanceM[to] = distanceM[k]!
    }
  }
  return reach
}
