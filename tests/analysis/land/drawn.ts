import type { Polygon, Position } from 'geojson'
import { metresPerDegree } from '@/analysis/land/metric'

/** Drawn cases are given in metres east and north of this place. */
export const ORIGIN = { lon: 119.197, lat: 36.431 }
const { lonM, latM } = metresPerDegree(ORIGIN.lat)

/** Position `x` m east and `y` m north of the origin; right to 2 mm within 100 m. */
export const at = (x: number, y: number): Position => [ORIGIN.lon + x / lonM, ORIGIN.lat + y / latM]

/** Polygon of one ring given in metres; it is closed here. */
export const drawn = (...corners: [number, number][]): Polygon =>
  ({ type: 'Polygon', coordinates: [[...corners, corners[0]!].map(([x, y]) => at(x, y))] })

/** Rectangle with its south-west corner at (x, y). */
export const rectangle = (x: number, y: number, width: number, height: number): Polygon =>
  drawn([x, y], [x + width, y], [x + width, y + height], [x, y + height])

/** A polygon with a hole of the other's outline. */
export const withHole = (outer: Polygon, hole: Polygon): Polygon =>
  ({ type: 'Polygon', coordinates: [outer.coordinates[0]!, hole.coordinates[0]!] })
