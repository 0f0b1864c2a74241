import { sortOrder } from '@/analysis/shape/sort-order'

/** Place of a vertex whose coordinates are no numbers. */
export const NO_PLACE = 0xffff_ffff

export interface Places {
  lon: Float64Array
  lat: Float64Array
  /** Place of each vertex, or `NO_PLACE`. */
  placeOf: Uint32Array
}

/**
 * Vertices with exactly equal coordinates become one place. Places are numbered along a Z-shaped curve over the ground
 * (Morton 1966): neighbours lie near each other in memory, and the order of the input leaves no trace.
 */
export function orderPlaces(lon: Float64Array, lat: Float64Array): Places {
  const order = sortOnGround(lon, lat)
  const placeOf = new Uint32Array(lon.length).fill(NO_PLACE)
  const [placeLon, placeLat] = [new Float64Array(order.length), new Float64Array(order.length)]
  let count = 0
  for (const i of order) {
    if (!isPosition(lon[i]!, lat[i]!)) continue
    if (count === 0 || lon[i] !== placeLon[count - 1] || lat[i] !== placeLat[count - 1]) {
      placeLon[count] = lon[i]!
      placeLat[count] = lat[i]!
      count++
    }
    placeOf[i] = count - 1
  }
  return { lon: placeLon.slice(0, count), lat: placeLat.slice(0, count), placeOf }
}

const isPosition = (lon: number, lat: number) => Number.isFinite(lon) && Number.isFinite(lat)

/** Indices along the curve; within one of its cells by longitude, then latitude. */
function sortOnGround(lon: Float64Array, lat: Float64Array): Uint32Array {
  const keys = curveKeys(lon, lat)
  const order = sortOrder(keys)
  for (let start = 0; start < order.length;) {
    let end = start + 1
    while (end < order.length && keys[order[end]!] === keys[order[start]!]) end++
    if (end - start > 1) order.subarray(start, end).sort((i, j) => lon[i]! - lon[j]! || lat[i]! - lat[j]! || i - j)
    start = end
  }
  return order
}

function curveKeys(lon: Float64Array, lat: Float64Array): Uint32Array {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = 0; i < lon.length; i++) {
    const x = lon[i]!
    const y = lat[i]!
    if (!isPosition(x, y)) continue
    if (x < west) west = x
    if (x > east) east = x
    if (y < south) south = y
    if (y > north) north = y
  }
  const scale = 65_535 / Math.max(east - west, north - south, 1e-9)
  const keys = new Uint32Array(lon.length).fill(NO_PLACE)
  for (let i = 0; i < lon.length; i++) {
    if (isPosition(lon[i]!, lat[i]!)) keys[i] = spreadBits((lon[i]! - west) * scale) | (spreadBits((lat[i]! - south) * scale) << 1)
  }
  return keys
}

/** 16 bits with a gap after each. */
function spreadBits(value: number): number {
  let bits = value & 0xffff
  bits = (bits | (bits << 8)) & 0x00ff_00ff
  bits = (bits | (bits << 4)) & 0x0f0f_0f0f
  bits = (bits | (bits << 2)) & 0x3333_3333
  return (bits | (bits << 1)) & 0x5555_5555
}
