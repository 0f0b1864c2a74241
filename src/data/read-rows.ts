import Papa from 'papaparse'
import { checkFields, DANGEROUS_KEYS, isWithheld, shown } from '@/data/check-fields'
import type { Field } from '@/data/field'
import { fieldsOf, ROW_FIELDS, type RowRecords } from '@/data/fields'
import { unguardFormula } from '@/data/formula-guard'
import { leakFindings } from '@/data/read-features'
import type { Checked, Finding } from '@/domain/finding'
import type { Audience } from '@/domain/manifest'

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/

/**
 * Read a CSV dataset: a header line with the columns of the field table in any order, then one
 * record per row. Comma, semicolon or tab; with or without a byte order mark; empty cell = null.
 *
 * A row with an error is left out. A public edition needs no internal column; what stands in one is an error and is not
 * used. Rows are counted as a spreadsheet does, header = 1.
 *
 * @returns `value` is null if a needed column is missing or quotes are broken.
 */
export function readRows<D extends keyof RowRecords>(
  dataset: D, text: string, file: string, audience: Audience = 'internal',
): Checked<{ row: number; record: RowRecords[D] }[]> {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text
  const parsed = Papa.parse<string[]>(body, { delimiter: delimiterOf(body), header: false })
  const broken = parsed.errors.find(({ type }) => type === 'Quotes')
  if (broken) {
    const row = (broken.row ?? 0) + 1
    const finding: Finding = { code: 'file-not-csv', severity: 'error', file, feature: `row ${row}`, field: null, params: { row } }
    return { value: null, findings: [finding] }
  }
  const [header = [], ...lines] = parsed.data
  const fields = new Map(fieldsOf(ROW_FIELDS[dataset]))
  const { columns, findings } = readHeader(header, fields, file, audience)
  if (findings.some(({ severity }) => severity === 'error')) return { value: null, findings }

  const records: { row: number; record: RowRecords[D] }[] = []
  const leaks = new Map<string, number>()
  lines.forEach((cells, index) => {
    if (cells.every((cell) => cell.trim() === '')) return
    const row = index + 2
    const place = { file, feature: `row ${row}` }
    if (cells.slice(header.length).some((cell) => cell.trim() !== '')) {
      const params = { message: 'too-many-cells', places: cells.length - header.length }
      findings.push({ code: 'structure-invalid', severity: 'error', ...place, field: null, params })
      return
    }
    const raw: Record<string, unknown> = {}
    columns.forEach((at, name) => {
      raw[name] = cellValue(cells[at] ?? '', fields.get(name)!)
      if (raw[name] !== null && isWithheld(fields.get(name)!, audience)) leaks.set(name, (leaks.get(name) ?? 0) + 1)
    })
    const record = checkFields<RowRecords[D]>(ROW_FIELDS[dataset], raw, place, findings, '', audience)
    if (record) records.push({ row, record })
  })
  return { value: records, findings: [...findings, ...leakFindings(leaks, file)] }
}

/** Where each needed column stands, and what is wrong with the header. */
function readHeader(header: readonly string[], fields: ReadonlyMap<string, Field>, file: string, audience: Audience) {
  const columns = new Map<string, number>()
  const findings: Finding[] = []
  header.forEach((cell, at) => {
    const name = cell.trim()
    if (fields.has(name) && !columns.has(name)) columns.set(name, at)
    else if (DANGEROUS_KEYS.includes(name)) {
      findings.push({ code: 'dangerous-key', severity: 'warning', file, feature: 'row 1', field: name, params: {} })
    } else if (name !== '' || header.length > 1) {
      findings.push({ code: 'unknown-column', severity: 'warning', file, feature: 'row 1', field: shown(name), params: { count: 1 } })
    }
  })
  for (const [name, field] of fields) {
    if (columns.has(name) || isWithheld(field, audience)) continue
    findings.push({ code: 'field-missing', severity: 'error', file, feature: 'row 1', field: name, params: { column: name } })
  }
  return { columns, findings }
}

/** The sign that stands most often in the header line; spreadsheets differ by country. */
export function delimiterOf(text: string): string {
  const header = /^[^\r\n]*/.exec(text)![0]
  const count = (sign: string) => header.split(sign).length
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}

/** A cell as JSON would have it, so that one rule judges both kinds of file. */
function cellValue(cell: string, field: Field): unknown {
  const text = cell.trim()
  if (text === '') return null
  if (field.kind === 'flag') return text === 'true' ? true : text === 'false' ? false : text
  const isNumeric = field.kind === 'number' || field.kind === 'integer' || field.kind === 'share'
  if (isNumeric && NUMBER.test(text)) return Number(text)
  // A quote that an export put before a remark such as -5℃ is no part of it.
  return field.kind === 'text' ? unguardFormula(text) : text
}
