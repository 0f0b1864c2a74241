import type { MeasuredLand } from '@/analysis/land/measure-land'
import { nearestInLine } from '@/analysis/reach/nearest-in-line'
import { measureAccessibility } from '@/analysis/siting/measure-accessibility'
import { nearestOnFoot } from '@/analysis/street/nearest-on-foot'
import { selectConnectors } from '@/analysis/street/select-connectors'
import { shortenByYards } from '@/analysis/street/yard-ways'
import type { Choice, CommunityAnswer, Coverage, DemandAnswer } from '@/domain/land'

export interface ServedDemand {
  demand: DemandAnswer
  before: Coverage
  after: Coverage
  communities: CommunityAnswer[]
}

/** Who is served before and after a choice, per building, in total, and per community. Distances go beyond the radius, as far as there is a way. */
export function serveDemand(measured: MeasuredLand, choice: Choice): ServedDemand {
  const { land, facilityIndices, sites, partsOf, people, question, isServed, reach } = measured
  const { town } = land
  const chosen = choice.siteIds.map((id) => sites.findIndex((site) => site.id === id))
  const chosenParts = chosen.flatMap((s, c) => partsOf[s]!.map((part) => ({ part, c })))
  const before = nearestFacilities(measured)
  const toChosen = nearest(measured, 'spaces', chosenParts.map(({ part }) => part))

  const count = town.demand.count
  const distanceAfterM = new Float64Array(count)
  const nearestChosen = new Int32Array(count)
  for (let p = 0; p < count; p++) {
    const isNearer = toChosen.distanceM[p]! < before.distanceM[p]!
    distanceAfterM[p] = isNearer ? toChosen.distanceM[p]! : before.distanceM[p]!
    nearestChosen[p] = isNearer ? chosenParts[toChosen.which[p]!]!.c : -1
  }
  const isServedAfter = Uint8Array.from(isServed)
  for (const s of chosen) for (let k = reach.starts[s]!; k < reach.starts[s + 1]!; k++) isServedAfter[reach.point[k]!] = 1
  const served = coverageOf(people, isServed)
  const nearestOf = (p: number): Pick<CommunityAnswer, 'nearestId' | 'nearestKind'> => {
    if (nearestChosen[p]! >= 0) return { nearestId: choice.siteIds[nearestChosen[p]!]!, nearestKind: 'site' }
    const which = before.which[p]!
    return which < 0 ? { nearestId: null, nearestKind: null } : { nearestId: town.facilities[facilityIndices[which]!]!.id, nearestKind: 'facility' }
  }
  return {
    before: served,
    // With limited capacities fewer people find room than live within reach.
    after: question.isCapacityLimited && measured.standard.per100HouseholdsM2 ? { ...served, coveredPeople: served.coveredPeople + choice.newlyCoveredPeople } : coverageOf(people, isServedAfter),
    communities: measured.land.town.input.communities.map(({ id }) => id).sort()
      .map((id) => serveCommunity(id, measured, isServedAfter, distanceAfterM, nearestOf)),
    demand: {
      ids: town.demand.ids, communityIds: town.demand.communityIds, people, households: town.demand.households,
      positions: town.positions,
      distanceBeforeM: before.distanceM, distanceAfterM, isServedBefore: isServed, isServedAfter, nearestChosen, isUnroutable: town.isUnroutable,
      accessibility: measureAccessibility(
        measured.facilityReach, Float64Array.from(facilityIndices, (i) => town.facilities[i]!.capacity ?? NaN), people),
    },
  }
}

function coverageOf(people: Float64Array, isCovered: Uint8Array): Coverage {
  const coverage = { people: 0, coveredPeople: 0 }
  people.forEach((value, p) => {
    coverage.people += value
    if (isCovered[p] === 1) coverage.coveredPeople += value
  })
  return coverage
}

/** The same for every question of this mode and type, so it is measured once. */
function nearestFacilities(measured: MeasuredLand): { distanceM: Float64Array; which: Int32Array } {
  const { land, mode, standard, facilityIndices } = measured
  const key = `${mode} ${standard.servedBy.join()}`
  const found = land.town.nearestFacilities.get(key) ?? nearest(measured, 'facilities', facilityIndices)
  land.town.nearestFacilities.set(key, found)
  return found
}

/** Nearest of some facilities or spaces to every demand point, by the mode of the answer. */
function nearest({ mode, land }: MeasuredLand, of: 'facilities' | 'spaces', indices: readonly number[]): { distanceM: Float64Array; which: Int32Array } {
  const { town } = land
  const [shapes, connectors] = of === 'facilities' ? [town.facilityShapes, town.facilityConnectors] : [land.shapes, land.connectors]
  if (mode === 'walk' && town.streets && town.pointConnectors && connectors) {
    const found = nearestOnFoot(town.streets, town.pointConnectors, selectConnectors(connectors, indices))
    shortenByYards(found, of === 'facilities' ? town.facilityYards : land.yards, indices)
    return found
  }
  return nearestInLine(town.demand, shapes, indices)
}

/** What serves most of a community's people, and how far they walk to it on average. */
function serveCommunity(
  communityId: string, { land, people, mode, isServed }: MeasuredLand, isServedAfter: Uint8Array, afterM: Float64Array,
  nearestOf: (p: number) => Pick<CommunityAnswer, 'nearestId' | 'nearestKind'>,
): CommunityAnswer {
  const { communityIds } = land.town.demand
  const answer: CommunityAnswer = {
    communityId, people: 0, servedBeforePeople: 0, servedAfterPeople: 0,
    nearestId: null, nearestKind: null, nearestDistanceM: null, nearestMin: null,
  }
  const byPlace = new Map<string, Pick<CommunityAnswer, 'nearestId' | 'nearestKind'> & { people: number; peopleMetres: number }>()
  communityIds.forEach((id, p) => {
    if (id !== communityId) return
    answer.people += people[p]!
    if (isServed[p] === 1) answer.servedBeforePeople += people[p]!
    if (isServedAfter[p] === 1) answer.servedAfterPeople += people[p]!
    const place = nearestOf(p)
    if (place.nearestId === null) return
    const sum = byPlace.get(place.nearestId) ?? { ...place, people: 0, peopleMetres: 0 }
    sum.people += people[p]!
    sum.peopleMetres += people[p]! * afterM[p]!
    byPlace.set(place.nearestId, sum)
  })
  const most = [...byPlace.values()].sort((a, b) => b.people - a.people || (a.nearestId! < b.nearestId! ? -1 : 1))[0]
  if (!most || most.people === 0) return answer
  const nearestDistanceM = most.peopleMetres / most.people
  const nearestMin = nearestDistanceM / land.town.input.rules.walkSpeedMPerMin.value
  return { ...answer, nearestId: most.nearestId, nearestKind: most.nearestKind, nearestDistanceM, nearestMin: mode === 'walk' ? nearestMin : null }
}
