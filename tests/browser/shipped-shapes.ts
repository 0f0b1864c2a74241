import { readFileSync } from 'node:fs'
import type { FeatureCollection, Polygon } from 'geojson'

export type Position = readonly [lon: number, lat: number]

/** A community or building of the shipped data, with its outer ring. */
export interface ShippedShape {
  id: string
  name: string
  /** Null for a community. */
  communityId: string | null
  ring: readonly Position[]
}

/** Communities or buildings as they are shipped. */
export function readShapes(kind: 'communities' | 'buildings'): ShippedShape[] {
  const { features } = JSON.parse(readFileSync(`geodata/${kind}.geojson`, 'utf8')) as FeatureCollection<Polygon>
  return features.map(({ properties, geometry }) => ({
    id: String(properties?.id),
    name: String(properties?.name),
    communityId: typeof properties?.communityId === 'string' ? properties.communityId : null,
    ring: geometry.coordinates[0]!.map(([lon, lat]) => [lon!, lat!] as const),
  }))
}

/** Middle of a ring whose last position repeats the first. */
export function middleOf(ring: readonly Position[]): Position {
  const corners = ring.slice(1)
  const mean = (axis: 0 | 1) => corners.reduce((sum, position) => sum + position[axis], 0) / corners.length
  return [mean(0), mean(1)]
}
