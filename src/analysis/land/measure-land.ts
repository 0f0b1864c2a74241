import { assembleSites } from '@/analysis/assembly/assemble-sites'
import { measureSites, type SiteMeasure } from '@/analysis/land/measure-sites'
import { MAX_GAP_M, type PreparedLand } from '@/analysis/land/prepare-spaces'
import { effectiveMode } from '@/analysis/land/prepare-town'
import { mergeReach } from '@/analysis/reach/merge-reach'
import type { Reach } from '@/analysis/reach/reach'
import { standardOf } from '@/analysis/siting/default-question'
import { judgeSite } from '@/analysis/siting/judge-site'
import { hazardDistanceM, judgeSpace } from '@/analysis/siting/judge-space'
import { scoreSites, type SiteScore } from '@/analysis/siting/score-sites'
import type { DistanceMode, Exclusion, LandQuestion, RuleFinding, Site } from '@/domain/land'
import type { CriterionId, CriterionSetting, FacilityStandard } from '@/domain/land-rules'

/** The answer without the choice: every site with its people, values and score, and what is out and why. */
export interface MeasuredLand {
  land: PreparedLand
  question: LandQuestion
  standard: FacilityStandard
  mode: DistanceMode
  /** Sites that pass every rule, by id. */
  sites: readonly Site[]
  partsOf: readonly (readonly number[])[]
  reach: Reach
  measures: readonly SiteMeasure[]
  scores: readonly SiteScore[]
  /** Weights as they count: a criterion that the type has no norm for counts nothing. */
  criteria: Readonly<Record<CriterionId, CriterionSetting>>
  advice: readonly (readonly RuleFinding[])[]
  exclusions: readonly Exclusion[]
  /** Sites that fail by their size alone: what smaller minima would let in. */
  tooSmall: readonly Site[]
  /** People of the group per demand point. */
  people: Float64Array
  isServed: Uint8Array
  /** Indices of the existing facilities that serve the same people. */
  facilityIndices: readonly number[]
  facilityReach: Reach
}

/**
 * From question to ranking: which spaces may be used, how they are put together, who reaches them, what they score.
 *
 * @throws {RangeError} A parameter that is no number, negative, or zero where that has no meaning; a gap wider than was
 *   prepared for; a type of facility that the rules do not know.
 */
export function measureLand(land: PreparedLand, question: LandQuestion): MeasuredLand {
  checkQuestion(question)
  const { town, spaces, facts } = land
  const { rules } = town.input
  const standard = standardOf(rules, question.facilityType)
  // What is called a market must not be measured as something else.
  if (standard.type !== question.facilityType) throw new RangeError(`facilityType is ${question.facilityType}, which the rules do not know`)
  const mode = effectiveMode(town, question.mode)

  const findings = spaces.map((_, i) => judgeSpace(facts, i, rules, standard))
  const isOut = findings.map((found) => found.some(({ isHard }) => isHard))
  const assembled = assembleSites(land.assembly, { gapM: question.gapM, isUsable: (i) => !isOut[i] })
  const judged = assembled.map((site) => ({ site, found: judgeSite(site, question) }))
  const passed = judged.filter(({ found }) => !found.some(({ isHard }) => isHard))
  const sites = passed.map(({ site }) => site)

  const partsOf = sites.map(({ partIds }) => partIds.map((id) => land.indexOf.get(id)!))
  const pointCount = town.demand.count
  const reach = mergeReach(land.reachOfSpaces(mode, question.radiusM), partsOf, question.radiusM, pointCount)
  const facilityIndices = town.facilities.flatMap(({ type }, i) => (standard.servedBy.includes(type) ? [i] : []))
  const facilityReach = mergeReach(
    land.reachOfFacilities(mode, question.radiusM), facilityIndices.map((i) => [i]), question.radiusM, pointCount)
  const isServed = new Uint8Array(pointCount)
  for (const p of facilityReach.point) isServed[p] = 1

  const criteria = standard.per100HouseholdsM2 ? question.criteria : { ...question.criteria, shortfall: { ...question.criteria.shortfall, weight: 0 } }
  const measures = measureSites({
    land, criteria, standard, sites, partsOf, reach, facilityReach, isServed,
    facilityFloorAreaM2: Float64Array.from(facilityIndices, (i) => town.facilities[i]!.floorAreaM2 ?? NaN),
    hazardM: (i) => hazardDistanceM(facts, i, rules, standard.type) ?? NaN,
  })
  return {
    land, question, standard, mode, sites, partsOf, reach, measures, criteria,
    scores: scoreSites(measures.map(({ values }) => values), criteria).map((score, s) => (measures[s]!.missingFacts.length > 0 ? { ...score, score: null } : score)),
    advice: partsOf.map((indices, s) => [...indices.flatMap((i) => findings[i]!.filter(({ isHard }) => !isHard)), ...passed[s]!.found]),
    exclusions: [
      ...spaces.flatMap(({ id, name }, i) => (isOut[i] ? [{ id, partIds: [id], name, landAreaM2: land.assembly.areaM2[i]!, findings: findings[i]! }] : [])),
      ...judged.flatMap(({ site, found }) => (found.some(({ isHard }) => isHard)
        ? [{ id: site.id, partIds: site.partIds, name: site.name, landAreaM2: site.landAreaM2, findings: found }] : [])),
    ].sort((a, b) => (a.id < b.id ? -1 : 1)),
    tooSmall: judged.filter(({ found }) => found.length > 0 && found.every(({ ruleId, isHard }) => ruleId === 'min-area' || !isHard)).map(({ site }) => site),
    people: town.demand[standard.group], isServed, facilityIndices, facilityReach,
  }
}

function checkQuestion(question: LandQuestion): void {
  const positive = { radiusM: question.radiusM, siteCount: question.siteCount }
  for (const [name, value] of Object.entries(positive)) {
    if (!(value > 0) || value === Infinity) throw new RangeError(`${name} is ${value}, expected a number above 0`)
  }
  if (!Number.isInteger(question.siteCount)) throw new RangeError(`siteCount is ${question.siteCount}, expected a whole number`)
  const notNegative = { gapM: question.gapM, minLandAreaM2: question.minLandAreaM2, minFloorAreaM2: question.minFloorAreaM2, minWidthM: question.minWidthM }
  for (const [name, value] of Object.entries(notNegative)) {
    if (!(value >= 0) || value === Infinity) throw new RangeError(`${name} is ${value}, expected a number of 0 or more`)
  }
  // Links between fragments are known no further: a wider gap would silently answer for this one.
  if (question.gapM > MAX_GAP_M) throw new RangeError(`gapM is ${question.gapM}, expected at most ${MAX_GAP_M}`)
  if (question.wantedShare !== null && !(question.wantedShare > 0 && question.wantedShare <= 1)) {
    throw new RangeError(`wantedShare is ${question.wantedShare}, expected more than 0 and at most 1`)
  }
  for (const [id, { weight, worst, best }] of Object.entries(question.criteria)) {
    if (!(weight >= 0) || !Number.isFinite(weight + worst + best)) throw new RangeError(`criterion ${id}: weight ${weight}, bounds ${worst} … ${best}`)
  }
}
