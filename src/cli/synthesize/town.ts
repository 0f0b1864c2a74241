import type { TownBlock } from '@/cli/synthesize/blocks'
import type { Corridor } from '@/cli/synthesize/corridors'
import type { Street } from '@/cli/synthesize/layout'
import { nodeOnStreet, type Network } from '@/cli/synthesize/network'
import type { Occupancy } from '@/cli/synthesize/occupancy'
import { strip, type Point } from '@/cli/synthesize/plane'
import type { BuildingSpec, CommunitySpec } from '@/cli/synthesize/specs'
import type { Facility, Gate, Green, Hazard, Landmark, LandUse, Residence, SpareSpace } from '@/domain/place'

/** Something of the domain with its geometry still in local metres. */
export type Local<T, G> = Omit<T, 'id' | 'provenance' | 'geometry'> & { at: G }

export interface House {
  ring: Point[]
  heightM: number
  landUse: LandUse
  /** Homes in it; 0 if nobody lives there. */
  households: number
}

export interface PlacedCommunity {
  spec: CommunitySpec
  /** Compound wall. */
  ring: Point[]
  block: TownBlock
  buildings: { spec: BuildingSpec; ring: Point[] }[]
}

/** The town while it grows: every step takes ground and adds what stands on it. */
export interface Town {
  network: Network
  corridors: Corridor[]
  blocks: TownBlock[]
  occupancy: Occupancy
  communities: PlacedCommunity[]
  houses: House[]
  greens: (Local<Green, Point[]> & { holes: Point[][] })[]
  ponds: { name: string | null; ring: Point[] }[]
  spares: Local<SpareSpace, Point[]>[]
  facilities: Local<Facility, Point>[]
  residences: Local<Residence, Point>[]
  hazards: Local<Hazard, Point | Point[]>[]
  gates: Local<Gate, Point>[]
  landmarks: Local<Landmark, Point>[]
}

/** Build a house if its ground is free; says whether it was. */
export function addHouse(town: Town, house: House, gapM: number): boolean {
  if (!town.occupancy.isFree(house.ring, gapM)) return false
  town.occupancy.take(house.ring)
  town.houses.push(house)
  return true
}

export function addGreen(town: Town, kind: Green['kind'], name: string | null, ring: Point[], holes: Point[][] = []): void {
  town.greens.push({ kind, name, at: ring, holes })
}

/**
 * Add a way for walkers along a line. An end on a street becomes a shared node there; any other end is new ground.
 *
 * False, and nothing is added, if neither end meets a street.
 */
export function addWay(town: Town, line: readonly Point[], name: string | null, widthM: number): boolean {
  const { network, occupancy } = town
  const [first, last] = [nodeOnStreet(network, line[0]!), nodeOnStreet(network, line[line.length - 1]!)]
  if ((first === null && last === null) || first === last) return false
  const street: Street = { name, class: 'lane', widthM, line: [...line], crosses: [], beside: null }
  const nodes = line.map((point, i) => (i === 0 ? first : i === line.length - 1 ? last : null) ?? network.nodes.push(point) - 1)
  for (let i = 0; i + 1 < line.length; i++) {
    network.edges.push({ a: nodes[i]!, b: nodes[i + 1]!, street, corridor: null, bridge: false })
    occupancy.take(strip(line[i]!, line[i + 1]!, widthM + 1))
  }
  return true
}
