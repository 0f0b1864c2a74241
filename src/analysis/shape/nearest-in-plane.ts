import { isInPlaneShape } from '@/analysis/shape/plane-shape'
import type { PlaneShape } from '@/analysis/shape/plane-shape'

/** Shortest connection of two shapes in the plane, m: squared length and its two ends. */
export interface PlaneConnection {
  isFound: boolean
  gap2: number
  fromX: number
  fromY: number
  toX: number
  toY: number
}

export function createConnection(): PlaneConnection {
  return { isFound: false, gap2: Infinity, fromX: NaN, fromY: NaN, toX: NaN, toY: NaN }
}

/**
 * Shortest connection between shape `a` and shape `b`, written into `out`: 0 where they cross, touch or cover each
 * other. Two boundaries that do not cross come nearest at a vertex of one of them (de Berg et al. 2008, ch. 2),
 * so vertices against edges are enough. Connections longer than √limit2 are not found.
 */
export function nearestInPlane(a: PlaneShape, b: PlaneShape, out: PlaneConnection, limit2 = Infinity): void {
  out.gap2 = limit2
  out.isFound = false
  out.fromX = out.fromY = out.toX = out.toY = NaN
  const mayMeet = a.minX <= b.maxX && b.minX <= a.maxX && a.minY <= b.maxY && b.minY <= a.maxY
  if (mayMeet && (findCrossing(a, b, out) || findCover(a, b, out))) return
  verticesToEdges(a, b, out, true)
  verticesToEdges(b, a, out, false)
  if (!out.isFound) out.gap2 = Infinity
}

/** Distance from every vertex of `a` to every edge of `b`. */
function verticesToEdges(a: PlaneShape, b: PlaneShape, out: PlaneConnection, isForward: boolean): void {
  for (let r = 0; r < a.ringCount; r++) {
    const end = a.ringStarts[r + 1]! - 1
    for (let i = a.ringStarts[r]!; i < end; i++) {
      const px = a.x[i]!
      const py = a.y[i]!
      const offX = px < b.minX ? b.minX - px : px > b.maxX ? px - b.maxX : 0
      const offY = py < b.minY ? b.minY - py : py > b.maxY ? py - b.maxY : 0
      if (offX * offX + offY * offY <= out.gap2) pointToEdges(px, py, b, out, isForward)
    }
  }
}

function pointToEdges(px: number, py: number, b: PlaneShape, out: PlaneConnection, isForward: boolean): void {
  const { x, y, ringStarts } = b
  for (let r = 0; r < b.ringCount; r++) {
    const end = ringStarts[r + 1]!
    for (let i = ringStarts[r]! + 1; i < end; i++) {
      const x0 = x[i - 1]!
      const y0 = y[i - 1]!
      const dx = x[i]! - x0
      const dy = y[i]! - y0
      const length2 = dx * dx + dy * dy
      const along = length2 > 0 ? ((px - x0) * dx + (py - y0) * dy) / length2 : 0
      const share = along < 0 ? 0 : along > 1 ? 1 : along
      const qx = share === 1 ? x[i]! : x0 + share * dx
      const qy = share === 1 ? y[i]! : y0 + share * dy
      const gap2 = (qx - px) * (qx - px) + (qy - py) * (qy - py)
      const isNearer = out.isFound ? gap2 < out.gap2 : gap2 <= out.gap2
      if (!isNearer) continue
      out.isFound = true
      out.gap2 = gap2
      out.fromX = isForward ? px : qx
      out.fromY = isForward ? py : qy
      out.toX = isForward ? qx : px
      out.toY = isForward ? qy : py
    }
  }
}

/** A proper crossing of two edges. */
function findCrossing(a: PlaneShape, b: PlaneShape, out: PlaneConnection): boolean {
  for (let r = 0; r < a.ringCount; r++) {
    const end = a.ringStarts[r + 1]!
    for (let i = a.ringStarts[r]! + 1; i < end; i++) {
      if (crossEdge(a.x[i - 1]!, a.y[i - 1]!, a.x[i]!, a.y[i]!, b, out)) return true
    }
  }
  return false
}

function crossEdge(x0: number, y0: number, x1: number, y1: number, b: PlaneShape, out: PlaneConnection): boolean {
  if (Math.max(x0, x1) < b.minX || Math.min(x0, x1) > b.maxX || Math.max(y0, y1) < b.minY || Math.min(y0, y1) > b.maxY) return false
  const dx = x1 - x0
  const dy = y1 - y0
  for (let r = 0; r < b.ringCount; r++) {
    const end = b.ringStarts[r + 1]!
    for (let j = b.ringStarts[r]! + 1; j < end; j++) {
      const side0 = dx * (b.y[j - 1]! - y0) - dy * (b.x[j - 1]! - x0)
      const side1 = dx * (b.y[j]! - y0) - dy * (b.x[j]! - x0)
      if (side0 > 0 === side1 > 0 || side0 === 0 || side1 === 0) continue
      const ex = b.x[j]! - b.x[j - 1]!
      const ey = b.y[j]! - b.y[j - 1]!
      const other0 = ex * (y0 - b.y[j - 1]!) - ey * (x0 - b.x[j - 1]!)
      const other1 = ex * (y1 - b.y[j - 1]!) - ey * (x1 - b.x[j - 1]!)
      if (other0 > 0 === other1 > 0 || other0 === 0 || other1 === 0) continue
      const share = other0 / (other0 - other1)
      out.isFound = true
      out.gap2 = 0
      out.fromX = out.toX = x0 + share * dx
      out.fromY = out.toY = y0 + share * dy
      return true
    }
  }
  return false
}

/** Edges do not cross: a ring of one may still lie in the other. */
function findCover(a: PlaneShape, b: PlaneShape, out: PlaneConnection): boolean {
  return hasRingInside(a, b, out) || hasRingInside(b, a, out)
}

function hasRingInside(a: PlaneShape, b: PlaneShape, out: PlaneConnection): boolean {
  for (let r = 0; r < a.ringCount; r++) {
    const i = a.ringStarts[r]!
    if (!isInPlaneShape(b, a.x[i]!, a.y[i]!)) continue
    out.isFound = true
    out.gap2 = 0
    out.fromX = out.toX = a.x[i]!
    out.fromY = out.toY = a.y[i]!
    return true
  }
  return false
}
