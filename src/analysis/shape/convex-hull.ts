export interface PlanePoint {
  x: number
  y: number
}

/** Corners of the convex hull, counter-clockwise, not closed (monotone chain, Andrew 1979); fewer than 3 for a line. */
export function convexHull(points: readonly PlanePoint[]): PlanePoint[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y)
  const lower = chain(sorted)
  const upper = chain(sorted.reverse())
  return [...lower.slice(0, -1), ...upper.slice(0, -1)]
}

function chain(sorted: readonly PlanePoint[]): PlanePoint[] {
  const kept: PlanePoint[] = []
  for (const point of sorted) {
    while (kept.length >= 2 && turn(kept[kept.length - 2]!, kept[kept.length - 1]!, point) <= 1e-9) kept.pop()
    kept.push(point)
  }
  return kept
}

function turn(a: PlanePoint, b: PlanePoint, c: PlanePoint): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}
