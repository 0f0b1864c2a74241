import type { Polygon, Position } from 'geojson'

/** Why a drawing cannot be a piece of land. */
export type ShapeProblem = 'too-few-corners' | 'self-crossing'

/** 1e-7 degrees are about a centimetre. */
const STEPS_PER_DEG = 1e7

/** A corner in whole steps from the first one: small whole numbers, so that every test below is exact. */
type Corner = readonly [x: number, y: number]

/**
 * The polygon of a drawn ring, or what is wrong with it.
 *
 * @param ring - Corners in order, closed or not; repeated ones are dropped.
 * @returns Closed, anticlockwise, 7 decimals, at least three corners that are not in one line, no edge
 *   that touches another one than its neighbours.
 */
export function toDrawnPolygon(ring: readonly Position[]): Polygon | ShapeProblem {
  const steps = ring.map(([lon, lat]): Corner => [Math.round(lon! * STEPS_PER_DEG), Math.round(lat! * STEPS_PER_DEG)])
  const kept = steps.filter((corner, index) => !isSame(corner, steps[(index + 1) % steps.length]!))
  const corners = fromFirst(kept)
  const doubleArea = corners.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = corners[(index + 1) % corners.length]!
    return sum + x * nextY - nextX * y
  }, 0)
  if (corners.length < 3 || (corners.length === 3 && doubleArea === 0)) return 'too-few-corners'
  if (isCrossing(corners, true)) return 'self-crossing'
  const ordered = doubleArea > 0 ? kept : [kept[0]!, ...kept.slice(1).reverse()]
  const positions = ordered.map(([x, y]): Position => [x / STEPS_PER_DEG, y / STEPS_PER_DEG])
  return { type: 'Polygon', coordinates: [[...positions, positions[0]!]] }
}

/** Whether a line that is still being drawn crosses, touches or goes back over itself. */
export function isCrossingPath(path: readonly Position[]): boolean {
  const steps = path.map(([lon, lat]): Corner => [Math.round(lon! * STEPS_PER_DEG), Math.round(lat! * STEPS_PER_DEG)])
  return isCrossing(fromFirst(steps.filter((corner, index) => index === 0 || !isSame(corner, steps[index - 1]!))), false)
}

const isSame = (a: Corner, b: Corner) => a[0] === b[0] && a[1] === b[1]

const fromFirst = (corners: readonly Corner[]): Corner[] => corners.map(([x, y]) => [x - corners[0]![0], y - corners[0]![1]])

/** Twice the area of a triangle: above 0 if c lies to the left of the way from a to b. */
const turn = (a: Corner, b: Corner, c: Corner) => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])

function isCrossing(corners: readonly Corner[], isClosed: boolean): boolean {
  const edgeCount = isClosed ? corners.length : corners.length - 1
  const at = (index: number) => corners[index % corners.length]!
  for (let one = 0; one < edgeCount; one++) {
    if ((isClosed || one + 1 < edgeCount) && goesBack(at(one), at(one + 1), at(one + 2))) return true
    for (let other = one + 2; other < edgeCount; other++) {
      const areNeighbours = isClosed && one === 0 && other === edgeCount - 1
      if (!areNeighbours && doMeet(at(one), at(one + 1), at(other), at(other + 1))) return true
    }
  }
  return false
}

/** Whether the way from a over b turns round on itself. */
const goesBack = (a: Corner, b: Corner, c: Corner) => (
  turn(a, b, c) === 0 && (b[0] - a[0]) * (c[0] - b[0]) + (b[1] - a[1]) * (c[1] - b[1]) < 0
)

/** Whether two edges have a point in common. */
function doMeet(a: Corner, b: Corner, c: Corner, d: Corner): boolean {
  const [cSide, dSide, aSide, bSide] = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)].map(Math.sign)
  if (cSide! * dSide! < 0 && aSide! * bSide! < 0) return true
  return (cSide === 0 && isWithin(a, b, c)) || (dSide === 0 && isWithin(a, b, d))
    || (aSide === 0 && isWithin(c, d, a)) || (bSide === 0 && isWithin(c, d, b))
}

/** For a point in line with an edge: whether it lies on it. */
const isWithin = (a: Corner, b: Corner, point: Corner) => [0, 1].every((axis) => (
  point[axis]! >= Math.min(a[axis]!, b[axis]!) && point[axis]! <= Math.max(a[axis]!, b[axis]!)
))
