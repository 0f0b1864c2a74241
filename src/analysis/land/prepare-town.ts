import type { Position } from 'geojson'
import type { LandInput } from '@/analysis/land/land-input'
import type { DemandPoints, Reach } from '@/analysis/reach/reach'
import type { FlatShapes } from '@/analysis/shape/flat-shapes'
import { flattenShapes } from '@/analysis/shape/flatten-shapes'
import { measureDemand } from '@/analysis/siting/measure-demand'
import { buildBarriers, type Barriers } from '@/analysis/street/build-barriers'
import { buildStreets } from '@/analysis/street/build-streets'
import { connectPoints } from '@/analysis/street/connect-points'
import { connectShapes } from '@/analysis/street/connect-shapes'
import { findWalls, type Walls } from '@/analysis/street/find-walls'
import type { Connectors, Streets } from '@/analysis/street/streets'
import { findYardWays } from '@/analysis/street/yard-ways'
import type { DistanceMode, LandNote } from '@/domain/land'
import type { Facility } from '@/domain/place'

/** What does not change while a planner looks for land: people, streets, existing facilities. */
export interface PreparedTown {
  input: LandInput
  demand: DemandPoints
  barriers: Barriers
  /** Null without any walkable street: distances are then measured in a straight line. */
  streets: Streets | null
  walls: Walls
  /** Null without streets. */
  pointConnectors: Connectors | null
  isUnroutable: Uint8Array
  facilities: readonly Facility[]
  facilityShapes: FlatShapes
  facilityConnectors: Connectors | null
  /** Ways to facilities within the same community. */
  facilityYards: Reach
  /** Where the demand points lie, as positions for an answer. */
  positions: readonly Position[]
  /** Distances to the existing facilities, kept from one question to the next: mode and types decide alone. */
  nearestFacilities: Map<string, { distanceM: Float64Array; which: Int32Array }>
  notes: readonly LandNote[]
}

/** Prepare everything that depends on the data alone, except the spaces. */
export function prepareTown(input: LandInput): PreparedTown {
  const { points: demand, skippedIds } = measureDemand({
    communities: input.communities, buildings: input.buildings, residences: input.residences,
    defaults: input.defaults, communityDemand: input.rules.communityDemand,
  })
  const barriers = buildBarriers({ water: input.water, railways: input.railways })
  const built = buildStreets({ roads: input.roads, barriers })
  const streets = built.edgeCount > 0 ? built : null
  const walls = findWalls(input.communities, input.gates ?? [])
  const maxConnectorM = input.rules.maxConnectorM.value
  const pointConnectors = streets && connectPoints(streets, barriers, demand, maxConnectorM, walls.ofPoints(demand.lon, demand.lat))
  const facilities = [...input.facilities ?? []].sort((a, b) => (a.id < b.id ? -1 : 1))
  const facilityShapes = flattenShapes(facilities.map(({ geometry }) => geometry))
  const facilityConnectors = streets && connectShapes(
    streets, barriers, facilityShapes, maxConnectorM,
    walls.ofPoints(facilities.map(({ geometry }) => geometry.coordinates[0] ?? NaN), facilities.map(({ geometry }) => geometry.coordinates[1] ?? NaN)),
  )
  const isUnroutable = new Uint8Array(demand.count)
  if (pointConnectors) for (let i = 0; i < demand.count; i++) isUnroutable[i] = pointConnectors.edge[i]! < 0 ? 1 : 0
  return {
    input, demand, barriers, streets, walls, pointConnectors, isUnroutable, facilities, facilityShapes, facilityConnectors,
    positions: Array.from({ length: demand.count }, (_, p) => [demand.lon[p]!, demand.lat[p]!]),
    facilityYards: findYardWays({ communities: input.communities, barriers, points: demand, shapes: facilityShapes }),
    nearestFacilities: new Map(),
    notes: notesOf(input, demand, streets, isUnroutable, skippedIds),
  }
}

/** What was really measured: without streets there is only the straight line. */
export function effectiveMode(town: PreparedTown, asked: DistanceMode): DistanceMode {
  return town.streets ? asked : 'line'
}

function notesOf(
  input: LandInput, demand: DemandPoints, streets: Streets | null, isUnroutable: Uint8Array, skippedIds: readonly string[],
): LandNote[] {
  const notes: LandNote[] = []
  if (demand.count === 0) notes.push({ code: 'no-residents', params: {} })
  if (!streets) notes.push({ code: 'no-roads', params: {} })
  if (streets && streets.blockedSegments > 0) notes.push({ code: 'roads-blocked', params: { count: streets.blockedSegments, ids: streets.blockedRoadIds.slice(0, 5).join(', ') } })
  const unroutable = isUnroutable.reduce((sum, one) => sum + one, 0)
  if (unroutable > 0) notes.push({ code: 'unroutable', params: { count: unroutable, maxConnectorM: input.rules.maxConnectorM.value } })
  if (skippedIds.length > 0) notes.push({ code: 'invalid-feature', params: { count: skippedIds.length, ids: skippedIds.slice(0, 5).join(', ') } })
  if (!input.facilities || input.facilities.length === 0) notes.push({ code: 'no-facilities', params: {} })
  if (!input.gates) notes.push({ code: 'no-gates', params: {} })
  if (!input.contextBuildings) notes.push({ code: 'no-heights', params: {} })
  if (input.areRulesBuiltIn) notes.push({ code: 'rules-built-in', params: {} })
  return notes
}
