import { streetAngle, unbend } from '@/cli/synthesize/bend'
import { LAKE_PLAN_MIDDLE, type Corridor } from '@/cli/synthesize/corridors'
import { isUrban, OLD_CORE, type Purpose, type Street } from '@/cli/synthesize/layout'
import { groundOf, type Lot } from '@/cli/synthesize/lots'
import { findFaces, type Edge, type Face, type Network } from '@/cli/synthesize/network'
import { areaOf, centroidOf, isInside, type Frame, type Point } from '@/cli/synthesize/plane'
import { PLACES, type NamedPlace } from '@/cli/synthesize/named-places'
import { pickWeighted, type Random } from '@/cli/synthesize/random'
import type { LandUse, RoadClass } from '@/domain/place'

/** Ground between streets, banks and tracks. */
export interface TownBlock {
  purpose: Purpose
  lot: Lot
  edges: Edge[]
  /** Inside the kerbs and footpaths; what the map shows as the block. */
  ring: Point[]
  /** Middle, and the direction of the streets around. */
  frame: Frame
  /** Middle on the plan. */
  plan: Point
  place: NamedPlace | null
}

/** From the kerb to the edge of the block: footpath and verge, m. */
const FOOTPATH_M: Readonly<Record<RoadClass, number>> = { arterial: 6, secondary: 4, local: 2.5, lane: 0.6 }

export function makeBlocks(network: Network, corridors: readonly Corridor[], random: Random): TownBlock[] {
  return findFaces(network).flatMap((face) => {
    const lot = lotOf(face, network)
    const ring = groundOf(lot, 0)
    if (!ring || areaOf(ring) < 150) return []
    const middle = middleOf(ring)
    const plan = unbend(middle)
    const frame = { origin: middle, angle: streetAngle(middle) }
    const block: TownBlock = { purpose: 'open', lot, edges: face.edges, ring, frame, plan, place: null }
    const onPlan = lot.ring.map(unbend)
    block.place = PLACES.find(({ at }) => isInside(at, onPlan)) ?? null
    block.purpose = isInside(LAKE_PLAN_MIDDLE, onPlan) ? 'lakePark' : purposeOf(block, corridors, random)
    return [block]
  })
}

function lotOf(face: Face, network: Network): Lot {
  return {
    ring: face.nodes.map((node) => network.nodes[node]!),
    insetsM: face.edges.map(({ street, corridor }) => street ? keepAway(street) : corridor === 'rail' ? 9 : 0.3),
  }
}

function keepAway(street: Street): number {
  return street.widthM / 2 + FOOTPATH_M[street.class]
}

/** A point that is inside even if the ring is bent. */
function middleOf(ring: readonly Point[]): Point {
  const middle = centroidOf(ring)
  if (isInside(middle, ring)) return middle
  const inner = ring.map((_, i) => centroidOf([ring[i]!, ring[(i + 1) % ring.length]!, ring[(i + 2) % ring.length]!]))
  return inner.find((point) => isInside(point, ring)) ?? middle
}

function purposeOf(block: TownBlock, corridors: readonly Corridor[], random: Random): Purpose {
  const { frame: { origin }, plan: [u, v] } = block
  if (corridors.some(({ water }) => water.length > 0 && isInside(origin, water))) return 'water'
  const corridor = corridors.find(({ zone }) => isInside(origin, zone))
  if (corridor) return corridor.id === 'rail' ? 'belt' : 'bank'
  if (block.place) return block.place.purpose
  if (!isUrban([u, v])) return 'open'
  if (u > OLD_CORE.west && u < OLD_CORE.east && v > OLD_CORE.south && v < OLD_CORE.north) return 'oldTown'
  return pickWeighted(random, weightsOf(block))
}

function weightsOf({ plan: [u, v], edges }: TownBlock): Readonly<Record<LandUse, number>> {
  const none = { residential: 0, commercial: 0, public: 0, industrial: 0, oldTown: 0, green: 0, vacant: 0 }
  if (u > 2080) return { ...none, industrial: 88, vacant: 5, green: 4, residential: 3 }
  if (u > 1380 && v < -880) return { ...none, industrial: 55, residential: 38, vacant: 4, green: 3 }
  const arterials = new Set(edges.flatMap(({ street }) => (street?.class === 'arterial' ? [street.name] : []))).size
  const heart = Math.hypot(u - 60, (v + 60) * 1.2) < 720
  const commercial = arterials === 0 ? 2 : (heart ? 26 : 9) * arterials
  const edge = Math.hypot(u / 2200, v / 1900) > 0.8
  const oldTown = u > 300 && u < 860 && v > 150 && v < 600 ? 60 : 0
  return { ...none, residential: 78, commercial, public: 3, green: 5, oldTown, vacant: edge ? 6 : heart ? 0 : 1 }
}
