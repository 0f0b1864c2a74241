import type { Sheet } from '@/data/export/sheet'
import { sheetCsv } from '@/data/export/sheet-csv'
import { writeXlsx } from '@/data/export/write-xlsx'
import type { Finding } from '@/domain/finding'
import type { ImportJudgement, RowVerdict } from '@/domain/import'

/** One line of the list: a finding, and what became of its row. */
export interface ListedFinding {
  finding: Finding
  /** As a person would call the row, empty for the file as a whole. */
  label: string
  /** Null for what is about a whole file. */
  verdict: RowVerdict | null
}

/** Words of the list, as the page shows them: the data layer has none. */
export interface FindingListWords {
  language: 'zh' | 'en'
  /** Name of the file without extension, and of the sheet. */
  name: string
  header: Readonly<Record<'file' | 'row' | 'label' | 'field' | 'severity' | 'verdict' | 'what' | 'fix', string>>
  severity: Readonly<Record<Finding['severity'], string>>
  verdict: Readonly<Record<RowVerdict, string>>
  text: (finding: Finding) => { what: string; fix: string }
  /** Word for a field; the field itself if left out. */
  field?: (field: string) => string
}

/** Every finding of an import: of the files, of what does not fit together, of the rows. */
export function listImportFindings({ files, findings, rows }: Pick<ImportJudgement, 'files' | 'findings' | 'rows'>): ListedFinding[] {
  const listed: ListedFinding[] = []
  const seen = new Set<string>()
  const add = (finding: Finding, label: string, verdict: RowVerdict | null) => {
    // The same finding may be told by its row, by each record of its row, and by its file.
    const key = JSON.stringify(finding)
    if (seen.has(key)) return
    seen.add(key)
    listed.push({ finding, label, verdict })
  }
  for (const row of rows) for (const finding of row.findings) add(finding, row.label, row.verdict)
  const ofRows = listed.splice(0)
  for (const finding of [...files.flatMap((file) => file.findings), ...findings]) add(finding, '', null)
  return [...listed, ...ofRows]
}

/** The list as a file for spreadsheet programs. */
export function exportFindings(list: readonly ListedFinding[], format: 'csv' | 'xlsx', words: FindingListWords): { name: string; bytes: Uint8Array } {
  const { header } = words
  const sheet: Sheet = {
    name: words.name,
    columns: [header.file, header.row, header.label, header.field, header.severity, header.verdict, header.what, header.fix].map((text) => ({ header: text, kind: 'text' })),
    rows: list.map(({ finding, label, verdict }) => {
      const { what, fix } = words.text(finding)
      const field = finding.field === null ? null : words.field?.(finding.field) ?? finding.field
      return [finding.file, finding.feature, label === '' ? null : label, field, words.severity[finding.severity], verdict && words.verdict[verdict], what, fix]
    }),
  }
  return { name: `${words.name}.${format}`, bytes: format === 'csv' ? sheetCsv(sheet, words.language) : writeXlsx([sheet]) }
}
