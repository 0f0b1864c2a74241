import { fillRow } from '@/cli/synthesize/fill-row'
import { boxOf, toFrame, type Frame, type Point } from '@/cli/synthesize/plane'
import { between, integerBetween, pickWeighted, type Random } from '@/cli/synthesize/random'
import type { House, Town } from '@/cli/synthesize/town'
import type { LandUse } from '@/domain/place'

/** How the houses of one compound are built. */
export interface HouseStyle {
  lengthM: number
  depthM: number
  floors: number
  storeyM: number
  /** From the back of one row to the front of the next, m. */
  rowGapM: number
  endGapM: number
  landUse: LandUse
  /** Homes per floor and metre of façade; 0 if nobody lives there. */
  homesPerM: number
}

/** Ranges a compound is drawn from. */
interface StyleRange {
  lengthM: Range
  depthM: Range
  floors: Range
  rowGapM: Range
  endGapM: Range
  storeyM: number
  homesPerM: number
}
type Range = readonly [low: number, high: number]

/** A stairwell with two homes on each floor is 18.5 m long. */
const SLAB = { storeyM: 2.9, homesPerM: 2 / 18.5 }

const STYLES = {
  walkUp: { ...SLAB, lengthM: [48, 66], depthM: [11.5, 13], floors: [5, 6], rowGapM: [15, 18.5], endGapM: [6.5, 9] },
  shortWalkUp: { ...SLAB, lengthM: [33, 42], depthM: [11, 12.5], floors: [4, 6], rowGapM: [14.5, 17], endGapM: [6, 8] },
  midRise: { ...SLAB, lengthM: [36, 50], depthM: [13, 15], floors: [9, 11], rowGapM: [27, 33], endGapM: [9, 13] },
  tower: { ...SLAB, homesPerM: 4 / 30, lengthM: [26, 34], depthM: [15, 18], floors: [16, 24], rowGapM: [36, 44], endGapM: [15, 22] },
  lowRow: { ...SLAB, lengthM: [28, 44], depthM: [9, 10.5], floors: [2, 3], rowGapM: [9.5, 12], endGapM: [5, 7] },
  // Homes of a village are counted by yards, not by stairwells.
  village: { storeyM: 3.4, homesPerM: 0, lengthM: [24, 34], depthM: [8, 9.5], floors: [1, 2], rowGapM: [8.5, 11], endGapM: [2.5, 5] },
} satisfies Record<string, StyleRange>
export type StyleName = keyof typeof STYLES

/** One design per compound: that is what makes a compound recognisable. */
export function drawStyle(name: StyleName, random: Random): HouseStyle {
  const { lengthM, depthM, floors, rowGapM, endGapM, storeyM, homesPerM }: StyleRange = STYLES[name]
  const draw = ([low, high]: Range): number => between(random, low, high)
  return {
    lengthM: draw(lengthM), depthM: draw(depthM), floors: integerBetween(random, floors[0], floors[1]),
    rowGapM: draw(rowGapM), endGapM: draw(endGapM), storeyM, homesPerM, landUse: 'residential',
  }
}

export function drawStyleName(distanceToHeartM: number, random: Random): StyleName {
  return distanceToHeartM < 900
    ? pickWeighted(random, { walkUp: 62, shortWalkUp: 18, midRise: 7, tower: 7, lowRow: 6, village: 0 })
    : distanceToHeartM < 1700
      ? pickWeighted(random, { walkUp: 46, shortWalkUp: 14, midRise: 20, tower: 16, lowRow: 4, village: 0 })
      : pickWeighted(random, { walkUp: 22, shortWalkUp: 8, midRise: 30, tower: 26, lowRow: 4, village: 4 })
}

/**
 * Fill ground with rows of houses that face south.
 *
 * Rows spread evenly over the depth, houses over the free stretches of each row, so that ends line up as in a real compound.
 */
export function fillWithRows(
  town: Town, ground: readonly Point[], frame: Frame, style: HouseStyle, gapM: number, random: Random,
): void {
  const box = boxOf(ground.map((point) => toFrame(frame, point)))
  const pitchM = style.depthM + style.rowGapM
  const rows = Math.floor((box.north - box.south + style.rowGapM) / pitchM)
  if (rows < 1) return
  const spareM = box.north - box.south + style.rowGapM - rows * pitchM
  const stepM = pitchM + Math.min(style.rowGapM * 0.3, spareM / rows)
  const firstM = box.south + (box.north - box.south + style.rowGapM - stepM * rows) / 2
  for (let row = 0; row < rows; row++) {
    const y = firstM + row * stepM + (stepM - pitchM) / 2
    fillRow(town, { ground, frame, y, depthM: style.depthM, gapM }, style, (ring, lengthM) => houseOf(ring, lengthM, style, random))
  }
}

function houseOf(ring: Point[], lengthM: number, style: HouseStyle, random: Random): House {
  const floors = style.floors > 3 && random() < 0.12 ? style.floors - 1 : style.floors
  return {
    ring, landUse: style.landUse, heightM: Math.round((floors * style.storeyM + 0.6) * 10) / 10,
    households: style.homesPerM === 0 ? 0 : Math.max(4, Math.round(lengthM * style.homesPerM) * floors),
  }
}
