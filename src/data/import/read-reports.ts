import type { FieldValue } from '@/data/import/convert-value'
import type { SubjectFinder } from '@/data/import/find-subject'
import type { CellReader, RowCells } from '@/data/import/read-cells'
import type { DraftRow } from '@/data/import/table'
import type { Finding } from '@/domain/finding'
import type { RawRow } from '@/domain/source-file'

type Draft = Omit<DraftRow, 'findings'> & { findings: Finding[] }
type Values = Map<string, FieldValue>

/** Fields that every report of a row shares. */
const SHARED = ['reportedOn', 'communityId', 'buildingId']
const NAMES = ['community', 'building', 'district']
const TOLD_IN_ROW = ['kind', 'subject', 'doneShare', 'date']

/**
 * The reports of one row. With columns of items, milestones, stops and resumptions: one report for each filled cell, and a
 * remark if there is a note. Otherwise one report, as its columns of kind, subject, share and date say.
 *
 * @param findSubject - Null without a plan: codes are taken as they are.
 */
export function readReports(row: RawRow, cells: RowCells, reader: CellReader, findSubject: SubjectFinder | null): DraftRow[] {
  const isWide = reader.fields.some(isPartField)
  const shared = sharedOf(row, cells)
  const own = new Set([...cells.values.keys()].filter((field) => !SHARED.includes(field) && !NAMES.includes(field)))
  if (!isWide) {
    // A row of a group's name, or of an item with a dash for its share, says nothing.
    const tells = [...own].some((field) => TOLD_IN_ROW.includes(field) || field === 'note')
    const isOnlyNamed = !tells || (reader.fields.includes('doneShare') && [...own].every((field) => field === 'subject'))
    if (isOnlyNamed && cells.problems.length === 0) return []
    return [longReport(row, cells, shared(''), reader, findSubject)]
  }
  const drafts: Draft[] = []
  for (const field of reader.fields) {
    const value = cells.values.get(field)
    if (isPartField(field) && value !== undefined) drafts.push(partReport(shared(field), field, value, findSubject))
  }
  const note = cells.values.get('note')
  if (note !== undefined) {
    const draft = shared('note')
    const text = draft.buildingName === null ? note : `${draft.buildingName}：${String(note)}`
    drafts.push(ofCommunity(withValues(draft, [['kind', 'remark'], ['note', text]])))
  }
  return spreadFindings(drafts, cells.problems, shared)
}

const isPartField = (field: string): boolean => field.startsWith('item:') || field.startsWith('milestone:') || field === 'stop' || field === 'resume'

function sharedOf(row: RawRow, { values }: RowCells): (part: string) => Draft {
  const text = (field: string): string | null => (values.has(field) ? String(values.get(field)) : null)
  return (part) => ({
    number: row.number, part, values: new Map(SHARED.flatMap((field) => (values.has(field) ? [[field, values.get(field)!] as const] : []))),
    communityName: text('community'), buildingName: text('building'), districtName: text('district'), isForEachBuilding: false, geometry: null, findings: [],
  })
}

function withValues(draft: Draft, values: readonly (readonly [string, FieldValue])[]): Draft {
  for (const [field, value] of values) (draft.values as Values).set(field, value)
  return draft
}

/** What is told of one field; only items done to buildings are told of a building. */
function partReport(draft: Draft, field: string, value: FieldValue, findSubject: SubjectFinder | null): Draft {
  const code = field.slice(field.indexOf(':') + 1)
  if (field.startsWith('item:')) {
    withValues(draft, [['kind', 'progress'], ['subject', code], ['doneShare', value]])
    const scope = findSubject?.(code).item?.scope
    if (scope !== undefined && scope !== 'building') return ofCommunity(draft)
    return { ...draft, isForEachBuilding: isForEachBuilding(draft, code, findSubject) }
  }
  if (field.startsWith('milestone:')) return ofCommunity(withValues(draft, [['kind', 'milestone'], ['subject', code], ['date', value]]))
  return ofCommunity(withValues(draft, [['kind', field], ['date', value]]))
}

/** Of the whole community, although the row is about a building. */
function ofCommunity(draft: Draft): Draft {
  (draft.values as Values).delete('buildingId')
  return { ...draft, buildingName: null }
}

const isForEachBuilding = (draft: Draft, code: string, findSubject: SubjectFinder | null): boolean =>
  draft.buildingName === null && !draft.values.has('buildingId') && findSubject?.(code).item?.scope === 'building'

/** A bad cell spoils its own report; a bad day or name spoils all of the row. */
function spreadFindings(drafts: Draft[], problems: RowCells['problems'], shared: (part: string) => Draft): DraftRow[] {
  for (const { name, finding } of problems) {
    if (!isPartField(name)) continue
    const draft = drafts.find(({ part }) => part === name)
    if (draft) draft.findings.push(finding)
    else drafts.push({ ...shared(name), findings: [finding] })
  }
  for (const { name, finding } of problems) {
    if (!isPartField(name)) for (const draft of drafts) if (name !== 'note' || draft.part === 'note') draft.findings.push(finding)
  }
  return drafts
}

function longReport(row: RawRow, { values, problems }: RowCells, draft: Draft, reader: CellReader, findSubject: SubjectFinder | null): DraftRow {
  const told = ['kind', 'doneShare', 'date', 'note'].flatMap((field) => (values.has(field) ? [[field, values.get(field)!] as const] : []))
  withValues(draft, told)
  draft.findings.push(...problems.map(({ finding }) => finding))
  const text = values.get('subject')
  const { item = null, milestone = null } = text === undefined || !findSubject ? {} : findSubject(String(text))
  const stated = values.get('kind')
  const kind = stated ?? kindOf(values, item !== null, milestone !== null)
  if (kind !== undefined) (draft.values as Values).set('kind', kind)
  if (text === undefined) return draft
  const named = kind === 'milestone' ? milestone : kind === 'progress' || kind === 'correction' || kind === 'replan' ? item : item ?? milestone
  if (findSubject && !named) {
    const what = kind === 'milestone' ? 'milestone' : kind === undefined ? 'subject' : 'item'
    draft.findings.push(reader.findingAt(row, 'subject', { code: 'name-unknown', severity: 'error', params: { name: String(text), kind: what } }))
    return draft
  }
  withValues(draft, [['subject', named?.code ?? text]])
  return kind === 'milestone' || !named ? draft : { ...draft, isForEachBuilding: isForEachBuilding(draft, named.code, findSubject) }
}

/** What a report is that does not say so: a share is progress, a day of a milestone is that, words alone are a remark. */
function kindOf(values: Values, isItem: boolean, isMilestone: boolean): string | undefined {
  if (values.has('doneShare') && (isItem || !isMilestone)) return 'progress'
  if (isMilestone && values.has('date')) return 'milestone'
  return !values.has('subject') && values.has('note') ? 'remark' : undefined
}
