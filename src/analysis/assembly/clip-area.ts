import type { MultiPolygon, Polygon, Position } from 'geojson'
import { metresPerDegree } from '@/analysis/shape/metric'

/** Outlines are convex if no turn the other way is larger than this, m². */
const STRAIGHT_M2 = 1e-6

interface Ring {
  x: number[]
  y: number[]
}

/**
 * Ground that both cover, m², if one of them is convex and without holes (Sutherland & Hodgman 1974; where the other
 * is not convex the clipped outline may double back on itself, which adds no area); null if neither is.
 */
export function convexSharedAreaM2(a: Polygon | MultiPolygon, b: Polygon | MultiPolygon): number | null {
  const origin = firstOf(a) ?? [0, 0]
  const scale = metresPerDegree(origin[1]!)
  const [shapeA, shapeB] = [a, b].map((area) => partsOf(area).map((rings) => rings.map((ring) => toPlane(ring, origin, scale))))
  if (isConvex(shapeA!)) return clippedArea(shapeB!, shapeA![0]![0]!)
  if (isConvex(shapeB!)) return clippedArea(shapeA!, shapeB![0]![0]!)
  return null
}

function partsOf(area: Polygon | MultiPolygon): Position[][][] {
  return area.type === 'Polygon' ? [area.coordinates] : area.coordinates
}

function firstOf(area: Polygon | MultiPolygon): Position | undefined {
  return partsOf(area)[0]?.[0]?.[0]
}

/** Open ring, counter-clockwise, in metres. */
function toPlane(ring: Position[], origin: Position, { lonM, latM }: { lonM: number; latM: number }): Ring {
  const isClosed = String(ring[0]) === String(ring[ring.length - 1])
  const open = isClosed ? ring.slice(0, -1) : ring
  const x = open.map((position) => (position[0]! - origin[0]!) * lonM)
  const y = open.map((position) => (position[1]! - origin[1]!) * latM)
  return areaOf({ x, y }) < 0 ? { x: x.reverse(), y: y.reverse() } : { x, y }
}

function areaOf({ x, y }: Ring): number {
  let twice = 0
  for (let i = 0, before = x.length - 1; i < x.length; before = i++) twice += x[before]! * y[i]! - x[i]! * y[before]!
  return twice / 2
}

function isConvex(parts: readonly Ring[][]): boolean {
  if (parts.length !== 1 || parts[0]!.length !== 1) return false
  const { x, y } = parts[0]![0]!
  const count = x.length
  let turnedDeg = 0
  for (let i = 0; i < count; i++) {
    const [j, k] = [(i + 1) % count, (i + 2) % count]
    const [dx, dy, ex, ey] = [x[j]! - x[i]!, y[j]! - y[i]!, x[k]! - x[j]!, y[k]! - y[j]!]
    const cross = dx * ey - dy * ex
    if (cross < -STRAIGHT_M2) return false
    turnedDeg += (Math.atan2(cross, dx * ex + dy * ey) * 180) / Math.PI
  }
  // Once around: a star turns the same way all along but twice around.
  return Math.abs(turnedDeg - 360) < 1
}

/** Outer rings less holes, each clipped. */
function clippedArea(parts: readonly Ring[][], convex: Ring): number {
  let areaM2 = 0
  for (const rings of parts) rings.forEach((ring, r) => { areaM2 += (r === 0 ? 1 : -1) * areaOf(clip(ring, convex)) })
  return Math.max(0, areaM2)
}

function clip(ring: Ring, convex: Ring): Ring {
  let kept = ring
  for (let i = 0, before = convex.x.length - 1; i < convex.x.length; before = i++) {
    const [x0, y0] = [convex.x[before]!, convex.y[before]!]
    const [dx, dy] = [convex.x[i]! - x0, convex.y[i]! - y0]
    const next: Ring = { x: [], y: [] }
    for (let k = 0, last = kept.x.length - 1; k < kept.x.length; last = k++) {
      const side0 = dx * (kept.y[last]! - y0) - dy * (kept.x[last]! - x0)
      const side1 = dx * (kept.y[k]! - y0) - dy * (kept.x[k]! - x0)
      if (side0 >= 0 !== side1 >= 0) {
        const share = side0 / (side0 - side1)
        next.x.push(kept.x[last]! + share * (kept.x[k]! - kept.x[last]!))
        next.y.push(kept.y[last]! + share * (kept.y[k]! - kept.y[last]!))
      }
      if (side1 >= 0) {
        next.x.push(kept.x[k]!)
        next.y.push(kept.y[k]!)
      }
    }
    kept = next
  }
  return kept
}
