import { isColumnWord } from '@/data/import/column-words'
import { foldText } from '@/data/import/fold-text'
import { UNIT_WORDS } from '@/data/import/header-text'
import type { CellRange, RawRow, RawValue } from '@/domain/source-file'

/** Where the header of a grid stands. */
export interface FoundHeader {
  /** Indices of rows, first and last, both included. */
  first: number
  last: number
  /** Row of units or of column numbers below it: indices. */
  below: readonly number[]
  /** Composed names by column: `改造内容/外墙保温`; empty if the header says nothing. */
  names: readonly string[]
}

const SEARCHED_ROWS = 40
const MOST_HEADER_ROWS = 4
/** So many more known words make a later row the header. */
const CLEARLY_MORE = 3
/** A line above a table: 填报单位：市住建局. */
const WORD_AND_VALUE = /^[^:：]{1,12}[:：]\s*\S/
/** Groups of columns have short names, titles do not. */
const LONGEST_GROUP = 14
const DATA_LIKE = /^[+-]?[\d.,]+%?$|^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?$/

/**
 * The header of a grid: the first rows whose words head columns in some table, else the first row of texts only. Titles
 * above it are one cell wide.
 *
 * @returns Null if every row holds numbers.
 */
export function findHeader(rows: readonly RawRow[], merges: readonly CellRange[], width: number): FoundHeader | null {
  const byTop = mergesByTop(merges)
  const searched = Math.min(rows.length, SEARCHED_ROWS)
  let best: FoundHeader | null = null
  let mostKnown = 0
  let fallback: FoundHeader | null = null
  for (let index = 0; index < searched; index++) {
    const row = rows[index]!
    if (!isHeaderLike(row, byTop, width)) continue
    const last = lastHeaderRow(rows, index, byTop)
    const names = composeNames(rows, index, last, byTop, width)
    // A line above may hold a word and its value: 填报日期 2024-08-26.
    const known = names.filter((name) => name !== '' && isColumnWord(name)).length - row.values.filter((value) => isFilled(value) && isDataLike(value)).length
    const found = { first: index, last, below: rowsBelow(rows, last, width), names }
    const isEnough = known >= 2 || (known === 1 && width <= 3)
    if (isEnough && (!best || known >= mostKnown + CLEARLY_MORE)) [best, mostKnown] = [found, known]
    // A row of texts may be data too; known words further down go before it.
    if (!fallback && !hasDataCell(row)) fallback = found
  }
  return best ?? fallback
}

function mergesByTop(merges: readonly CellRange[]): Map<number, CellRange[]> {
  const byTop = new Map<number, CellRange[]>()
  for (const merge of merges) {
    const list = byTop.get(merge.top)
    if (list) list.push(merge)
    else byTop.set(merge.top, [merge])
  }
  return byTop
}

export const isFilled = (value: RawValue | undefined): value is string | number | boolean => value !== null && value !== undefined && value !== ''
/** Numbers, days and shares head no column; a year may. */
export const isDataLike = (value: RawValue): boolean => typeof value !== 'string' || DATA_LIKE.test(foldText(value.slice(0, 40)))
const hasDataCell = ({ values }: RawRow): boolean => values.some((value) => isFilled(value) && isDataLike(value))

/** At least two different texts (one, in a table of one column), and none of them runs over all columns. */
function isHeaderLike(row: RawRow, byTop: ReadonlyMap<number, readonly CellRange[]>, width: number): boolean {
  const texts = new Set<string>()
  for (const value of row.values) if (typeof value === 'string' && value !== '' && !isDataLike(value)) texts.add(value)
  if (texts.size < Math.min(2, width)) return false
  const lines = [...texts].filter((text) => WORD_AND_VALUE.test(text)).length
  if (lines * 2 >= texts.size) return false
  return !(byTop.get(row.number - 1) ?? []).some(({ left, right }) => width > 2 && right - left + 1 >= width)
}

/** Merged cells say how many rows the header has; in a table without them a second row fills the gaps of the first. */
function lastHeaderRow(rows: readonly RawRow[], first: number, byTop: ReadonlyMap<number, readonly CellRange[]>): number {
  const number = rows[first]!.number
  const own = (byTop.get(number - 1) ?? []).filter(({ top, bottom, left, right }) => bottom - top < MOST_HEADER_ROWS && (bottom > top || right > left))
  const below = rows[first + 1]
  if (own.length === 0) return below && fillsGaps(rows[first]!, below) ? first + 1 : first
  const bottom = Math.max(...own.map((merge) => merge.bottom)) + 1
  let last = first
  while (last + 1 < rows.length && rows[last + 1]!.number <= bottom) last++
  // Groups side by side without anything merged downwards: their columns stand in the next row.
  if (last === first && below && own.some(({ left, right }) => right > left) && hasSubHeader(rows[first]!, below, own)) last++
  // A group of the second row may be divided again.
  const deeper = (byTop.get(rows[last]!.number - 1) ?? []).some(({ left, right, top, bottom: end }) => right > left && top === end)
  const next = rows[last + 1]
  return last > first && deeper && next && last - first + 1 < MOST_HEADER_ROWS && !hasDataCell(next) ? last + 1 : last
}

function hasSubHeader(row: RawRow, below: RawRow, own: readonly CellRange[]): boolean {
  if (hasDataCell(below)) return false
  const inGroups = (at: number) => own.some(({ left, right }) => right > left && at >= left && at <= right)
  return below.values.some((value, at) => isFilled(value) && inGroups(at)) && below.values.every((value, at) => !isFilled(value) || inGroups(at) || !isFilled(row.values[at]))
}

/** Texts only, at least two, each where the row above is blank or where a group begins. */
function fillsGaps(row: RawRow, below: RawRow): boolean {
  if (hasDataCell(below) || below.number !== row.number + 1) return false
  if (row.values.some((value) => typeof value === 'string' && value.length > LONGEST_GROUP)) return false
  const at = below.values.flatMap((value, index) => (isFilled(value) ? [index] : []))
  if (at.length < 2) return false
  const isBlank = (index: number) => !isFilled(row.values[index])
  const beginsGroup = (index: number) => !isBlank(index) && isBlank(index + 1) && isFilled(below.values[index + 1])
  return at.some(isBlank) && at.every((index) => (isBlank(index) && index > 0) || beginsGroup(index))
}

/** From the group down to the column, equal words once. */
function composeNames(rows: readonly RawRow[], first: number, last: number, byTop: ReadonlyMap<number, readonly CellRange[]>, width: number): string[] {
  const levels = rows.slice(first, last + 1).map((row, level) => spread(row, byTop.get(row.number - 1) ?? [], width, level < last - first ? rows[first + level + 1]! : null))
  return Array.from({ length: width }, (_, at) => {
    const words: string[] = []
    for (const level of levels) {
      const word = level[at]!
      if (word !== '' && words.at(-1) !== word) words.push(word)
    }
    return words.join('/')
  })
}

/** Texts of a header row, a group's word above each of its columns. */
function spread(row: RawRow, merges: readonly CellRange[], width: number, below: RawRow | null): string[] {
  const texts = Array.from({ length: width }, (_, at) => headerWord(row.values[at]))
  for (const { left, right } of merges) for (let at = left + 1; at <= Math.min(right, width - 1); at++) texts[at] ||= texts[left]!
  if (!below || merges.length > 0) return texts
  for (let at = 1; at < width; at++) if (texts[at] === '' && texts[at - 1] !== '' && isFilled(below.values[at]) && isFilled(below.values[at - 1])) texts[at] = texts[at - 1]!
  return texts
}

/** On one line, without the spaces that stretch short words: 小 区 名 称. */
function headerWord(value: RawValue | undefined): string {
  if (!isFilled(value)) return ''
  const text = String(value).slice(0, 400).normalize('NFC').replace(/[\s\p{Cf}]+/gu, ' ').trim().slice(0, 200)
  return text.replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
}

/** A row of units or of column numbers (1, 2, 3 … or 甲, 乙, 1, 2 …) right below. */
function rowsBelow(rows: readonly RawRow[], last: number, width: number): number[] {
  const below: number[] = []
  for (let index = last + 1; index < Math.min(rows.length, last + 3); index++) {
    if (isUnitRow(rows[index]!) || isNumberRow(rows[index]!, width)) below.push(index)
    else break
  }
  return below
}

function isUnitRow({ values }: RawRow): boolean {
  const filled = values.filter(isFilled)
  const units = filled.filter((value) => unitOf(value) !== null)
  return units.length > 0 && filled.every((value) => unitOf(value) !== null || /^(?:单位|-+|\/|—+)$/.test(String(value).trim()))
}

/** The unit that a cell names and nothing else, null if it does not. */
export function unitOf(value: RawValue | undefined): string | null {
  if (typeof value !== 'string') return null
  const text = foldText(value.slice(0, 20)).replace(/^[([](.*)[)\]]$/, '$1')
  return UNIT_WORDS.has(text) ? value.trim() : null
}

function isNumberRow({ values }: RawRow, width: number): boolean {
  const filled = values.filter(isFilled).map((value) => foldText(String(value).slice(0, 10)).replace(/^[([](.*)[)\]]$/, '$1'))
  if (filled.length < Math.max(4, width - 2)) return false
  const numbers = filled.filter((text) => /^\d{1,3}$/.test(text)).map(Number)
  const others = filled.filter((text) => !/^\d{1,3}$/.test(text))
  return numbers.length >= 3 && numbers[0]! <= 1 && numbers.every((number, at) => at === 0 || number === numbers[at - 1]! + 1) && others.every((text) => /^[甲乙丙丁]$|^栏次$/.test(text))
}
