import type { Feature, Position } from 'geojson'
import Flatbush from 'flatbush'
import { toFeatures, type TownFiles } from '@/cli/synthesize/features'
import { growTown } from '@/cli/synthesize/grow-town'
import { boxOf, distance, strip, type Point } from '@/cli/synthesize/plane'
import { makeCommunitySpecs, PROGRAMME_SEED } from '@/cli/synthesize/programme-specs'
import { toLocal } from '@/cli/synthesize/projection'
import { makeRandom } from '@/cli/synthesize/random'

/** The shipped town as its files would hold it, judged in metres by these tests alone. */
export function sampleTown(): TownFiles {
  return toFeatures(growTown(makeCommunitySpecs(makeRandom(PROGRAMME_SEED)), PROGRAMME_SEED))
}

/** An area with the id it is named by in a failure. Rings open, outer first. */
export interface Shape { id: string; rings: Point[][] }

export function shapesOf(features: readonly Feature[]): Shape[] {
  return features.map(({ properties, geometry }) => ({
    id: String(properties?.id),
    rings: (geometry as { coordinates: Position[][] }).coordinates.map((ring) => ring.slice(0, -1).map(toLocal)),
  }))
}

/** The surface of roads, segment by segment, without ends that stick out. */
export function surfacesOf(features: readonly Feature[]): Shape[] {
  return features.flatMap(({ properties, geometry }) => {
    const line = (geometry as { coordinates: Position[] }).coordinates.map(toLocal)
    return line.slice(1).flatMap((to, i) => (distance(line[i]!, to) < 0.05 ? [] : [{ id: String(properties?.id), rings: [strip(line[i]!, to, Number(properties?.widthM))] }]))
  })
}

/** Pairs of shapes, one of each list, whose boxes meet. A list may be compared with itself. */
export function* meetingPairs(a: readonly Shape[], b: readonly Shape[]): Generator<[Shape, Shape]> {
  const index = new Flatbush(b.length)
  for (const { rings } of b) {
    const { west, south, east, north } = boxOf(rings[0]!)
    index.add(west, south, east, north)
  }
  index.finish()
  for (const [i, shape] of a.entries()) {
    const { west, south, east, north } = boxOf(shape.rings[0]!)
    for (const j of index.search(west, south, east, north)) if (a !== b || i < j) yield [shape, b[j]!]
  }
}
