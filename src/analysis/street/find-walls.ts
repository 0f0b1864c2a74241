import type { MultiPolygon, Polygon, Position } from 'geojson'
import { areaCentroid } from '@/analysis/shape/area-centroid'
import { gatesOf } from '@/analysis/street/gate-ways'
import { communityLocator } from '@/analysis/street/locate-community'
import type { Gates } from '@/analysis/street/streets'
import type { Gate } from '@/domain/place'
import type { Community } from '@/domain/programme'

/** Walls with known gates: what lies inside must pass one of them. */
export interface Walls {
  /** Gates for points; null if no community has any. */
  ofPoints(lon: ArrayLike<number>, lat: ArrayLike<number>): Gates | null
  /** Gates for areas, by their centre of gravity. */
  ofAreas(geometries: readonly (Polygon | MultiPolygon)[]): Gates | null
}

/** Look up in which gated community something lies. A community without a gate in the data is open on all sides. */
export function findWalls(communities: readonly Community[], gates: readonly Gate[]): Walls {
  const gatesById = new Map<string, Position[]>()
  for (const { communityId, geometry } of gates) gatesById.set(communityId, [...(gatesById.get(communityId) ?? []), geometry.coordinates])
  const walled = communities.filter(({ id }) => gatesById.has(id))
  const communityAt = communityLocator(walled)
  return {
    ofPoints: (lon, lat) => (walled.length === 0 ? null : gatesOf(Array.from(lon, (x, i) => communityAt(x, lat[i]!)), gatesById)),
    ofAreas: (geometries) => {
      if (walled.length === 0) return null
      const centres = geometries.map((geometry) => areaCentroid(geometry))
      return gatesOf(centres.map(({ lon, lat }) => communityAt(lon, lat)), gatesById)
    },
  }
}
