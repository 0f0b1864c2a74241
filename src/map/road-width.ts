import type { ExpressionSpecification } from 'maplibre-gl'
import type { RoadClass } from '@/domain/place'

/** Circumference of the earth, m; MapLibre draws it on 512 px at zoom 0. */
const EQUATOR_M = 40_075_016.686
const WORLD_PX = 512

/** Thinnest drawing of each class, px, at zoom 12 and at zoom 15: far away a real lane is a tenth of a pixel. */
const MIN_PX: Record<RoadClass, readonly [far: number, near: number]> = {
  arterial: [1.8, 5],
  secondary: [1.2, 3.6],
  local: [0.6, 2.2],
  lane: [0.3, 1.1],
}

/** Zooms between which MapLibre interpolates. Real widths double per zoom, as does the interpolation. */
const STOPS = [12, 13.5, 15, 16, 20] as const

export const pxPerMetre = (zoom: number, lat: number) => (
  (WORLD_PX * 2 ** zoom) / (EQUATOR_M * Math.cos((lat * Math.PI) / 180))
)

/** Thinnest width of a class at a zoom, px. */
export function minRoadPx(roadClass: RoadClass, zoom: number): number {
  const [far, near] = MIN_PX[roadClass]
  const part = Math.min(Math.max((zoom - 12) / 3, 0), 1)
  return far * (near / far) ** part
}

/**
 * Width of a road in px: its real width, but never thinner than its class.
 *
 * @param lat - Latitude of the town: Mercator widths depend on it.
 * @param extraPx - Added on both sides together, for a casing.
 */
export function roadWidth(lat: number, extraPx = 0): ExpressionSpecification {
  const stops = STOPS.flatMap((zoom) => {
    const real: ExpressionSpecification = ['*', ['get', 'widthM'], pxPerMetre(zoom, lat)]
    const thinnest: ExpressionSpecification = [
      'match', ['get', 'class'],
      'arterial', minRoadPx('arterial', zoom), 'secondary', minRoadPx('secondary', zoom),
      'local', minRoadPx('local', zoom), minRoadPx('lane', zoom),
    ]
    return [zoom, ['+', ['max', real, thinnest], extraPx]]
  })
  return ['interpolate', ['exponential', 2], ['zoom'], ...stops] as ExpressionSpecification
}
