import { divideLot, groundOf, type Lot } from '@/cli/synthesize/lots'
import { boxOf, liesWithin, rectangle, toFrame, type Frame, type Point } from '@/cli/synthesize/plane'
import { between, pick, type Random } from '@/cli/synthesize/random'
import { addHouse, type Town } from '@/cli/synthesize/town'
import type { LandUse } from '@/domain/place'

/** Big halls and an office house on every plot of an industrial block. */
export function buildWorks(town: Town, lot: Lot, frame: Frame, random: Random): void {
  const plots = divideLot(lot, frame, between(random, 15_000, 26_000), () => between(random, 0.42, 0.58), () => 4, () => {})
  for (const plot of plots) {
    const ground = groundOf(plot, 5)
    if (!ground) continue
    const box = boxOf(ground.map((point) => toFrame(frame, point)))
    const w = box.east - box.west
    add(town, ground, frame, box.west + 3, box.south + 2, Math.min(38, w * 0.4), 14, Math.round(between(random, 12, 18)), 'industrial')
    if (random() < 0.6) add(town, ground, frame, box.east - Math.min(30, w * 0.3) - 3, box.south + 2, Math.min(30, w * 0.3), 13, 7.5, 'industrial')
    const lengthM = Math.min(w - 4, between(random, 62, 110))
    const depthM = pick(random, [24, 30, 36, 48])
    for (let y = box.south + 26; y + depthM < box.north; y += depthM + 11) {
      for (let x = box.west; x + lengthM * 0.5 < box.east; x += 5) {
        const share = [1, 0.7, 0.5].find((s) => add(town, ground, frame, x, y, lengthM * s, depthM, Math.round(between(random, 9, 13)), 'industrial'))
        if (share) x += lengthM * share + 5
      }
    }
  }
}

/** Podiums along the street and towers behind, on every plot of a commercial block. */
export function buildCommerce(town: Town, lot: Lot, frame: Frame, random: Random): void {
  const plots = divideLot(lot, frame, between(random, 8_000, 13_000), () => between(random, 0.44, 0.56), () => 5, () => {})
  for (const plot of plots) {
    const ground = groundOf(plot, 5)
    if (!ground) continue
    const box = boxOf(ground.map((point) => toFrame(frame, point)))
    const [w, h] = [box.east - box.west, box.north - box.south]
    const podiumM = Math.min(h * 0.46, between(random, 30, 44))
    for (const share of [0.96, 0.8, 0.6]) {
      if (add(town, ground, frame, box.west + (w * (1 - share)) / 2, box.south + 2, w * share, podiumM, Math.round(between(random, 14, 23)), 'commercial')) break
    }
    const towers = random() < 0.55 ? 2 : 1
    for (let k = 0; k < towers; k++) {
      const sizeM = between(random, 24, 32)
      const x = box.west + w * (towers === 1 ? 0.5 : 0.27 + 0.46 * k) - sizeM / 2
      add(town, ground, frame, x, box.south + podiumM + 8, sizeM, Math.min(sizeM, h - podiumM - 12), Math.round(between(random, 38, 92)), 'commercial')
    }
    if (h - podiumM > 56) add(town, ground, frame, box.west + w * 0.15, box.north - 16, w * 0.7, 13, Math.round(between(random, 9, 14)), 'commercial')
  }
}

function add(town: Town, ground: readonly Point[], frame: Frame, x: number, y: number, lengthM: number, depthM: number, heightM: number, landUse: LandUse): boolean {
  if (lengthM < 8 || depthM < 8) return false
  const ring = rectangle(frame, x, y, lengthM, depthM)
  return liesWithin(ring, ground) && addHouse(town, { ring, heightM, landUse, households: 0 }, 5)
}
