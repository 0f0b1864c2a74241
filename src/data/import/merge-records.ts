import { isSameShape } from '@/analysis/repair/is-same-shape'
import { checkField, checkFields } from '@/data/check-fields'
import { FEATURE_FIELDS, fieldsOf, type FeatureRecords } from '@/data/fields'
import { isUsable, placeOf, tell, type FeatureTarget, type WorkRow } from '@/data/import/work-row'
import { writeFields } from '@/data/write-fields'
import type { Finding } from '@/domain/finding'
import type { Plan } from '@/domain/plan'

/** Fields that are found out, not taken from a cell. */
const FOUND_OUT: readonly string[] = ['id', 'communityId', 'districtId', 'provenance']
/** Words of the data model for "nobody has said". Nothing is published unless somebody says so. */
const UNSAID: Partial<Record<FeatureTarget, Record<string, unknown>>> = {
  'spare-spaces': { tenure: 'unknown', surveyState: 'unverified', published: false },
}
/** Height of a storey of a residential building, m, where only the storeys are told. */
const STOREY_M = 3

/** Two sources of one import that say different things of one record. */
export interface SourceConflict {
  recordId: string
  field: string
  /** What is taken: of the later row, tables after shapes. */
  taken: WorkRow
  takenValue: string | number | boolean
  other: WorkRow
  otherValue: string | number | boolean
}

export interface Merged<R> {
  /** Records that are new or differ from those in the folder, by id. */
  records: Map<string, R>
  /** Ids that the rows name and leave as they are. */
  sameIds: string[]
  conflicts: SourceConflict[]
}

/** Every value of a row against its field: a row with a bad value is left out. */
export function checkValues(row: WorkRow, target: FeatureTarget): void {
  for (const [name, field] of fieldsOf(FEATURE_FIELDS[target])) {
    const value = row.draft.values.get(name)
    if (value === undefined || FOUND_OUT.includes(name)) continue
    const { problem, advice } = checkField(value, field, name)
    if (problem) tell(row, problem.code, 'error', name, problem.params)
    else if (advice) tell(row, advice.code, 'warning', name, advice.params)
  }
}

/**
 * Put usable rows about the same record together with what the folder knows of it. A new record that lacks something is
 * refused with all of its rows.
 *
 * @param rows - In the order in which they speak: a later one has the last word.
 */
export function mergeRecords<T extends FeatureTarget>(target: T, rows: readonly WorkRow[], known: ReadonlyMap<string, FeatureRecords[T]>, plan: Plan | null): Merged<FeatureRecords[T]> {
  const merged: Merged<FeatureRecords[T]> = { records: new Map(), sameIds: [], conflicts: [] }
  const groups = new Map<string, WorkRow[]>()
  for (const row of rows) {
    if (!isUsable(row) || row.recordId === null) continue
    const group = groups.get(row.recordId)
    if (group) group.push(row)
    else groups.set(row.recordId, [row])
  }
  for (const [id, group] of groups) {
    const before = known.get(id) ?? null
    merged.conflicts.push(...conflictsIn(id, group))
    const record = mergeOne(target, id, group, before, plan)
    if (record === null) continue
    if (before && isSameRecord(target, record, before)) merged.sameIds.push(id)
    else merged.records.set(id, record)
  }
  return merged
}

function mergeOne<T extends FeatureTarget>(target: T, id: string, rows: readonly WorkRow[], before: FeatureRecords[T] | null, plan: Plan | null): FeatureRecords[T] | null {
  const table = FEATURE_FIELDS[target]
  const raw: Record<string, unknown> = before ? writeFields(table, before, 'internal') : { ...UNSAID[target] }
  for (const row of rows) {
    for (const [name, value] of row.draft.values) if (Object.hasOwn(table, name) && !FOUND_OUT.includes(name)) raw[name] = value
    if (row.communityId !== null && target !== 'communities') raw['communityId'] = row.communityId
    if (row.districtId !== null) raw['districtId'] = row.districtId
  }
  raw['id'] = id
  const withShape = rows.filter(({ geometry }) => geometry !== null).at(-1)
  const geometry = withShape?.geometry ?? before?.geometry ?? null
  derive(target, raw, rows, plan)
  raw['provenance'] = provenanceOf(rows, withShape, before, geometry)

  const findings: Finding[] = []
  const record = checkFields<Omit<FeatureRecords[T], 'geometry'>>(table, raw, placeOf(rows[0]!), findings)
  if (geometry === null) findings.push({ code: 'field-missing', severity: 'error', ...placeOf(rows[0]!), field: 'geometry', params: {} })
  const errors = findings.filter(({ severity }) => severity === 'error')
  const told = before ? errors : missingTogether(rows, raw['name'], errors)
  for (const row of rows) for (const { code, field, params } of told) tell(row, code, 'error', field, params)
  return record === null || errors.length > 0 ? null : ({ ...record, geometry } as unknown as FeatureRecords[T])
}

/** Of a new record all that is missing in one sentence: mostly it is a known one whose name is spelled in another way. */
function missingTogether(rows: readonly WorkRow[], name: unknown, errors: readonly Finding[]): readonly Finding[] {
  const missing = errors.filter(({ code }) => code === 'field-missing').map(({ field }) => field)
  if (missing.length === 0) return errors
  const nearest = rows.find((row) => row.nearest)?.nearest ?? ''
  // A point in a table was left aside: it says where an area is, not what shape it has.
  const hadPoint = missing.includes('geometry') && rows.some(({ layer }) => layer.mapping?.columns.some(({ field }) => field === 'longitude') === true)
  const params = { name: typeof name === 'string' ? name : '', kind: rows[0]!.target, fields: missing.join(', '), nearest, hadPoint: hadPoint ? 'yes' : '' }
  return [{ ...errors[0]!, code: 'record-incomplete', field: null, params }, ...errors.filter(({ code }) => code !== 'field-missing')]
}

/** What follows from other words of the same record or of the plan; a height from storeys is said to be one. */
function derive(target: FeatureTarget, raw: Record<string, unknown>, rows: readonly WorkRow[], plan: Plan | null): void {
  if (target === 'communities' && raw['showcase'] === undefined && plan) raw['showcase'] = plan.showcaseNames.includes(String(raw['name']))
  if (target !== 'buildings' || raw['heightM'] !== undefined || typeof raw['floors'] !== 'number') return
  raw['heightM'] = raw['floors'] * STOREY_M
  const [row] = rows
  if (!row!.findings.some(({ code }) => code === 'value-derived')) {
    tell(row!, 'value-derived', 'warning', 'heightM', { value: raw['heightM'] as number, from: 'floors', found: raw['floors'] })
  }
}

/**
 * The file's own word; else a shape from surveyors' files is surveyed, from a table reported. A table that only tells about
 * a record does not make its shape any truer: what was synthetic stays so.
 */
function provenanceOf(rows: readonly WorkRow[], withShape: WorkRow | undefined, before: { provenance: string; geometry: unknown } | null, geometry: unknown): unknown {
  const told = rows.map(({ draft }) => draft.values.get('provenance')).filter((value) => value !== undefined).at(-1)
  if (told !== undefined) return told
  if (before && geometry === before.geometry) return before.provenance
  return withShape?.layer.layer.kind === 'features' ? 'surveyed' : 'reported'
}

function isSameRecord<T extends FeatureTarget>(target: T, a: FeatureRecords[T], b: FeatureRecords[T]): boolean {
  const [one, other] = [a, b] as unknown as [Record<string, unknown>, Record<string, unknown>]
  return fieldsOf(FEATURE_FIELDS[target]).every(([name]) => JSON.stringify(one[name] ?? null) === JSON.stringify(other[name] ?? null)) && isSameShape(a.geometry, b.geometry)
}

function conflictsIn(recordId: string, rows: readonly WorkRow[]): SourceConflict[] {
  const found: SourceConflict[] = []
  const said = new Map<string, { row: WorkRow; value: string | number | boolean }>()
  for (const row of rows) {
    for (const [field, value] of row.draft.values) {
      if (FOUND_OUT.includes(field) || field === 'name') continue
      const earlier = said.get(field)
      if (earlier && earlier.row.layer !== row.layer && earlier.value !== value) {
        found.push({ recordId, field, taken: row, takenValue: value, other: earlier.row, otherValue: earlier.value })
      }
      said.set(field, { row, value })
    }
  }
  return found
}
