import { readRows } from '@/data/read-rows'
import { formatDay } from '@/domain/day'
import type { Checked, Finding } from '@/domain/finding'
import type { BaselineRow } from '@/domain/programme'

/**
 * A row of the baseline with its row number, so that rules across files can name it.
 * Header = 1, as in a spreadsheet.
 */
export type NumberedBaselineRow = BaselineRow & { row: number }

/** Read `baseline.csv`. A row that finishes before it starts is left out. */
export function readBaseline(text: string, file: string): Checked<NumberedBaselineRow[]> {
  const { value, findings } = readRows('baseline', text, file)
  if (value === null) return { value, findings }
  const rows: NumberedBaselineRow[] = []
  const wrong: Finding[] = []
  for (const { row, record } of value) {
    if (record.plannedFinish >= record.plannedStart) {
      rows.push({ ...record, row })
      continue
    }
    const [found, other] = [formatDay(record.plannedFinish), formatDay(record.plannedStart)]
    const params = { found, relation: 'before', than: 'plannedStart', other }
    wrong.push({ code: 'dates-out-of-order', severity: 'error', file, feature: `row ${row}`, field: 'plannedFinish', params })
  }
  return { value: rows, findings: [...findings, ...wrong] }
}
