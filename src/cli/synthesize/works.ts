import { fillRow, type HouseFit } from '@/cli/synthesize/fill-row'
import { divideLot, groundOf, type Lot } from '@/cli/synthesize/lots'
import { boxOf, toFrame, type Box, type Frame, type Point } from '@/cli/synthesize/plane'
import { between, pick, type Random } from '@/cli/synthesize/random'
import type { House, Town } from '@/cli/synthesize/town'
import type { LandUse } from '@/domain/place'

/** A plot that is built row by row from the south. */
interface Plot { town: Town; ground: Point[]; frame: Frame; landUse: LandUse; box: Box }

/** Big halls behind an office row on every plot of an industrial block. */
export function buildWorks(town: Town, lot: Lot, frame: Frame, random: Random): void {
  for (const plot of plotsOf(town, lot, frame, 'industrial', between(random, 15_000, 26_000), random)) {
    let y = frontOf(plot, 14)
    addRow(plot, y, 14, { lengthM: between(random, 30, 44), endGapM: between(random, 24, 40) }, () => between(random, 8, 17))
    const depthM = pick(random, [24, 30, 30, 36, 48])
    const hall = { lengthM: between(random, 62, 105), endGapM: between(random, 9, 14) }
    const heightM = between(random, 9, 13)
    for (y += 25; y + depthM < plot.box.north; y += depthM + 11) addRow(plot, y, depthM, hall, () => heightM)
    if (plot.box.north - y > 12) addRow(plot, y, 11, { lengthM: between(random, 22, 40), endGapM: 12 }, () => between(random, 5, 8))
  }
}

/** Podiums along the street, towers behind them, a low row at the back, on every plot of a commercial block. */
export function buildCommerce(town: Town, lot: Lot, frame: Frame, random: Random): void {
  for (const plot of plotsOf(town, lot, frame, 'commercial', between(random, 9_000, 16_000), random)) {
    let y = frontOf(plot, 30)
    const podiumM = Math.min((plot.box.north - y) * 0.5, between(random, 28, 42))
    const podiumHeightM = between(random, 13, 23)
    addRow(plot, y, podiumM, { lengthM: between(random, 58, 88), endGapM: 10 }, () => podiumHeightM)
    y += podiumM + 8
    const towerM = between(random, 23, 29)
    if (y + towerM < plot.box.north) {
      addRow(plot, y, towerM, { lengthM: between(random, 26, 34), endGapM: between(random, 20, 32) }, () => between(random, 36, 88))
      y += towerM + 11
    }
    while (y + 12 < plot.box.north) {
      addRow(plot, y, 12.5, { lengthM: between(random, 34, 56), endGapM: 8 }, () => between(random, 9, 16))
      y += 26
    }
  }
}

function plotsOf(town: Town, lot: Lot, frame: Frame, landUse: LandUse, mostM2: number, random: Random): Plot[] {
  return divideLot(lot, frame, { mostM2, share: () => between(random, 0.42, 0.58), insetM: () => 4 }).flatMap((part) => {
    const ground = groundOf(part, 4)
    return ground ? [{ town, ground, frame, landUse, box: boxOf(ground.map((point) => toFrame(frame, point))) }] : []
  })
}

/** Front line of the first row: the sharp corner of a slanted plot stays empty. */
function frontOf({ ground, frame, box }: Plot, depthM: number): number {
  const corners = ground.map((point) => toFrame(frame, point)).filter(([, y]) => y < box.south + (box.north - box.south) * 0.4)
  const highest = Math.max(...corners.map(([, y]) => y))
  return Math.min((box.south + highest) / 2 + 1, Math.max(box.south, box.north - depthM * 2))
}

function addRow({ town, ground, frame, landUse }: Plot, y: number, depthM: number, fit: HouseFit, heightM: () => number): number {
  if (depthM < 8) return 0
  const make = (ring: Point[]): House => ({ ring, landUse, heightM: Math.round(heightM() * 10) / 10, households: 0 })
  return fillRow(town, { ground, frame, y, depthM, gapM: 5 }, fit, make)
}
