import { doubleArea } from '@/analysis/shape/wind-rings'
import type { Position } from 'geojson'

/** Corners looked at for one shape. A million holes in a million rings would otherwise take for ever. */
const STEP_LIMIT = 10_000_000

/** A ring with its middle values, so that most are told apart without looking at corners. */
interface BoxedRing {
  ring: Position[]
  doubleArea: number
  box: readonly [number, number, number, number]
}

/**
 * Polygons of rings as a shapefile has them: outer rings clockwise, holes the other way, in any order (ESRI Shapefile
 * Technical Description, 1998). A hole belongs to the smallest outer ring around it; one without is a polygon itself.
 *
 * @returns Rings of each polygon, the outer one first, wound as RFC 7946 wants them; null if there are too many to tell.
 */
export function groupRings(rings: readonly Position[][]): Position[][][] | null {
  const outer: (BoxedRing & { holes: Position[][] })[] = []
  const holes: BoxedRing[] = []
  for (const ring of rings) {
    const boxed = { ring, doubleArea: doubleArea(ring), box: boxOf(ring) }
    if (boxed.doubleArea <= 0) outer.push({ ...boxed, holes: [] })
    else holes.push(boxed)
  }
  const single = outer.length === 1 ? outer[0] : undefined
  // Small ones first: the first that fits is the smallest. Their place in the file is kept for the answer.
  const bySize = [...outer].sort((a, b) => b.doubleArea - a.doubleArea)
  const strays: Position[][][] = []
  let steps = 0
  for (const hole of holes) {
    const owner = bySize.find((candidate) => {
      steps += 1
      if (!contains(candidate.box, hole.box)) return false
      steps += candidate.ring.length
      return steps <= STEP_LIMIT && surrounds(candidate.ring, hole.ring)
    })
    if (steps > STEP_LIMIT) return null
    // A hole that pokes out of the only ring there is can only be meant for it, unless it is elsewhere.
    const meant = owner ?? (single && overlaps(single.box, hole.box) ? single : undefined)
    if (meant) meant.holes.push(hole.ring)
    else strays.push([hole.ring])
  }
  return [...outer.map(({ ring, holes: own }) => [[...ring].reverse(), ...own.map((hole) => [...hole].reverse())]), ...strays]
}

function boxOf(ring: readonly Position[]): readonly [number, number, number, number] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of ring as readonly [number, number][]) {
    if (x < west) west = x
    if (x > east) east = x
    if (y < south) south = y
    if (y > north) north = y
  }
  return [west, south, east, north]
}

type Box = BoxedRing['box']
const contains = (outer: Box, inner: Box): boolean => inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3]
const overlaps = (one: Box, other: Box): boolean => one[0] <= other[2] && other[0] <= one[2] && one[1] <= other[3] && other[1] <= one[3]

/** True if the first corner of the hole that is not on the ring lies inside it. */
function surrounds(ring: readonly Position[], hole: readonly Position[]): boolean {
  // Holes touch their ring at a corner or two, never at many.
  for (const corner of hole.slice(0, 4)) {
    const side = sideOf(ring, corner)
    if (side !== 0) return side > 0
  }
  return true
}

/** 1 inside, −1 outside, 0 on the boundary: crossings of a ray to the east. */
function sideOf(ring: readonly Position[], corner: Position): number {
  const x = corner[0]!
  const y = corner[1]!
  let isInside = false
  for (let i = 1; i < ring.length; i++) {
    // By index: taking positions apart is slow where it is done millions of times.
    const ax = ring[i - 1]![0]!
    const ay = ring[i - 1]![1]!
    const bx = ring[i]![0]!
    const by = ring[i]![1]!
    const cross = (bx - ax) * (y - ay) - (by - ay) * (x - ax)
    if (cross === 0 && Math.min(ax, bx) <= x && x <= Math.max(ax, bx) && Math.min(ay, by) <= y && y <= Math.max(ay, by)) return 0
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) isInside = !isInside
  }
  return isInside ? 1 : -1
}
