import type { PlaneShape } from '@/analysis/shape/plane-shape'
import { TOUCH_M } from '@/analysis/shape/shape-distance'

/** Places on a boundary are tried so far apart, m, and beside them every place where something changes. */
const STEP_M = 0.5
const MAX_STEPS = 200
/** Halvings of the stretch around the best place. */
const REFINEMENTS = 40
const GOLDEN = (Math.sqrt(5) - 1) / 2

/** Straight obstacles in the plane, four numbers each, and the water around a place. */
export interface PlaneObstacles {
  ends: readonly number[]
  isInWater: (x: number, y: number) => boolean
}

interface Edge {
  x0: number
  y0: number
  x1: number
  y1: number
}

/**
 * Length of the shortest straight connection from the boundary of `a` to that of `b` that meets no obstacle, m;
 * Infinity if none is at most `limitM` long. Where connections only come as near as one likes to an obstacle's end,
 * the length they tend to.
 *
 * From a place on an edge of `a` every obstacle hides one stretch of an edge of `b`; what is left is searched exactly.
 * Along the edge of `a` places are tried every half metre and where a corner of anything lies opposite, and the best
 * is refined by golden section. A place within 1 cm of an obstacle is on it.
 */
export function findFreeGapM(a: PlaneShape, b: PlaneShape, obstacles: PlaneObstacles, limitM: number): number {
  let best = limitM + 1e-6
  forEachEdge(a, (e) => {
    forEachEdge(b, (f) => {
      if (apartM(e, f) <= best) best = Math.min(best, freeBetweenEdges(e, f, obstacles))
    })
  })
  return best > limitM ? Infinity : best < TOUCH_M ? 0 : best
}

function forEachEdge({ x, y, ringStarts, ringCount }: PlaneShape, visit: (edge: Edge) => void): void {
  for (let r = 0; r < ringCount; r++) {
    for (let i = ringStarts[r]! + 1; i < ringStarts[r + 1]!; i++) visit({ x0: x[i - 1]!, y0: y[i - 1]!, x1: x[i]!, y1: y[i]! })
  }
}

/** Between the boxes of two edges; never more than between the edges. */
function apartM(e: Edge, f: Edge): number {
  const x = Math.max(Math.min(e.x0, e.x1) - Math.max(f.x0, f.x1), Math.min(f.x0, f.x1) - Math.max(e.x0, e.x1), 0)
  const y = Math.max(Math.min(e.y0, e.y1) - Math.max(f.y0, f.y1), Math.min(f.y0, f.y1) - Math.max(e.y0, e.y1), 0)
  return Math.hypot(x, y)
}

function freeBetweenEdges(e: Edge, f: Edge, obstacles: PlaneObstacles): number {
  const lengthAt = (share: number) => freeFromPlaceM(e.x0 + share * (e.x1 - e.x0), e.y0 + share * (e.y1 - e.y0), f, obstacles)
  const shares = placesToTry(e, f, obstacles)
  let best = Infinity
  let at = 0
  shares.forEach((share, i) => {
    const length = lengthAt(share)
    if (length < best) [best, at] = [length, i]
  })
  if (best === Infinity) return best
  const before = lastFree(lengthAt, shares[at]!, shares[at - 1] ?? shares[at]!)
  const after = lastFree(lengthAt, shares[at]!, shares[at + 1] ?? shares[at]!)
  return Math.min(best, lengthAt(before), lengthAt(after), refine(lengthAt, before, after))
}

/** Shares along `e`, ascending. */
function placesToTry(e: Edge, f: Edge, { ends }: PlaneObstacles): number[] {
  const [dx, dy] = [e.x1 - e.x0, e.y1 - e.y0]
  const length2 = dx * dx + dy * dy
  if (length2 === 0) return [0]
  const steps = Math.min(MAX_STEPS, Math.max(4, Math.ceil(Math.sqrt(length2) / STEP_M)))
  const shares = Array.from({ length: steps + 1 }, (_, i) => i / steps)
  const opposite = (x: number, y: number) => shares.push(((x - e.x0) * dx + (y - e.y0) * dy) / length2)
  opposite(f.x0, f.y0)
  opposite(f.x1, f.y1)
  for (let k = 0; k < ends.length; k += 2) opposite(ends[k]!, ends[k + 1]!)
  // Where the lines of both edges meet.
  const cross = dx * (f.y1 - f.y0) - dy * (f.x1 - f.x0)
  if (cross !== 0) shares.push(((f.x0 - e.x0) * (f.y1 - f.y0) - (f.y0 - e.y0) * (f.x1 - f.x0)) / cross)
  return shares.filter((share) => share >= 0 && share <= 1).sort((one, other) => one - other)
}

/** From a free place towards another one: that one if it is free, else the last free place before it. */
function lastFree(lengthAt: (share: number) => number, free: number, other: number): number {
  if (lengthAt(other) < Infinity) return other
  let [from, to] = [free, other]
  for (let i = 0; i < REFINEMENTS; i++) {
    const middle = (from + to) / 2
    if (lengthAt(middle) < Infinity) from = middle
    else to = middle
  }
  return from
}

function refine(lengthAt: (share: number) => number, low: number, high: number): number {
  let [from, to] = [low, high]
  let left = to - GOLDEN * (to - from)
  let right = from + GOLDEN * (to - from)
  let [atLeft, atRight] = [lengthAt(left), lengthAt(right)]
  for (let i = 0; i < REFINEMENTS; i++) {
    if (atLeft <= atRight) {
      ;[to, right, atRight] = [right, left, atLeft]
      left = to - GOLDEN * (to - from)
      atLeft = lengthAt(left)
    } else {
      ;[from, left, atLeft] = [left, right, atRight]
      right = from + GOLDEN * (to - from)
      atRight = lengthAt(right)
    }
  }
  return Math.min(atLeft, atRight)
}

/** From one place to the nearest place on an edge that no obstacle hides. */
function freeFromPlaceM(px: number, py: number, f: Edge, { ends, isInWater }: PlaneObstacles): number {
  const hidden: [number, number][] = []
  for (let k = 0; k < ends.length; k += 4) {
    const [x1, y1, x2, y2] = [ends[k]!, ends[k + 1]!, ends[k + 2]!, ends[k + 3]!]
    if (isOnPiece(px, py, x1, y1, x2, y2)) return Infinity
    const stretch = hiddenStretch(px, py, f, x1, y1, x2, y2)
    if (stretch) hidden.push(stretch)
  }
  if (isInWater(px, py)) return Infinity
  const [dx, dy] = [f.x1 - f.x0, f.y1 - f.y0]
  const length2 = dx * dx + dy * dy
  const nearest = length2 > 0 ? Math.min(1, Math.max(0, ((px - f.x0) * dx + (py - f.y0) * dy) / length2)) : 0
  const lengthM = (share: number | null) => (share === null ? Infinity : Math.hypot(f.x0 + share * dx - px, f.y0 + share * dy - py))
  return Math.min(lengthM(leaveStretches(nearest, hidden, 1)), lengthM(leaveStretches(nearest, hidden, -1)))
}

/** The first share from `from` in a direction that is in no hidden stretch; null if all are hidden. */
function leaveStretches(from: number, hidden: readonly [number, number][], direction: 1 | -1): number | null {
  let share = from
  for (let i = 0; i <= hidden.length; i++) {
    const around = hidden.find(([low, high]) => share >= low && share <= high)
    if (!around) return share
    share = direction === 1 ? around[1] + 1e-9 : around[0] - 1e-9
    if (share < 0 || share > 1) return null
  }
  return null
}

function isOnPiece(px: number, py: number, x1: number, y1: number, x2: number, y2: number): boolean {
  const [dx, dy] = [x2 - x1, y2 - y1]
  const length2 = dx * dx + dy * dy
  const share = length2 > 0 ? Math.min(1, Math.max(0, ((px - x1) * dx + (py - y1) * dy) / length2)) : 0
  return Math.hypot(x1 + share * dx - px, y1 + share * dy - py) < TOUCH_M
}

/** Shares of edge `f` that a piece hides from a place: inside the angle of the piece and on it (within 1 cm) or behind. */
function hiddenStretch(
  px: number, py: number, f: Edge, x1: number, y1: number, x2: number, y2: number,
): [number, number] | null {
  const turn = (x1 - px) * (y2 - py) - (y1 - py) * (x2 - px)
  if (turn === 0) return null
  // Counter-clockwise as seen from the place.
  const [ax, ay, bx, by] = turn > 0 ? [x1, y1, x2, y2] : [x2, y2, x1, y1]
  const behind = (x: number, y: number) => (by - ay) * (x - ax) - (bx - ax) * (y - ay) + TOUCH_M * Math.hypot(bx - ax, by - ay)
  const rightOfB = (x: number, y: number) => (x - px) * (by - py) - (y - py) * (bx - px)
  const leftOfA = (x: number, y: number) => (ax - px) * (y - py) - (ay - py) * (x - px)
  let [low, high] = [0, 1]
  for (const side of [behind, rightOfB, leftOfA]) {
    // Linear along the edge: keep where it is not negative.
    const [at0, at1] = [side(f.x0, f.y0), side(f.x1, f.y1)]
    if (at0 < 0 && at1 < 0) return null
    if (at0 < 0) low = Math.max(low, at0 / (at0 - at1))
    else if (at1 < 0) high = Math.min(high, at0 / (at0 - at1))
  }
  return low <= high ? [low, high] : null
}
