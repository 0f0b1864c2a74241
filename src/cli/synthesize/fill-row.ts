import { boxOf, liesWithin, rectangle, toFrame, type Frame, type Point } from '@/cli/synthesize/plane'
import { addHouse, type House, type Town } from '@/cli/synthesize/town'

/** A row across a piece of ground: its front line and how deep its houses are. */
export interface Row {
  ground: readonly Point[]
  frame: Frame
  y: number
  depthM: number
  /** To anything that stands already, m. */
  gapM: number
}

/** Wished length of a house and the gap to the next one, m. */
export interface HouseFit { lengthM: number; endGapM: number }

const PROBE_M = 2

/** Build one row: houses spread evenly over its free stretches. Returns how many were built. */
export function fillRow(town: Town, row: Row, fit: HouseFit, make: (ring: Point[], lengthM: number) => House): number {
  let built = 0
  for (const stretch of freeStretches(town, row)) {
    for (const [x, lengthM] of fitHouses(stretch, fit)) {
      const ring = rectangle(row.frame, x, row.y, lengthM, row.depthM)
      if (liesWithin(ring, row.ground) && addHouse(town, make(ring, lengthM), row.gapM)) built++
    }
  }
  return built
}

/** Stretches of a row, from and to along the frame, where a house has room. */
function freeStretches(town: Town, { ground, frame, y, depthM, gapM }: Row): [number, number][] {
  const stretches: [number, number][] = []
  const { west, east } = boxOf(ground.map((point) => toFrame(frame, point)))
  for (let x = west; x + PROBE_M <= east; x += PROBE_M) {
    const probe = rectangle(frame, x, y, PROBE_M, depthM)
    if (!town.occupancy.isFree(probe, gapM) || !liesWithin(probe, ground)) continue
    const last = stretches[stretches.length - 1]
    if (last && last[1] > x - 0.1) last[1] = x + PROBE_M
    else stretches.push([x, x + PROBE_M])
  }
  return stretches
}

/** Houses that fill a stretch: as many as come nearest to the wished length, all equally long. */
function fitHouses([from, to]: readonly [number, number], { lengthM, endGapM }: HouseFit): [x: number, lengthM: number][] {
  const room = to - from
  const count = Math.max(1, Math.round((room + endGapM) / (lengthM + endGapM)))
  const fitted = Math.min(lengthM * 1.25, (room - endGapM * (count - 1)) / count)
  if (fitted < lengthM * 0.55) return []
  const start = from + (room - fitted * count - endGapM * (count - 1)) / 2
  return Array.from({ length: count }, (_, i) => [start + i * (fitted + endGapM), fitted])
}
