import type { Position } from 'geojson'

/** A closed ring, its first position repeated at the end; within reach lies left of it. */
export type Ring = Position[]

/** Where the outline crosses the line between a grid point inside and its neighbour outside. */
export interface Crossing {
  position: Position
  /** True if it must stay where it is: the shore of a river. */
  isFixed: boolean
}

/**
 * Outlines of the ground at or above level 0 by marching squares (Lorensen & Cline 1987, in the plane): outer rings
 * counter-clockwise, holes clockwise. Grid points on the rim must be outside. Corners are rounded lightly (each position
 * becomes ¼ + ½ + ¼ of its neighbours and itself) where no fixed crossing is near.
 *
 * @param cross - Answers for two neighbouring grid points, the first inside, the second outside.
 */
export function traceContour(
  level: Float64Array, columns: number, rows: number, cross: (inside: number, outside: number) => Crossing,
): Ring[] {
  const crossings = new Map<number, Crossing>()
  const next = new Map<number, number>()
  const isIn = (point: number) => level[point]! >= 0
  for (let row = 0; row < rows - 1; row++) {
    for (let column = 0; column < columns - 1; column++) {
      const corner = row * columns + column
      // Counter-clockwise from the south-west.
      const corners = [corner, corner + 1, corner + columns + 1, corner + columns]
      const inside = corners.filter(isIn).length
      if (inside === 0 || inside === 4) continue
      const [leaving, entering]: [number[], number[]] = [[], []]
      corners.forEach((a, k) => {
        const b = corners[(k + 1) % 4]!
        if (isIn(a) === isIn(b)) return
        const side = Math.min(a, b) * 2 + (Math.abs(a - b) === 1 ? 0 : 1)
        if (!crossings.has(side)) crossings.set(side, isIn(a) ? cross(a, b) : cross(b, a))
        ;(isIn(a) ? leaving : entering).push(side)
      })
      if (leaving.length === 1) next.set(leaving[0]!, entering[0]!)
      else {
        // Two opposite corners are inside: joined through the middle if the middle is inside.
        const isJoined = corners.reduce((sum, point) => sum + level[point]!, 0) >= 0
        const isFirstIn = isIn(corner)
        // `leaving` and `entering` run counter-clockwise; entering begins with the side after the first leaving one if the corner is inside.
        const [near, far] = isFirstIn ? [entering[0]!, entering[1]!] : [entering[1]!, entering[0]!]
        next.set(leaving[0]!, isJoined ? near : far)
        next.set(leaving[1]!, isJoined ? far : near)
      }
    }
  }
  return followRings(next).map((ring) => roundCorners(ring.map((side) => crossings.get(side)!)))
}

function followRings(next: Map<number, number>): number[][] {
  const rings: number[][] = []
  for (const start of next.keys()) {
    const ring: number[] = []
    for (let side = start; next.has(side);) {
      ring.push(side)
      const following = next.get(side)!
      next.delete(side)
      side = following
    }
    if (ring.length > 2) rings.push(ring)
  }
  return rings
}

function roundCorners(ring: readonly Crossing[]): Ring {
  const rounded = ring.map(({ position: [x, y], isFixed }, i): Position => {
    const [before, after] = [ring[(i + ring.length - 1) % ring.length]!, ring[(i + 1) % ring.length]!]
    if (isFixed || before.isFixed || after.isFixed) return [x!, y!]
    return [(before.position[0]! + 2 * x! + after.position[0]!) / 4, (before.position[1]! + 2 * y! + after.position[1]!) / 4]
  })
  return [...rounded, rounded[0]!]
}
