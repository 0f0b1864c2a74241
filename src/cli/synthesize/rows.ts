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

const HOMES_PER_M = 2 / 18.5

export type StyleName = 'walkUp' | 'shortWalkUp' | 'midRise' | 'tower' | 'lowRow' | 'village'

/** One design per compound: that is what makes a compound recognisable. */
export function drawStyle(name: StyleName, random: Random): HouseStyle {
  const home = { storeyM: 2.9, landUse: 'residential' as LandUse, homesPerM: HOMES_PER_M }
  switch (name) {
    case 'walkUp': return { ...home, lengthM: between(random, 48, 66), depthM: between(random, 11.5, 13), floors: integerBetween(random, 5, 6), rowGapM: between(random, 15, 18.5), endGapM: between(random, 6.5, 9) }
    case 'shortWalkUp': return { ...home, lengthM: between(random, 33, 42), depthM: between(random, 11, 12.5), floors: integerBetween(random, 4, 6), rowGapM: between(random, 14.5, 17), endGapM: between(random, 6, 8) }
    case 'midRise': return { ...home, lengthM: between(random, 36, 50), depthM: between(random, 13, 15), floors: integerBetween(random, 9, 11), rowGapM: between(random, 27, 33), endGapM: between(random, 9, 13) }
    case 'tower': return { ...home, lengthM: between(random, 26, 34), depthM: between(random, 15, 18), floors: integerBetween(random, 16, 24), rowGapM: between(random, 36, 44), endGapM: between(random, 15, 22), homesPerM: 4 / 30 }
    case 'lowRow': return { ...home, lengthM: between(random, 28, 44), depthM: between(random, 9, 10.5), floors: integerBetween(random, 2, 3), rowGapM: between(random, 9.5, 12), endGapM: between(random, 5, 7) }
    case 'village': return { ...home, lengthM: between(random, 24, 34), depthM: between(random, 8, 9.5), floors: integerBetween(random, 1, 2), storeyM: 3.4, rowGapM: between(random, 8.5, 11), endGapM: between(random, 2.5, 5), homesPerM: 0 }
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
export function fillWithRows(town: Town, ground: readonly Point[], frame: Frame, style: HouseStyle, gapM: number, random: Random): void {
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
