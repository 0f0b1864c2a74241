import type { FeatureRecords } from '@/data/fields'
import { fitAmong, fitInCommunities } from '@/data/import/fit-rows'
import { identifyOthers } from '@/data/import/identify-others'
import { identifyBuildings, identifyCommunities, openRegistry, resolveBuildings, resolveCommunities, type Registry } from '@/data/import/identify-rows'
import { firstReportDay } from '@/data/import/judge-shares'
import type { SourceConflict } from '@/data/import/merge-records'
import { openNameQuestions, type NameQuestions } from '@/data/import/name-questions'
import { stageBaseline } from '@/data/import/stage-baseline'
import { stageFeatures, type FeatureContext } from '@/data/import/stage-features'
import { stageLedger } from '@/data/import/stage-ledger'
import { withdrawSites } from '@/data/import/withdraw-sites'
import { isLeftOut, startRow, type FeatureTarget, type JudgedLayer, type WorkRow } from '@/data/import/work-row'
import type { DatasetValues } from '@/data/read-dataset'
import type { Day } from '@/domain/day'
import type { Finding } from '@/domain/finding'
import { IMPORT_TARGETS, type AreaGeometry, type DatasetChange, type ImportDecisions, type ImportTarget, type NameQuestion } from '@/domain/import'

export interface Staged {
  rows: WorkRow[]
  names: NameQuestion[]
  /** The folder as it would be. */
  values: Partial<DatasetValues>
  changes: DatasetChange[]
  conflicts: { target: FeatureTarget; conflict: SourceConflict }[]
  /** Datasets of which nothing is left that the import did not bring. */
  replaced: ImportTarget[]
  /** Proposed sites that went with what they stood on. */
  withdrawn: readonly Finding[]
}

/** Communities before what lies in them, places before what is reported of them. */
const ORDER: readonly ImportTarget[] = ['communities', 'buildings', 'spare-spaces', 'facilities', 'residences', 'gates', 'hazards', 'baseline', 'ledger']

/** Stage all rows of all layers, dataset by dataset. */
export function stageDatasets(layers: readonly JudgedLayer[], before: Partial<DatasetValues>, decisions: ImportDecisions, today: Day): Staged {
  const registry = openRegistry(before)
  const questions = openNameQuestions(decisions.names)
  const staged: Staged = { rows: [], names: [], values: { ...before }, changes: [], conflicts: [], replaced: [], withdrawn: [] }
  const goneIds = { communities: new Set<string>(), buildings: new Set<string>() }
  for (const target of ORDER) {
    const own = layers.filter((layer) => layer.mapping?.target === target)
    const rows = own.flatMap((layer) => identify(target, layer, registry, questions, before))
    const stage = { target, rows, isReplaced: own.some(({ mode }) => mode === 'replace'), before, decisions, today, goneIds, staged, registry }
    const change = target === 'baseline' ? takeBaseline({ ...stage, target }) : target === 'ledger' ? takeLedger({ ...stage, target }) : takeFeatures({ ...stage, target })
    if (own.length > 0 || change.gone.length > 0 || change.changed.length > 0) staged.changes.push(change)
    // What a row that is not used means may have stayed.
    if (stage.isReplaced && !rows.some(isLeftOut)) staged.replaced.push(target)
    if (target === 'communities' || target === 'buildings') for (const id of change.gone) goneIds[target].add(id)
    staged.rows.push(...rows)
  }
  const { sites, findings } = withdrawSites(before, staged.values)
  if (findings.length > 0) Object.assign(staged, { withdrawn: findings, values: { ...staged.values, 'proposed-sites': sites } })
  staged.changes.sort((a, b) => IMPORT_TARGETS.indexOf(a.target) - IMPORT_TARGETS.indexOf(b.target))
  return { ...staged, names: questions.all() }
}

function identify(target: ImportTarget, layer: JudgedLayer, registry: Registry, questions: NameQuestions, before: Partial<DatasetValues>): WorkRow[] {
  const rows = layer.drafts.map((draft) => startRow(layer, target, draft))
  switch (target) {
    case 'communities': identifyCommunities(rows, layer, registry, questions); break
    case 'buildings': identifyBuildings(rows, layer, registry, questions, before); break
    case 'baseline': resolveCommunities(rows, layer, registry, questions); break
    case 'ledger': {
      resolveCommunities(rows, layer, registry, questions)
      resolveBuildings(rows, layer, registry, questions)
      return rows.flatMap((row) => forEachBuilding(row, registry))
    }
    default: {
      // A gate without a community leads nowhere; a space may lie between them.
      const owners = new Map((before.gates ?? []).map(({ id, communityId }) => [id, communityId]))
      const isNeeded = target === 'gates'
      resolveCommunities(rows, layer, registry, questions, (row) => (isNeeded ? owners.get(String(row.draft.values.get('id'))) ?? null : null), isNeeded)
    }
  }
  return rows
}

/** A report about all buildings of a community is one of each. */
function forEachBuilding(row: WorkRow, registry: Registry): WorkRow[] {
  const buildings = row.draft.isForEachBuilding && row.communityId !== null && row.buildingId === null ? registry.buildings.get(row.communityId) ?? [] : []
  if (buildings.length === 0) return [row]
  return buildings.map(({ id }) => ({ ...row, key: `${row.key}@${id}`, buildingId: id, findings: [...row.findings], repairs: [], changedFields: [] }))
}

interface Stage<T extends ImportTarget> {
  target: T
  rows: WorkRow[]
  isReplaced: boolean
  before: Partial<DatasetValues>
  decisions: ImportDecisions
  today: Day
  goneIds: { communities: ReadonlySet<string>; buildings: ReadonlySet<string> }
  staged: Staged
  registry: Registry
}

function takeFeatures<T extends FeatureTarget>({ target, rows, isReplaced, before, decisions, goneIds, staged }: Stage<T>): DatasetChange {
  const known = (before[target] ?? []) as FeatureRecords[T][]
  if (target !== 'communities' && target !== 'buildings') identifyOthers(target, rows, known as never)
  const result = stageFeatures(target, rows, {
    known, isReplaced, decisions, bounds: before.plan?.bounds ?? null, plan: before.plan ?? null, communities: referable(target, staged),
    lostCommunities: goneIds.communities, fit: fitFor(target, known, decisions, staged),
  })
  staged.conflicts.push(...result.conflicts.map((conflict) => ({ target, conflict })))
  const { added, changed, gone, inDoubt, sameCount } = result
  if (added.length + changed.length + gone.length > 0) Object.assign(staged.values, { [target]: result.records })
  return { target, added, changed, gone, inDoubt, sameCount, contradicting: [] }
}

function referable(target: FeatureTarget, { values, rows }: Staged): FeatureContext<FeatureTarget>['communities'] {
  if (target === 'communities') return null
  const waiting = rows.filter((row) => row.target === 'communities' && row.verdict === 'open' && row.recordId !== null).map(({ recordId }) => recordId!)
  return { usable: new Set((values.communities ?? []).map(({ id }) => id)), waiting: new Set(waiting) }
}

/** Communities lie beside each other, buildings beside each other and in their community; nothing is said of other shapes. */
function fitFor(target: FeatureTarget, known: readonly { id: string; geometry: unknown }[], decisions: ImportDecisions, { values }: Staged) {
  return (rows: readonly WorkRow[], gone: ReadonlySet<string>): void => {
    if (target !== 'communities' && target !== 'buildings') return
    const before = new Map(known.map(({ id, geometry }) => [id, geometry]))
    const drawn = rows.filter((row) => row.geometry !== null && row.geometry !== before.get(row.recordId ?? ''))
    const redrawn = new Set(drawn.filter(({ verdict }) => verdict !== 'rejected').map(({ recordId }) => recordId))
    const fixed = known.filter(({ id }) => !gone.has(id) && !redrawn.has(id)) as { id: string; geometry: AreaGeometry }[]
    if (target === 'buildings') {
      const outlines = new Map((values.communities ?? []).map(({ id, geometry }) => [id, geometry]))
      fitInCommunities(drawn, (id) => outlines.get(id) ?? null, decisions)
    }
    fitAmong(drawn, fixed, target === 'communities' ? 'communities-overlap' : 'buildings-overlap', decisions)
  }
}

function takeBaseline({ rows, isReplaced, before, decisions, goneIds, staged }: Stage<'baseline'>): DatasetChange {
  const known = before.baseline ?? []
  const kept = known.filter(({ communityId }) => !goneIds.communities.has(communityId))
  const change = { target: 'baseline', contradicting: [] } as const
  if (!before.plan || (rows.length === 0 && !isReplaced && kept.length === known.length)) return { ...change, added: [], changed: [], gone: [], inDoubt: [], sameCount: 0 }
  const { rows: all, added, changed, gone, inDoubt, sameCount } = stageBaseline(rows, kept, before.plan, isReplaced, decisions.removals.baseline === true)
  const stays = new Set(kept)
  const lost = known.filter((row) => !stays.has(row)).map(({ communityId, itemCode }) => `${communityId} ${itemCode}`)
  if (added.length + changed.length + gone.length + lost.length > 0) staged.values.baseline = all.map((row, i) => ({ ...row, row: i + 2 }))
  return { ...change, added, changed, gone: [...gone, ...lost], inDoubt, sameCount }
}

function takeLedger({ rows, isReplaced, before, decisions, today, goneIds, staged }: Stage<'ledger'>): DatasetChange {
  const known = before.ledger ?? []
  const kept = known.filter(({ communityId, buildingId }) => !goneIds.communities.has(communityId) && !(buildingId !== null && goneIds.buildings.has(buildingId)))
  const { plan } = before
  const none = { target: 'ledger', added: [], changed: [], gone: [], inDoubt: [], sameCount: 0, contradicting: [] } as const
  if (!plan || (rows.length === 0 && !isReplaced && kept.length === known.length)) return none
  const lookup = (ids: readonly string[]) => {
    const usable = new Set(ids)
    return (id: string) => (usable.has(id) ? 'usable' : 'unknown') as 'usable' | 'unknown'
  }
  const { communities = [], buildings = [], baseline = null } = staged.values
  const days = [...(baseline ?? []).map(({ plannedStart }) => plannedStart), ...plan.milestones.map(({ plannedOn }) => plannedOn), ...known.map(({ reportedOn }) => reportedOn)]
  const result = stageLedger(rows, {
    plan, known: kept, isReplaced, today, decisions, firstDay: firstReportDay(days),
    references: {
      communities: lookup(communities.map(({ id }) => id)), buildings: lookup(buildings.map(({ id }) => id)),
      communityOfBuilding: new Map(buildings.map(({ id, communityId }) => [id, communityId])), items: lookup(plan.items.map(({ code }) => code)),
      milestones: lookup(plan.milestones.map(({ code }) => code)), baseline, isBaselineWhole: true,
    },
  })
  const stays = new Set(kept)
  const lost = known.filter((report) => !stays.has(report)).map(({ row }) => `row ${row}`)
  const { added, changed, gone, inDoubt, sameCount, contradicting } = result
  if (added.length + changed.length + gone.length + lost.length > 0) staged.values.ledger = result.reports
  return { target: 'ledger', added, changed, gone: [...gone, ...lost], inDoubt, sameCount, contradicting }
}
