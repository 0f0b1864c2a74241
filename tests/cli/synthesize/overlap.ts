import { featureCollection, intersect, polygon, area } from '@turf/turf'
import { toPosition } from '@/cli/synthesize/projection'
import type { Point } from '@/cli/synthesize/plane'
import { meetingPairs, type Shape } from './sample-town'

/** Common area of two shapes, m², by a library that the generator does not use. */
export function commonAreaM2(a: Shape, b: Shape): number {
  const common = intersect(featureCollection([toPolygon(a), toPolygon(b)]))
  return common ? area(common) : 0
}

/** `A×B 12.3 m²` for every pair that shares more than the tolerance. */
export function overlaps(a: readonly Shape[], b: readonly Shape[], toleranceM2: number): string[] {
  return [...meetingPairs(a, b)].flatMap(([one, other]) => {
    if (!meet(one, other)) return []
    const shared = commonAreaM2(one, other)
    return shared > toleranceM2 ? [`${one.id}×${other.id} ${shared.toFixed(1)} m²`] : []
  })
}

/** Cheap answer for the many pairs whose boxes meet and whose areas do not. */
function meet(a: Shape, b: Shape): boolean {
  const [outer, other] = [a.rings[0]!, b.rings[0]!]
  const crosses = a.rings.some((ring) => b.rings.some((ring2) => ring.some((p, i) => ring2.some((q, k) => segmentsMeet(p, ring[(i + 1) % ring.length]!, q, ring2[(k + 1) % ring2.length]!)))))
  return crosses || windsAround(outer, other[0]!) || windsAround(other, outer[0]!)
}

function segmentsMeet(a: Point, b: Point, c: Point, d: Point): boolean {
  if (Math.max(a[0], b[0]) < Math.min(c[0], d[0]) || Math.max(c[0], d[0]) < Math.min(a[0], b[0])) return false
  const turn = (p: Point, q: Point, r: Point): number => (q[0] - p[0]) * (r[1] - q[1]) - (q[1] - p[1]) * (r[0] - q[0])
  return turn(a, b, c) * turn(a, b, d) <= 0 && turn(c, d, a) * turn(c, d, b) <= 0
}

/** Winding number by angles: slow and simple. */
function windsAround(ring: readonly Point[], [x, y]: Point): boolean {
  const angles = ring.map(([px, py]) => Math.atan2(py - y, px - x))
  const turned = angles.reduce((sum, angle, i) => {
    const step = angles[(i + 1) % angles.length]! - angle
    return sum + (step > Math.PI ? step - 2 * Math.PI : step < -Math.PI ? step + 2 * Math.PI : step)
  }, 0)
  return Math.abs(turned) > 1
}

function toPolygon({ rings }: Shape) {
  const closed = (ring: readonly Point[]) => [...ring, ring[0]!].map((point) => toPosition(point, 7))
  return polygon(rings.map(closed))
}
