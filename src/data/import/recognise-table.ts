import { listRows } from '@/data/format/list-rows'
import { COLUMN_WORDS } from '@/data/import/column-words'
import { withoutDitto } from '@/data/import/ditto-marks'
import { fillDown, type FilledDown } from '@/data/import/fill-down'
import { findHeader, unitOf, type FoundHeader } from '@/data/import/find-header'
import { subjectFinder } from '@/data/import/find-subject'
import { foldText } from '@/data/import/fold-text'
import { parseHeader } from '@/data/import/header-text'
import { isRemarkRow, isTotalsRow } from '@/data/import/judge-row'
import { columnsOfFirst, findOtherTable } from '@/data/import/other-tables'
import { splitPositions } from '@/data/import/split-positions'
import { findSumRow } from '@/data/import/sum-rows'
import { turnTable, type TurnedTable } from '@/data/import/turn-table'
import type { PlanWords, Table } from '@/data/import/table'
import type { Finding } from '@/domain/finding'
import type { RawLayer, RawRow } from '@/domain/source-file'

/** Keys that would reach the prototype of an object: such a column keeps its values under another name. */
const DANGEROUS = /^(?:__proto__|constructor|prototype)$/

/**
 * Find what is header, data, totals and notes in a layer. Titles, notes, blank and repeated header rows are left out in
 * silence, totals with a warning. Cells that are merged downwards hold for each of their rows. Features pass through.
 *
 * @param file - Name of the file, for findings.
 * @param words - Items of a plan by their names; without them a table with items below each other is not known to lie on its side.
 */
export function recogniseTable(layer: RawLayer, file: string, words: PlanWords | null = null): Table {
  if (layer.kind === 'features') return { ...tableOf(layer.columns, layer.rows), titles: [layer.name] }
  const width = layer.rows.reduce((widest, { values }) => Math.max(widest, values.length), 0)
  const turned = turnTable(layer.rows, subjectFinder(words))
  if (turned) return turnedTable(turned, file)
  const header = findHeader(layer.rows, layer.merges, width)
  if (!header) {
    const columns = uniqueNames(Array.from({ length: width }, () => ''))
    const findings: Finding[] = layer.rows.length === 0 ? [] : [{ code: 'header-not-found', severity: 'warning', file, feature: null, field: null, params: {} }]
    return { ...tableOf(columns, layer.rows.map((row) => padded(row, width))), findings }
  }
  const { data, headerRows, totalsRows, otherAt } = sortRows(layer, header, width)
  const beside = columnsOfFirst(header.names)
  const used = beside?.count ?? usedWidth(header, data)
  const columns = uniqueNames(namesWithUnits(layer.rows, header).slice(0, used))
  const ditto = withoutDitto(data.map((row) => padded(row, used)), freeTextColumns(columns))
  const sumRow = findSumRow(ditto.rows)
  const filled = fillDown(ditto.rows.filter(({ number }) => number !== sumRow), layer.merges, groupColumns(columns))
  const findings = [
    ...otherFindings(otherAt, beside && letterOf(beside.nextAt), file), ...filledFindings([...ditto.filled, ...filled.filled], columns, file),
    ...totalsFindings(totalsRows, file), ...(sumRow === null ? [] : [findingOf('sums-left-out', 'warning', file, sumRow, { row: sumRow })]),
  ]
  const titles = titlesOf(layer.rows.slice(0, header.first))
  return splitPositions({ columns, rows: filled.rows, headerRows, totalsRows: sumRow === null ? totalsRows : [...totalsRows, sumRow], titles, findings })
}

const tableOf = (columns: readonly string[], rows: readonly RawRow[]): Table => ({ columns, rows, headerRows: [], totalsRows: [], titles: [], findings: [] })

const titlesOf = (rows: readonly RawRow[]): string[] => rows.map(({ values }) => [...new Set(values.filter((value) => typeof value === 'string'))].join(' '))

/** A table that lay on its side; the number of a row is that of its column. */
function turnedTable({ columns, rows, headerRow, above, leftColumns }: TurnedTable, file: string): Table {
  const params = { first: letterOf(rows[0]!.number - 1), number: rows[0]!.number, left: leftColumns.map((number) => letterOf(number - 1)).join('、') }
  return { columns: uniqueNames(columns), rows, headerRows: [headerRow], totalsRows: [], titles: titlesOf(above), findings: [findingOf('table-turned', 'warning', file, null, params)] }
}

/** Rows below the header by what they are. */
function sortRows({ rows, merges }: RawLayer, header: FoundHeader, width: number) {
  const headerRows = [...range(header.first, header.last), ...header.below].map((index) => rows[index]!.number)
  const totalsRows: number[] = []
  const data: RawRow[] = []
  const isRepeated = repeatedHeader(rows.slice(header.first, header.last + 1))
  const isTitle = new Set(rows.slice(0, header.first).map(signature))
  const start = Math.max(header.last, ...header.below) + 1
  /** Headings of sections run over most of the columns. */
  const isWide = new Set(merges.flatMap(({ top, left, right }) => (width >= 3 && (right - left + 1) * 2 > width ? [top + 1] : [])))
  let isAfterNote = false
  const otherAt = findOtherTable(rows, start, isRepeated)
  for (let index = start; index < (otherAt ?? rows.length); index++) {
    const row = rows[index]!
    if (isRepeated(row)) headerRows.push(row.number)
    else if (isTotalsRow(row)) totalsRows.push(row.number)
    else if (isTitle.size > 0 && isTitle.has(signature(row))) isAfterNote = false
    else if (isRemarkRow(row, width, isAfterNote || isWide.has(row.number))) isAfterNote = true
    else {
      data.push(row)
      isAfterNote = false
    }
  }
  return { data, headerRows, totalsRows, otherAt: otherAt === null ? null : rows[otherAt]!.number }
}

/** Cells of the beginning of a row, enough to know it again. */
const signature = ({ values }: RawRow): string => values.slice(0, 6).map((value) => (value === null ? '' : foldText(String(value).slice(0, 100)))).join('\t')

/** True for rows that say the same as one of the header. */
function repeatedHeader(header: readonly RawRow[]): (row: RawRow) => boolean {
  const known = new Set(header.map(signature))
  const first = header[0]!.values.find((value) => typeof value === 'string' && value !== '')
  return (row) => {
    // Nearly all rows are told apart by one cell.
    const own = row.values.find((value) => value !== null)
    return typeof own === 'string' && (own === first || header.length > 1) && known.has(signature(row))
  }
}

/** Up to the last column that has a name or a value. */
function usedWidth({ names }: FoundHeader, data: readonly RawRow[]): number {
  const named = names.findLastIndex((name) => name !== '') + 1
  return data.reduce((used, { values }) => (values.length > used ? Math.max(used, values.findLastIndex((value) => value !== null) + 1) : used), named)
}

/** Units of a row below the header stand behind the names. */
function namesWithUnits(rows: readonly RawRow[], header: FoundHeader): string[] {
  return header.names.map((name, at) => {
    const unit = header.below.map((index) => unitOf(rows[index]!.values[at])).find((found) => found !== null)
    return !unit || name === '' || parseHeader(name).unit !== null ? name : `${name}（${unit.replace(/^[（(](.*)[)）]$/, '$1')}）`
  })
}

/** Every column has a name of its own: the letter of the sheet where there is none, a number behind the second. */
function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name, at) => {
    const wanted = name === '' || DANGEROUS.test(name) ? `${name}[${letterOf(at)}]` : name
    let own = wanted
    for (let n = 2; taken.has(own); n++) own = `${wanted} (${n})`
    taken.add(own)
    return own
  })
}

function letterOf(at: number): string {
  const last = String.fromCharCode(65 + (at % 26))
  return at < 26 ? last : letterOf(Math.floor(at / 26) - 1) + last
}

/**
 * Columns of what several rows have in common, written once: the community of its buildings or items. Only in tables whose
 * rows are about something smaller.
 */
function groupColumns(columns: readonly string[]): number[] {
  const isOneOf = (column: string, words: readonly string[] | undefined) => words?.includes(parseHeader(column).key) ?? false
  const smaller = [...(COLUMN_WORDS.buildings.get('name') ?? []), ...(COLUMN_WORDS.ledger.get('subject') ?? [])].filter((word) => !/^(?:名称|name)$/.test(word))
  if (!columns.some((column) => isOneOf(column, smaller))) return []
  const common = [...(COLUMN_WORDS.buildings.get('community') ?? []), ...(COLUMN_WORDS.buildings.get('district') ?? [])]
  return columns.flatMap((column, at) => (isOneOf(column, common) ? [at] : []))
}

function freeTextColumns(columns: readonly string[]): number[] {
  const words = COLUMN_WORDS.ledger.get('note')
  return columns.flatMap((column, at) => (words?.includes(parseHeader(column).key) ? [at] : []))
}

function findingOf(code: Finding['code'], severity: Finding['severity'], file: string, row: number | null, params: Finding['params']): Finding {
  return { code, severity, file, feature: row === null ? null : `row ${row}`, field: null, params }
}

/** What of a sheet is not read because it holds more than one table. */
function otherFindings(below: number | null, beside: string | null, file: string): Finding[] {
  return [
    ...(below === null ? [] : [findingOf('table-below', 'error', file, below, { row: below })]),
    ...(beside === null ? [] : [findingOf('table-beside', 'error', file, null, { column: beside })]),
  ]
}

function filledFindings(filled: FilledDown['filled'], columns: readonly string[], file: string): Finding[] {
  return filled.map(({ column, count, firstNumber }) => ({
    code: 'filled-down', severity: 'warning', file, feature: `row ${firstNumber}`, field: columns[column]!, params: { count, row: firstNumber },
  }))
}

function totalsFindings(totalsRows: readonly number[], file: string): Finding[] {
  if (totalsRows.length === 0) return []
  return [findingOf('totals-left-out', 'warning', file, totalsRows[0]!, { rows: listRows(totalsRows), count: totalsRows.length })]
}

/** A row with a value for each column. */
function padded(row: RawRow, width: number): RawRow {
  if (row.values.length === width) return row
  const values = row.values.slice(0, width)
  while (values.length < width) values.push(null)
  return { ...row, values }
}

const range = (first: number, last: number): number[] => Array.from({ length: last - first + 1 }, (_, index) => first + index)
