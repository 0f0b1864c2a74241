import { checkFields } from '@/data/check-fields'
import { ROW_FIELDS } from '@/data/fields'
import { planRemovals } from '@/data/import/plan-removals'
import { isUsable, placeOf, tell, type WorkRow } from '@/data/import/work-row'
import { writeFields } from '@/data/write-fields'
import { formatDay } from '@/domain/day'
import type { Finding } from '@/domain/finding'
import type { Plan } from '@/domain/plan'
import type { BaselineRow } from '@/domain/programme'

export interface StagedBaseline {
  rows: BaselineRow[]
  /** `C01 J02`. */
  added: string[]
  changed: string[]
  gone: string[]
  inDoubt: string[]
  sameCount: number
}

/** Stage rows of the baseline by community and item: known ones are changed in their place, new ones come behind. */
export function stageBaseline(rows: readonly WorkRow[], known: readonly BaselineRow[], plan: Plan, isReplaced: boolean, isAgreed: boolean): StagedBaseline {
  const before = new Map(known.map((row) => [keyOf(row), row]))
  const items = new Set(plan.items.map(({ code }) => code))
  const read = new Map<string, { row: WorkRow; record: BaselineRow }>()
  const named = new Set<string>()
  for (const row of rows) {
    if (row.communityId === null) continue
    const itemCode = row.draft.values.get('itemCode')
    const key = placeIn(row)
    // What a refused row names stays as it is.
    named.add(key)
    if (row.verdict === 'rejected') continue
    const earlier = read.get(key)
    if (earlier) {
      tell(row, 'row-twice', 'error', null, { row: earlier.row.number, name: key })
      continue
    }
    if (typeof itemCode === 'string' && !items.has(itemCode)) tell(row, 'dangling-reference', 'error', 'itemCode', { found: itemCode, refersTo: 'items' })
    const record = readRow(row, before.get(key) ?? null)
    if (record === null || !isUsable(row)) continue
    row.recordId = key
    read.set(key, { row, record })
    describeChange(row, record, before.get(key) ?? null)
  }
  const idsOf = (change: WorkRow['change']) => [...read].filter(([, { row }]) => row.change === change).map(([key]) => key)
  const { gone, inDoubt } = planRemovals({
    isReplaced, known, isNamed: (row) => named.has(keyOf(row)), rows, isVague: (row) => !before.has(placeIn(row)), isAgreed,
  })
  const lost = new Set(gone)
  const kept = known.filter((row) => !lost.has(row))
  return {
    rows: [...kept.map((row) => read.get(keyOf(row))?.record ?? row), ...[...read].filter(([key]) => !before.has(key)).map(([, { record }]) => record)],
    added: idsOf('new'), changed: idsOf('changed'), sameCount: idsOf('same').length,
    gone: gone.map(keyOf), inDoubt: inDoubt.map(keyOf),
  }
}

function readRow(row: WorkRow, before: BaselineRow | null): BaselineRow | null {
  const raw: Record<string, unknown> = before ? writeFields(ROW_FIELDS.baseline, before, 'internal') : {}
  for (const [name, value] of row.draft.values) if (Object.hasOwn(ROW_FIELDS.baseline, name)) raw[name] = value
  raw['communityId'] = row.communityId
  const findings: Finding[] = []
  const record = checkFields<BaselineRow>(ROW_FIELDS.baseline, raw, placeOf(row), findings)
  for (const { code, severity, field, params } of findings) tell(row, code, severity, field, params)
  if (record === null || record.plannedFinish >= record.plannedStart) return record
  const params = { found: formatDay(record.plannedFinish), relation: 'before', than: 'plannedStart', other: formatDay(record.plannedStart) }
  tell(row, 'dates-out-of-order', 'error', 'plannedFinish', params)
  return null
}

function describeChange(row: WorkRow, record: BaselineRow, before: BaselineRow | null): void {
  const shown = (one: BaselineRow) => ({ plannedStart: formatDay(one.plannedStart), plannedFinish: formatDay(one.plannedFinish), weight: String(one.weight) })
  if (before) {
    const [from, to] = [shown(before), shown(record)]
    for (const field of ['plannedStart', 'plannedFinish', 'weight'] as const) if (from[field] !== to[field]) row.changedFields.push({ field, from: from[field], to: to[field] })
  }
  row.change = before === null ? 'new' : row.changedFields.length > 0 ? 'changed' : 'same'
}

/** What a row of a file speaks of, as `keyOf`. */
const placeIn = ({ communityId, draft: { values } }: WorkRow): string => `${communityId} ${String(values.get('itemCode'))}`
const keyOf = ({ communityId, itemCode }: BaselineRow): string => `${communityId} ${itemCode}`
