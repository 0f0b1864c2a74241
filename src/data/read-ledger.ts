import { readRows } from '@/data/read-rows'
import { formatDay } from '@/domain/day'
import type { Checked, Finding } from '@/domain/finding'
import type { Audience } from '@/domain/manifest'
import type { Report, ReportKind } from '@/domain/programme'

type Cell = 'subject' | 'doneShare' | 'date'

/** The cells a report of each kind needs; the others of the three stay empty. */
const NEEDS: Record<ReportKind, readonly Cell[]> = {
  progress: ['subject', 'doneShare'],
  milestone: ['subject', 'date'],
  replan: ['subject', 'date'],
  stop: ['date'],
  resume: ['date'],
  correction: ['subject', 'doneShare'],
  remark: [],
}

/**
 * Read `ledger.csv`. A row whose kind lacks a cell is left out; a cell its kind does not use is
 * ignored with a warning.
 */
export function readLedger(text: string, file: string, audience: Audience = 'internal'): Checked<Report[]> {
  const { value, findings } = readRows('ledger', text, file, audience)
  if (value === null) return { value, findings }
  const reports: Report[] = []
  const more: Finding[] = []
  for (const { row, record } of value) {
    const report = { ...record, row }
    const wrong = reportProblems(report, file)
    more.push(...wrong)
    if (!wrong.some(({ severity }) => severity === 'error')) reports.push(withNeededCells(report))
  }
  return { value: reports, findings: [...findings, ...more] }
}

/** What is wrong with the cells of a report among themselves; `file` is only for the findings. */
export function reportProblems(report: Report, file: string): Finding[] {
  const needs = NEEDS[report.kind]
  const place = { file, feature: `row ${report.row}` }
  const wrong: Finding[] = []
  for (const field of ['subject', 'doneShare', 'date'] as const) {
    const isNeeded = needs.includes(field)
    if (isNeeded && report[field] === null) {
      wrong.push({ code: 'field-missing', severity: 'error', ...place, field, params: { kind: report.kind } })
    } else if (!isNeeded && report[field] !== null) {
      const found = field === 'date' ? formatDay(report[field]!) : `${report[field]}`
      wrong.push({ code: 'wrong-type', severity: 'warning', ...place, field, params: { expected: 'empty', found } })
    }
  }
  if (report.date !== null && report.date > report.reportedOn && report.kind !== 'replan' && wrong.length === 0) {
    // A milestone cannot be reported before it is reached; a stop can be announced.
    const severity = report.kind === 'milestone' ? 'error' : 'warning'
    const params = { found: formatDay(report.date), relation: 'after', than: 'reportedOn', other: formatDay(report.reportedOn) }
    wrong.push({ code: 'dates-out-of-order', severity, ...place, field: 'date', params })
  }
  return wrong
}

/** A report with the cells that its kind uses and no others. */
export function withNeededCells(report: Report): Report {
  const needs = NEEDS[report.kind]
  return {
    ...report,
    subject: needs.includes('subject') ? report.subject : null,
    doneShare: needs.includes('doneShare') ? report.doneShare : null,
    date: needs.includes('date') ? report.date : null,
  }
}
