import type { Polygon, Position } from 'geojson'

/** Metres per degree of latitude at the middle of the country, good to 0.3 %: the ring is drawn, not measured. */
const M_PER_DEG_LAT = 111_000
const M_PER_DEG_LON = 111_320
const CORNERS = 72

/** A circle on the ground, as a polygon. */
export function groundRing([lon, lat]: Position, radiusM: number): Polygon {
  const [east, north] = [radiusM / (M_PER_DEG_LON * Math.cos((lat! * Math.PI) / 180)), radiusM / M_PER_DEG_LAT]
  const ring = Array.from({ length: CORNERS }, (_, corner) => {
    const turn = (2 * Math.PI * corner) / CORNERS
    return [lon! + east * Math.cos(turn), lat! + north * Math.sin(turn)]
  })
  return { type: 'Polygon', coordinates: [[...ring, ring[0]!]] }
}
