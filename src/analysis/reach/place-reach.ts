import type { Reach } from '@/analysis/reach/reach'
import { SHORT_ROW, sortRow } from '@/analysis/reach/sort-row'
import { LEAST_LAT_DEGREE_M } from '@/analysis/shape/index-points'
import type { PointColumns } from '@/analysis/shape/index-points'
import { latitudeMetric } from '@/analysis/shape/latitude-metric'
import { geodesicM, metresPerDegree } from '@/analysis/shape/metric'
import { PLANE_M, STEP_DEG } from '@/analysis/shape/outline'

/** Points sorted by cells of the ground, row by row from the south-west: cells side by side are one run of points. */
interface Cells {
  west: number
  south: number
  columns: number
  rows: number
  columnsPerDegree: number
  rowsPerDegree: number
  /** Length cells + 1. */
  starts: Uint32Array
  /** Index of each point, and its longitude and latitude side by side. */
  point: Uint32Array
  position: Float64Array
}

/** So near to the limit the metric itself decides. */
export const DOUBT_M = 1e-4
/** Rows are as high as the radius: three are looked at. Narrow columns cost little, for a window is one run of each row. */
const COLUMNS_PER_RADIUS = 4
/** Beyond this the cells themselves are what costs. */
const CELLS_PER_POINT = 4

/**
 * Which points lie within a distance of which places: what `lineReach` tells of shapes without size, to the last bit.
 *
 * With one distance per pair nothing is worth arranging but the points: places are taken as they come, and each row is
 * written where it stays.
 *
 * @param maxM - At most `PLANE_M`.
 */
export function placeReach(points: PointColumns, places: PointColumns, maxM: number): Reach {
  if (!(maxM <= PLANE_M)) throw new RangeError(`${maxM} m: beyond ${PLANE_M} m the series does not hold`)
  const cells = arrange(points, maxM)
  const count = places.lon.length
  const starts = new Uint32Array(count + 1)
  const rows: Rows = { point: new Uint32Array(8 * count + 64), distanceM: new Float64Array(8 * count + 64) }
  let circle = circleAt(0, maxM)
  for (let s = 0; s < count; s++) {
    const lon = places.lon[s]!
    const lat = places.lat[s]!
    const refLat = Math.round(lat / STEP_DEG) * STEP_DEG
    if (refLat !== circle.metric.lat) circle = circleAt(refLat, maxM)
    starts[s + 1] = measureNear(cells, circle, lon, lat, rows, starts[s]!, findNear(cells, circle, lon, lat, rows, starts[s]!))
  }
  // What was never written takes up no memory: not worth a copy.
  const end = starts[count]!
  return { starts, point: rows.point.subarray(0, end), distanceM: rows.distanceM.subarray(0, end) }
}

/** Rows under way, replaced by longer ones when they are full. */
interface Rows {
  point: Uint32Array
  distanceM: Float64Array
}

type Circle = ReturnType<typeof circleAt>

/** Metric of a latitude, and the window in degrees around a place at most half a step off that holds its circle. */
function circleAt(refLat: number, maxM: number) {
  const metric = latitudeMetric(refLat)
  const { lonM, latM, lon1, lon2 } = metric
  // The most by which the metric of a pair within reach can differ from this one.
  const farM = maxM + STEP_DEG * latM
  const slack = 1e-9 + Math.abs(lon1) * farM + Math.abs(lon2) * farM * farM
  const isNear = slack < 0.5
  return {
    metric, maxM, sure2: Math.max(0, maxM - DOUBT_M) ** 2, doubt2: (maxM + DOUBT_M) ** 2,
    far2: isNear ? ((maxM + 1e-3) * (1 + 2 * slack)) ** 2 : Infinity,
    lonDeg: isNear ? (maxM + 1e-3) / (lonM * (1 - slack)) : Infinity,
    latDeg: (maxM * 1.001 + 1e-3) / latM,
  }
}

/** Writes where in the cells the points near enough to the circle are, from `from` on: a few more than it reaches. Their end. */
function findNear(cells: Cells, circle: Circle, centreLon: number, centreLat: number, into: Rows, from: number): number {
  const { west, south, columns, rows, columnsPerDegree, rowsPerDegree, starts, position } = cells
  const { far2, lonDeg, latDeg, metric: { lonM, latM } } = circle
  const firstColumn = Math.floor(Math.max((centreLon - lonDeg - west) * columnsPerDegree, 0))
  const afterColumn = Math.floor(Math.min((centreLon + lonDeg - west) * columnsPerDegree, columns - 1)) + 1
  const firstRow = Math.floor(Math.max((centreLat - latDeg - south) * rowsPerDegree, 0))
  const lastRow = Math.floor(Math.min((centreLat + latDeg - south) * rowsPerDegree, rows - 1))
  let { point } = into
  let end = from
  // Also false for what is no number.
  for (let row = firstRow; row <= lastRow && firstColumn < afterColumn; row++) {
    const low = starts[row * columns + firstColumn]!
    const high = starts[row * columns + afterColumn]!
    if (end + high - low > point.length) {
      point = into.point = copyInto(new Uint32Array(2 * (end + high - low)), point)
      into.distanceM = copyInto(new Float64Array(point.length), into.distanceM)
    }
    for (let p = low; p < high; p++) {
      const x = (position[2 * p]! - centreLon) * lonM
      const y = (position[2 * p + 1]! - centreLat) * latM
      // Written in any case: no branch to be guessed wrong.
      point[end] = p
      end += Number(x * x + y * y <= far2)
    }
  }
  return end
}

/** Puts the points within reach in the place of those that are near; a short row is put in order while it is written. Their end. */
function measureNear(cells: Cells, circle: Circle, centreLon: number, centreLat: number, into: Rows, from: number, nearEnd: number): number {
  const { point: pointAt, position } = cells
  const { maxM, sure2, doubt2, metric: { lat: refLat, lonM, latM, lon1, lon2, lat1, lat2 } } = circle
  const { point, distanceM } = into
  const centreY = (centreLat - refLat) * latM
  const isShort = nearEnd - from <= SHORT_ROW
  let end = from
  for (let c = from; c < nearEnd; c++) {
    const p = point[c]!
    // As `Outline.distance2` from a boundary of one position: the same to the last bit.
    const x = (position[2 * p]! - centreLon) * lonM
    const y = (position[2 * p + 1]! - centreLat) * latM
    const y0 = centreY + y
    const lon = 1 + y0 * (lon1 + y0 * lon2)
    const lat = 1 + y0 * (lat1 + y0 * lat2)
    const distance2 = x * x * (lon * lon - lon * (lon1 + 2 * y0 * lon2) * y) + y * y * (lat * lat - lat * (lat1 + 2 * y0 * lat2) * y)
    if (distance2 > doubt2) continue
    const metres = distance2 < sure2 ? Math.sqrt(distance2) : geodesicM(position[2 * p]!, position[2 * p + 1]!, centreLon, centreLat)
    if (!(metres <= maxM)) continue
    const one = pointAt[p]!
    let k = end++
    for (; isShort && k > from && point[k - 1]! > one; k--) {
      point[k] = point[k - 1]!
      distanceM[k] = distanceM[k - 1]!
    }
    point[k] = one
    distanceM[k] = metres
  }
  if (!isShort) sortRow(point, distanceM, from, end)
  return end
}

/** One counting sort; positions that are no numbers are left out. */
function arrange({ lon, lat }: PointColumns, maxM: number): Cells {
  const cells = emptyCells({ lon, lat }, maxM)
  const { west, south, columns, columnsPerDegree, rowsPerDegree, starts } = cells
  const none = starts.length - 1
  const cell = new Uint32Array(lon.length)
  for (let i = 0; i < lon.length; i++) {
    const isPlaced = Math.abs(lon[i]!) < Infinity && Math.abs(lat[i]!) < Infinity
    const at = isPlaced ? Math.floor((lat[i]! - south) * rowsPerDegree) * columns + Math.floor((lon[i]! - west) * columnsPerDegree) : none
    cell[i] = at
    starts[at]!++
  }
  // From counts to ends; filling from the last point backwards turns them into starts.
  let end = 0
  for (let c = 0; c < none; c++) starts[c] = end += starts[c]!
  starts[none] = end
  for (let i = lon.length - 1; i >= 0; i--) {
    if (cell[i] === none) continue
    const at = --starts[cell[i]!]!
    cells.point[at] = i
    cells.position[2 * at] = lon[i]!
    cells.position[2 * at + 1] = lat[i]!
  }
  return cells
}

function emptyCells({ lon, lat }: PointColumns, maxM: number): Cells {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = 0; i < lon.length; i++) {
    const x = lon[i]!
    const y = lat[i]!
    if (!(Math.abs(x) < Infinity && Math.abs(y) < Infinity)) continue
    if (x < west) west = x
    if (x > east) east = x
    if (y < south) south = y
    if (y > north) north = y
  }
  if (west > east) [west, south, east, north] = [0, 0, 0, 0]
  let rowsPerDegree = LEAST_LAT_DEGREE_M / Math.max(maxM, 1)
  let columnsPerDegree = (COLUMNS_PER_RADIUS * metresPerDegree((south + north) / 2).lonM) / Math.max(maxM, 1)
  const columns = () => Math.floor((east - west) * columnsPerDegree) + 1
  const rows = () => Math.floor((north - south) * rowsPerDegree) + 1
  while (columns() * rows() > CELLS_PER_POINT * lon.length + 64) {
    columnsPerDegree /= 2
    rowsPerDegree /= 2
  }
  return {
    west, south, columns: columns(), rows: rows(), columnsPerDegree, rowsPerDegree, starts: new Uint32Array(columns() * rows() + 1),
    point: new Uint32Array(lon.length), position: new Float64Array(2 * lon.length),
  }
}

function copyInto<T extends Uint32Array | Float64Array>(wider: T, values: T): T {
  wider.set(values)
  return wider
}
