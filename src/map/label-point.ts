import type { MultiPolygon, Point, Polygon } from 'geojson'
import { eachPosition } from '@/map/camera'

/**
 * Middle of the edge of a shape that is uppermost on the screen: a label above it hides nothing of it.
 *
 * It depends on the bearing, so labels move when the map has turned.
 *
 * @param bearingDeg - Direction that is up on the screen.
 */
export function labelPoint(geometry: Polygon | MultiPolygon, bearingDeg: number): Point {
  const turn = (bearingDeg * Math.PI) / 180
  const positions: [number, number][] = []
  eachPosition(geometry, ([lon, lat]) => positions.push([lon!, lat!]))
  const [lon0, lat0] = positions[0]!
  // Degrees of longitude are shorter than degrees of latitude.
  const squeeze = Math.cos((lat0 * Math.PI) / 180)
  let [left, right, top] = [Infinity, -Infinity, -Infinity]
  for (const [lon, lat] of positions) {
    const [x, y] = [(lon - lon0) * squeeze, lat - lat0]
    const across = x * Math.cos(turn) - y * Math.sin(turn)
    left = Math.min(left, across)
    right = Math.max(right, across)
    top = Math.max(top, x * Math.sin(turn) + y * Math.cos(turn))
  }
  const across = (left + right) / 2
  const x = across * Math.cos(turn) + top * Math.sin(turn)
  const y = top * Math.cos(turn) - across * Math.sin(turn)
  return { type: 'Point', coordinates: [lon0 + x / squeeze, lat0 + y] }
}

/** Bearings are told apart in steps, so that a turning map moves its labels now and then, not at every frame. */
export const BEARING_STEP_DEG = 15
export const stepOfBearing = (bearingDeg: number) => Math.round(bearingDeg / BEARING_STEP_DEG) * BEARING_STEP_DEG
