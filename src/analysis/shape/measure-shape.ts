import type { MultiPolygon, Polygon, Position } from 'geojson'
import { findSelfIntersections } from '@/analysis/shape/find-self-intersections'
import { flattenShapes } from '@/analysis/shape/flatten-shapes'
import { inscribedCircle } from '@/analysis/shape/inscribed-circle'
import { createPlaneShape, loadPlaneShape } from '@/analysis/shape/plane-shape'
import type { PlaneShape } from '@/analysis/shape/plane-shape'
import { planeOfPair } from '@/analysis/shape/shape-distance'

/** An area that is smaller has no inside, m². */
const MIN_AREA_M2 = 0.01

export interface ShapeMeasure {
  /** Without holes, m². */
  areaM2: number
  /** Of all rings, m. */
  perimeterM: number
  /** Diameter of the largest circle inside, m, right to 5 cm. */
  widthM: number
  /** Polsby–Popper: 4πA/P²; 1 for a circle, 0.785 for a square. */
  compactness: number
}

const shape = createPlaneShape()

/** Measures in a plane of metres at the middle latitude of the shape. Ask `isMeasurable` first. */
export function measureShape(geometry: Polygon | MultiPolygon): ShapeMeasure {
  const { areaM2, perimeterM } = measureOutline(geometry)
  const widthM = 2 * inscribedCircle(shape).radiusM
  return { areaM2, perimeterM, widthM, compactness: perimeterM > 0 ? (4 * Math.PI * areaM2) / perimeterM ** 2 : 0 }
}

/** Area and perimeter only; leaves the geometry in `shape`. */
export function measureOutline(geometry: Polygon | MultiPolygon): Pick<ShapeMeasure, 'areaM2' | 'perimeterM'> {
  const shapes = flattenShapes([geometry])
  loadPlaneShape(shape, shapes, 0, planeOfPair(shapes, 0, 0))
  const ringCounts = geometry.type === 'Polygon' ? [geometry.coordinates.length] : geometry.coordinates.map(({ length }) => length)
  let areaM2 = 0
  let perimeterM = 0
  let r = 0
  for (const ringCount of ringCounts) {
    for (let i = 0; i < ringCount; i++, r++) {
      areaM2 += (i === 0 ? 1 : -1) * Math.abs(signedAreaM2(shape, r))
      perimeterM += lengthM(shape, r)
    }
  }
  return { areaM2, perimeterM }
}

/**
 * True if the geometry has an area that can be told: every coordinate is a number on the globe, every ring has three
 * positions or more and an inside, and no outline crosses or touches itself.
 */
export function isMeasurable(geometry: Polygon | MultiPolygon): boolean {
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  const rings = parts.flat()
  if (parts.length === 0 || parts.some((part) => part.length === 0)) return false
  if (!rings.every((ring) => ring.every(isOnGlobe) && new Set(ring.map(String)).size >= 3)) return false
  const closed = { type: 'MultiPolygon' as const, coordinates: parts.map((part) => part.map(close)) }
  const shapes = flattenShapes([closed])
  loadPlaneShape(shape, shapes, 0, planeOfPair(shapes, 0, 0))
  if (!rings.every((_, r) => Math.abs(signedAreaM2(shape, r)) >= MIN_AREA_M2)) return false
  return findSelfIntersections([{ id: '', geometry: closed }], '').length === 0
}

function isOnGlobe([lon, lat]: Position): boolean {
  return Math.abs(lon ?? NaN) <= 180 && Math.abs(lat ?? NaN) <= 90
}

function close(ring: Position[]): Position[] {
  return String(ring[0]) === String(ring[ring.length - 1]) ? ring : [...ring, ring[0]!]
}

/** Shoelace formula. */
function signedAreaM2({ x, y, ringStarts }: PlaneShape, r: number): number {
  let twice = 0
  for (let i = ringStarts[r]! + 1; i < ringStarts[r + 1]!; i++) twice += x[i - 1]! * y[i]! - x[i]! * y[i - 1]!
  return twice / 2
}

function lengthM({ x, y, ringStarts }: PlaneShape, r: number): number {
  let sum = 0
  for (let i = ringStarts[r]! + 1; i < ringStarts[r + 1]!; i++) sum += Math.hypot(x[i]! - x[i - 1]!, y[i]! - y[i - 1]!)
  return sum
}
