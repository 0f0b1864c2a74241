import type { Position } from 'geojson'
import { metresPerDegree } from '@/analysis/shape/metric'
import type { AreaGeometry } from '@/domain/import'

/** So many pairs of a corner and an edge take about a tenth of a second. */
const PAIR_LIMIT = 10_000_000

/**
 * The farthest that a boundary lies from the other one, m: over the corners of each, the distance to the nearest edge of the other
 * (Hausdorff distance, up to what the middle of an edge may add).
 *
 * @returns Null if either has no boundary, or too many corners to be measured.
 */
export function measureShift(before: AreaGeometry, after: AreaGeometry): number | null {
  const [a, b] = [ringsOf(before), ringsOf(after)]
  const [ofA, ofB] = [new Set(a.flat().map(String)), new Set(b.flat().map(String))]
  const [movedA, movedB] = [a.flat().filter((corner) => !ofB.has(String(corner))), b.flat().filter((corner) => !ofA.has(String(corner)))]
  if (ofA.size === 0 || ofB.size === 0 || movedA.length * ofB.size + movedB.length * ofA.size > PAIR_LIMIT) return null
  return Math.sqrt(Math.max(farthest2(movedA, b), farthest2(movedB, a)))
}

function ringsOf({ type, coordinates }: AreaGeometry): Position[][] {
  return (type === 'Polygon' ? coordinates : coordinates.flat()).filter(({ length }) => length > 0)
}

function farthest2(corners: readonly Position[], rings: readonly Position[][]): number {
  const { lonM, latM } = metresPerDegree(rings[0]![0]![1]!)
  let farthest = 0
  for (const corner of corners) {
    let nearest = Infinity
    for (const ring of rings) {
      for (let i = 1; i < ring.length; i++) nearest = Math.min(nearest, distance2(corner, ring[i - 1]!, ring[i]!, lonM, latM))
    }
    farthest = Math.max(farthest, nearest)
  }
  return farthest
}

/** Square of the distance from a corner to an edge, m². */
function distance2(corner: Position, from: Position, to: Position, lonM: number, latM: number): number {
  const [ax, ay] = [(from[0]! - corner[0]!) * lonM, (from[1]! - corner[1]!) * latM]
  const [dx, dy] = [(to[0]! - from[0]!) * lonM, (to[1]! - from[1]!) * latM]
  const length2 = dx * dx + dy * dy
  const along = length2 === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length2))
  const [x, y] = [ax + along * dx, ay + along * dy]
  return x * x + y * y
}
