import { prepareAssembly, type Assembly } from '@/analysis/assembly/assemble-sites'
import type { PreparedTown } from '@/analysis/land/prepare-town'
import { lineReach } from '@/analysis/reach/line-reach'
import type { Reach } from '@/analysis/reach/reach'
import type { FlatShapes } from '@/analysis/shape/flat-shapes'
import { flattenShapes } from '@/analysis/shape/flatten-shapes'
import { prepareSpaceFacts, type SpaceFacts } from '@/analysis/siting/judge-space'
import { measureSun } from '@/analysis/siting/measure-sun'
import { connectShapes } from '@/analysis/street/connect-shapes'
import type { Connectors } from '@/analysis/street/streets'
import { walkReach } from '@/analysis/street/walk-reach'
import { findYardWays, withYardWays } from '@/analysis/street/yard-ways'
import type { DistanceMode } from '@/domain/land'
import type { SpareSpace } from '@/domain/place'

/** Reach is kept this far, so that a slider only filters; a longer radius is computed when it is asked for. */
const KEPT_REACH_M = 1500
/** Widest gap between fragments that a planner can ask for, m. */
export const MAX_GAP_M = 50

/** The town with the spaces in it: everything that no slider changes. */
export interface PreparedLand {
  town: PreparedTown
  /** By id. */
  spaces: readonly SpareSpace[]
  /** Ids that several spaces have: none of them is used, since nobody can say which one is meant. */
  repeatedIds: readonly string[]
  indexOf: ReadonlyMap<string, number>
  shapes: FlatShapes
  /** Null without streets. */
  connectors: Connectors | null
  /** Ways within the same community. */
  yards: Reach
  assembly: Assembly
  facts: SpaceFacts
  /** Share of the ground with noon sun at winter solstice; NaN unknown. */
  sunShare: Float64Array
  /** Who reaches each space, at least as far as asked; kept for the next question. */
  reachOfSpaces: (mode: DistanceMode, radiusM: number) => Reach
  reachOfFacilities: (mode: DistanceMode, radiusM: number) => Reach
}

/** Prepare the spaces: shapes, ways, links between fragments, sun, dangers. */
export function prepareSpaces(town: PreparedTown, given: readonly SpareSpace[]): PreparedLand {
  const { input, streets, barriers, demand } = town
  const repeatedIds = findRepeated(given.map(({ id }) => id))
  const spaces = given.filter(({ id }) => !repeatedIds.includes(id)).sort((a, b) => (a.id < b.id ? -1 : 1))
  const facts = prepareSpaceFacts({ spaces, hazards: input.hazards, facilities: input.facilities, bounds: input.bounds })
  const shapes = flattenShapes(spaces.map(({ geometry }) => geometry))
  const connectors = streets && connectShapes(streets, barriers, shapes, input.rules.maxConnectorM.value, town.walls.ofAreas(spaces.map(({ geometry }) => geometry)))
  const assembly = prepareAssembly({
    spaces, roads: input.roads, railways: input.railways, water: input.water, communities: input.communities,
    assembly: input.rules.assembly, maxGapM: MAX_GAP_M,
  })
  // Without the buildings around nobody knows what stands in the sun.
  const obstacles = input.contextBuildings ? [...input.contextBuildings, ...input.buildings] : []
  const yards = findYardWays({ communities: input.communities, barriers, points: demand, shapes })
  const measure = (targets: FlatShapes, ways: Connectors | null, yardWays: Reach) => (mode: DistanceMode, radiusM: number): Reach =>
    mode === 'walk' && streets && town.pointConnectors && ways
      ? withYardWays(walkReach(streets, town.pointConnectors, ways, radiusM), yardWays, radiusM, demand.count) : lineReach(demand, targets, radiusM)
  return {
    town, spaces, repeatedIds, indexOf: new Map(spaces.map(({ id }, i) => [id, i])), shapes, connectors, yards, assembly, facts,
    sunShare: measureSun(shapes, obstacles),
    reachOfSpaces: kept(measure(shapes, connectors, yards)),
    reachOfFacilities: kept(measure(town.facilityShapes, town.facilityConnectors, town.facilityYards)),
  }
}

function findRepeated(ids: readonly string[]): string[] {
  const seen = new Set<string>()
  return [...new Set(ids.filter((id) => seen.size === seen.add(id).size))].sort()
}

/** Measure once per mode, further only if further is asked. */
function kept(measure: (mode: DistanceMode, radiusM: number) => Reach): (mode: DistanceMode, radiusM: number) => Reach {
  const known = new Map<DistanceMode, { reach: Reach; radiusM: number }>()
  return (mode, radiusM) => {
    const before = known.get(mode)
    if (before && before.radiusM >= radiusM) return before.reach
    const furtherM = Math.max(radiusM, KEPT_REACH_M)
    const reach = measure(mode, furtherM)
    known.set(mode, { reach, radiusM: furtherM })
    return reach
  }
}
