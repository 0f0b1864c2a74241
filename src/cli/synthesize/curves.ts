import { distance, mix, settled, type Point } from '@/cli/synthesize/plane'

/** A smooth line through the given points (centripetal enough: Catmull–Rom), with a point about every `stepM`. */
export function smoothLine(points: readonly Point[], stepM: number): Point[] {
  const line: Point[] = [points[0]!]
  for (let i = 0; i + 1 < points.length; i++) {
    const [p1, p2] = [points[i]!, points[i + 1]!]
    const p0 = points[i - 1] ?? mix(p2, p1, 2)
    const p3 = points[i + 2] ?? mix(p1, p2, 2)
    const count = Math.max(1, Math.round(distance(p1, p2) / stepM))
    for (let k = 1; k <= count; k++) line.push(catmullRom(p0, p1, p2, p3, k / count))
  }
  return line
}

function catmullRom(p0: Point, p1: Point, p2: Point, p3: Point, t: number): Point {
  const at = (a: number, b: number, c: number, d: number): number =>
    0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t)
  return [at(p0[0], p1[0], p2[0], p3[0]), at(p0[1], p1[1], p2[1], p3[1])]
}

/** A closed smooth ring around a middle, its radius given by direction (radians). */
export function smoothRing(middle: Point, count: number, radiusAt: (angle: number) => Point): Point[] {
  return Array.from({ length: count }, (_, i) => {
    const [dx, dy] = radiusAt((i / count) * 2 * Math.PI)
    return settled([middle[0] + dx, middle[1] + dy])
  })
}

/** A line beside another, to its left if the distance (m, by share 0…1 of the way) is positive. */
export function besideLine(line: readonly Point[], offsetAt: (share: number) => number): Point[] {
  return line.map((point, i) => {
    const [before, after] = [line[Math.max(0, i - 1)]!, line[Math.min(line.length - 1, i + 1)]!]
    const length = distance(before, after)
    const offset = offsetAt(i / (line.length - 1))
    return settled([point[0] - ((after[1] - before[1]) / length) * offset, point[1] + ((after[0] - before[0]) / length) * offset])
  })
}
