import { mergeReach } from '@/analysis/reach/merge-reach'
import type { DemandPoints, Reach } from '@/analysis/reach/reach'
import type { FlatShapes } from '@/analysis/shape/flat-shapes'
import { distanceToShapeM, nearestOnShape } from '@/analysis/shape/shape-distance'
import { crossesBarrier, type Barriers } from '@/analysis/street/build-barriers'
import { communityLocator } from '@/analysis/street/locate-community'
import type { Community } from '@/domain/programme'

/** A place by the middle of its first ring, which is enough to tell in which compound it lies. */
export interface YardParts {
  communities: readonly Pick<Community, 'id' | 'geometry'>[]
  barriers: Barriers
  points: Pick<DemandPoints, 'count' | 'lon' | 'lat'>
  shapes: FlatShapes
}

/**
 * Ways across the yard: between a building and a shape in the same community people do not go out of the gate and back.
 * The straight way from the building to the boundary counts, unless water or rails lie across it.
 *
 * @returns Shape → points of the same community, metres.
 */
export function findYardWays({ communities, barriers, points, shapes }: YardParts): Reach {
  const communityAt = communityLocator(communities)
  const residents = new Map<string, number[]>()
  for (let p = 0; p < points.count; p++) {
    const id = communityAt(points.lon[p]!, points.lat[p]!)
    if (id !== null) residents.set(id, [...(residents.get(id) ?? []), p])
  }
  const starts = new Uint32Array(shapes.count + 1)
  const rows: [point: number, metres: number][] = []
  for (let s = 0; s < shapes.count; s++) {
    const middle = middleOf(shapes, s)
    const id = middle && communityAt(middle[0], middle[1])
    for (const p of (id && residents.get(id)) || []) {
      const [lon, lat] = [points.lon[p]!, points.lat[p]!]
      const end = nearestOnShape(lon, lat, shapes, s)
      if (end && !crossesBarrier(barriers, lon, lat, end[0]!, end[1]!)) rows.push([p, distanceToShapeM(lon, lat, shapes, s)])
    }
    starts[s + 1] = rows.length
  }
  return { starts, point: Uint32Array.from(rows, ([p]) => p), distanceM: Float64Array.from(rows, ([, metres]) => metres) }
}

/** The shorter of street and yard, up to a radius. */
export function withYardWays(onFoot: Reach, yards: Reach, radiusM: number, pointCount: number): Reach {
  if (yards.point.length === 0) return onFoot
  const count = onFoot.starts.length - 1
  const both: Reach = {
    starts: Uint32Array.from({ length: 2 * count + 1 }, (_, s) => (s <= count ? onFoot.starts[s]! : onFoot.starts[count]! + yards.starts[s - count]!)),
    point: concat(Uint32Array, onFoot.point.subarray(0, onFoot.starts[count]), yards.point),
    distanceM: concat(Float64Array, onFoot.distanceM.subarray(0, onFoot.starts[count]), yards.distanceM),
  }
  return mergeReach(both, Array.from({ length: count }, (_, s) => [s, count + s]), radiusM, pointCount)
}

/** Shortens unbounded distances by ways across the yard, in place. `indices`: the shape behind each `which`. */
export function shortenByYards(nearest: { distanceM: Float64Array; which: Int32Array }, yards: Reach, indices: readonly number[]): void {
  indices.forEach((s, k) => {
    for (let e = yards.starts[s]!; e < yards.starts[s + 1]!; e++) {
      const p = yards.point[e]!
      if (!(yards.distanceM[e]! < nearest.distanceM[p]!)) continue
      nearest.distanceM[p] = yards.distanceM[e]!
      nearest.which[p] = k
    }
  })
}

function middleOf({ lon, lat, ringStarts, shapeStarts }: FlatShapes, s: number): [number, number] | null {
  const ring = shapeStarts[s]!
  if (ring === shapeStarts[s + 1]!) return null
  const [from, to] = [ringStarts[ring]!, ringStarts[ring + 1]!]
  // The last position repeats the first, except in the one-position ring of a point.
  const end = to - from > 1 ? to - 1 : to
  let [x, y] = [0, 0]
  for (let i = from; i < end; i++) {
    x += lon[i]! / (end - from)
    y += lat[i]! / (end - from)
  }
  return [x, y]
}

function concat<T extends Uint32Array | Float64Array>(type: new (length: number) => T, a: T, b: T): T {
  const both = new type(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}
