import { checkFields } from '@/data/check-fields'
import { checkReports, type ReportContext } from '@/data/check-reports'
import { ROW_FIELDS, type RowRecords } from '@/data/fields'
import { judgeShares, type NewShare } from '@/data/import/judge-shares'
import { planRemovals } from '@/data/import/plan-removals'
import { isLeftOut, isUsable, placeOf, tell, wait, type WorkRow } from '@/data/import/work-row'
import { reportProblems, withNeededCells } from '@/data/read-ledger'
import { formatDay, type Day } from '@/domain/day'
import type { Finding } from '@/domain/finding'
import type { ImportDecisions } from '@/domain/import'
import type { Plan } from '@/domain/plan'
import { tellsShare, type Report } from '@/domain/programme'

export interface LedgerContext {
  plan: Plan
  /** Reports of the folder whose community and building stay. */
  known: readonly Report[]
  /** What the file does not name goes. */
  isReplaced: boolean
  today: Day
  firstDay: Day | null
  decisions: ImportDecisions
  /** As for reading a ledger, but for day and file. */
  references: Omit<ReportContext, 'plan' | 'dataDate' | 'file'>
}

export interface StagedLedger {
  /** All reports with their row numbers, header = 1. */
  reports: Report[]
  /** Row keys. */
  added: string[]
  changed: string[]
  contradicting: string[]
  /** `row 17` of the ledger in the folder. */
  gone: string[]
  /** As `gone`. */
  inDoubt: string[]
  sameCount: number
}

/**
 * Stage reports: those that the ledger has already are the same, all others are added behind it. The ledger only grows, so
 * a report that says otherwise for the same day is a new row too. A share below an earlier one waits for somebody to call
 * it a correction.
 */
export function stageLedger(rows: readonly WorkRow[], context: LedgerContext): StagedLedger {
  const sorted = sortOut(rows, context)
  const fresh = judgeAgainst(sorted, context)
  const { gone, inDoubt } = planRemovals({
    isReplaced: context.isReplaced, known: context.known, isNamed: (report) => sorted.named.has(report), rows,
    isVague: ({ findings }) => !findings.some(({ code }) => code === 'row-twice'), isAgreed: context.decisions.removals.ledger === true,
  })
  const lost = new Set(gone)
  const kept = context.known.filter((report) => !lost.has(report))
  const numbered = kept.map((report, i): Report => ({ ...report, row: i + 2 }))
  const staged = crossCheck(numbered, fresh.filter(({ row }) => isUsable(row)), context)
  const keysOf = (change: WorkRow['change']) => staged.filter(({ row }) => row.change === change).map(({ row }) => row.key)
  return {
    reports: [...numbered, ...staged.map(({ report }, i) => ({ ...report, row: numbered.length + i + 2 }))],
    added: keysOf('new'), changed: keysOf('changed'), contradicting: [...new Set(sorted.contradicting)], sameCount: sorted.named.size,
    gone: gone.map(rowOf), inDoubt: inDoubt.map(rowOf),
  }
}

const rowOf = ({ row }: Report): string => `row ${row}`

interface Fresh {
  row: WorkRow
  report: Report
}

interface Sorted {
  fresh: Fresh[]
  /** Reports of the ledger that rows name. */
  named: Set<Report>
  contradicting: string[]
}

/** Rows as reports, without those that cannot be one and those that the ledger has. */
function sortOut(rows: readonly WorkRow[], { known, today, firstDay, plan }: LedgerContext): Sorted {
  const sorted: Sorted = { fresh: [], named: new Set(), contradicting: [] }
  const byContent = new Map<string, Report[]>()
  const bySubject = new Map<string, Report>()
  for (const report of known) {
    bySubject.set(subjectKey(report), report)
    const same = byContent.get(contentKey(report))
    if (same) same.push(report)
    else byContent.set(contentKey(report), [report])
  }
  const seen = new Map<string, WorkRow>()
  for (const row of rows) {
    if (isLeftOut(row)) continue
    const report = readReport(row, plan)
    if (report === null) continue
    const key = contentKey(report)
    const same = byContent.get(key)
    if (same && (report.note === '' || same.some(({ note }) => note === report.note))) {
      row.change = 'same'
      for (const one of same) sorted.named.add(one)
      continue
    }
    const day = formatDay(report.reportedOn)
    if (report.reportedOn > today) {
      sorted.contradicting.push(row.key)
      tell(row, 'report-future', 'error', 'reportedOn', { found: day, today: formatDay(today) })
    } else if (firstDay !== null && report.reportedOn < firstDay) tell(row, 'report-early', 'error', 'reportedOn', { found: day, start: formatDay(firstDay) })
    const earlier = seen.get(`${key} ${report.note}`)
    if (earlier) tell(row, 'row-twice', 'error', null, { row: earlier.number, name: '' })
    if (isLeftOut(row)) continue
    seen.set(`${key} ${report.note}`, row)
    describeChange(row, report, bySubject.get(subjectKey(report)) ?? null)
    sorted.fresh.push({ row, report })
  }
  return sorted
}

/** Shares that go backwards, and those that later reports speak against. */
function judgeAgainst(sorted: Sorted, { known, decisions }: LedgerContext): Fresh[] {
  const shares = new Map<NewShare, Fresh>()
  for (const one of sorted.fresh) {
    // A row that waits for something else is judged once that is answered.
    if (isUsable(one.row) && tellsShare(one.report.kind) && one.report.doneShare !== null) {
      shares.set({ report: one.report, isCorrection: decisions.corrections[one.row.key] === true }, one)
    }
  }
  for (const [share, verdict] of judgeShares(known, [...shares.keys()])) {
    const one = shares.get(share)!
    if (verdict.kind === 'fits') continue
    sorted.contradicting.push(one.row.key)
    const found = one.report.doneShare!
    if (verdict.kind === 'aboveLater') {
      tell(one.row, 'share-above-later', 'error', 'doneShare', { found, after: verdict.after.doneShare!, on: formatDay(verdict.after.reportedOn) })
      continue
    }
    const answer = decisions.corrections[one.row.key]
    tell(one.row, 'correction-needed', answer === false ? 'error' : 'warning', 'doneShare', { found, before: verdict.before.doneShare!, on: formatDay(verdict.before.reportedOn) })
    if (answer === true) one.report = { ...one.report, kind: 'correction' }
    else wait(one.row)
  }
  return sorted.fresh
}

/** The rules of a folder: places, subjects, milestones. What they say of a new row is told of that row. */
function crossCheck(known: readonly Report[], fresh: readonly Fresh[], { plan, references }: LedgerContext): Fresh[] {
  if (fresh.length === 0) return []
  const numbered = fresh.map(({ report }, i): Report => ({ ...report, row: known.length + i + 2 }))
  const findings: Finding[] = []
  checkReports([...known, ...numbered], { ...references, plan, dataDate: Infinity, file: '' }, findings)
  for (const { feature, code, severity, field, params } of findings) {
    const one = fresh[Number(/^row (\d+)$/.exec(feature ?? '')?.[1] ?? 0) - known.length - 2]
    if (one) tell(one.row, code, severity, field, params)
  }
  return fresh.filter(({ row }) => isUsable(row))
}

/** The report a row makes; null, with findings, if it makes none. A share whose unit is asked may be any: it is judged after the answer. */
function readReport(row: WorkRow, plan: Plan): Report | null {
  if (row.layer.openUnits.length > 0) return null
  const value = (name: string): unknown => row.draft.values.get(name) ?? null
  const raw = {
    reportedOn: value('reportedOn'), communityId: row.communityId, buildingId: row.buildingId, kind: value('kind') ?? kindOf(row, plan),
    subject: value('subject'), doneShare: value('doneShare'), date: value('date'), note: value('note') ?? '',
  }
  if (row.communityId === null) return null
  const findings: Finding[] = []
  const record = checkFields<RowRecords['ledger']>(ROW_FIELDS.ledger, raw, placeOf(row), findings)
  const report = record && { ...record, row: row.number }
  if (report) findings.push(...reportProblems(report, placeOf(row).file))
  for (const { code, severity, field, params } of findings) tell(row, code, severity, field, params)
  return report && !findings.some(({ severity }) => severity === 'error') ? withNeededCells(report) : null
}

/** What a row without a kind tells by the cells it has. */
function kindOf({ draft: { values } }: WorkRow, { milestones }: Plan): Report['kind'] {
  if (values.has('doneShare')) return 'progress'
  if (!values.has('date')) return 'remark'
  return milestones.some(({ code }) => code === values.get('subject')) ? 'milestone' : 'replan'
}

function describeChange(row: WorkRow, report: Report, before: Report | null): void {
  row.change = before ? 'changed' : 'new'
  if (!before) return
  const shown = ({ doneShare, date, note }: Report) => ({ doneShare: doneShare === null ? '' : String(doneShare), date: date === null ? '' : formatDay(date), note })
  const [from, to] = [shown(before), shown(report)]
  for (const field of ['doneShare', 'date', 'note'] as const) {
    if (from[field] !== to[field] && (field !== 'note' || to.note !== '')) row.changedFields.push({ field, from: from[field], to: to[field] })
  }
}

/** A correction says the same as a progress report of that day with that share. */
const classOf = (kind: Report['kind']): string => (tellsShare(kind) ? 'share' : kind)
const subjectKey = (r: Report): string => `${r.reportedOn}|${r.communityId}|${r.buildingId ?? ''}|${classOf(r.kind)}|${r.subject ?? ''}`
const contentKey = (r: Report): string => `${subjectKey(r)}|${r.doneShare ?? ''}|${r.date ?? ''}`
