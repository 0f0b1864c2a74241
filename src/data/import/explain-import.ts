import { compareWithPlan, type Conflict, type Unused } from '@/analysis/totals/compare-with-plan'
import { defaultPath } from '@/data/fields'
import type { Staged } from '@/data/import/stage-datasets'
import { isUsable, type WorkRow } from '@/data/import/work-row'
import type { Finding } from '@/domain/finding'
import type { ImportTarget, PlanComparison } from '@/domain/import'

type Compared = 'communities' | 'buildings'

const isCompared = (target: ImportTarget): target is Compared => target === 'communities' || target === 'buildings'

/** The folder as it would be against the plan; null without a plan, communities or buildings. */
export function explainImport(staged: Staged): PlanComparison | null {
  const { plan, communities, buildings, baseline } = staged.values
  if (!plan || !communities || !buildings) return null
  const rows = staged.rows.filter(({ target }) => isCompared(target))
  const ofTables = rows.filter(({ layer }) => layer.layer.kind === 'grid')
  const listed = new Set(ofTables.flatMap(({ target, recordId }) => (target === 'communities' && recordId !== null ? [recordId] : [])))
  // A table of all communities is the plan's list; else it is those with a plan of their own.
  const planned = listed.size >= plan.controlTotals.communities ? listed : new Set((baseline ?? []).map(({ communityId }) => communityId))
  const listedIds = new Map<string, Set<string>>()
  for (const { target, communityId, recordId } of ofTables) {
    if (target === 'buildings' && communityId !== null && recordId !== null) listedIds.set(communityId, (listedIds.get(communityId) ?? new Set()).add(recordId))
  }
  return compareWithPlan({
    plan, communities, buildings, plannedIds: planned.size > 0 ? planned : null, listedIds, unused: [...unusedIn(rows, { communities, buildings }), ...unknownNames(staged.rows)],
    conflicts: staged.conflicts.flatMap(({ target, conflict }): Conflict[] => (isCompared(target) ? [{
      dataset: target, id: conflict.recordId, label: conflict.taken.label, field: conflict.field, one: figure(conflict.takenValue), oneSource: conflict.taken.layer.source.name,
      other: figure(conflict.otherValue), otherSource: conflict.other.layer.source.name, rowKey: conflict.taken.key,
    }] : [])),
    files: { communities: defaultPath('communities'), buildings: defaultPath('buildings') },
  })
}

/**
 * Rows that are not used, each record once; of a record with several rows the one that says most. What is on the map all the
 * same, as it was before, makes no difference.
 */
function unusedIn(rows: readonly WorkRow[], there: Readonly<Record<Compared, readonly { id: string }[]>>): Unused[] {
  const onMap = { communities: new Set(there.communities.map(({ id }) => id)), buildings: new Set(there.buildings.map(({ id }) => id)) }
  const used = new Set(rows.filter(isUsable).map(({ target, recordId }) => `${target} ${recordId}`))
  const found = new Map<string, Unused>()
  for (const row of rows) {
    if (isUsable(row)) continue
    const kind = row.findings.some(({ code }) => code === 'row-twice') ? 'twice' : lacksOnlyShape(row) ? 'not-on-map' : 'not-usable'
    const key = `${row.target} ${row.recordId ?? row.key}${kind === 'twice' ? row.key : ''}`
    if (kind !== 'twice' && (used.has(key) || (row.recordId !== null && onMap[row.target as Compared].has(row.recordId)))) continue
    const number = (field: string): number => (typeof row.draft.values.get(field) === 'number' ? (row.draft.values.get(field) as number) : 0)
    const own = row.target === 'communities' ? { buildings: number('buildingCount'), households: number('households'), floorAreaM2: number('floorAreaM2') } : { buildings: 0, households: 0, floorAreaM2: 0 }
    const before = found.get(key)
    if (before && before.households >= own.households) continue
    found.set(key, { kind, dataset: row.target as Compared, id: row.recordId, label: row.label, communityId: row.communityId, rowKey: row.key, ...own })
  }
  return [...found.values()]
}

/** A table alone puts nothing on the map. */
function lacksOnlyShape({ findings, draft }: WorkRow): boolean {
  const lacksShape = ({ field, code, params }: Finding) => field === 'geometry' || (code === 'record-incomplete' && String(params['fields']).split(', ').includes('geometry'))
  return draft.geometry === null && findings.some((finding) => finding.severity === 'error' && lacksShape(finding))
}

/** Communities and buildings that a ledger or plan speaks of and nobody knows, each name once. */
function unknownNames(rows: readonly WorkRow[]): Unused[] {
  const found = new Map<string, Unused>()
  for (const { target, draft, communityId, findings, key } of rows) {
    if (isCompared(target) && target === 'communities') continue
    for (const { code, params } of findings) {
      if (code !== 'name-unknown' || (params['kind'] !== 'community' && params['kind'] !== 'building')) continue
      const isBuilding = params['kind'] === 'building'
      const label = isBuilding ? `${draft.communityName ?? ''} ${params['name']}`.trim() : String(params['name'])
      if (found.has(label)) continue
      found.set(label, {
        kind: 'not-on-map', dataset: isBuilding ? 'buildings' : 'communities', id: null, label, communityId: isBuilding ? communityId : null,
        buildings: 0, households: 0, floorAreaM2: 0, rowKey: key,
      })
    }
  }
  return [...found.values()]
}

const figure = (value: string | number | boolean): string | number => (typeof value === 'boolean' ? String(value) : value)
