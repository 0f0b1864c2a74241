import { metresPerDegree } from '@/analysis/shape/metric'
import { nearestOfKinds, type NearestOfKinds } from '@/analysis/shape/nearest-of-kinds'
import { shapeProblem, type ShapeProblem } from '@/analysis/shape/shape-problem'
import type { Fact, RuleFinding, RuleId } from '@/domain/land'
import type { FacilityStandard, LandRules, LandUseRule } from '@/domain/land-rules'
import {
  FACILITY_TYPES, HAZARD_KINDS, type Facility, type FacilityType, type Hazard, type SpareSpace,
} from '@/domain/place'

/** What does not change when rules do: every distance and shape is measured once. One index, one space. */
export interface SpaceFacts {
  spaces: readonly SpareSpace[]
  problems: readonly (ShapeProblem | null)[]
  /** Farthest corner outside the plan's bounds, m; 0 inside, or without bounds. */
  outsideM: Float64Array
  /** Nearest of each `HAZARD_KINDS`; null if the dangers around are unknown, which is not the same as none. */
  hazards: { items: readonly Hazard[]; nearest: NearestOfKinds } | null
  /** Nearest of each `FACILITY_TYPES`; null if unknown. */
  facilities: { items: readonly Facility[]; nearest: NearestOfKinds } | null
}

export interface SpaceFactsParts {
  spaces: readonly SpareSpace[]
  hazards: readonly Hazard[] | null
  facilities: readonly Facility[] | null
  /** West, south, east, north, degrees. */
  bounds: readonly [number, number, number, number] | null
}

export function prepareSpaceFacts({ spaces, hazards, facilities, bounds }: SpaceFactsParts): SpaceFacts {
  const problems = spaces.map(({ geometry }) => shapeProblem(geometry))
  const areas = spaces.map(({ geometry }, i) => (problems[i] === null ? geometry : null))
  const nearest = <T extends Hazard | Facility>(items: readonly T[], kinds: readonly string[], kindOf: (item: T) => string) => ({
    items,
    nearest: nearestOfKinds(areas, items.map((item) => ({ id: item.id, kindIndex: kinds.indexOf(kindOf(item)), geometry: item.geometry })), kinds.length),
  })
  return {
    spaces,
    problems,
    outsideM: Float64Array.from(areas, (area) => (area && bounds ? distanceOutsideM(area, bounds) : 0)),
    hazards: hazards && nearest(hazards, HAZARD_KINDS, ({ kind }) => kind),
    facilities: facilities && nearest(facilities, FACILITY_TYPES, ({ type }) => type),
  }
}

/**
 * Everything the rules have against a space for one type of facility, or want to have checked. Hard findings exclude
 * it. What is unknown never excludes: it is advice with `actual` null, except a shape, which must be valid.
 *
 * | rule | actual | limit | because |
 * | --- | --- | --- | --- |
 * | invalid-shape | `ShapeProblem` | null | null |
 * | outside-area | m outside | 0 | null |
 * | land-use | code | verdict: `forbidden`, `toCheck`; null for an unknown code | `landUseCode` or `plannedUseCode` |
 * | tenure | tenure | null | null |
 * | availability, storey | years, storey | years, storey | null |
 * | hazard, neighbour | distance from the boundary, m | distance to keep, m | id and name, `H01 加油站` |
 */
export function judgeSpace(facts: SpaceFacts, index: number, rules: LandRules, standard: FacilityStandard): RuleFinding[] {
  const space = facts.spaces[index]!
  return [
    ...judgeShape(facts, index),
    ...judgeLandUse(space, rules.landUses),
    ...judgeTenure(space, rules),
    ...judgeAvailability(space, standard),
    ...judgeStorey(space, standard),
    ...judgeHazards(facts, index, rules, standard.type),
    ...judgeNeighbours(facts, index, rules, standard.type),
  ]
}

/**
 * Distance from a space to the nearest hazard of a kind that the rules know for this type, advisory ones too, m.
 * Infinity if there is none; null if the dangers around are unknown or the shape is invalid.
 */
export function hazardDistanceM(facts: SpaceFacts, index: number, rules: LandRules, type: FacilityType): number | null {
  if (!facts.hazards || facts.problems[index] !== null) return null
  const { distanceM, kindCount } = facts.hazards.nearest
  const kinds = hazardRulesOf(rules, type).map(({ kind }) => HAZARD_KINDS.indexOf(kind))
  return kinds.reduce((nearest, kind) => Math.min(nearest, distanceM[index * kindCount + kind]!), Infinity)
}

/** Facts of a space without which it cannot be scored; an unknown code or term only passes as advice. */
export function missingSpaceFacts(space: SpareSpace, rules: LandRules): Fact[] {
  const isRoom = space.kind === 'room'
  return [
    ...(rules.tenures.some(({ tenure }) => tenure === space.tenure) ? [] : ['tenure' as const]),
    ...(isRoom && !isKnown(space.storey) ? ['storey' as const] : []),
    ...(isRoom && !isKnown(space.floorAreaM2) ? ['floorAreaM2' as const] : []),
  ]
}

function judgeShape({ spaces, problems, outsideM }: SpaceFacts, index: number): RuleFinding[] {
  const { id } = spaces[index]!
  const problem = problems[index] ?? null
  if (problem !== null) return [finding('invalid-shape', id, true, problem, null, 'code')]
  const metres = outsideM[index]!
  return metres > 0 ? [finding('outside-area', id, true, metres, 0, 'm', metres)] : []
}

/** Present and planned use are judged alike: a park in the plan is as much in the way as a park on the ground. */
function judgeLandUse(space: SpareSpace, landUses: readonly LandUseRule[]): RuleFinding[] {
  return (['landUseCode', 'plannedUseCode'] as const).flatMap((field) => {
    const code = space[field]
    if (code === null) return [finding('land-use', space.id, false, null, null, 'code', null, field)]
    const verdict = landUseRuleOf(code, landUses)?.verdict ?? 'toCheck'
    return verdict === 'allowed' ? [] : [finding('land-use', space.id, verdict === 'forbidden', code, verdict, 'code', null, field)]
  })
}

/** The longest prefix counts: 090102 is judged as such before it is judged as 09. */
function landUseRuleOf(code: string, landUses: readonly LandUseRule[]): LandUseRule | null {
  return landUses.reduce<LandUseRule | null>((best, rule) =>
    code.startsWith(rule.codePrefix) && rule.codePrefix.length > (best?.codePrefix.length ?? -1) ? rule : best, null)
}

function judgeTenure({ id, tenure }: SpareSpace, { tenures }: LandRules): RuleFinding[] {
  const rule = tenures.find((entry) => entry.tenure === tenure)
  if (!rule) return [finding('tenure', id, false, tenure === 'unknown' ? null : tenure, null, 'tenure')]
  return rule.isExcluded ? [finding('tenure', id, true, tenure, null, 'tenure')] : []
}

function judgeAvailability({ id, availableYears }: SpareSpace, { minAvailableYears: { value: limit } }: FacilityStandard): RuleFinding[] {
  if (!isKnown(availableYears)) return limit > 0 ? [finding('availability', id, false, null, limit, 'year')] : []
  return availableYears < limit ? [finding('availability', id, true, availableYears, limit, 'year', limit - availableYears)] : []
}

function judgeStorey({ id, kind, storey }: SpareSpace, { minStorey, maxStorey }: FacilityStandard): RuleFinding[] {
  if (kind !== 'room') return []
  if (!isKnown(storey)) return [finding('storey', id, false, null, minStorey.value, 'storey')]
  if (storey < minStorey.value) return [finding('storey', id, true, storey, minStorey.value, 'storey', storeysBetween(storey, minStorey.value))]
  if (!maxStorey || storey <= maxStorey.value) return []
  return [finding('storey', id, true, storey, maxStorey.value, 'storey', storeysBetween(maxStorey.value, storey))]
}

/** Flights of stairs: there is no storey 0, the ground floor (1) lies on the basement (−1). */
function storeysBetween(lower: number, upper: number): number {
  return upper - lower - (lower < 0 && upper > 0 ? 1 : 0)
}

function judgeHazards({ spaces, hazards }: SpaceFacts, index: number, rules: LandRules, type: FacilityType): RuleFinding[] {
  const { id } = spaces[index]!
  const limits = hazardRulesOf(rules, type).map(({ kind, setbackM, isHard }) => ({ kindIndex: HAZARD_KINDS.indexOf(kind), limitM: setbackM, isHard }))
  return judgeDistances('hazard', id, index, hazards, limits)
}

function judgeNeighbours({ spaces, facilities }: SpaceFacts, index: number, rules: LandRules, type: FacilityType): RuleFinding[] {
  const { id } = spaces[index]!
  const limits = rules.neighbours.filter(({ facilityType }) => facilityType === type)
    .map(({ neighbour, distanceM, isHard }) => ({ kindIndex: FACILITY_TYPES.indexOf(neighbour), limitM: distanceM, isHard }))
  return judgeDistances('neighbour', id, index, facilities, limits)
}

interface DistanceLimit {
  kindIndex: number
  limitM: number
  isHard: boolean
}

/** One finding for each limit that the nearest thing of its kind does not keep; one advice if nothing is known. */
function judgeDistances(
  ruleId: RuleId, id: string, index: number, things: SpaceFacts['hazards'] | SpaceFacts['facilities'], limits: readonly DistanceLimit[],
): RuleFinding[] {
  if (limits.length === 0) return []
  if (!things) return [finding(ruleId, id, false, null, Math.max(...limits.map(({ limitM }) => limitM)), 'm')]
  return limits.flatMap(({ kindIndex, limitM, isHard }) => {
    const cell = index * things.nearest.kindCount + kindIndex
    const distanceM = things.nearest.distanceM[cell]!
    if (!(distanceM < limitM)) return []
    const thing = things.items[things.nearest.which[cell]!]!
    const because = thing.name === null ? thing.id : `${thing.id} ${thing.name}`
    return [finding(ruleId, id, isHard, distanceM, limitM, 'm', limitM - distanceM, because)]
  })
}

function hazardRulesOf({ hazards }: LandRules, type: FacilityType) {
  return hazards.filter(({ facilityTypes }) => facilityTypes.length === 0 || facilityTypes.includes(type))
}

function finding(
  ruleId: RuleId, id: string, isHard: boolean, actual: RuleFinding['actual'], limit: RuleFinding['limit'], unit: RuleFinding['unit'],
  missingBy: number | null = null, because: string | null = null,
): RuleFinding {
  return { ruleId, id, isHard, actual, limit, unit, missingBy, because }
}

function isKnown(value: number | null): value is number {
  return value !== null && Number.isFinite(value)
}

/** How far the farthest corner lies outside, m. */
function distanceOutsideM({ coordinates, type }: SpareSpace['geometry'], [west, south, east, north]: readonly [number, number, number, number]): number {
  const rings = type === 'Polygon' ? coordinates as number[][][] : (coordinates as number[][][][]).flat()
  return rings.flat().reduce((farthest, [lon = NaN, lat = NaN]) => {
    const { lonM, latM } = metresPerDegree(lat)
    return Math.max(farthest, Math.hypot(Math.max(0, west - lon, lon - east) * lonM, Math.max(0, south - lat, lat - north) * latM))
  }, 0)
}
