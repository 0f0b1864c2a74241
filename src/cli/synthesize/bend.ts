import { settled, type Point } from '@/cli/synthesize/plane'

/**
 * The town is laid out on a plain plan (u to the east, v to the north, m) and then turned and bent.
 * One smooth bend for everything keeps streets, blocks and houses parallel to each other.
 */
const TURN = (4 * Math.PI) / 180

function drift([u, v]: Point): Point {
  return [
    85 * Math.sin(v / 620 + 0.6) + 30 * Math.sin(u / 900 + v / 1500),
    72 * Math.sin(u / 680 - 0.4) + 28 * Math.sin(v / 800 + u / 1300),
  ]
}

/** Plan to ground. */
export function bend([u, v]: Point): Point {
  const [dx, dy] = drift([u, v])
  return settled([u * Math.cos(TURN) - v * Math.sin(TURN) + dx, u * Math.sin(TURN) + v * Math.cos(TURN) + dy])
}

/** Ground to plan, by fixed-point iteration: the drift is gentle, so it settles quickly. */
export function unbend([x, y]: Point): Point {
  let plan: Point = [x, y]
  for (let i = 0; i < 14; i++) {
    const [dx, dy] = drift(plan)
    const [a, b] = [x - dx, y - dy]
    plan = [a * Math.cos(TURN) + b * Math.sin(TURN), -a * Math.sin(TURN) + b * Math.cos(TURN)]
  }
  return plan
}

/** Houses face south within this angle of true south, radians. */
const MOST_TURNED = (11 * Math.PI) / 180

/** Direction of the east–west streets at a place on the ground, radians, held to what still counts as facing south. */
export function streetAngle(ground: Point): number {
  const [u, v] = unbend(ground)
  const [a, b] = [bend([u - 20, v]), bend([u + 20, v])]
  return Math.max(-MOST_TURNED, Math.min(MOST_TURNED, Math.atan2(b[1] - a[1], b[0] - a[0])))
}

/** A straight line of the plan as a line on the ground, with a point about every `stepM`. */
export function bendLine(from: Point, to: Point, stepM: number): Point[] {
  const count = Math.max(1, Math.round(Math.hypot(to[0] - from[0], to[1] - from[1]) / stepM))
  return Array.from({ length: count + 1 }, (_, i) => bend([
    from[0] + ((to[0] - from[0]) * i) / count,
    from[1] + ((to[1] - from[1]) * i) / count,
  ]))
}
