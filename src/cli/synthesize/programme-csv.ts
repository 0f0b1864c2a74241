import { formatDay } from '@/domain/day'
import type { BaselineRow, Report } from '@/domain/programme'

/** A report before it has a row number. */
export type LedgerRow = Omit<Report, 'row'>

/** Spreadsheets take a file without this mark for their local encoding and garble Chinese. */
const BYTE_ORDER_MARK = '\uFEFF'

const BASELINE_COLUMNS = ['communityId', 'itemCode', 'plannedStart', 'plannedFinish', 'weight'] as const
const LEDGER_COLUMNS = [
  'reportedOn', 'communityId', 'buildingId', 'kind', 'subject', 'doneShare', 'date', 'note',
] as const

/** Write `baseline.csv`: UTF-8 with mark, CRLF, days as `YYYY-MM-DD`. */
export function writeBaselineCsv(rows: readonly BaselineRow[]): string {
  return writeCsv(BASELINE_COLUMNS, rows.map(({ communityId, itemCode, plannedStart, plannedFinish, weight }) => [
    communityId, itemCode, formatDay(plannedStart), formatDay(plannedFinish), String(weight),
  ]))
}

/** Write `ledger.csv`: as above; null is an empty cell, shares have at most three decimals. */
export function writeLedgerCsv(rows: readonly LedgerRow[]): string {
  return writeCsv(LEDGER_COLUMNS, rows.map((row) => [
    formatDay(row.reportedOn), row.communityId, row.buildingId ?? '', row.kind, row.subject ?? '',
    row.doneShare === null ? '' : String(Math.round(row.doneShare * 1000) / 1000),
    row.date === null ? '' : formatDay(row.date), row.note,
  ]))
}

function writeCsv(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return BYTE_ORDER_MARK + [columns, ...rows].map((cells) => `${cells.map(quoteCell).join(',')}\r\n`).join('')
}

/** Quote a cell where RFC 4180 asks for it. */
function quoteCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
