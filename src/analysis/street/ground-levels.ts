import { metresPerDegree } from '@/analysis/shape/metric'
import { crossesBarrier, crossesShoreOrRail, isBarrierNear } from '@/analysis/street/build-barriers'
import type { Barriers } from '@/analysis/street/build-barriers'
import { distanceOnEdge } from '@/analysis/street/street-distance'
import type { StreetDistance } from '@/analysis/street/street-distance'

/** Ground farther from a street than this belongs to no street, m. */
export const SIDE_M = 60
/** Half the width of a bridge, on which one stands above water or rails, m. */
const DECK_M = 8
/** Distance of grid points, m, while the ground is not too wide for that. */
const STEP_M = 10
const MOST_STEPS = 400

/** Levels on a square grid of points, row by row from the south-west, one column per band. */
export interface GroundLevels {
  west: number
  south: number
  lonPerStep: number
  latPerStep: number
  columns: number
  rows: number
  /** Per band: > 0 within reach, m to spare; −Infinity where no street is near or none on this side of a barrier. */
  levels: readonly Float64Array[]
}

/**
 * How many metres of a band are left at points of the ground: the band less the way to a street point and straight on
 * from there, but never more than what is left of `SIDE_M` beside the street. The straight way is the shortest to the
 * street, and crosses no water or rails except on the deck of a bridge. Null if no street is reached.
 *
 * @param distance - Measured a little farther than the widest band, so that levels go on below 0.
 */
export function measureGround(distance: StreetDistance, barriers: Barriers, bandsM: readonly number[]): GroundLevels | null {
  const { streets: { lon, lat, vertexStarts, vertexPlace, vertexAlongM } } = distance
  const ground = layGrid(distance, bandsM)
  if (!ground) return null
  const { west, south, lonPerStep, latPerStep, columns, rows, levels } = ground
  const { lonM, latM } = metresPerDegree(south + (rows / 2) * latPerStep)
  const farM = SIDE_M + 1.5 * latPerStep * latM
  const [farLon, farLat] = [farM / lonM, farM / latM]
  const widestM = Math.max(...bandsM)
  for (const edge of distance.edges) {
    for (let v = vertexStarts[edge]!; v < vertexStarts[edge + 1]! - 1; v++) {
      const [a, b] = [vertexPlace[v]!, vertexPlace[v + 1]!]
      const [lonA, latA, lonB, latB] = [lon[a]!, lat[a]!, lon[b]!, lat[b]!]
      const [w, e, s, n] = [Math.min(lonA, lonB) - farLon, Math.max(lonA, lonB) + farLon, Math.min(latA, latB) - farLat, Math.max(latA, latB) + farLat]
      const isBridge = crossesBarrier(barriers, lonA, latA, lonB, latB)
      const isFree = !isBridge && !isBarrierNear(barriers, w, s, e, n)
      const blocks = isBridge ? crossesBarrier : crossesShoreOrRail
      const deckM = isBridge ? DECK_M : -1
      const [dx, dy] = [(lonB - lonA) * lonM, (latB - latA) * latM]
      const length2 = dx * dx + dy * dy
      const [firstColumn, lastColumn] = [Math.max(0, Math.ceil((w - west) / lonPerStep)), Math.min(columns - 1, Math.floor((e - west) / lonPerStep))]
      const [firstRow, lastRow] = [Math.max(0, Math.ceil((s - south) / latPerStep)), Math.min(rows - 1, Math.floor((n - south) / latPerStep))]
      for (let row = firstRow; row <= lastRow; row++) {
        const y = south + row * latPerStep
        for (let column = firstColumn; column <= lastColumn; column++) {
          const x = west + column * lonPerStep
          const px = (x - lonA) * lonM
          const py = (y - latA) * latM
          const t = Math.min(1, Math.max(0, (px * dx + py * dy) / length2))
          const asideM = Math.hypot(px - t * dx, py - t * dy)
          if (asideM > farM) continue
          const metres = asideM + distanceOnEdge(distance, edge, vertexAlongM[v]! + t * (vertexAlongM[v + 1]! - vertexAlongM[v]!))
          const at = row * columns + column
          // If it helps no band, the widest is not helped either.
          if (Math.min(widestM - metres, SIDE_M - asideM) <= levels[0]![at]! && bandsM.every((bandM, k) => Math.min(bandM - metres, SIDE_M - asideM) <= levels[k]![at]!)) continue
          if (!isFree && asideM > deckM && blocks(barriers, x, y, lonA + t * (lonB - lonA), latA + t * (latB - latA))) continue
          for (let k = 0; k < bandsM.length; k++) {
            const level = Math.min(bandsM[k]! - metres, SIDE_M - asideM, deckM > 0 && asideM <= deckM ? deckM - asideM : Infinity)
            if (level > levels[k]![at]!) levels[k]![at] = level
          }
        }
      }
    }
  }
  return ground
}

/** Grid around the reached streets, wide enough that its rim is out of reach. */
function layGrid({ edges, streets: { lon, lat, vertexStarts, vertexPlace } }: StreetDistance, bandsM: readonly number[]): GroundLevels | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const edge of edges) {
    for (let v = vertexStarts[edge]!; v < vertexStarts[edge + 1]!; v++) {
      const place = vertexPlace[v]!
      west = Math.min(west, lon[place]!)
      east = Math.max(east, lon[place]!)
      south = Math.min(south, lat[place]!)
      north = Math.max(north, lat[place]!)
    }
  }
  if (!(east >= west)) return null
  const { lonM, latM } = metresPerDegree((south + north) / 2)
  const stepM = Math.max(STEP_M, Math.max((east - west) * lonM, (north - south) * latM) / MOST_STEPS)
  const [lonPerStep, latPerStep] = [stepM / lonM, stepM / latM]
  const marginM = SIDE_M + 3 * stepM
  const columns = Math.ceil(((east - west) * lonM + 2 * marginM) / stepM) + 1
  const rows = Math.ceil(((north - south) * latM + 2 * marginM) / stepM) + 1
  return {
    west: west - marginM / lonM, south: south - marginM / latM, lonPerStep, latPerStep, columns, rows,
    levels: bandsM.map(() => new Float64Array(columns * rows).fill(-Infinity)),
  }
}
