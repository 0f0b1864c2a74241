import type { FlatShapes } from '@/analysis/shape/flat-shapes'
import { indexPoints, sortByStrip, stripsOf } from '@/analysis/shape/index-points'
import type { PointColumns, PointIndex } from '@/analysis/shape/index-points'
import { latitudeMetric } from '@/analysis/shape/latitude-metric'
import { measureBoxes } from '@/analysis/shape/shape-boxes'
import type { ShapeBoxes } from '@/analysis/shape/shape-boxes'

/** Points and shapes arranged alike: by strips of latitude, within a strip from west to east. */
export interface LineIndex {
  points: PointIndex
  boxes: ShapeBoxes
  /** Shapes by the strip of their middle; those of strip `a` are `order[shapeStarts[a]] …`. */
  order: Uint32Array
  shapeStarts: Uint32Array
}

/**
 * Points near enough to the circle around each shape: a few more than it reaches, never less. Shapes of one strip are
 * held against one strip of points after another; that makes one run each.
 */
export interface Candidates {
  /** Position of the point in the index. */
  position: Uint32Array
  /** Run `r` is `position[runEnds[r]] … position[runEnds[r + 1] − 1]`. */
  runEnds: Uint32Array
  /** Runs of the shapes of strip `a` begin at `blockStarts[a]`, all those against one strip of points together. */
  blockStarts: Uint32Array
}

/** Arranges points and shapes for radii of about `radiusM`; for others the answer is the same, only slower. */
export function indexLine(points: PointColumns, shapes: FlatShapes, radiusM: number): LineIndex {
  const index = indexPoints(points, radiusM)
  const boxes = measureBoxes(shapes)
  const west = new Float64Array(shapes.count)
  const middleLat = new Float64Array(shapes.count)
  for (let s = 0; s < shapes.count; s++) {
    west[s] = boxes[4 * s]!
    middleLat[s] = (boxes[4 * s + 1]! + boxes[4 * s + 3]!) / 2
  }
  const strip = stripsOf(index, middleLat)
  const shapeStarts = new Uint32Array(index.stripCount + 1)
  for (let s = 0; s < shapes.count; s++) shapeStarts[strip[s]! + 1]!++
  for (let a = 0; a < index.stripCount; a++) shapeStarts[a + 1]! += shapeStarts[a]!
  return { points: index, boxes, order: sortByStrip(index, strip, west), shapeStarts }
}

/** The circle around a shape and the window that holds it, in degrees: numbers side by side in `circles`. */
const [CENTRE_LON, CENTRE_LAT, FAR_2, WEST, SOUTH, EAST, NORTH, CIRCLE] = [0, 1, 2, 3, 4, 5, 6, 7] as const

/** Candidates of all shapes for distances up to `maxM`. */
export function findCandidates(index: LineIndex, maxM: number): Candidates {
  const { points: { south, stripDeg, stripCount, starts, lon, lat }, shapeStarts } = index
  const blockStarts = new Uint32Array(stripCount + 1)
  let runEnds = new Uint32Array(4 * index.order.length + 1)
  let position = new Uint32Array(8 * index.order.length + 1024)
  let [run, end] = [0, 0]
  for (let a = 0; a < stripCount; a++) {
    const count = shapeStarts[a + 1]! - shapeStarts[a]!
    const { circles, lonM, latM, first, last } = circlesOf(index, a, maxM)
    for (let b = first; b <= last; b++) {
      const [stripSouth, stripNorth, stripStart, stripEnd] = [south + b * stripDeg, south + (b + 1) * stripDeg, starts[b]!, starts[b + 1]!]
      if (run + count >= runEnds.length) runEnds = wider(runEnds, run + count)
      let low = stripStart
      let high = stripStart
      for (let c = 0; c < count * CIRCLE; c += CIRCLE) {
        if (circles[c + SOUTH]! <= stripNorth && circles[c + NORTH]! >= stripSouth) {
          const west = circles[c + WEST]!
          const east = circles[c + EAST]!
          while (low > stripStart && lon[low - 1]! >= west) low--
          while (low < stripEnd && lon[low]! < west) low++
          while (high > low && lon[high - 1]! > east) high--
          while (high < stripEnd && lon[high]! <= east) high++
          if (end + high - low > position.length) position = wider(position, end + high - low)
          const centreLon = circles[c + CENTRE_LON]!
          const centreLat = circles[c + CENTRE_LAT]!
          const far2 = circles[c + FAR_2]!
          for (let p = low; p < high; p++) {
            const x = (lon[p]! - centreLon) * lonM
            const y = (lat[p]! - centreLat) * latM
            // Written in any case: no branch to be guessed wrong.
            position[end] = p
            end += Number(x * x + y * y <= far2)
          }
        }
        runEnds[++run] = end
      }
    }
    blockStarts[a + 1] = run
  }
  return { position, runEnds, blockStarts }
}

/** Circles of the shapes of one strip, the metric of its middle, and the strips of points they touch. */
function circlesOf({ points: { south, stripDeg, stripCount }, boxes, order, shapeStarts }: LineIndex, a: number, maxM: number) {
  const middleLat = south + (a + 0.5) * stripDeg
  const { lonM, latM, lon1, lon2 } = latitudeMetric(middleLat)
  const from = shapeStarts[a]!
  const count = shapeStarts[a + 1]! - from
  const circles = new Float64Array(count * CIRCLE)
  const reachDeg = (maxM * 1.001 + 1e-3) / latM
  let [first, last] = [Infinity, -Infinity]
  for (let k = 0, c = 0; k < count; k++, c += CIRCLE) {
    const box = 4 * order[from + k]!
    const west = boxes[box]!
    const boxSouth = boxes[box + 1]!
    const east = boxes[box + 2]!
    const boxNorth = boxes[box + 3]!
    const centreLat = (boxSouth + boxNorth) / 2
    const widthM = (east - west) * lonM
    const heightM = (boxNorth - boxSouth) * latM
    const farM = maxM + Math.sqrt(widthM * widthM + heightM * heightM) / 2 + 1e-3
    // The most by which the metric of a pair within reach can differ from that of the strip.
    const slack = 1e-9 + Math.abs(lon1) * (farM + Math.abs(centreLat - middleLat) * latM) + Math.abs(lon2) * farM * farM
    const isNear = slack < 0.5
    const halfDeg = isNear ? (maxM + 1e-3) / (lonM * (1 - slack)) : Infinity
    circles[c + CENTRE_LON] = (west + east) / 2
    circles[c + CENTRE_LAT] = centreLat
    circles[c + FAR_2] = isNear ? (farM * (1 + 2 * slack)) ** 2 : Infinity
    circles[c + WEST] = west - halfDeg
    circles[c + EAST] = east + halfDeg
    circles[c + SOUTH] = boxSouth - reachDeg
    circles[c + NORTH] = boxNorth + reachDeg
    if (circles[c + SOUTH]! < first) first = circles[c + SOUTH]!
    if (circles[c + NORTH]! > last) last = circles[c + NORTH]!
  }
  const strip = (latDeg: number) => Math.floor((latDeg - south) / stripDeg)
  return { circles, lonM, latM, first: Math.max(strip(first), 0), last: Math.min(strip(last), stripCount - 1) }
}

function wider(values: Uint32Array, least: number): Uint32Array<ArrayBuffer> {
  const grown = new Uint32Array(Math.max(2 * values.length, least + 1))
  grown.set(values)
  return grown
}
