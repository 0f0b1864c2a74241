/** Plane geometry in local metres: x east, y north. Rings are open (first point not repeated) and counter-clockwise. */
export type Point = readonly [number, number]
export type Ring = readonly Point[]

export interface Box { west: number; south: number; east: number; north: number }

export function distance(a: Point, b: Point): number {
  return Math.hypot(b[0] - a[0], b[1] - a[1])
}

export function mix(a: Point, b: Point, t: number): Point {
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t]
}

/** Twice the signed area of the triangle; positive if c lies to the left of a → b. */
export function side(a: Point, b: Point, c: Point): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
}

/** Signed area, m²; positive if counter-clockwise. */
export function areaOf(ring: Ring): number {
  let sum = 0
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) sum += ring[j]![0] * ring[i]![1] - ring[i]![0] * ring[j]![1]
  return sum / 2
}

export function centroidOf(ring: Ring): Point {
  const origin = ring[0]!
  let [x, y, twice] = [0, 0, 0]
  for (let i = 1; i + 1 < ring.length; i++) {
    const weight = side(origin, ring[i]!, ring[i + 1]!)
    x += weight * (origin[0] + ring[i]![0] + ring[i + 1]![0]) / 3
    y += weight * (origin[1] + ring[i]![1] + ring[i + 1]![1]) / 3
    twice += weight
  }
  return [x / twice, y / twice]
}

export function boxOf(points: readonly Point[]): Box {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity }
  for (const [x, y] of points) {
    if (x < box.west) box.west = x
    if (x > box.east) box.east = x
    if (y < box.south) box.south = y
    if (y > box.north) box.north = y
  }
  return box
}

export function isInside(point: Point, ring: Ring): boolean {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [a, b] = [ring[i]!, ring[j]!]
    if (a[1] > point[1] === b[1] > point[1]) continue
    if (point[0] < ((b[0] - a[0]) * (point[1] - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside
  }
  return inside
}

/** Where two segments cross, as shares of each (0…1); null if they are parallel or apart. */
export function crossing(a: Point, b: Point, c: Point, d: Point): { s: number; t: number; point: Point } | null {
  const [rx, ry, qx, qy] = [b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]]
  const cross = rx * qy - ry * qx
  if (Math.abs(cross) < 1e-9) return null
  const s = ((c[0] - a[0]) * qy - (c[1] - a[1]) * qx) / cross
  const t = ((c[0] - a[0]) * ry - (c[1] - a[1]) * rx) / cross
  if (s < 0 || s > 1 || t < 0 || t > 1) return null
  return { s, t, point: [a[0] + rx * s, a[1] + ry * s] }
}

/** Nearest point of a segment: its share along it and its distance, m. */
export function nearestOnSegment(point: Point, a: Point, b: Point): { t: number; distanceM: number } {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const length2 = dx * dx + dy * dy
  const t = length2 === 0 ? 0 : Math.max(0, Math.min(1, ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / length2))
  return { t, distanceM: Math.hypot(a[0] + dx * t - point[0], a[1] + dy * t - point[1]) }
}

function distanceToSegment([x, y]: Point, a: Point, b: Point): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const length2 = dx * dx + dy * dy
  const t = length2 === 0 ? 0 : Math.max(0, Math.min(1, ((x - a[0]) * dx + (y - a[1]) * dy) / length2))
  return Math.hypot(a[0] + dx * t - x, a[1] + dy * t - y)
}

function edgesCross(a: Ring, b: Ring): boolean {
  for (let i = 0, j = a.length - 1; i < a.length; j = i++) {
    for (let k = 0, l = b.length - 1; k < b.length; l = k++) if (crossing(a[j]!, a[i]!, b[l]!, b[k]!)) return true
  }
  return false
}

/** True if the whole ring lies in the container. */
export function liesWithin(ring: Ring, container: Ring): boolean {
  return ring.every((point) => isInside(point, container)) && !edgesCross(ring, container)
}

/** Distance between two areas, m; 0 if they touch or overlap. */
export function gapBetween(a: Ring, b: Ring): number {
  if (isInside(a[0]!, b) || isInside(b[0]!, a) || edgesCross(a, b)) return 0
  let least = Infinity
  for (const [from, to] of [[a, b], [b, a]] as const) {
    for (const point of from) {
      for (let k = 0, l = to.length - 1; k < to.length; l = k++) least = Math.min(least, distanceToSegment(point, to[l]!, to[k]!))
    }
  }
  return least
}

export function isSimple(ring: Ring): boolean {
  for (let i = 0; i < ring.length; i++) {
    for (let j = i + 2; j < ring.length; j++) {
      if (i === 0 && j === ring.length - 1) continue
      if (crossing(ring[i]!, ring[i + 1]!, ring[j]!, ring[(j + 1) % ring.length]!)) return false
    }
  }
  return true
}

export function distanceToRing(point: Point, ring: Ring): number {
  let least = Infinity
  for (let k = 0, l = ring.length - 1; k < ring.length; l = k++) least = Math.min(least, distanceToSegment(point, ring[l]!, ring[k]!))
  return least
}

/** A frame turned by an angle (radians, counter-clockwise): x along the façade, y to its back. */
export interface Frame { origin: Point; angle: number }

export function toPlane(frame: Frame, [x, y]: Point): Point {
  const [c, s] = [Math.cos(frame.angle), Math.sin(frame.angle)]
  return settled([frame.origin[0] + x * c - y * s, frame.origin[1] + x * s + y * c])
}

/**
 * A point on a grid of 0.1 mm.
 *
 * The last bit of a sine differs between JavaScript engines. It must not decide whether a house fits,
 * or the same seed would give another town on another machine.
 */
export function settled([x, y]: Point): Point {
  return [Math.round(x * 1e4) / 1e4, Math.round(y * 1e4) / 1e4]
}

export function toFrame(frame: Frame, [x, y]: Point): Point {
  const [c, s] = [Math.cos(frame.angle), Math.sin(frame.angle)]
  const [dx, dy] = [x - frame.origin[0], y - frame.origin[1]]
  return [dx * c + dy * s, -dx * s + dy * c]
}

/** Rectangle from its lower left corner in a frame. */
export function rectangle(frame: Frame, x: number, y: number, lengthM: number, depthM: number): Point[] {
  return ([[x, y], [x + lengthM, y], [x + lengthM, y + depthM], [x, y + depthM]] as Point[]).map((p) => toPlane(frame, p))
}

/** The strip of a given width along a → b. */
export function strip(a: Point, b: Point, widthM: number): Point[] {
  const length = distance(a, b)
  const frame = { origin: a, angle: Math.atan2(b[1] - a[1], b[0] - a[0]) }
  return rectangle(frame, 0, -widthM / 2, length, widthM)
}

/** Direction from a to b, length 1. */
export function unit(a: Point, b: Point): Point {
  const length = distance(a, b)
  return [(b[0] - a[0]) / length, (b[1] - a[1]) / length]
}
