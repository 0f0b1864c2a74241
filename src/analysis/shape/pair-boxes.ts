import { metresPerDegree } from '@/analysis/shape/metric'
import type { ShapeBoxes } from '@/analysis/shape/shape-boxes'

/** Boxes are widened by half the gap and a little more, so that rounding loses no pair. */
const MARGIN_SHARE = 0.005
const MARGIN_M = 0.1
/** A strip is so many mean boxes high: lower ones hold a box many times, higher ones hold many boxes. */
const BOXES_PER_STRIP = 2
/** Few large boxes, or one far away, may not fill the memory with strips. */
const MAX_STRIPS_PER_BOX = 4
/** The length of a degree of longitude is taken anew after so many degrees of latitude. */
const BAND_DEG = 0.01

/**
 * Call `visit` once for every pair of boxes at most `maxGapM` apart (and for some a little further), in no
 * particular order. Broken boxes are in no pair.
 *
 * Every widened box stands in all strips of latitude it covers; a strip is swept from west to east. A pair that
 * shares several strips is told in the southernmost of them only.
 */
export function pairBoxes(boxes: ShapeBoxes, maxGapM: number, visit: (a: number, b: number) => void): void {
  const wide = widen(boxes, maxGapM)
  const { starts, shape, sides } = fillStrips(wide)
  for (let strip = 0; strip + 1 < starts.length; strip++) {
    const end = starts[strip + 1]!
    for (let i = starts[strip]!; i < end; i++) {
      const east = sides[4 * i + 2]!
      const south = sides[4 * i + 1]!
      const north = sides[4 * i + 3]!
      const a = shape[i]! >>> 1
      const isFirst = (shape[i]! & 1) === 1
      for (let j = i + 1; j < end && sides[4 * j]! <= east; j++) {
        if (sides[4 * j + 1]! > north || sides[4 * j + 3]! < south) continue
        if (isFirst || (shape[j]! & 1) === 1) visit(a, shape[j]! >>> 1)
      }
    }
  }
}

function widen(boxes: ShapeBoxes, maxGapM: number): Float64Array {
  const wide = new Float64Array(boxes.length)
  const reachM = maxGapM * (0.5 + MARGIN_SHARE) + MARGIN_M
  let bandLat = NaN
  let reachLon = 0
  let reachLat = 0
  for (let k = 0; k < boxes.length; k += 4) {
    const lat = boxes[k + 1]!
    if (!(Math.abs(lat - bandLat) < BAND_DEG)) {
      const { lonM, latM } = metresPerDegree(lat)
      bandLat = lat
      reachLon = reachM / lonM
      reachLat = reachM / latM
    }
    wide[k] = boxes[k]! - reachLon
    wide[k + 1] = lat - reachLat
    wide[k + 2] = boxes[k + 2]! + reachLon
    wide[k + 3] = boxes[k + 3]! + reachLat
  }
  return wide
}

/**
 * Boxes by strip, from west to east, as compressed rows. `shape` carries the index times two, plus one in the first
 * strip of a box; `sides` repeats the box beside it, so that a sweep reads forward only.
 */
function fillStrips(wide: Float64Array): { starts: Uint32Array; shape: Uint32Array; sides: Float64Array } {
  const order = orderByWest(wide)
  const { lat, height } = chooseStrips(wide)
  const first = new Int32Array(order.length)
  const last = new Int32Array(order.length)
  let stripCount = 0
  for (let i = 0; i < order.length; i++) {
    first[i] = (wide[4 * order[i]! + 1]! - lat) / height
    last[i] = (wide[4 * order[i]! + 3]! - lat) / height
    if (last[i]! >= stripCount) stripCount = last[i]! + 1
  }
  const starts = new Uint32Array(stripCount + 2)
  for (let i = 0; i < order.length; i++) {
    for (let strip = first[i]!; strip <= last[i]!; strip++) starts[strip + 2]!++
  }
  for (let strip = 2; strip < starts.length; strip++) starts[strip]! += starts[strip - 1]!
  const count = starts[stripCount + 1]!
  const shape = new Uint32Array(count)
  const sides = new Float64Array(4 * count)
  for (let i = 0; i < order.length; i++) {
    const s = order[i]!
    for (let strip = first[i]!; strip <= last[i]!; strip++) {
      const at = starts[strip + 1]!++
      shape[at] = 2 * s + (strip === first[i] ? 1 : 0)
      sides[4 * at] = wide[4 * s]!
      sides[4 * at + 1] = wide[4 * s + 1]!
      sides[4 * at + 2] = wide[4 * s + 2]!
      sides[4 * at + 3] = wide[4 * s + 3]!
    }
  }
  return { starts: starts.subarray(0, stripCount + 1), shape, sides }
}

function chooseStrips(wide: Float64Array): { lat: number; height: number } {
  let lat = Infinity
  let top = -Infinity
  let sum = 0
  let count = 0
  for (let k = 0; k < wide.length; k += 4) {
    const south = wide[k + 1]!
    const north = wide[k + 3]!
    if (!(south < Infinity)) continue
    if (south < lat) lat = south
    if (north > top) top = north
    sum += north - south
    count++
  }
  const maxStrips = MAX_STRIPS_PER_BOX * count + 1000
  let height = Math.max((BOXES_PER_STRIP * sum) / count || 0, (top - lat) / maxStrips || 0, 1e-9)
  // A box stands in at most one strip more than its height covers.
  while (sum / height > maxStrips) height *= 2
  return { lat, height }
}

/** Shapes with a sound box by their western side: radix sort of the side as a whole number of 32 bits, a few mm each. */
function orderByWest(wide: Float64Array): Uint32Array {
  let west = Infinity
  let east = -Infinity
  let count = 0
  for (let k = 0; k < wide.length; k += 4) {
    const side = wide[k]!
    if (!(side < Infinity)) continue
    if (side < west) west = side
    if (side > east) east = side
    count++
  }
  const scale = 0xffff_fffe / (east - west || 1)
  let order = new Uint32Array(count)
  let key = new Uint32Array(count)
  for (let k = 0, i = 0; k < wide.length; k += 4) {
    if (!(wide[k]! < Infinity)) continue
    order[i] = k / 4
    key[i++] = (wide[k]! - west) * scale
  }
  let nextOrder = new Uint32Array(count)
  let nextKey = new Uint32Array(count)
  for (const shift of [0, 11, 22]) {
    const starts = new Uint32Array(2049)
    for (let i = 0; i < count; i++) starts[((key[i]! >>> shift) & 2047) + 1]!++
    for (let digit = 0; digit < 2048; digit++) starts[digit + 1]! += starts[digit]!
    for (let i = 0; i < count; i++) {
      const at = starts[(key[i]! >>> shift) & 2047]!++
      nextOrder[at] = order[i]!
      nextKey[at] = key[i]!
    }
    ;[order, nextOrder, key, nextKey] = [nextOrder, order, nextKey, key]
  }
  return order
}
