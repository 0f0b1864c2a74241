import { crossesBarrier } from '@/analysis/street/build-barriers'
import type { Barriers } from '@/analysis/street/build-barriers'
import type { Streets } from '@/analysis/street/streets'
import { streetsOfArrays } from '@/analysis/street/streets-of-arrays'
import type { Road } from '@/domain/place'

/**
 * Walking network of the walkable roads. Roads are joined where they share a vertex with exactly equal coordinates, and
 * nowhere else: a bridge and the street below it stay apart. A segment that crosses water or rails without `bridge`
 * is left out and counted; the rest of its road stays. Lines with one position and coordinates that are no numbers
 * give nothing.
 */
export function buildStreets({ roads, barriers }: {
  roads: readonly Pick<Road, 'id' | 'walkable' | 'bridge' | 'geometry'>[]
  barriers: Barriers
}): Streets {
  const walkable = roads.filter((road) => road.walkable)
  const vertexCount = walkable.reduce((sum, { geometry }) => sum + geometry.coordinates.length, 0)
  const [lon, lat] = [new Float64Array(vertexCount), new Float64Array(vertexCount)]
  const [from, to] = [new Uint32Array(vertexCount), new Uint32Array(vertexCount)]
  let [vertex, segment, blockedSegments] = [0, 0, 0]
  const blockedRoadIds = new Set<string>()
  for (const { id, bridge, geometry } of walkable) {
    geometry.coordinates.forEach(([x = NaN, y = NaN], i) => {
      lon[vertex] = x
      lat[vertex] = y
      vertex++
      if (i === 0) return
      if (!bridge && crossesBarrier(barriers, lon[vertex - 2]!, lat[vertex - 2]!, x, y)) {
        blockedSegments++
        blockedRoadIds.add(id)
        return
      }
      from[segment] = vertex - 2
      to[segment++] = vertex - 1
    })
  }
  const streets = streetsOfArrays({ lon, lat, from: from.subarray(0, segment), to: to.subarray(0, segment) })
  return { ...streets, blockedSegments, blockedRoadIds: [...blockedRoadIds].sort() }
}
