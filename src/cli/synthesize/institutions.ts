import type { TownBlock } from '@/cli/synthesize/blocks'
import { divideLot, groundOf } from '@/cli/synthesize/lots'
import { boxOf, liesWithin, rectangle, toFrame, toPlane, type Frame, type Point } from '@/cli/synthesize/plane'
import { between, type Random } from '@/cli/synthesize/random'
import { drawStyle, fillWithRows } from '@/cli/synthesize/rows'
import { addGreen, addHouse, type Town } from '@/cli/synthesize/town'
import type { LandUse } from '@/domain/place'

interface Yard { town: Town; ground: readonly Point[]; frame: Frame; landUse: LandUse; box: ReturnType<typeof boxOf> }

/** Build a block of public use: its institution on the first plot, homes for its people on the others. */
export function buildInstitutions(town: Town, block: TownBlock, random: Random): void {
  const mostM2 = block.place?.layout === 'school' ? 52_000 : 44_000
  const plots = divideLot(block.lot, block.frame, { mostM2, share: () => 0.5, insetM: () => 4 })
  plots.forEach((plot, i) => {
    const ground = groundOf(plot, 3.5)
    if (!ground) return
    if (i === 0) buildInstitution(town, block, ground, random)
    else fillWithRows(town, ground, block.frame, drawStyle('walkUp', random), 6, random)
  })
}

/** Sizes are usual ones; what does not fit is left out. */
function buildInstitution(town: Town, block: TownBlock, ground: readonly Point[], random: Random): void {
  const box = boxOf(ground.map((point) => toFrame(block.frame, point)))
  const yard: Yard = { town, ground, frame: block.frame, landUse: block.purpose === 'commercial' ? 'commercial' : 'public', box }
  switch (block.place?.layout) {
    case 'school': return buildSchool(yard, random)
    case 'government': return buildGovernment(yard)
    case 'culture': return buildCulture(yard)
    case 'hospital': return buildHospital(yard)
    case 'market': return buildMarket(yard)
    default: return random() < 0.4 ? buildSchool(yard, random) : buildOffices(yard, random)
  }
}

/** Try a house at a place given from the middle of the yard; shrinks it towards its middle until it fits. */
function place(yard: Yard, x: number, y: number, lengthM: number, depthM: number, heightM: number): boolean {
  const [mx, my] = [(yard.box.west + yard.box.east) / 2 + x, (yard.box.south + yard.box.north) / 2 + y]
  for (const share of [1, 0.8, 0.6]) {
    const ring = rectangle(yard.frame, mx - (lengthM * share) / 2, my - depthM / 2, lengthM * share, depthM)
    const house = { ring, heightM, landUse: yard.landUse, households: 0 }
    if (liesWithin(ring, yard.ground) && addHouse(yard.town, house, 5)) return true
  }
  return false
}

function sizeOf({ box }: Yard): { w: number; h: number } {
  return { w: box.east - box.west, h: box.north - box.south }
}

/** Sports ground in the south, rows of class rooms in the north, joined by nothing but the yard. */
function buildSchool(yard: Yard, random: Random): void {
  const { w, h } = sizeOf(yard)
  const trackDepthM = Math.min(62, h * 0.36)
  const middle: Point = [(yard.box.west + yard.box.east) / 2 - w * 0.12, yard.box.south + trackDepthM / 2 + 8]
  const track = oval(yard.frame, middle, Math.min(w * 0.6, 118), trackDepthM)
  if (liesWithin(track, yard.ground) && yard.town.occupancy.isFree(track, 4)) {
    yard.town.occupancy.take(track)
    addGreen(yard.town, 'park', null, track)
  }
  const rows = Math.max(1, Math.floor((h - trackDepthM - 24) / 36))
  for (let row = 0; row < rows; row++) {
    place(yard, -w * 0.14, -h / 2 + trackDepthM + 34 + row * 36, Math.min(64, w * 0.44), 13, 15.6)
    if (row < 2) place(yard, w * 0.27, -h / 2 + trackDepthM + 34 + row * 36, Math.min(36, w * 0.26), 15, row === 0 ? 12.5 : 16.8)
  }
  place(yard, w * 0.36, -h * 0.3, Math.min(28, w * 0.18), 36, 11 + Math.round(random() * 3))
}

/** A running track: straights along the frame, round ends. */
function oval(frame: Frame, [x, y]: Point, lengthM: number, depthM: number): Point[] {
  const [r, straight] = [depthM / 2, Math.max(10, lengthM - depthM) / 2]
  return Array.from({ length: 24 }, (_, i) => {
    const angle = ((i + 0.5) / 24) * 2 * Math.PI
    return toPlane(frame, [x + r * Math.cos(angle) + (Math.cos(angle) > 0 ? straight : -straight), y + r * Math.sin(angle)])
  })
}

function buildGovernment(yard: Yard): void {
  const { w, h } = sizeOf(yard)
  place(yard, 0, h * 0.08, Math.min(96, w * 0.6), 20, 46)
  for (const sign of [-1, 1]) {
    place(yard, sign * w * 0.38, -h * 0.1, 17, Math.min(62, h * 0.4), 21)
    place(yard, sign * w * 0.2, h * 0.36, Math.min(46, w * 0.3), 14, 18)
  }
  place(yard, 0, -h * 0.33, 34, 10, 6)
}

function buildCulture(yard: Yard): void {
  const { w, h } = sizeOf(yard)
  const middle: Point = [(yard.box.west + yard.box.east) / 2, (yard.box.south + yard.box.north) / 2 + h * 0.12]
  const hall = oval(yard.frame, middle, Math.min(w * 0.6, 104), Math.min(h * 0.4, 68))
  if (liesWithin(hall, yard.ground)) addHouse(yard.town, { ring: hall, heightM: 24, landUse: 'public', households: 0 }, 5)
  place(yard, -w * 0.27, -h * 0.28, Math.min(52, w * 0.34), 32, 16)
  place(yard, w * 0.27, -h * 0.28, Math.min(46, w * 0.3), 30, 14)
}

function buildHospital(yard: Yard): void {
  const { w, h } = sizeOf(yard)
  place(yard, 0, -h * 0.26, Math.min(92, w * 0.66), 30, 18)
  place(yard, -w * 0.14, h * 0.02, Math.min(70, w * 0.5), 22, 58)
  place(yard, w * 0.32, h * 0.02, Math.min(34, w * 0.24), 26, 22)
  place(yard, -w * 0.2, h * 0.3, Math.min(56, w * 0.4), 15, 22)
  place(yard, w * 0.24, h * 0.3, Math.min(46, w * 0.34), 15, 15)
}

function buildMarket(yard: Yard): void {
  const { w, h } = sizeOf(yard)
  const rows = Math.max(2, Math.floor(h / 34))
  for (let row = 0; row < rows; row++) {
    const y = -h / 2 + ((row + 0.5) * h) / rows
    place(yard, -w * 0.24, y, w * 0.42, h / rows - 12, row === 0 ? 14 : 8.5)
    place(yard, w * 0.24, y, w * 0.42, h / rows - 12, 8.5)
  }
}

function buildOffices(yard: Yard, random: Random): void {
  const { w, h } = sizeOf(yard)
  place(yard, 0, h * 0.18, Math.min(72, w * 0.5), 18, Math.round(between(random, 26, 44)))
  place(yard, -w * 0.26, -h * 0.2, Math.min(44, w * 0.34), 15, Math.round(between(random, 13, 20)))
  place(yard, w * 0.26, -h * 0.2, Math.min(44, w * 0.34), 15, Math.round(between(random, 13, 20)))
  place(yard, w * 0.1, h * 0.4, Math.min(40, w * 0.3), 13, 12)
}
