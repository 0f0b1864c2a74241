import type { ExportLanguage } from '@/data/export/choice-words'
import { headerText, PERCENT } from '@/data/export/headers'
import { plainCell, type Sheet } from '@/data/export/sheet'
import { writeCsv } from '@/data/write-csv'

/** A table as CSV for spreadsheet programs: UTF-8 with mark, CRLF, days as `YYYY-MM-DD`, shares in percent and headed so. */
export function sheetCsv({ columns, rows }: Sheet, language: ExportLanguage): Uint8Array {
  const header = columns.map((column) => (column.kind === 'share' ? headerText([column.header, column.header], PERCENT, language) : column.header))
  const text = writeCsv(header, rows.map((row) => columns.map(({ kind }, at) => plainCell(row[at] ?? null, kind))))
  return new TextEncoder().encode(text)
}
