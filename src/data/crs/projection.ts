import type { Position } from 'geojson'
import type { CrsChoice, CrsId } from '@/domain/crs'

/**
 * Conversions between the systems of `CRS_LIST` and WGS 84 longitude, latitude in degrees. A position that cannot be
 * converted comes out as `[NaN, NaN]`; heights and what follows them stay. Nothing throws but a system that is not listed.
 */
export interface Projection {
  toWgs84(choice: CrsChoice): (position: Position) => Position
  fromWgs84(crs: CrsId): (position: Position) => Position
}

export function loadProjection(): Promise<Projection> {
  throw new Error('not written yet')
}
