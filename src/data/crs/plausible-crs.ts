import type { Position } from 'geojson'
import type { CrsChoice, CrsId } from '@/domain/crs'
import { CRS_LIST } from '@/data/crs/crs-list'

/** West, south, east, north in degrees. */
export type Bounds = readonly [number, number, number, number]

/** China with its islands, with room to spare. */
const CHINA: Bounds = [70, 0, 140, 56]
/** Gauss-Krüger values of such places, m: within 4.5 degrees of the meridian, from 3 to 56° N. */
const MAX_ASIDE_M = 490_000
const MIN_NORTHING_M = 300_000
const MAX_NORTHING_M = 6_300_000
/** Central meridians farther than this from the middle of the plan are not offered, degrees. */
const MAX_MERIDIAN_DEG = 4.6
/** Web Mercator of the same box, m. */
const MERCATOR: Bounds = [7_700_000, 0, 15_700_000, 7_700_000]

/**
 * Systems that numbers of this size may be in, by the medians of their two axes, so that a stray value decides
 * nothing. Degrees give WGS 84, CGCS2000, GCJ-02, BD-09; eastings with a zone number give that zone; eastings
 * without give the zones around the plan (all if there is none). Each also with swapped axes if that could be.
 */
export function plausibleCrs(positions: readonly Position[], bounds: Bounds | null): CrsChoice[] {
  const x = medianOf(positions.map((position) => position[0] ?? NaN))
  const y = medianOf(positions.map((position) => position[1] ?? NaN))
  const asWritten = idsFor(x, y, bounds).map((crs) => ({ crs, isSwapped: false }))
  const swapped = idsFor(y, x, bounds).map((crs) => ({ crs, isSwapped: true }))
  return [...asWritten, ...swapped]
}

function idsFor(x: number, y: number, bounds: Bounds | null): CrsId[] {
  if (Math.abs(x) <= 180 && Math.abs(y) <= 90) {
    return isIn(CHINA, x, y) ? ['EPSG:4326', 'EPSG:4490', 'GCJ-02', 'BD-09'] : ['EPSG:4326']
  }
  const found: CrsId[] = []
  if (y >= MIN_NORTHING_M && y <= MAX_NORTHING_M) {
    for (const { id, kind, falseEastingM, centralMeridianDeg } of CRS_LIST) {
      if (!kind.startsWith('gauss-kruger') || falseEastingM === null || centralMeridianDeg === null) continue
      const hasPrefix = falseEastingM > 1_000_000
      const isNear = bounds === null || Math.abs(centralMeridianDeg - (bounds[0] + bounds[2]) / 2) <= MAX_MERIDIAN_DEG
      if (Math.abs(x - falseEastingM) < MAX_ASIDE_M && (hasPrefix || isNear)) found.push(id)
    }
  }
  if (isIn(MERCATOR, x, y)) found.push('EPSG:3857')
  return found
}

const isIn = ([west, south, east, north]: Bounds, x: number, y: number) => x >= west && x <= east && y >= south && y <= north

function medianOf(values: number[]): number {
  const sorted = Float64Array.from(values).sort()
  return sorted[sorted.length >> 1] ?? NaN
}
