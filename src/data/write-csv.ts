import Papa from 'papaparse'
import { FORMULA_START } from '@/data/formula-guard'

/**
 * Write a table as CSV that spreadsheet programs read right: UTF-8 with mark, CRLF, quoted where
 * needed. Text that would start a formula gets a leading quote (OWASP CSV injection); numbers stay
 * numbers; null is an empty cell.
 */
export function writeCsv(header: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  const body = Papa.unparse([[...header], ...rows.map((row) => [...row])], { escapeFormulae: FORMULA_START, newline: '\r\n' })
  return `\ufeff${body}\r\n`
}

/** One row of such a table without its line end. */
export function writeCsvRow(cells: readonly (string | number | null)[], delimiter: string): string {
  return Papa.unparse([[...cells]], { escapeFormulae: FORMULA_START, delimiter })
}
