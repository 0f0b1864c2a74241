import { areaOf, distanceToRing, isInside, isSimple, nearestOnSegment, type Point, type Ring } from '@/cli/synthesize/plane'

/** An edge of a ring from its own corner to the next one, and how far things keep away from it. */
interface Edge { from: Point; to: Point; insetM: number }

/**
 * Shrink a counter-clockwise ring, each edge by its own distance (`insetsM[i]` for the edge that starts at corner i).
 *
 * Null if nothing sensible is left: the caller leaves such a corner of the town empty.
 */
export function insetRing(ring: Ring, insetsM: readonly number[]): Point[] | null {
  let edges = ring.map((from, i): Edge => ({ from, to: ring[(i + 1) % ring.length]!, insetM: insetsM[i]! }))
  edges = edges.filter((edge) => Math.hypot(edge.to[0] - edge.from[0], edge.to[1] - edge.from[1]) > 0.01)
  while (edges.length >= 3) {
    const corners = edges.map((edge, i) => meet(edges[(i + edges.length - 1) % edges.length]!, edge))
    const worst = mostReversed(edges, corners)
    if (worst === null) return isSound(corners, ring, insetsM) ? corners : null
    edges.splice(worst, 1)
  }
  return null
}

/** Corner where two shrunk edges meet; nearly parallel edges meet at the farther of their distances. */
function meet(before: Edge, after: Edge): Point {
  const [a, b] = [shifted(before), shifted(after)]
  const cross = a.dx * b.dy - a.dy * b.dx
  if (Math.abs(cross) < 0.03) {
    const insetM = Math.max(before.insetM, after.insetM)
    return [after.from[0] - b.dy * insetM, after.from[1] + b.dx * insetM]
  }
  const t = ((b.x - a.x) * b.dy - (b.y - a.y) * b.dx) / cross
  return [a.x + a.dx * t, a.y + a.dy * t]
}

function shifted(edge: Edge): { x: number; y: number; dx: number; dy: number } {
  const length = Math.hypot(edge.to[0] - edge.from[0], edge.to[1] - edge.from[1])
  const [dx, dy] = [(edge.to[0] - edge.from[0]) / length, (edge.to[1] - edge.from[1]) / length]
  return { x: edge.from[0] - dy * edge.insetM, y: edge.from[1] + dx * edge.insetM, dx, dy }
}

/** The edge that has turned round because its neighbours met before it, if there is one. */
function mostReversed(edges: readonly Edge[], corners: readonly Point[]): number | null {
  let [worst, least] = [null as number | null, 0]
  edges.forEach((edge, i) => {
    const [a, b] = [corners[i]!, corners[(i + 1) % corners.length]!]
    const along = (b[0] - a[0]) * (edge.to[0] - edge.from[0]) + (b[1] - a[1]) * (edge.to[1] - edge.from[1])
    if (along < least) [worst, least] = [i, along]
  })
  return worst
}

function isSound(corners: readonly Point[], ring: Ring, insetsM: readonly number[]): boolean {
  if (areaOf(corners) < 20 || !isSimple(corners)) return false
  return corners.every((corner) => isInside(corner, ring)
    && distanceToRing(corner, ring) > 0.1
    && ring.every((from, i) => nearestOnSegment(corner, from, ring[(i + 1) % ring.length]!).distanceM > insetsM[i]! - 0.6))
}
