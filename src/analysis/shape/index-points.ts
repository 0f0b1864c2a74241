/** Longitudes and latitudes of points, degrees. */
export interface PointColumns {
  lon: Float64Array
  lat: Float64Array
}

/**
 * Points sorted by strips of latitude from the south, within a strip from west to east.
 * A circle touches few strips, and in each strip its points lie side by side in memory.
 */
export interface PointIndex {
  count: number
  south: number
  west: number
  east: number
  stripDeg: number
  stripCount: number
  /** Points of strip `s`: `starts[s] … starts[s + 1] − 1`; length strips + 1. */
  starts: Uint32Array
  /** In sorted order: index of the point, and its position. */
  point: Uint32Array
  lon: Float64Array
  lat: Float64Array
}

/** Strips as high as a circle: mostly two are looked at. Lower ones hold fewer points in vain, but more of them cost more. */
const STRIPS_PER_RADIUS = 0.5
/** A degree of latitude on the equator, where it is shortest, m. */
export const LEAST_LAT_DEGREE_M = 110_574
/** Two digits of a radix sort. */
const DIGIT_BITS = 11
const DIGITS = 1 << DIGIT_BITS
const COLUMNS = DIGITS * DIGITS

/** Arranges points for searches of about `radiusM`, m; other radii are found as well, only slower. Positions that are no numbers are left out. */
export function indexPoints(points: PointColumns, radiusM: number): PointIndex {
  const { point, south, west, north, east } = placed(points)
  const count = point.length
  const heightDeg = north - south
  const wantedDeg = radiusM / STRIPS_PER_RADIUS / LEAST_LAT_DEGREE_M
  // Not many more strips than points, and never a strip without height.
  const stripDeg = Math.min(Math.max(wantedDeg, heightDeg / (2 * count + 1), 1e-9), Math.max(heightDeg, 1))
  const stripCount = Math.floor(heightDeg / stripDeg) + 1
  const index: PointIndex = {
    count, south, west, east, stripDeg, stripCount, starts: new Uint32Array(stripCount + 1), point: new Uint32Array(count),
    lon: new Float64Array(count), lat: new Float64Array(count),
  }
  const lon = gather(points.lon, point)
  const lat = gather(points.lat, point)
  const strip = stripsOf(index, lat)
  const order = sortByStrip(index, strip, lon)
  for (let i = 0; i < count; i++) {
    const from = order[i]!
    index.starts[strip[from]! + 1]!++
    index.point[i] = point[from]!
    index.lon[i] = lon[from]!
    index.lat[i] = lat[from]!
  }
  for (let s = 0; s < stripCount; s++) index.starts[s + 1]! += index.starts[s]!
  return index
}

/** Strip of each latitude; what lies beyond the points belongs to the first or last strip. */
export function stripsOf({ south, stripDeg, stripCount }: PointIndex, lat: Float64Array): Uint32Array {
  const strip = new Uint32Array(lat.length)
  for (let i = 0; i < lat.length; i++) strip[i] = Math.min(Math.max(Math.floor((lat[i]! - south) / stripDeg), 0), stripCount - 1)
  return strip
}

/**
 * Order by strip, then longitude, then index. A radix sort, in time that grows with the number: four million columns
 * put nearly all in order, and the rest is a step or two of insertion.
 */
export function sortByStrip({ west, east, stripCount }: PointIndex, strip: Uint32Array, lon: Float64Array): Uint32Array {
  const perDegree = (COLUMNS - 1) / Math.max(east - west, 1e-9)
  const column = new Uint32Array(lon.length)
  for (let i = 0; i < lon.length; i++) column[i] = Math.min(Math.max((lon[i]! - west) * perDegree, 0), COLUMNS - 1)
  let order = new Uint32Array(lon.length)
  for (let i = 0; i < order.length; i++) order[i] = i
  order = sortByDigit(order, column, 0, DIGITS - 1, DIGITS)
  order = sortByDigit(order, column, DIGIT_BITS, DIGITS - 1, DIGITS)
  order = sortByDigit(order, strip, 0, 0xffffffff, stripCount)
  for (let i = 1; i < order.length; i++) {
    const one = order[i]!
    let k = i
    for (; k > 0 && strip[order[k - 1]!] === strip[one] && lon[order[k - 1]!]! > lon[one]!; k--) order[k] = order[k - 1]!
    order[k] = one
  }
  return order
}

/** Stable counting sort by one digit of a key. */
function sortByDigit(order: Uint32Array, key: Uint32Array, shift: number, mask: number, values: number): Uint32Array<ArrayBuffer> {
  const next = new Uint32Array(values + 1)
  for (let i = 0; i < key.length; i++) next[((key[i]! >>> shift) & mask) + 1]!++
  for (let v = 0; v < values; v++) next[v + 1]! += next[v]!
  const sorted = new Uint32Array(order.length)
  for (let i = 0; i < order.length; i++) {
    const one = order[i]!
    sorted[next[(key[one]! >>> shift) & mask]!++] = one
  }
  return sorted
}

function gather(values: Float64Array, indices: Uint32Array): Float64Array {
  const gathered = new Float64Array(indices.length)
  for (let i = 0; i < indices.length; i++) gathered[i] = values[indices[i]!]!
  return gathered
}

/** The points that have a position, and the box around them. */
function placed({ lon, lat }: PointColumns) {
  const point = new Uint32Array(lon.length)
  let count = 0
  let [south, west, north, east] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = 0; i < lon.length; i++) {
    const x = lon[i]!
    const y = lat[i]!
    if (!(Math.abs(x) < Infinity && Math.abs(y) < Infinity)) continue
    point[count++] = i
    if (x < west) west = x
    if (x > east) east = x
    if (y < south) south = y
    if (y > north) north = y
  }
  if (count === 0) [south, west, north, east] = [0, 0, 0, 0]
  return { point: point.subarray(0, count), south, west, north, east }
}
