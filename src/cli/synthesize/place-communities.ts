import { bend } from '@/cli/synthesize/bend'
import type { TownBlock } from '@/cli/synthesize/blocks'
import { columnChoices, planCompound, type CompoundPlan } from '@/cli/synthesize/compound'
import { groundOf } from '@/cli/synthesize/lots'
import {
  areaOf, boxOf, crossing, distance, liesWithin, mix, rectangle, strip, toFrame, toPlane, unit, type Frame, type Point,
} from '@/cli/synthesize/plane'
import { shuffled, type Random } from '@/cli/synthesize/random'
import type { CommunitySpec } from '@/cli/synthesize/specs'
import { addWay, type PlacedCommunity, type Town } from '@/cli/synthesize/town'

/** Where on the plan each district has its communities. */
const DISTRICT_HOLDS: Readonly<Record<string, (block: TownBlock) => boolean>> = {
  jingkai: ({ plan: [u, v] }) => u > 980 && u < 2080 && v > -1400 && v < 900,
  dawenhe: ({ plan: [u, v] }) => v > 560 && v < 1650 && u > -1500 && u < 1400,
  xingan: ({ plan: [u, v] }) => u > -1480 && u < 980 && v > -1500 && v < 560,
}
/** On the plan: where communities with a telling name belong. */
const NEAR: Readonly<Record<string, Point>> = { 商场路国税局家属院: [345, -120], 网通邮电新村: [-190, 800] }
/** Communities keep apart where there is room, m. */
const APART_M = 330

export function placeCommunities(town: Town, specs: readonly CommunitySpec[], random: Random): void {
  const largestFirst = [...specs].sort((a, b) => Number(b.showcase) - Number(a.showcase)
    || b.buildings.length - a.buildings.length || (a.id < b.id ? -1 : 1))
  for (const spec of largestFirst) {
    const placed = placeOne(town, spec, random)
    town.communities.push(placed)
    town.occupancy.take(placed.ring)
  }
  town.communities.sort((a, b) => (a.spec.id < b.spec.id ? -1 : 1))
  for (const community of town.communities) addGate(town, community)
}

function placeOne(town: Town, spec: CommunitySpec, random: Random): PlacedCommunity {
  const homes = town.blocks.filter((block) => block.purpose === 'residential' && DISTRICT_HOLDS[spec.districtId]!(block))
  const near = NEAR[spec.name]
  const order = near ? [...homes].sort((a, b) => distance(a.plan, near) - distance(b.plan, near)) : shuffled(random, homes)
  for (const apartM of [APART_M, 220, 120, 0]) {
    for (const block of order) {
      if (town.communities.some((other) => distance(other.block.frame.origin, block.frame.origin) < apartM)) continue
      const placed = placeIn(town, block, spec, random)
      if (placed) return placed
    }
  }
  throw new Error(`placeCommunities: no block holds ${spec.id} with ${spec.buildings.length} buildings`)
}

function placeIn(town: Town, block: TownBlock, spec: CommunitySpec, random: Random): PlacedCommunity | null {
  const ground = groundOf(block.lot, 3)
  if (!ground) return null
  for (const columns of columnChoices(spec.buildings.length)) {
    const plan = planCompound(spec.buildings, columns, random)
    if (areaOf(plan.outline) > areaOf(ground)) continue
    const frame = findPlace(town, ground, block.frame, plan, NEAR[spec.name] ?? null, random)
    if (!frame) continue
    return {
      spec, block, ring: plan.outline.map((corner) => toPlane(frame, corner)),
      buildings: plan.buildings.map(({ spec: slab, x, y }) => ({ spec: slab, ring: rectangle(frame, x, y, slab.lengthM, slab.depthM) })),
    }
  }
  return null
}

/** The free place nearest to a corner of the block, so that compounds line streets. */
function findPlace(
  town: Town, ground: readonly Point[], frame: Frame, plan: CompoundPlan, near: Point | null, random: Random,
): Frame | null {
  const box = boxOf(ground.map((point) => toFrame(frame, point)))
  const size = boxOf(plan.outline)
  const [atWest, atSouth] = [random() < 0.5, random() < 0.5]
  const anyCorner: Point = [atWest ? box.west : box.east - size.east, atSouth ? box.south : box.north - size.north]
  const corner = near ? toFrame(frame, bend(near)) : anyCorner
  const places: Point[] = []
  for (let x = box.west; x + size.east <= box.east; x += 4) {
    for (let y = box.south; y + size.north <= box.north; y += 4) places.push([x, y])
  }
  places.sort((a, b) => distance(a, corner) - distance(b, corner))
  for (const place of places) {
    const own = { origin: toPlane(frame, place), angle: frame.angle }
    const ring = plan.outline.map((point) => toPlane(own, point))
    if (liesWithin(ring, ground) && town.occupancy.isFree(ring, 7)) return own
  }
  return null
}

/** A gate, and a lane from it to a street: the shortest that is free, away from main roads if it costs little. */
function addGate(town: Town, community: PlacedCommunity): void {
  const { ring, block } = community
  const choices = ring.flatMap((from, i) => {
    const to = ring[(i + 1) % ring.length]!
    return [0.5, 0.3, 0.7, 0.15, 0.85].flatMap((share) => {
      const wall = mix(from, to, share)
      const [dx, dy] = unit(from, to)
      const far: Point = [wall[0] + dy * 190, wall[1] - dx * 190]
      return block.lot.ring.flatMap((corner, k) => {
        const hit = crossing(wall, far, corner, block.lot.ring[(k + 1) % block.lot.ring.length]!)
        const street = block.edges[k]?.street
        if (!hit || !street) return []
        const noiseM = street.class === 'arterial' ? 45 : street.class === 'secondary' ? 12 : 0
        const costM = distance(wall, hit.point) + noiseM + Math.abs(share - 0.5) * 8
        return [{ wall, street: hit.point, costM }]
      })
    })
  })
  choices.sort((a, b) => a.costM - b.costM)
  for (const { wall, street } of choices) {
    // Starts a little off the wall: the lane must not touch its own compound to be free.
    const off = mix(wall, street, Math.min(0.5, 0.3 / distance(wall, street)))
    if (town.occupancy.isFree(strip(off, street, 5), 0.2) && addWay(town, [street, wall], null, 4)) {
      town.gates.push({ communityId: community.spec.id, at: wall })
      return
    }
  }
  throw new Error(`addGate: ${community.spec.id} has no way to a street`)
}
