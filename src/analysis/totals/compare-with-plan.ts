import { groupBy } from '@/analysis/progress/group-by'
import { reconcileTotals, toHundredths, type TotalKey } from '@/analysis/totals/reconcile-totals'
import type { PlanComparison, PlanExplanation } from '@/domain/import'
import type { Plan } from '@/domain/plan'
import type { Building, Community } from '@/domain/programme'

/** A plan prints its area in 万㎡ with two decimals, so up to half a step is rounding, m². */
const PRINTED_AREA_STEP_M2 = 50

/** Something a file names that is not on the map by this name. */
export interface Unused {
  kind: 'not-on-map' | 'not-usable' | 'twice'
  dataset: 'communities' | 'buildings'
  id: string | null
  label: string
  /** Of a building; null if it is not known. */
  communityId: string | null
  /** What the file says of a community; 0 if it does not. */
  buildings: number
  households: number
  floorAreaM2: number
  rowKey: string | null
}

/** Two sources that differ in a figure of a record; `one` is what is shown. */
export interface Conflict {
  dataset: 'communities' | 'buildings'
  id: string
  label: string
  field: string
  one: string | number
  oneSource: string
  other: string | number
  otherSource: string
  rowKey: string | null
}

export interface PlanParts {
  plan: Plan
  communities: readonly Community[]
  buildings: readonly Building[]
  /** Communities that the plan knows; null if nothing tells. */
  plannedIds: ReadonlySet<string> | null
  /** Buildings that a table lists, by community; no entry: nothing tells. */
  listedIds: ReadonlyMap<string, ReadonlySet<string>>
  unused: readonly Unused[]
  conflicts: readonly Conflict[]
  /** Names of the two files, for a community that is not the sum of its buildings. */
  files: { communities: string; buildings: string }
}

type Amounts = Pick<PlanExplanation, TotalKey>
const NOTHING: Amounts = { communities: 0, buildings: 0, households: 0, floorAreaM2: 0 }
const KEYS = ['communities', 'buildings', 'households', 'floorAreaM2'] as const

/**
 * The four totals against the plan, explained down to the building.
 *
 * What is on the map and not in the plan counts in full. What is missing, and figures about which sources differ, count as
 * far as they bring the sum nearer to the difference; with 0 they are named all the same. What is left is `unexplained`,
 * so that the explanations always add up; only a rest of the area that rounding to 0.01 万㎡ allows is not told.
 */
export function compareWithPlan(parts: PlanParts): PlanComparison {
  const { plan, communities, buildings } = parts
  const { totals } = reconcileTotals(plan, communities, buildings)
  const rest = Object.fromEntries(totals.map(({ key, difference }) => [key, difference ?? 0])) as unknown as Amounts
  const explanations: PlanExplanation[] = []
  const explain = (explanation: Omit<PlanExplanation, TotalKey | 'conflict'> & Partial<Pick<PlanExplanation, 'conflict'>>, amounts: Amounts): void => {
    explanations.push({ conflict: null, ...explanation, ...amounts })
    for (const key of KEYS) rest[key] = toHundredths(rest[key] - amounts[key])
  }
  explainCommunities(parts, rest, explain)
  explainBuildings(parts, explain)
  explainConflicts(parts, rest, explain)
  const isLeft = rest.communities !== 0 || rest.buildings !== 0 || rest.households !== 0 || Math.abs(rest.floorAreaM2) > PRINTED_AREA_STEP_M2
  if (isLeft) explain({ kind: 'unexplained', dataset: 'communities', id: null, label: '', rowKey: null }, { ...rest })
  return {
    totals: totals.map(({ key, planned, found, difference }) => ({
      key, planned, found, difference, isRounding: key === 'floorAreaM2' && difference !== null && difference !== 0 && Math.abs(difference) <= PRINTED_AREA_STEP_M2,
    })),
    explanations,
  }
}

type Explain = (explanation: Omit<PlanExplanation, TotalKey | 'conflict'> & Partial<Pick<PlanExplanation, 'conflict'>>, amounts: Amounts) => void

function explainCommunities({ communities, plannedIds, unused }: PlanParts, rest: Amounts, explain: Explain): void {
  const names = new Set<string>()
  for (const { id, name, buildingCount, households, floorAreaM2 } of communities) {
    const amounts = { communities: 1, buildings: buildingCount, households: households ?? 0, floorAreaM2 }
    if (names.has(name)) explain({ kind: 'twice', dataset: 'communities', id, label: name, rowKey: null }, amounts)
    else if (plannedIds && !plannedIds.has(id)) explain({ kind: 'not-in-plan', dataset: 'communities', id, label: name, rowKey: null }, amounts)
    names.add(name)
  }
  const known = new Set(communities.map(({ id }) => id))
  for (const { kind, dataset, id, label, rowKey, buildings, households, floorAreaM2 } of unused) {
    if (dataset !== 'communities') continue
    // What is on the map all the same takes nothing from the totals.
    const isMissing = kind !== 'twice' && (id === null || !known.has(id)) && rest.communities < 0
    const amounts = { communities: -1, buildings: 0 - buildings, households: 0 - households, floorAreaM2: 0 - floorAreaM2 }
    explain({ kind, dataset, id, label, rowKey }, isMissing ? amounts : NOTHING)
  }
}

/** Drawn buildings against the number that each community states. */
function explainBuildings({ communities, buildings, listedIds, unused }: PlanParts, explain: Explain): void {
  const drawnIn = groupBy(buildings, ({ communityId }) => communityId)
  const unusedIn = groupBy(unused.filter(({ dataset }) => dataset === 'buildings'), ({ communityId }) => communityId)
  const drawnIds = new Set(buildings.map(({ id }) => id))
  for (const { id: communityId, name, buildingCount } of communities) {
    const drawn = drawnIn.get(communityId) ?? []
    let open = drawn.length - buildingCount
    const listed = listedIds.get(communityId)
    const names = new Set<string>()
    for (const building of drawn) {
      const kind = names.has(building.name) ? 'twice' : listed && !listed.has(building.id) ? 'not-in-plan' : null
      names.add(building.name)
      if (kind === null) continue
      const counts = open > 0
      if (counts) open--
      explain({ kind, dataset: 'buildings', id: building.id, label: `${name} ${building.name}`, rowKey: null }, counts ? { ...NOTHING, buildings: 1 } : NOTHING)
    }
    for (const { kind, id, label, rowKey } of unusedIn.get(communityId) ?? []) {
      const counts = open < 0 && kind !== 'twice' && (id === null || !drawnIds.has(id))
      if (counts) open++
      explain({ kind, dataset: 'buildings', id, label, rowKey }, counts ? { ...NOTHING, buildings: -1 } : NOTHING)
    }
    if (open !== 0) explain({ kind: open < 0 ? 'not-on-map' : 'not-in-plan', dataset: 'buildings', id: null, label: name, rowKey: null }, { ...NOTHING, buildings: open })
  }
  const known = new Set(communities.map(({ id }) => id))
  for (const { id, communityId, name } of buildings) {
    if (!known.has(communityId)) explain({ kind: 'not-in-plan', dataset: 'buildings', id, label: name, rowKey: null }, { ...NOTHING, buildings: 1 })
  }
  for (const { kind, dataset, id, label, rowKey, communityId } of unused) {
    if (dataset === 'buildings' && (communityId === null || !known.has(communityId))) explain({ kind, dataset, id, label, rowKey }, NOTHING)
  }
}

function explainConflicts({ plan, communities, buildings, conflicts, files }: PlanParts, rest: Amounts, explain: Explain): void {
  const differing = reconcileTotals(plan, communities, buildings).communities
  // Where buildings are missing, the sum differs for want of them.
  const lacking = new Set(differing.filter(({ figure }) => figure === 'buildingCount').map(({ communityId }) => communityId))
  const names = new Map(communities.map(({ id, name }) => [id, name]))
  const sums = differing.filter(({ communityId }) => !lacking.has(communityId)).map(({ communityId, figure, own, sum }): Conflict => ({
    dataset: 'communities', id: communityId, label: names.get(communityId) ?? communityId, field: figure, one: own, oneSource: files.communities,
    other: sum, otherSource: files.buildings, rowKey: null,
  }))
  for (const { dataset, id, label, field, one, oneSource, other, otherSource, rowKey } of [...conflicts, ...sums]) {
    const key = dataset === 'communities' && (field === 'households' || field === 'floorAreaM2') ? field : null
    const amount = key && typeof one === 'number' && typeof other === 'number' ? toHundredths(one - other) : 0
    const helps = key !== null && Math.abs(rest[key] - amount) < Math.abs(rest[key])
    const conflict = { field, one: String(one), oneSource, other: String(other), otherSource }
    explain({ kind: 'attribute-conflict', dataset, id, label, rowKey, conflict }, key && helps ? { ...NOTHING, [key]: amount } : NOTHING)
  }
}
