import type { FlatShapes } from '@/analysis/shape/flat-shapes'
import { metresPerDegree } from '@/analysis/shape/metric'
import { createConnection, nearestInPlane } from '@/analysis/shape/nearest-in-plane'
import { pairBoxes } from '@/analysis/shape/pair-boxes'
import { createPlaneShape, loadPlaneShape } from '@/analysis/shape/plane-shape'
import { measureBoxes } from '@/analysis/shape/shape-boxes'
import { TOUCH_M } from '@/analysis/shape/shape-distance'

/** Pairs of shapes near each other: `a[i] < b[i]`, sorted by `a`, then `b`. */
export interface Links {
  a: Uint32Array
  b: Uint32Array
  /** Between their boundaries, m; 0 where they touch (within 1 cm), cross or cover each other. */
  gapM: Float64Array
  /** The widest gap looked for, m. */
  maxGapM: number
}

/** All pairs of shapes whose boundaries are at most `maxGapM` apart. Shapes without or with broken positions have none. */
export function findLinks(shapes: FlatShapes, maxGapM: number): Links {
  const boxes = measureBoxes(shapes)
  const first = createPlaneShape()
  const second = createPlaneShape()
  const connection = createConnection()
  const plane = { lon: 0, lat: 0, lonM: 1, latM: 1 }
  // A connection is measured to micrometres: one of exactly the widest gap is still found.
  const limit2 = (maxGapM + 1e-6) ** 2
  const found = { count: 0, a: new Uint32Array(1024), b: new Uint32Array(1024), gapM: new Float64Array(1024) }

  pairBoxes(boxes, maxGapM, (s, t) => {
    const a = s < t ? s : t
    const b = s < t ? t : s
    const [i, j] = [4 * a, 4 * b]
    plane.lon = Math.min(boxes[i]!, boxes[j]!)
    plane.lat = Math.min(boxes[i + 1]!, boxes[j + 1]!)
    const { lonM, latM } = metresPerDegree((plane.lat + Math.max(boxes[i + 3]!, boxes[j + 3]!)) / 2)
    const apartX = Math.max(boxes[i]! - boxes[j + 2]!, boxes[j]! - boxes[i + 2]!, 0) * lonM
    const apartY = Math.max(boxes[i + 1]! - boxes[j + 3]!, boxes[j + 1]! - boxes[i + 3]!, 0) * latM
    if (apartX * apartX + apartY * apartY > limit2) return
    plane.lonM = lonM
    plane.latM = latM
    loadPlaneShape(first, shapes, a, plane)
    loadPlaneShape(second, shapes, b, plane)
    nearestInPlane(first, second, connection, limit2)
    if (connection.isFound) keep(found, a, b, Math.sqrt(connection.gap2))
  })
  return { ...sortLinks(found, shapes.count), maxGapM }
}

type Found = { count: number; a: Uint32Array; b: Uint32Array; gapM: Float64Array }

function keep(found: Found, a: number, b: number, gapM: number): void {
  if (found.count === found.a.length) {
    for (const key of ['a', 'b'] as const) {
      const wider = new Uint32Array(2 * found.count)
      wider.set(found[key])
      found[key] = wider
    }
    const wider = new Float64Array(2 * found.count)
    wider.set(found.gapM)
    found.gapM = wider
  }
  found.a[found.count] = a
  found.b[found.count] = b
  found.gapM[found.count++] = gapM < TOUCH_M ? 0 : gapM
}

/** Counting sort by the second, then by the first shape. */
function sortLinks({ count, a, b, gapM }: Found, shapeCount: number): Omit<Links, 'maxGapM'> {
  const order = countingOrder(a, countingOrder(b, null, count, shapeCount), count, shapeCount)
  const sorted = { a: new Uint32Array(count), b: new Uint32Array(count), gapM: new Float64Array(count) }
  for (let i = 0; i < count; i++) {
    const from = order[i]!
    sorted.a[i] = a[from]!
    sorted.b[i] = b[from]!
    sorted.gapM[i] = gapM[from]!
  }
  return sorted
}

function countingOrder(key: Uint32Array, before: Uint32Array | null, count: number, keyCount: number): Uint32Array {
  const starts = new Uint32Array(keyCount + 1)
  for (let i = 0; i < count; i++) starts[key[i]! + 1]!++
  for (let k = 0; k < keyCount; k++) starts[k + 1]! += starts[k]!
  const order = new Uint32Array(count)
  for (let i = 0; i < count; i++) {
    const from = before ? before[i]! : i
    order[starts[key[from]!]!++] = from
  }
  return order
}
