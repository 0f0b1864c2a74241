import type { PlanePoint } from '@/analysis/shape/convex-hull'
import type { PlaneShape } from '@/analysis/shape/plane-shape'

/** A corner of the hull is on a boundary, a corner of a boundary is inside the hull, within this, m. */
const ON_M = 0.002

/**
 * The hull with the boundaries of the shapes where they reach into it: between two corners of the hull on one ring, the
 * way along that ring that stays in the hull. Open ring; null if there is no such way, as around a shape that is
 * wholly inside. The caller compares areas.
 */
export function traceStrip(hull: readonly PlanePoint[], shapes: readonly PlaneShape[]): PlanePoint[] | null {
  const ring: PlanePoint[] = []
  for (let h = 0; h < hull.length; h++) {
    const [from, to] = [hull[h]!, hull[(h + 1) % hull.length]!]
    ring.push(from)
    for (const shape of shapes) {
      const [leave, arrive] = [locate(shape, from), locate(shape, to)]
      if (!leave || !arrive || leave.ring !== arrive.ring) continue
      const way = [1, -1].map((direction) => wayAlong(shape, leave, arrive, direction))
        .filter((corners) => corners.every((corner) => isInHull(hull, corner)))
        .sort((one, other) => one.length - other.length)[0]
      if (!way) return null
      ring.push(...way.filter((corner) => !isSame(corner, from) && !isSame(corner, to)))
    }
  }
  return ring
}

interface Place {
  ring: number
  /** Index of the corner at the end of its edge. */
  edge: number
}

function isSame(one: PlanePoint, other: PlanePoint): boolean {
  return Math.hypot(one.x - other.x, one.y - other.y) < ON_M
}

function locate({ x, y, ringStarts, ringCount }: PlaneShape, point: PlanePoint): Place | null {
  for (let ring = 0; ring < ringCount; ring++) {
    for (let i = ringStarts[ring]! + 1; i < ringStarts[ring + 1]!; i++) {
      const [dx, dy] = [x[i]! - x[i - 1]!, y[i]! - y[i - 1]!]
      const length2 = dx * dx + dy * dy
      const share = length2 > 0 ? Math.min(1, Math.max(0, ((point.x - x[i - 1]!) * dx + (point.y - y[i - 1]!) * dy) / length2)) : 0
      if (Math.hypot(x[i - 1]! + share * dx - point.x, y[i - 1]! + share * dy - point.y) < ON_M) return { ring, edge: i }
    }
  }
  return null
}

/** Corners passed between two places of one ring, in the order of the ring or against it. */
function wayAlong({ x, y, ringStarts }: PlaneShape, from: Place, to: Place, direction: number): PlanePoint[] {
  if (from.edge === to.edge) return []
  const start = ringStarts[from.ring]!
  const count = ringStarts[from.ring + 1]! - start - 1
  const corners: PlanePoint[] = []
  let edge = from.edge
  while (edge !== to.edge) {
    const corner = direction === 1 ? edge : edge - 1
    corners.push({ x: x[corner]!, y: y[corner]! })
    edge = start + 1 + ((edge - start - 1 + direction + count) % count)
  }
  return corners
}

function isInHull(hull: readonly PlanePoint[], { x, y }: PlanePoint): boolean {
  return hull.every((from, h) => {
    const to = hull[(h + 1) % hull.length]!
    const length = Math.hypot(to.x - from.x, to.y - from.y)
    return (to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x) >= -ON_M * length
  })
}
