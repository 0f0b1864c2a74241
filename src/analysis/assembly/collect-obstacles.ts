import Flatbush from 'flatbush'
import type { FlatShapes } from '@/analysis/shape/flat-shapes'
import { flattenShapes } from '@/analysis/shape/flatten-shapes'
import { pointInShape } from '@/analysis/shape/shape-distance'
import type { Railway, Road, RoadClass, Water } from '@/domain/place'

/** What may lie between two spaces. */
export interface Obstacle {
  kind: 'road' | 'railway' | 'water'
  id: string
}

/** Straight pieces of centre lines and banks, four numbers each: from lon, lat, to lon, lat. */
export interface Obstacles {
  ends: Float64Array
  /** Per piece, index into `all`. */
  of: Uint32Array
  all: readonly Obstacle[]
  water: FlatShapes
  /** Index of the first water in `all`. */
  firstWater: number
  /** Null if there is no piece. */
  index: Flatbush | null
}

/** Roads of the blocking classes, railways and water; pieces without a sound end are left out. */
export function collectObstacles(
  roads: readonly Road[], railways: readonly Railway[], water: readonly Water[], blockingRoadClasses: readonly RoadClass[],
): Obstacles {
  const blocking = roads.filter((road) => blockingRoadClasses.includes(road.class))
  const shapes = flattenShapes(water.map(({ geometry }) => geometry))
  const all: Obstacle[] = [
    ...blocking.map(({ id }) => ({ kind: 'road' as const, id })),
    ...railways.map(({ id }) => ({ kind: 'railway' as const, id })),
    ...water.map(({ id }) => ({ kind: 'water' as const, id })),
  ]
  const ends: number[] = []
  const of: number[] = []
  const add = (owner: number, ...piece: number[]) => {
    if (!piece.every(Number.isFinite)) return
    ends.push(...piece)
    of.push(owner)
  }
  ;[...blocking, ...railways].forEach(({ geometry: { coordinates } }, owner) => {
    for (let i = 1; i < coordinates.length; i++) {
      add(owner, coordinates[i - 1]![0]!, coordinates[i - 1]![1]!, coordinates[i]![0]!, coordinates[i]![1]!)
    }
  })
  const firstWater = blocking.length + railways.length
  for (let s = 0; s < shapes.count; s++) {
    for (let r = shapes.shapeStarts[s]!; r < shapes.shapeStarts[s + 1]!; r++) {
      for (let i = shapes.ringStarts[r]! + 1; i < shapes.ringStarts[r + 1]!; i++) {
        add(firstWater + s, shapes.lon[i - 1]!, shapes.lat[i - 1]!, shapes.lon[i]!, shapes.lat[i]!)
      }
    }
  }
  return { ends: Float64Array.from(ends), of: Uint32Array.from(of), all, water: shapes, firstWater, index: indexOf(ends) }
}

function indexOf(ends: readonly number[]): Flatbush | null {
  if (ends.length === 0) return null
  const index = new Flatbush(ends.length / 4)
  for (let k = 0; k < ends.length; k += 4) {
    const [lon1, lat1, lon2, lat2] = [ends[k]!, ends[k + 1]!, ends[k + 2]!, ends[k + 3]!]
    index.add(Math.min(lon1, lon2), Math.min(lat1, lat2), Math.max(lon1, lon2), Math.max(lat1, lat2))
  }
  index.finish()
  return index
}

/** The water a place lies in, as index into `all`; −1 if it is on land. */
export function waterAt({ water, firstWater }: Obstacles, lon: number, lat: number, candidates: readonly number[]): number {
  for (const owner of candidates) {
    if (pointInShape(lon, lat, water, owner - firstWater)) return owner
  }
  return -1
}
