import type { PreparedLand } from '@/analysis/land/prepare-spaces'
import type { DemandPoints, Reach } from '@/analysis/reach/reach'
import { floorAreaOf } from '@/analysis/siting/judge-fit'
import { missingSpaceFacts } from '@/analysis/siting/judge-space'
import { measureShortfall } from '@/analysis/siting/measure-shortfall'
import type { Fact, LandQuestion, Site } from '@/domain/land'
import { CRITERIA, type CriterionId, type FacilityStandard } from '@/domain/land-rules'

/** What is known of one site for the question, before any weight. */
export interface SiteMeasure {
  reachedPeople: number
  newlyReachedPeople: number
  reachedHouseholds: number
  /** Null if nobody is reached. */
  meanWalkMin: number | null
  floorAreaM2: number | null
  normFloorAreaM2: number | null
  shortfallM2: number | null
  capacityPeople: number | null
  /** In the order of `CRITERIA`; null: missing. */
  values: (number | null)[]
  missingFacts: Fact[]
}

export interface SiteParts {
  land: PreparedLand
  /** Weights as they count. */
  criteria: LandQuestion['criteria']
  standard: FacilityStandard
  sites: readonly Site[]
  /** Space indices per site. */
  partsOf: readonly (readonly number[])[]
  reach: Reach
  /** Reach of the existing facilities that serve the same people, within the radius. */
  facilityReach: Reach
  facilityFloorAreaM2: Float64Array
  /** 1 for points within reach of such a facility. */
  isServed: Uint8Array
  /** Metres to the nearest hazard that matters for the type; NaN if the hazards are unknown. */
  hazardM: (spaceIndex: number) => number
}

/** A danger farther than this is no danger; it is also what is said if there is none at all, m. */
const FARTHEST_HAZARD_M = 5000

const FACT_OF: Partial<Record<CriterionId, Fact>> = {
  walkTime: 'reach', areaFit: 'floorAreaM2', tenure: 'tenure', shortfall: 'shortfall', hazard: 'hazard', sun: 'sun',
}

/** People, minutes, floor area and the value of every criterion, per site. */
export function measureSites(parts: SiteParts): SiteMeasure[] {
  const { land, standard, sites, reach } = parts
  const { demand, input } = land.town
  const people = demand[standard.group]
  const shortfall = standard.per100HouseholdsM2 && measureShortfall({
    siteReach: reach, facilityReach: parts.facilityReach, facilityFloorAreaM2: parts.facilityFloorAreaM2,
    households: demand.households, per100HouseholdsM2: standard.per100HouseholdsM2.value,
  })
  return sites.map((site, s) => {
    const counts = countPeople(reach, s, demand, people, parts.isServed)
    const floorAreaM2 = floorAreaOf(site, input.rules)
    const meanWalkMin = counts.people > 0 ? counts.peopleMetres / counts.people / input.rules.walkSpeedMPerMin.value : null
    const measure = {
      reachedPeople: counts.people, newlyReachedPeople: counts.newPeople, reachedHouseholds: counts.households, meanWalkMin, floorAreaM2,
      normFloorAreaM2: shortfall ? shortfall.normFloorAreaM2[s]! : null,
      shortfallM2: shortfall ? known(shortfall.shortfallM2[s]!) : null,
      capacityPeople: capacityOf(floorAreaM2, standard, counts.people, counts.households),
    }
    const values = CRITERIA.map((id) => valueOf(id, measure, site, parts.partsOf[s]!, parts))
    return { ...measure, values, missingFacts: missingIn(values, parts.partsOf[s]!, parts) }
  })
}

function countPeople(
  { starts, point, distanceM }: Reach, s: number, demand: DemandPoints, people: Float64Array, isServed: Uint8Array,
): { people: number; newPeople: number; households: number; peopleMetres: number } {
  const counts = { people: 0, newPeople: 0, households: 0, peopleMetres: 0 }
  for (let k = starts[s]!; k < starts[s + 1]!; k++) {
    const p = point[k]!
    counts.people += people[p]!
    counts.households += demand.households[p]!
    counts.peopleMetres += people[p]! * distanceM[k]!
    if (isServed[p] === 0) counts.newPeople += people[p]!
  }
  return counts
}

/**
 * People of the group that the floor area is enough for by the norm per 100 households, with as many people of the
 * group per household as live in reach.
 */
function capacityOf(floorAreaM2: number | null, { per100HouseholdsM2 }: FacilityStandard, people: number, households: number): number | null {
  if (floorAreaM2 === null || !per100HouseholdsM2 || per100HouseholdsM2.value <= 0 || households === 0) return null
  return (floorAreaM2 / per100HouseholdsM2.value) * 100 * (people / households)
}

function valueOf(
  id: CriterionId, measure: Omit<SiteMeasure, 'values' | 'missingFacts'>, site: Site, indices: readonly number[],
  { land, standard, hazardM }: SiteParts,
): number | null {
  switch (id) {
    case 'newlyReached': return measure.newlyReachedPeople
    case 'walkTime': return measure.meanWalkMin
    case 'areaFit': return measure.floorAreaM2 === null ? null : measure.floorAreaM2 / Math.max(standard.minFloorAreaM2.value, measure.normFloorAreaM2 ?? 0)
    case 'tenure': return hardestTenure(site, land)
    case 'shortfall': return measure.shortfallM2 === null ? null : Math.min(measure.shortfallM2, measure.floorAreaM2 ?? Infinity)
    case 'hazard': return known(indices.reduce((nearest, i) => Math.min(nearest, hazardM(i)), FARTHEST_HAZARD_M))
    case 'sun': return sunOf(indices, land)
  }
}

/** A site is as hard to get as its hardest part; unknown if one part's tenure has no rule. */
function hardestTenure({ tenures }: Site, land: PreparedLand): number | null {
  let hardest = 0
  for (const tenure of tenures) {
    const rule = land.town.input.rules.tenures.find((entry) => entry.tenure === tenure)
    if (!rule) return null
    hardest = Math.max(hardest, rule.difficulty)
  }
  return hardest
}

/** Sun on the parts, weighted by their area; unknown if one of them is. */
function sunOf(indices: readonly number[], { sunShare, assembly }: PreparedLand): number | null {
  let [lit, area] = [0, 0]
  for (const i of indices) {
    lit += sunShare[i]! * assembly.areaM2[i]!
    area += assembly.areaM2[i]!
  }
  return area > 0 ? known(lit / area) : null
}

/** Facts that would count (a criterion without weight needs none), and those without which no rule can say that a part may be used. */
function missingIn(values: readonly (number | null)[], indices: readonly number[], { criteria, land }: SiteParts): Fact[] {
  const ofCriteria = CRITERIA.flatMap((id, c) => {
    const fact = FACT_OF[id]
    return fact && values[c] === null && criteria[id].weight > 0 ? [fact] : []
  })
  const ofSpaces = indices.flatMap((i) => missingSpaceFacts(land.spaces[i]!, land.town.input.rules)).filter((fact) => fact === 'storey')
  return [...new Set([...ofCriteria, ...ofSpaces])]
}

const known = (value: number): number | null => (Number.isNaN(value) ? null : value)
