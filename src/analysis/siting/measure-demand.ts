import Flatbush from 'flatbush'
import type { DemandPoints } from '@/analysis/reach/reach'
import { areaCentroid } from '@/analysis/shape/area-centroid'
import { flattenShapes } from '@/analysis/shape/flatten-shapes'
import { pointInShape } from '@/analysis/shape/shape-distance'
import type { CommunityDemand } from '@/domain/land-rules'
import type { Residence } from '@/domain/place'
import type { DemandDefaults } from '@/domain/plan'
import type { Building, Community } from '@/domain/programme'

export interface DemandParts {
  communities: readonly Pick<Community, 'id'>[]
  buildings: readonly Pick<Building, 'id' | 'communityId' | 'households' | 'geometry'>[]
  residences: readonly Pick<Residence, 'id' | 'households' | 'personsPerHousehold' | 'share60Plus' | 'shareUnder3' | 'geometry'>[]
  defaults: Pick<DemandDefaults, 'personsPerHousehold' | 'share60Plus' | 'shareUnder3'>
  communityDemand: readonly CommunityDemand[]
}

/** Residents of the programme buildings of one community. */
export interface CommunityPeople {
  communityId: string
  households: number
  aged60Plus: number
  under3: number
  all: number
}

export interface Demand {
  /** Ordered by id. */
  points: DemandPoints
  /** Buildings and residences whose numbers or position are no numbers that can be counted, by id. */
  skippedIds: readonly string[]
  /** One per community, also without residents, by id. */
  byCommunity: readonly CommunityPeople[]
}

/** What a building or residence knows of itself; null: take the community's or the plan's. */
interface Resident extends Omit<CommunityDemand, 'communityId'> {
  id: string
  communityId: string | null
  /** Null: nobody may be counted here, as in a public edition. */
  households: number | null
  lon: number
  lat: number
}

/** A resident building whose numbers can be counted. */
type Countable = Resident & { households: number }

/**
 * All residents, in the programme and around it, as points: programme buildings at the centre of gravity of their
 * footprint, residences where they are drawn. A residence inside the footprint of a programme building takes its place,
 * so that nobody counts twice. Persons per household and shares: the residence's own, else the community's, else the
 * plan's. What cannot be counted (negative or no number, a share above 1, no position) is left out and named.
 */
export function measureDemand(parts: DemandParts): Demand {
  const hosts = hostBuildings(parts)
  const residences = parts.residences.map((residence, i) => residentOfResidence(residence, hosts[i]!))
  const replaced = new Set(residences.flatMap((residence, i) => (hosts[i] && isCountable(residence) ? [hosts[i].id] : [])))
  const buildings = parts.buildings.filter(({ id }) => !replaced.has(id)).map(residentOfBuilding)
  const residents = [...buildings, ...residences].sort(byId)
  const points = pointsOf(residents.filter(isCountable), parts)
  const skippedIds = residents.filter((resident) => !isCountable(resident)).map(({ id }) => id)
  return { points, skippedIds, byCommunity: sumByCommunity(points, parts.communities) }
}

function residentOfBuilding({ id, communityId, households, geometry }: DemandParts['buildings'][number]): Resident {
  return { id, communityId, households, ...areaCentroid(geometry), personsPerHousehold: null, share60Plus: null, shareUnder3: null }
}

function residentOfResidence({ geometry, ...residence }: DemandParts['residences'][number], host: { communityId: string } | null): Resident {
  const [lon = NaN, lat = NaN] = geometry.coordinates
  return { ...residence, lon, lat, communityId: host?.communityId ?? null }
}

function isCountable(resident: Resident): resident is Countable {
  const { households, personsPerHousehold, share60Plus, shareUnder3, lon, lat } = resident
  const isShare = (share: number | null) => share === null || (share >= 0 && share <= 1)
  const isCount = (count: number | null) => count === null || (count >= 0 && Number.isFinite(count))
  return households !== null && isCount(households) && isCount(personsPerHousehold) && isShare(share60Plus) && isShare(shareUnder3)
    && Number.isFinite(lon) && Number.isFinite(lat)
}

/** Per residence the programme building it stands in, the one of lowest id if several; null if none. */
function hostBuildings({ buildings, residences }: DemandParts): (DemandParts['buildings'][number] | null)[] {
  const ordered = [...buildings].sort(byId)
  if (ordered.length === 0) return residences.map(() => null)
  const shapes = flattenShapes(ordered.map(({ geometry }) => geometry))
  const index = new Flatbush(ordered.length)
  for (let s = 0; s < ordered.length; s++) {
    const [from, to] = [shapes.ringStarts[shapes.shapeStarts[s]!]!, shapes.ringStarts[shapes.shapeStarts[s + 1]!]!]
    const lon = shapes.lon.subarray(from, to)
    const lat = shapes.lat.subarray(from, to)
    index.add(lon.reduce(least, Infinity), lat.reduce(least, Infinity), lon.reduce(most, -Infinity), lat.reduce(most, -Infinity))
  }
  index.finish()
  return residences.map(({ geometry }) => {
    const [lon = NaN, lat = NaN] = geometry.coordinates
    const near = index.search(lon, lat, lon, lat).sort((a, b) => a - b)
    return ordered[near.find((s) => pointInShape(lon, lat, shapes, s)) ?? -1] ?? null
  })
}

function pointsOf(residents: readonly Countable[], { defaults, communityDemand }: DemandParts): DemandPoints {
  const count = residents.length
  const columns = { lon: new Float64Array(count), lat: new Float64Array(count), households: new Float64Array(count) }
  const groups = { aged60Plus: new Float64Array(count), under3: new Float64Array(count), all: new Float64Array(count) }
  const overrides = new Map(communityDemand.map((override) => [override.communityId, override]))
  residents.forEach((resident, i) => {
    const override = resident.communityId === null ? undefined : overrides.get(resident.communityId)
    const people = resident.households * (resident.personsPerHousehold ?? override?.personsPerHousehold ?? defaults.personsPerHousehold)
    columns.lon[i] = resident.lon
    columns.lat[i] = resident.lat
    columns.households[i] = resident.households
    groups.all[i] = people
    groups.aged60Plus[i] = people * (resident.share60Plus ?? override?.share60Plus ?? defaults.share60Plus)
    groups.under3[i] = people * (resident.shareUnder3 ?? override?.shareUnder3 ?? defaults.shareUnder3)
  })
  return { count, ids: residents.map(({ id }) => id), communityIds: residents.map(({ communityId }) => communityId), ...columns, ...groups }
}

function sumByCommunity(points: DemandPoints, communities: DemandParts['communities']): CommunityPeople[] {
  const sums = [...communities].sort(byId).map(({ id }): CommunityPeople => ({ communityId: id, households: 0, aged60Plus: 0, under3: 0, all: 0 }))
  const byCommunityId = new Map(sums.map((sum) => [sum.communityId, sum]))
  points.communityIds.forEach((communityId, i) => {
    const sum = communityId === null ? undefined : byCommunityId.get(communityId)
    if (!sum) return
    for (const column of ['households', 'aged60Plus', 'under3', 'all'] as const) sum[column] += points[column][i]!
  })
  return sums
}

const least = (a: number, b: number) => Math.min(a, b)
const most = (a: number, b: number) => Math.max(a, b)
const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
