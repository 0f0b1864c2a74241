import { parseCellPlace } from '@/data/format/cell-place'
import { collectCellProblems } from '@/data/format/cell-problems'
import type { RowKeeper } from '@/data/format/keep-rows'
import { LIMITS } from '@/data/limits'
import type { NumberKind } from '@/data/format/number-kind'
import { parseNumber } from '@/data/format/parse-coordinates'
import { dateOfSerial, timeOfSerial } from '@/data/format/serial-date'
import type { XmlProblem } from '@/data/format/walk-xml'
import { isTrue, walkPart } from '@/data/format/xlsx-parts'
import { collectText, unescapeText } from '@/data/format/xlsx-strings'
import type { Finding } from '@/domain/finding'
import type { CellRange, RawRow, RawValue } from '@/domain/source-file'

/** What cells refer to. */
export interface SheetContext {
  strings: readonly string[]
  kinds: readonly NumberKind[]
  is1904: boolean
}

export interface SheetContent {
  rows: RawRow[]
  merges: CellRange[]
  /** Broken cells; their value is null. */
  findings: Finding[]
  problem: XmlProblem | 'strings' | 'reference' | null
}

/** Errors a cell can show; others are told as #ERROR, so that a file cannot make up kinds without end. */
const ERRORS = ['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A', '#GETTING_DATA', '#SPILL!', '#CALC!', '#FIELD!', '#BLOCKED!', '#CONNECT!', '#BUSY!']

interface Cell {
  column: number
  type: string
  kind: NumberKind
  hasFormula: boolean
}

/**
 * Read the cells of a sheet in one pass: only cells that are there cost anything, wherever they stand. Formulas count by the
 * result that was stored with them. Hidden rows and columns are read, a filter only hides them.
 */
export function readSheet(bytes: Uint8Array, context: SheetContext, keeper: RowKeeper, place: { file: string; sheet: string }): SheetContent {
  const rows: RawRow[] = []
  const merges: CellRange[] = []
  const problems = collectCellProblems()
  const inline = collectText()
  let problem: SheetContent['problem'] = null
  let isFull = false
  let row = -1
  let column = -1
  let isInData = false
  let isInRow = false
  let values: RawValue[] = []
  let cell: Cell | null = null
  let result = ''
  let isInResult = false

  function openRow(reference: string | undefined): void {
    const next = reference === undefined ? row + 1 : Number(reference) - 1
    if (isInRow || !Number.isInteger(next) || next <= row || next >= 1_048_576) problem ??= 'reference'
    isInRow = true
    row = next
    column = -1
    values = []
  }
  function openCell({ r, t, s }: Readonly<Record<string, string>>): void {
    const at = r === undefined ? { row, column: column + 1 } : parseCellPlace(r)
    if (!at || at.row !== row || at.column <= column) return void (problem ??= 'reference')
    column = at.column
    cell = { column, type: t ?? 'n', kind: context.kinds[Number(s ?? 0)] ?? 'number', hasFormula: false }
    result = ''
    inline.clear()
  }
  function closeCell({ column: at, type, kind, hasFormula }: Cell): void {
    const value = type === 'inlineStr' ? textOf(inline.value()) : valueOf(at, type, kind, hasFormula)
    cell = null
    if (value === null) return
    if (!keeper.fits(at)) return void (isFull = true)
    while (values.length < at) values.push(null)
    values[at] = value
  }
  function valueOf(at: number, type: string, kind: NumberKind, hasFormula: boolean): RawValue {
    if (type === 'e') {
      problems.add('cell-error', ERRORS.includes(result) ? result : '#ERROR', at, row + 1)
      return null
    }
    if (result === '') {
      if (hasFormula && type !== 'str') problems.add('formula-without-value', '', at, row + 1)
      return null
    }
    if (type === 'str') return textOf(unescapeText(result))
    if (type === 'b') return isTrue(result)
    if (type === 'd') return result.slice(0, 10)
    if (type !== 's') return numberOf(result, kind, context.is1904)
    const text = context.strings[Number(result)]
    if (text === undefined) problem ??= 'strings'
    return textOf(text ?? '')
  }

  const broken = walkPart(bytes, {
    open(name, attributes) {
      if (name === 'mergeCell') addMerge(merges, attributes['ref'] ?? '')
      // Buttons and pictures behind the cells have a `row` of their own.
      else if (!isInData) isInData = name === 'sheetData'
      else if (name === 'row') openRow(attributes['r'])
      else if (name === 'c') openCell(attributes)
      else if (name === 'v') isInResult = true
      else if (name === 'f' && cell) cell.hasFormula = true
      else inline.open(name)
    },
    text(text) {
      if (isInResult) result += text
      else inline.add(text)
    },
    close(name) {
      if (name === 'v') isInResult = false
      else if (name === 'c' && cell) closeCell(cell)
      else if (name === 'sheetData') isInData = false
      else if (name === 'row' && isInRow) {
        isInRow = false
        isFull ||= !keeper.add(rows, row + 1, values, null)
      }
      else inline.close(name)
    },
    isDone: () => isFull || problem !== null,
  })
  return { rows, merges, findings: problems.findings(place.file, place.sheet), problem: broken ?? problem }
}

const textOf = (text: string): RawValue => (text.trim() === '' ? null : text)

/** A number as its format shows it: a day, a time, a percentage with its sign; a text if it is no number at all. */
function numberOf(text: string, kind: NumberKind, is1904: boolean): RawValue {
  const number = parseNumber(text.trim())
  if (number === null) return textOf(text)
  if (kind === 'percent') return `${Number((number * 100).toPrecision(12))}%`
  if (kind === 'time' && number >= 0 && number < 1) return timeOfSerial(number)
  if (kind === 'date' || kind === 'time') return dateOfSerial(number, is1904) ?? number
  return number
}

/** Merged cells, cut to the columns that are read; a sheet with more of them than rows is no table. */
function addMerge(merges: CellRange[], reference: string): void {
  const [from, to] = reference.split(':').map(parseCellPlace)
  if (!from || !to || merges.length >= LIMITS.rows || from.column >= LIMITS.columns) return
  const range = { top: from.row, left: from.column, bottom: to.row, right: Math.min(to.column, LIMITS.columns - 1) }
  if (range.bottom >= range.top && range.right >= range.left) merges.push(range)
}
