import { isInPlaneShape } from '@/analysis/shape/plane-shape'
import type { PlaneShape } from '@/analysis/shape/plane-shape'

/** The radius is right to this, m, so the diameter to 5 cm. */
const PRECISION_M = 0.025
/** A shape is first cut into at most so many squares along its longer side. */
const MAX_SQUARES = 64

/**
 * Radius of the largest circle inside a shape, m, and its centre: squares are quartered while they could hold
 * something better (Garcia-Castellanos & Lombardo 2007; Mapbox's polylabel). Radius 0 for a shape without inside.
 */
export function inscribedCircle(shape: PlaneShape): { radiusM: number; x: number; y: number } {
  const width = shape.maxX - shape.minX
  const height = shape.maxY - shape.minY
  const best = { radiusM: 0, x: (shape.minX + shape.maxX) / 2, y: (shape.minY + shape.maxY) / 2 }
  if (!(width > 0 && height > 0)) return best

  const side = Math.max(Math.min(width, height), Math.max(width, height) / MAX_SQUARES)
  // Rows of three: centre and half side.
  const squares: number[] = []
  for (let x = shape.minX; x < shape.maxX; x += side) {
    for (let y = shape.minY; y < shape.maxY; y += side) squares.push(x + side / 2, y + side / 2, side / 2)
  }
  while (squares.length > 0) {
    const half = squares.pop()!
    const y = squares.pop()!
    const x = squares.pop()!
    const radiusM = roomAround(shape, x, y)
    if (radiusM > best.radiusM) Object.assign(best, { radiusM, x, y })
    if (radiusM + half * Math.SQRT2 <= best.radiusM + PRECISION_M) continue
    const quarter = half / 2
    for (const [dx, dy] of [[-1, -1], [1, -1], [-1, 1], [1, 1]]) squares.push(x + dx! * quarter, y + dy! * quarter, quarter)
  }
  return best
}

/** Distance to the nearest edge, negative outside. */
function roomAround(shape: PlaneShape, px: number, py: number): number {
  let nearest2 = Infinity
  for (let r = 0; r < shape.ringCount; r++) {
    for (let i = shape.ringStarts[r]! + 1; i < shape.ringStarts[r + 1]!; i++) {
      const x0 = shape.x[i - 1]!
      const y0 = shape.y[i - 1]!
      const dx = shape.x[i]! - x0
      const dy = shape.y[i]! - y0
      const length2 = dx * dx + dy * dy
      const share = length2 > 0 ? Math.min(1, Math.max(0, ((px - x0) * dx + (py - y0) * dy) / length2)) : 0
      nearest2 = Math.min(nearest2, (x0 + share * dx - px) ** 2 + (y0 + share * dy - py) ** 2)
    }
  }
  return isInPlaneShape(shape, px, py) ? Math.sqrt(nearest2) : -Math.sqrt(nearest2)
}
