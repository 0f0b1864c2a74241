import { LAND_USE_VERDICTS, type CommunityDemand, type LandRules } from '@/domain/land-rules'
import { ROAD_CLASSES, TENURES, type Tenure } from '@/domain/place'

/** Stands for a number of a community that is left to the plan. */
export const PLAN_DEFAULT = 'default'
/** The words that a change may bring; every other text is none. */
export const RULE_WORDS = [...LAND_USE_VERDICTS, PLAN_DEFAULT] as const

/**
 * One number, switch or word of the rules: where it stands (`facilities.0.radiusM.value`) and what it is.
 *
 * Lists of words are switches, one per word that may be in them: `assembly.blockingRoadClasses.local`,
 * `assembly.incompatibleTenures.stateGranted-collectiveOther`. Demand is named by community, also where the rules
 * say nothing of it yet: `communityDemand.C01.share60Plus`, a number or `default`.
 */
export type RuleChange = readonly [path: string, value: RuleValue]
export type RuleValue = number | boolean | string

const DEMAND_KEYS = ['personsPerHousehold', 'share60Plus', 'shareUnder3'] as const
const BLOCKING = 'assembly.blockingRoadClasses'
const INCOMPATIBLE = 'assembly.incompatibleTenures'
const DEMAND = /^communityDemand\.(.+)\.([A-Za-z0-9]+)$/
const VERDICT = /^landUses\.\d+\.verdict$/

/** Every pair of different tenures once, in the order of their vocabulary. */
const PAIRS = TENURES.flatMap((one, i) => TENURES.slice(i + 1).map((other): readonly [Tenure, Tenure] => [one, other]))

/** What in the rules differs from the ones they were made of, in the order of the rules. */
export function listRuleChanges(original: LandRules, edited: LandRules): RuleChange[] {
  const ids = [...new Set([...original.communityDemand, ...edited.communityDemand].map(({ communityId }) => communityId))]
  const before = new Map(changeableOf(original, ids))
  return changeableOf(edited, ids).filter(([path, value]) => before.has(path) && before.get(path) !== value)
}

/** Rules with some values changed; what does not exist there, or is of another kind, is left alone. */
export function applyRuleChanges(rules: LandRules, changes: readonly RuleChange[]): LandRules {
  const edited = structuredClone(rules)
  for (const [path, value] of changes) {
    if (!switchWord(edited, path, value) && !setDemand(edited, path, value)) setLeaf(edited, path, value)
  }
  return edited
}

function changeableOf(rules: LandRules, communityIds: readonly string[]): RuleChange[] {
  const { communityDemand, ...others } = rules
  const { blockingRoadClasses, incompatibleTenures } = rules.assembly
  const demand = new Map(communityDemand.map((one) => [one.communityId, one]))
  return [
    ...leavesOf(others),
    ...ROAD_CLASSES.map((known): RuleChange => [`${BLOCKING}.${known}`, blockingRoadClasses.includes(known)]),
    ...PAIRS.map((pair): RuleChange => [`${INCOMPATIBLE}.${pair.join('-')}`, incompatibleTenures.some((other) => isSamePair(pair, other))]),
    ...communityIds.flatMap((id) => DEMAND_KEYS.map((key): RuleChange => [`communityDemand.${id}.${key}`, demand.get(id)?.[key] ?? PLAN_DEFAULT])),
  ]
}

function leavesOf(value: unknown, path = ''): RuleChange[] {
  if (typeof value === 'number' || typeof value === 'boolean' || (typeof value === 'string' && VERDICT.test(path))) return [[path, value]]
  if (!isRecord(value)) return []
  return Object.entries(value).flatMap(([key, part]) => leavesOf(part, path === '' ? key : `${path}.${key}`))
}

function setLeaf(edited: LandRules, path: string, value: RuleValue): void {
  const keys = path.split('.')
  const last = keys.pop()!
  const owner = keys.reduce<unknown>((at, key) => (isRecord(at) && Object.hasOwn(at, key) ? at[key] : null), edited)
  if (!isRecord(owner) || !Object.hasOwn(owner, last) || typeof owner[last] !== typeof value) return
  if (typeof value !== 'string' || (VERDICT.test(path) && LAND_USE_VERDICTS.some((verdict) => verdict === value))) owner[last] = value
}

/** Put a word into a list or take it out. The rest keeps its order, so that switching back gives the same rules. */
function switchWord({ assembly }: LandRules, path: string, value: RuleValue): boolean {
  if (typeof value !== 'boolean') return false
  const roadClass = ROAD_CLASSES.find((known) => path === `${BLOCKING}.${known}`)
  const pair = PAIRS.find((known) => path === `${INCOMPATIBLE}.${known.join('-')}`)
  if (roadClass && assembly.blockingRoadClasses.includes(roadClass) !== value) {
    const isOn = (known: (typeof ROAD_CLASSES)[number]): boolean => (known === roadClass ? value : assembly.blockingRoadClasses.includes(known))
    Object.assign(assembly, { blockingRoadClasses: ROAD_CLASSES.filter(isOn) })
  }
  if (pair && assembly.incompatibleTenures.some((other) => isSamePair(pair, other)) !== value) {
    const others = assembly.incompatibleTenures.filter((other) => !isSamePair(pair, other))
    Object.assign(assembly, { incompatibleTenures: value ? [...others, pair] : others })
  }
  return roadClass !== undefined || pair !== undefined
}

function setDemand(edited: LandRules, path: string, value: RuleValue): boolean {
  const [, communityId, name] = DEMAND.exec(path) ?? []
  const key = DEMAND_KEYS.find((known) => known === name)
  if (communityId === undefined || !key || (typeof value !== 'number' && value !== PLAN_DEFAULT)) return false
  const before: CommunityDemand = edited.communityDemand.find((one) => one.communityId === communityId)
    ?? { communityId, personsPerHousehold: null, share60Plus: null, shareUnder3: null }
  const after: CommunityDemand = { ...before, [key]: value === PLAN_DEFAULT ? null : value }
  const isKnown = edited.communityDemand.some((one) => one.communityId === communityId)
  const communityDemand = isKnown ? edited.communityDemand.map((one) => (one.communityId === communityId ? after : one)) : [...edited.communityDemand, after]
  Object.assign(edited, { communityDemand: communityDemand.filter((one) => DEMAND_KEYS.some((each) => one[each] !== null)) })
  return true
}

const isSamePair = ([a, b]: readonly [Tenure, Tenure], [c, d]: readonly [Tenure, Tenure]): boolean => (a === c && b === d) || (a === d && b === c)

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
