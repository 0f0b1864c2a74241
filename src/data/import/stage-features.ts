import { isSameShape } from '@/analysis/repair/is-same-shape'
import type { Bounds } from '@/data/check-coordinates'
import { FEATURE_FIELDS, type FeatureRecords } from '@/data/fields'
import { checkValues, mergeRecords, type SourceConflict } from '@/data/import/merge-records'
import { planRemovals } from '@/data/import/plan-removals'
import { shapeRow } from '@/data/import/shape-row'
import { isLeftOut, tell, wait, type FeatureTarget, type WorkRow } from '@/data/import/work-row'
import type { ImportDecisions } from '@/domain/import'
import type { Plan } from '@/domain/plan'

export interface FeatureContext<T extends FeatureTarget> {
  known: readonly FeatureRecords[T][]
  isReplaced: boolean
  bounds: Bounds | null
  plan: Plan | null
  decisions: ImportDecisions
  /** Communities that rows may refer to, with the outlook of those that wait; null for communities themselves. */
  communities: { usable: ReadonlySet<string>; waiting: ReadonlySet<string> } | null
  /** Communities that go: what lies in them goes too, or lies in none. */
  lostCommunities: ReadonlySet<string>
  /** How shapes fit beside others; told of the rows. */
  fit: (rows: readonly WorkRow[], gone: ReadonlySet<string>) => void
}

export interface StagedFeatures<T extends FeatureTarget> {
  /** The dataset as it would be: known ones in their places, new ones behind. */
  records: FeatureRecords[T][]
  added: string[]
  changed: string[]
  gone: string[]
  inDoubt: string[]
  sameCount: number
  conflicts: SourceConflict[]
}

/** Two areas of one thing in different roundings, m²: a plan prints 万㎡ with two decimals. */
const AREA_ROUNDING_M2 = 50

/** Stage rows of a dataset with shapes: check, repair, put together, fit. */
export function stageFeatures<T extends FeatureTarget>(target: T, given: readonly WorkRow[], context: FeatureContext<T>): StagedFeatures<T> {
  const { known, isReplaced, bounds, plan, decisions } = context
  const byId = new Map<string, FeatureRecords[T]>(known.map((record) => [record.id, record]))
  // Tables have the last word on figures, shapes on where something lies.
  const rows = [...given].sort((a, b) => Number(a.layer.layer.kind === 'grid') - Number(b.layer.layer.kind === 'grid'))
  for (const row of rows) {
    if (isLeftOut(row)) continue
    const before = row.recordId === null ? null : byId.get(row.recordId) ?? null
    leaveRounded(row, before)
    checkReference(row, context)
    checkValues(row, target)
    shapeRow(row, target, before?.geometry ?? null, bounds, decisions)
    describeChange(target, row, before)
  }
  const named = new Set(rows.map(({ recordId }) => recordId))
  const isLost = (record: object): boolean => 'communityId' in record && context.lostCommunities.has(record.communityId as string)
  // Once to find what is incomplete, and again with the shapes cut to fit.
  mergeRecords(target, rows, byId, plan)
  const removals = planRemovals({
    isReplaced, known, isNamed: ({ id }) => named.has(id), rows, isVague: ({ recordId }) => !byId.has(recordId ?? ''), isAgreed: decisions.removals[target] === true,
  })
  const isGone = (record: FeatureRecords[T]): boolean => !named.has(record.id) && isLost(record) && target !== 'spare-spaces'
  const gone = new Set([...removals.gone, ...known.filter(isGone)].map(({ id }) => id))
  context.fit(rows, gone)
  const { records, sameIds, conflicts } = mergeRecords(target, rows, byId, plan)
  const real = conflicts.filter(isConflict)
  for (const { field, taken, takenValue, other, otherValue } of real) {
    const params = { found: String(takenValue), other: String(otherValue), otherSource: other.layer.source.name, row: other.number }
    if (!taken.findings.some((finding) => finding.code === 'sources-differ' && finding.field === field)) tell(taken, 'sources-differ', 'warning', field, params)
  }
  // A space outlives the community that it was said to lie in.
  for (const record of known) if (!gone.has(record.id) && !records.has(record.id) && isLost(record)) records.set(record.id, { ...record, communityId: null })
  const added = [...records.keys()].filter((id) => !byId.has(id))
  return {
    records: [...known.filter(({ id }) => !gone.has(id)).map((record) => records.get(record.id) ?? record), ...added.map((id) => records.get(id)!)],
    added, changed: [...records.keys()].filter((id) => byId.has(id)), gone: known.filter(({ id }) => gone.has(id)).map(({ id }) => id), inDoubt: removals.inDoubt.map(({ id }) => id), sameCount: sameIds.length, conflicts: real,
  }
}

/** An area in 万㎡ to which the known one rounds says nothing new: it does not make the known one coarser. */
function leaveRounded(row: WorkRow, before: object | null): void {
  const known = before && 'floorAreaM2' in before ? before.floorAreaM2 : null
  const value = row.draft.values.get('floorAreaM2')
  const isCoarse = row.layer.mapping?.columns.some(({ field, unit }) => field === 'floorAreaM2' && unit === '10k-m2') === true
  if (!isCoarse || typeof known !== 'number' || typeof value !== 'number' || Math.abs(known - value) > AREA_ROUNDING_M2) return
  row.draft = { ...row.draft, values: new Map([...row.draft.values].filter(([field]) => field !== 'floorAreaM2')) }
}

/** A row whose community waits for an answer waits too; one whose community is refused has none. */
function checkReference<T extends FeatureTarget>(row: WorkRow, { communities }: FeatureContext<T>): void {
  if (communities === null || row.communityId === null || communities.usable.has(row.communityId)) return
  if (communities.waiting.has(row.communityId)) wait(row)
  else tell(row, 'dangling-reference', 'error', 'communityId', { found: row.draft.communityName ?? row.communityId, refersTo: 'communities' })
}

function describeChange(target: FeatureTarget, row: WorkRow, before: (object & { geometry: Parameters<typeof isSameShape>[0] }) | null): void {
  if (row.recordId === null) return
  if (before === null) return void (row.change = 'new')
  const known = before as unknown as Record<string, unknown>
  const compare = (field: string, value: unknown): void => {
    const from = known[field] ?? ''
    if (String(from) !== String(value)) row.changedFields.push({ field, from: String(from), to: String(value) })
  }
  for (const [field, value] of row.draft.values) {
    if (Object.hasOwn(FEATURE_FIELDS[target], field) && field !== 'id' && field !== 'communityId' && field !== 'districtId') compare(field, value)
  }
  if (target !== 'communities' && row.communityId !== null) compare('communityId', row.communityId)
  if (row.districtId !== null) compare('districtId', row.districtId)
  if (row.geometry !== null && !isSameShape(row.geometry, before.geometry)) row.changedFields.push({ field: 'geometry', from: '', to: '' })
  row.change = row.changedFields.length > 0 ? 'changed' : 'same'
}

function isConflict({ field, takenValue, otherValue }: SourceConflict): boolean {
  if (field === 'floorAreaM2' && typeof takenValue === 'number' && typeof otherValue === 'number') return Math.abs(takenValue - otherValue) > AREA_ROUNDING_M2
  return takenValue !== otherValue
}
