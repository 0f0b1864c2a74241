import type { Position } from 'geojson'
import type { FlatShapes } from '@/analysis/shape/flat-shapes'
import { geodesicM, metresPerDegree } from '@/analysis/shape/metric'
import { createConnection, nearestInPlane } from '@/analysis/shape/nearest-in-plane'
import { createPlaneShape, loadPlaneShape } from '@/analysis/shape/plane-shape'
import type { LocalPlane } from '@/analysis/shape/plane-shape'

/** Boundaries nearer than this touch, m: coordinates with seven decimals are no finer than 1 cm. */
export const TOUCH_M = 0.01

const RADIANS = Math.PI / 180

/** Filled again for each pair, so that a loop over pairs makes no garbage. */
const first = createPlaneShape()
const second = createPlaneShape()
const connection = createConnection()
const nearest = { lon: NaN, lat: NaN }

/** WGS84 geodesic from a place to the boundary of shape `s`, m; 0 inside; Infinity for a shape without positions. */
export function distanceToShapeM(lon: number, lat: number, shapes: FlatShapes, s: number): number {
  if (pointInShape(lon, lat, shapes, s)) return 0
  findNearest(lon, lat, shapes, s)
  return Number.isNaN(nearest.lon) ? Infinity : geodesicM(lon, lat, nearest.lon, nearest.lat)
}

/** The place on the boundary of shape `s` that is nearest, also from inside; null for a shape without positions. */
export function nearestOnShape(lon: number, lat: number, shapes: FlatShapes, s: number): Position | null {
  findNearest(lon, lat, shapes, s)
  return Number.isNaN(nearest.lon) ? null : [nearest.lon, nearest.lat]
}

/** True inside shape `s` by the even-odd rule, holes are outside; on the boundary either answer may come. */
export function pointInShape(lon: number, lat: number, shapes: FlatShapes, s: number): boolean {
  let isInside = false
  for (let r = shapes.shapeStarts[s]!; r < shapes.shapeStarts[s + 1]!; r++) {
    const end = shapes.ringStarts[r + 1]!
    for (let i = shapes.ringStarts[r]! + 1; i < end; i++) {
      const lat0 = shapes.lat[i - 1]!
      const lat1 = shapes.lat[i]!
      if (lat0 > lat === lat1 > lat) continue
      const lon0 = shapes.lon[i - 1]!
      if (lon - lon0 < ((lat - lat0) / (lat1 - lat0)) * (shapes.lon[i]! - lon0)) isInside = !isInside
    }
  }
  return isInside
}

/**
 * Shortest connection between shapes `a` and `b`: its length, m, and where it leaves each boundary. 0 where they
 * touch (within 1 cm), cross or cover each other; a shape in the hole of another keeps its distance.
 * Infinity and NaN positions if one has no positions.
 */
export function nearestBetween(shapes: FlatShapes, a: number, b: number): { gapM: number; from: Position; to: Position } {
  const plane = planeOfPair(shapes, a, b)
  loadPlaneShape(first, shapes, a, plane)
  loadPlaneShape(second, shapes, b, plane)
  nearestInPlane(first, second, connection)
  const from = [plane.lon + connection.fromX / plane.lonM, plane.lat + connection.fromY / plane.latM]
  const to = [plane.lon + connection.toX / plane.lonM, plane.lat + connection.toY / plane.latM]
  const gapM = Math.sqrt(connection.gap2)
  return { gapM: gapM < TOUCH_M ? 0 : gapM, from, to }
}

/** Plane of metres at the middle latitude of two shapes. */
export function planeOfPair(shapes: FlatShapes, a: number, b: number): LocalPlane {
  let minLon = Infinity
  let minLat = Infinity
  let maxLat = -Infinity
  for (const s of [a, b]) {
    const end = shapes.ringStarts[shapes.shapeStarts[s + 1]!]!
    for (let i = shapes.ringStarts[shapes.shapeStarts[s]!]!; i < end; i++) {
      minLon = Math.min(minLon, shapes.lon[i]!)
      minLat = Math.min(minLat, shapes.lat[i]!)
      maxLat = Math.max(maxLat, shapes.lat[i]!)
    }
  }
  return { lon: minLon, lat: minLat, ...metresPerDegree((minLat + maxLat) / 2) }
}

/**
 * Nearest place on the boundary. Every vertex is measured by the metric of its own middle latitude: with M the length of
 * a degree of latitude, the length of a degree of longitude changes by exactly −M·sin φ per radian, so no vertex
 * needs a sine of its own.
 */
function findNearest(lon: number, lat: number, shapes: FlatShapes, s: number): void {
  const { lonM, latM } = metresPerDegree(lat)
  const changePerDegree = -latM * Math.sin(lat * RADIANS) * RADIANS
  let nearest2 = Infinity
  nearest.lon = nearest.lat = NaN
  for (let r = shapes.shapeStarts[s]!; r < shapes.shapeStarts[s + 1]!; r++) {
    const start = shapes.ringStarts[r]!
    const end = shapes.ringStarts[r + 1]!
    let x0 = 0
    let y0 = 0
    for (let i = start; i < end; i++) {
      const dLat = shapes.lat[i]! - lat
      const x1 = (shapes.lon[i]! - lon) * (lonM + (changePerDegree * dLat) / 2)
      const y1 = dLat * latM
      const from = i === start ? i : i - 1
      const dx = i === start ? 0 : x1 - x0
      const dy = i === start ? 0 : y1 - y0
      const length2 = dx * dx + dy * dy
      const share = length2 > 0 ? Math.min(1, Math.max(0, (x1 * dx + y1 * dy) / length2)) : 0
      const distance2 = (x1 - share * dx) ** 2 + (y1 - share * dy) ** 2
      if (distance2 < nearest2) {
        nearest2 = distance2
        nearest.lon = shapes.lon[i]! - share * (shapes.lon[i]! - shapes.lon[from]!)
        nearest.lat = shapes.lat[i]! - share * (shapes.lat[i]! - shapes.lat[from]!)
      }
      x0 = x1
      y0 = y1
    }
  }
}
