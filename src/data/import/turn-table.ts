import { COLUMN_WORDS, isColumnWord } from '@/data/import/column-words'
import { isDataLike, isFilled } from '@/data/import/find-header'
import type { SubjectFinder } from '@/data/import/find-subject'
import { foldText } from '@/data/import/fold-text'
import { parseHeader } from '@/data/import/header-text'
import { isRemarkRow } from '@/data/import/judge-row'
import type { RawRow } from '@/domain/source-file'

/** A table whose columns are the records, turned so that its rows are. */
export interface TurnedTable {
  /** The first names the records, the others are the labels of the rows. */
  columns: readonly string[]
  /** Numbered by the column of the sheet they were, from 1. */
  rows: readonly RawRow[]
  /** Number of the row that names the records. */
  headerRow: number
  /** Rows above it. */
  above: readonly RawRow[]
  /** Columns of the sheet that are no record, from 1: sums, remarks. */
  leftColumns: readonly number[]
}

const SEARCHED_ROWS = 12
const SEARCHED_COLUMNS = 3
const LEAST_LABELS = 2
const MOST_UNKNOWN = 0.4
const LEAST_RECORDS = 2
/** Columns beside the records. */
const NO_RECORD = /^(?:合计|小计|总计|共计|汇总|平均|备注|说明|总体|全部)$/
/** What heads columns of times and amounts, not of places. */
const NO_PLACE = /季度|[月周年日旬期]$|阶段|标段|数量|单位|投资|计划|实际|比例|^第/

/**
 * Find out whether a table has its records side by side: words of columns and items stand below each other at the left,
 * names above the other columns.
 *
 * @returns Null if the table lies as usual.
 */
export function turnTable(rows: readonly RawRow[], findSubject: SubjectFinder): TurnedTable | null {
  const isLabel = (text: string): boolean => isColumnWord(text) || findSubject(text).item !== null
  const width = rows.reduce((widest, { values }) => Math.max(widest, values.length), 0)
  for (let index = 0; index < Math.min(rows.length, SEARCHED_ROWS); index++) {
    for (let column = 0; column < SEARCHED_COLUMNS; column++) {
      const names = namesIn(rows[index]!, column, isLabel)
      if (names === null) continue
      const below = rows.slice(index + 1).filter((row) => isFilled(row.values[column]) && !isRemarkRow(row, width, false))
      const known = below.filter(({ values }) => isLabel(String(values[column]))).length
      if (known < LEAST_LABELS || below.length - known > below.length * MOST_UNKNOWN) continue
      return {
        columns: [nameOfRecords(rows[index]!.values[column]), ...below.map(({ values }) => String(values[column]))], headerRow: rows[index]!.number, above: rows.slice(0, index),
        rows: names.records.map((at) => ({ number: at + 1, values: [rows[index]!.values[at]!, ...below.map(({ values }) => values[at] ?? null)], geometry: null })),
        leftColumns: names.others.map((at) => at + 1),
      }
    }
  }
  return null
}

/** Columns right of the labels whose head is a name; null if any is a word of another kind. */
function namesIn({ values }: RawRow, column: number, isLabel: (text: string) => boolean): { records: number[]; others: number[] } | null {
  const heads = values.flatMap((value, at) => (at > column && isFilled(value) ? [{ at, text: typeof value === 'string' && !isDataLike(value) ? foldText(value.slice(0, 60)) : null }] : []))
  if (heads.some(({ text }) => text === null)) return null
  const others = heads.filter(({ text }) => NO_RECORD.test(text!)).map(({ at }) => at)
  const records = heads.filter(({ at }) => !others.includes(at))
  if (records.length < LEAST_RECORDS || records.some(({ text }) => isLabel(text!) || NO_PLACE.test(text!))) return null
  return { records: records.map(({ at }) => at), others }
}

/** 楼号 names buildings; 项目, 指标 or nothing stands above the labels of communities. */
function nameOfRecords(value: RawRow['values'][number] | undefined): string {
  const text = typeof value === 'string' ? value : ''
  const { key } = parseHeader(text)
  const isOf = (words: readonly string[] | undefined): boolean => (words ?? []).includes(key)
  return isOf(COLUMN_WORDS.buildings.get('name')) && !/^(?:名称|name)$/.test(key) ? text : '小区名称'
}
