import { difference, feature, featureCollection } from '@turf/turf'
import type { MultiPolygon, Polygon, Position } from 'geojson'
import { convexSharedAreaM2 } from '@/analysis/assembly/clip-area'
import { traceStrip } from '@/analysis/assembly/trace-strip'
import { convexHull } from '@/analysis/shape/convex-hull'
import type { PlanePoint } from '@/analysis/shape/convex-hull'
import type { FlatShapes } from '@/analysis/shape/flat-shapes'
import { measureOutline } from '@/analysis/shape/measure-shape'
import { createPlaneShape, isInPlaneShape, loadPlaneShape } from '@/analysis/shape/plane-shape'
import type { PlaneShape } from '@/analysis/shape/plane-shape'
import { planeOfPair, TOUCH_M } from '@/analysis/shape/shape-distance'

/**
 * Where boundaries that face each other are further apart than twice their gap and this, m, the ground between
 * them is no longer counted as lying between. Our assumption.
 */
const SPREAD = 2
const SPREAD_M = 1
/** Places tried along each stretch of boundary that may face the other. */
const SAMPLES = 16
/** Pieces smaller than this are rounding, m². */
const SLIVER_M2 = 0.01
/** A traced strip is right if its area is that of the hull less the shapes, m². */
const TRACE_M2 = 0.05
/** A corner so far inside the strip counts as inside, m. */
const INSIDE_M = 0.001

/** Ground between two shapes that belongs to neither. */
export interface Strip {
  areaM2: number
  polygons: readonly Polygon[]
}

const NOTHING: Strip = { areaM2: 0, polygons: [] }
const first = createPlaneShape()
const second = createPlaneShape()

/**
 * The strip between shapes `a` and `b` whose gap is `gapM`: everything between the stretches of their boundaries
 * that face each other square on, bends included, without the shapes themselves. Empty where they touch, and where only corners
 * look at each other.
 */
export function gapStrip(shapes: FlatShapes, a: number, b: number, gapM: number): Strip {
  if (gapM < TOUCH_M) return NOTHING
  const plane = planeOfPair(shapes, a, b)
  loadPlaneShape(first, shapes, a, plane)
  loadPlaneShape(second, shapes, b, plane)
  const reachM = SPREAD * gapM + SPREAD_M
  const facing = [...facingPlaces(first, second, reachM), ...facingPlaces(second, first, reachM)]
  if (facing.length === 0) return NOTHING
  const hull = convexHull([...facing, ...bends(first, second, reachM), ...bends(second, first, reachM)])
  if (hull.length < 3) return NOTHING
  const toPosition = (x: number, y: number): Position => [plane.lon + x / plane.lonM, plane.lat + y / plane.latM]
  const toPolygon = (ring: readonly PlanePoint[]): Polygon => ({ type: 'Polygon', coordinates: [[...ring, ring[0]!].map(({ x, y }) => toPosition(x, y))] })
  const isBare = !reachesInto(first, hull) && !reachesInto(second, hull)
  const polygons = isBare ? [toPolygon(hull)] : cutOut(hull, toPolygon, toPosition)
    .filter((piece) => measureOutline(piece).areaM2 > SLIVER_M2)
  return { areaM2: polygons.reduce((sum, piece) => sum + measureOutline(piece).areaM2, 0), polygons }
}

/** Places on the boundary of `a` whose nearest place on `b` lies square to an edge of `b`, and those places. */
function facingPlaces(a: PlaneShape, b: PlaneShape, reachM: number): PlanePoint[] {
  const places: PlanePoint[] = []
  forEachEdge(a, (ax0, ay0, ax1, ay1) => forEachEdge(b, (bx0, by0, bx1, by1) => {
    const [ex, ey, fx, fy] = [ax1 - ax0, ay1 - ay0, bx1 - bx0, by1 - by0]
    const length2 = fx * fx + fy * fy
    if (length2 === 0) return
    // Foot on the edge of b as share of it, linear along the edge of a.
    const foot0 = ((ax0 - bx0) * fx + (ay0 - by0) * fy) / length2
    const change = (ex * fx + ey * fy) / length2
    let [low, high] = [0, 1]
    if (change === 0) {
      if (foot0 < 0 || foot0 > 1) return
    } else {
      low = Math.max(low, Math.min(-foot0 / change, (1 - foot0) / change))
      high = Math.min(high, Math.max(-foot0 / change, (1 - foot0) / change))
    }
    for (let i = 0; i <= SAMPLES && low <= high; i++) {
      const share = low + ((high - low) * i) / SAMPLES
      const place = { x: ax0 + share * ex, y: ay0 + share * ey }
      const foot = { x: bx0 + (foot0 + share * change) * fx, y: by0 + (foot0 + share * change) * fy }
      if (isBetween(a, b, place, foot, reachM)) places.push(place, foot)
    }
  }))
  return places
}

/** Corners where the boundary of `a` bends around the outside (interior angle over 180°), within reach of `b`. */
function bends(a: PlaneShape, b: PlaneShape, reachM: number): PlanePoint[] {
  const places: PlanePoint[] = []
  for (let r = 0; r < a.ringCount; r++) {
    const start = a.ringStarts[r]!
    const count = a.ringStarts[r + 1]! - start - 1
    for (let i = 0; i < count; i++) {
      const corner = { x: a.x[start + i]!, y: a.y[start + i]! }
      const [before, after] = [start + ((i + count - 1) % count), start + i + 1]
      const one = Math.hypot(a.x[before]! - corner.x, a.y[before]! - corner.y)
      const two = Math.hypot(a.x[after]! - corner.x, a.y[after]! - corner.y)
      // Seen from the corner, between its two edges.
      const x = (a.x[before]! - corner.x) / one + (a.x[after]! - corner.x) / two
      const y = (a.y[before]! - corner.y) / one + (a.y[after]! - corner.y) / two
      if (!(Math.hypot(x, y) > 0.01) || isInPlaneShape(a, corner.x + TOUCH_M * x, corner.y + TOUCH_M * y)) continue
      if (distanceM(corner.x, corner.y, b) <= reachM) places.push(corner)
    }
  }
  return places
}

/** True if a foot is the nearest place of `b` within reach, and the way to it lies outside both. */
function isBetween(a: PlaneShape, b: PlaneShape, place: PlanePoint, foot: PlanePoint, reachM: number): boolean {
  const lengthM = Math.hypot(foot.x - place.x, foot.y - place.y)
  if (lengthM > reachM || lengthM > distanceM(place.x, place.y, b) + 1e-6) return false
  return [0.1, 0.5, 0.9].every((share) => {
    const x = place.x + share * (foot.x - place.x)
    const y = place.y + share * (foot.y - place.y)
    return !isWellInside(a, x, y) && !isWellInside(b, x, y)
  })
}

function isWellInside(shape: PlaneShape, x: number, y: number): boolean {
  return isInPlaneShape(shape, x, y) && distanceM(x, y, shape) > INSIDE_M
}

/** To the nearest edge. */
function distanceM(px: number, py: number, shape: PlaneShape): number {
  let nearest2 = Infinity
  forEachEdge(shape, (x0, y0, x1, y1) => {
    const [dx, dy] = [x1 - x0, y1 - y0]
    const length2 = dx * dx + dy * dy
    const share = length2 > 0 ? Math.min(1, Math.max(0, ((px - x0) * dx + (py - y0) * dy) / length2)) : 0
    nearest2 = Math.min(nearest2, (x0 + share * dx - px) ** 2 + (y0 + share * dy - py) ** 2)
  })
  return Math.sqrt(nearest2)
}

/** True if some of a shape lies inside the hull: a corner, or an edge right across. */
function reachesInto(shape: PlaneShape, hull: readonly PlanePoint[]): boolean {
  let isInside = false
  forEachEdge(shape, (x0, y0, x1, y1) => {
    let [low, high] = [0, 1]
    hull.forEach((corner, i) => {
      const next = hull[(i + 1) % hull.length]!
      const length = Math.hypot(next.x - corner.x, next.y - corner.y)
      const depth = (x: number, y: number) => ((next.x - corner.x) * (y - corner.y) - (next.y - corner.y) * (x - corner.x)) / length - INSIDE_M
      const [at0, at1] = [depth(x0, y0), depth(x1, y1)]
      if (at0 < 0 && at1 < 0) low = Infinity
      else if (at0 < 0) low = Math.max(low, at0 / (at0 - at1))
      else if (at1 < 0) high = Math.min(high, at0 / (at0 - at1))
    })
    if (low <= high) isInside = true
  })
  return isInside
}

/** The hull without the two shapes: traced where their outlines run through it, else cut. */
function cutOut(
  hull: readonly PlanePoint[], toPolygon: (ring: readonly PlanePoint[]) => Polygon, toPosition: (x: number, y: number) => Position,
): Polygon[] {
  const outline = toPolygon(hull)
  const shapes = [first, second].map((shape): MultiPolygon => ({ type: 'MultiPolygon', coordinates: polygonsOf(shape, toPosition) }))
  const bareM2 = shapes.reduce((sum, shape) => sum - convexSharedAreaM2(outline, shape)!, measureOutline(outline).areaM2)
  const ring = traceStrip(hull, [first, second])
  const traced = ring && toPolygon(ring)
  if (traced && Math.abs(measureOutline(traced).areaM2 - bareM2) < TRACE_M2) return [traced]
  const left = difference(featureCollection<Polygon | MultiPolygon>([outline, ...shapes].map((area) => feature(area))))?.geometry
  if (!left) return []
  return left.type === 'Polygon' ? [left] : left.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates }))
}

/** Outer rings with the holes in them. */
function polygonsOf(shape: PlaneShape, toPosition: (x: number, y: number) => Position): Position[][][] {
  const rings = Array.from({ length: shape.ringCount }, (_, r) => {
    const ring: PlanePoint[] = []
    for (let i = shape.ringStarts[r]!; i < shape.ringStarts[r + 1]!; i++) ring.push({ x: shape.x[i]!, y: shape.y[i]! })
    return ring
  })
  const around = rings.map((ring, r) => rings.flatMap((other, o) => (o !== r && isInRing(other, ring) ? [o] : [])))
  return rings.flatMap((outer, r) => {
    if (around[r]!.length % 2 === 1) return []
    const holes = rings.filter((_, h) => around[h]!.length === around[r]!.length + 1 && around[h]!.includes(r))
    return [[outer, ...holes].map((ring) => ring.map(({ x, y }) => toPosition(x, y)))]
  })
}

/** True if the middle of the first edge of a ring lies in another. */
function isInRing(outer: readonly PlanePoint[], ring: readonly PlanePoint[]): boolean {
  const x = (ring[0]!.x + ring[1]!.x) / 2
  const y = (ring[0]!.y + ring[1]!.y) / 2
  let isInside = false
  for (let i = 1; i < outer.length; i++) {
    const [from, to] = [outer[i - 1]!, outer[i]!]
    if (from.y > y !== to.y > y && x < from.x + ((y - from.y) / (to.y - from.y)) * (to.x - from.x)) isInside = !isInside
  }
  return isInside
}

function forEachEdge({ x, y, ringStarts, ringCount }: PlaneShape, visit: (x0: number, y0: number, x1: number, y1: number) => void): void {
  for (let r = 0; r < ringCount; r++) {
    for (let i = ringStarts[r]! + 1; i < ringStarts[r + 1]!; i++) visit(x[i - 1]!, y[i - 1]!, x[i]!, y[i]!)
  }
}
