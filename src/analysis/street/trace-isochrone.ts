import type { MultiPolygon, Position } from 'geojson'
import { metresPerDegree } from '@/analysis/shape/metric'
import { crossesBarrier, firstCrossing } from '@/analysis/street/build-barriers'
import type { Barriers } from '@/analysis/street/build-barriers'
import { measureGround } from '@/analysis/street/ground-levels'
import type { GroundLevels } from '@/analysis/street/ground-levels'
import { measureStreets, reachedPieces } from '@/analysis/street/street-distance'
import type { Connectors, Streets } from '@/analysis/street/streets'
import { traceContour } from '@/analysis/street/trace-contour'
import type { Crossing, Ring } from '@/analysis/street/trace-contour'
import type { Isochrone } from '@/domain/land'

/** So much farther is measured, m, that the outline of the widest band lies between known levels. */
const BEYOND_M = 30
/** An outline at a shore keeps this share of the way to it. */
const ASHORE = 0.97
/** Smaller spots are left out, m². */
const SMALLEST_M2 = 150

/**
 * Walking isochrones of the nearest of some origins (步行等时圈), widest band first: the pieces of street in reach, cut
 * exactly where the distance ends (7 decimals), and the ground from which one reaches them within what is left, at most
 * 60 m beside a street and on the same side of water and rails (6 decimals, rings as in RFC 7946).
 *
 * @param originIndices - Parts of the site.
 * @param bandsM - Widths in any order; what is not above 0 is left out.
 */
export function traceIsochrone(
  streets: Streets, barriers: Barriers, origins: Connectors, originIndices: readonly number[], bandsM: readonly number[], walkSpeedMPerMin: number,
): Isochrone['bands'] {
  const widths = [...new Set(bandsM)].filter((bandM) => bandM > 0 && bandM < Infinity).sort((a, b) => b - a)
  if (widths.length === 0) return []
  const distance = measureStreets(streets, origins, originIndices, widths[0]! + BEYOND_M)
  const ground = measureGround(distance, barriers, widths)
  return widths.map((maxM, k) => ({
    maxM,
    minutes: maxM / walkSpeedMPerMin,
    area: { type: 'MultiPolygon', coordinates: ground ? areaOf(ground, k, barriers) : [] },
    streets: { type: 'MultiLineString', coordinates: reachedPieces(distance, maxM).map((line) => line.map((position) => round(position, 1e7))) },
  }))
}

function areaOf(ground: GroundLevels, band: number, barriers: Barriers): MultiPolygon['coordinates'] {
  const { west, south, lonPerStep, latPerStep, columns, rows } = ground
  const level = ground.levels[band]!
  const at = (point: number): Position => [west + (point % columns) * lonPerStep, south + Math.floor(point / columns) * latPerStep]
  const cross = (inside: number, outside: number): Crossing => {
    const [[x1, y1], [x2, y2]] = [at(inside), at(outside)] as [[number, number], [number, number]]
    // Without a level outside, halfway.
    let share = level[outside]! === -Infinity ? 0.5 : level[inside]! / (level[inside]! - level[outside]!)
    const isShore = crossesBarrier(barriers, x1, y1, x2, y2)
    if (isShore) share = Math.min(share, firstCrossing(barriers, x1, y1, x2, y2) * ASHORE)
    return { position: [x1 + share * (x2 - x1), y1 + share * (y2 - y1)], isFixed: isShore }
  }
  const rings = traceContour(level, columns, rows, cross).map((ring) => ring.map((position) => round(position, 1e6)).filter(isNew))
  return nest(rings.filter((ring) => ring.length >= 4), south + (rows / 2) * latPerStep)
}

const round = ([x, y]: Position, parts: number): Position => [Math.round(x! * parts) / parts, Math.round(y! * parts) / parts]

const isNew = (position: Position, i: number, ring: Ring) => i === 0 || position[0] !== ring[i - 1]![0] || position[1] !== ring[i - 1]![1]

/** Outer rings, each with its holes; spots too small to see are left out. From the west to the east. */
function nest(rings: readonly Ring[], lat: number): Position[][][] {
  const { lonM, latM } = metresPerDegree(lat)
  const sized = rings.map((ring) => ({ ring, areaM2: signedArea(ring) * lonM * latM })).filter(({ areaM2 }) => Math.abs(areaM2) >= SMALLEST_M2)
  const outers = sized.filter(({ areaM2 }) => areaM2 > 0).sort((a, b) => a.areaM2 - b.areaM2).map(({ ring }) => [ring])
  for (const { ring } of sized.filter(({ areaM2 }) => areaM2 < 0)) {
    // The smallest around it.
    outers.find(([outer]) => isInside(ring[0]!, outer!))?.push(ring)
  }
  return outers.sort(([a], [b]) => a![0]![0]! - b![0]![0]! || a![0]![1]! - b![0]![1]!)
}

/** Above 0 counter-clockwise. */
function signedArea(ring: Ring): number {
  const [x0, y0] = ring[0] as [number, number]
  let twice = 0
  for (let i = 1; i < ring.length; i++) twice += (ring[i - 1]![0]! - x0) * (ring[i]![1]! - y0) - (ring[i]![0]! - x0) * (ring[i - 1]![1]! - y0)
  return twice / 2
}

function isInside([x, y]: Position, ring: Ring): boolean {
  let isIn = false
  for (let i = 1; i < ring.length; i++) {
    const [[x1, y1], [x2, y2]] = [ring[i - 1]!, ring[i]!] as [[number, number], [number, number]]
    if (y1 > y! !== y2 > y! && x! < x1 + ((y! - y1) / (y2 - y1)) * (x2 - x1)) isIn = !isIn
  }
  return isIn
}
