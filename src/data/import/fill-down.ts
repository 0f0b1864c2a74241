import type { CellRange, RawRow, RawValue } from '@/domain/source-file'

export interface FilledDown {
  rows: RawRow[]
  /** Columns that were filled although nothing is merged: a person should look. */
  filled: { column: number; count: number; firstNumber: number }[]
}

/** A number that several rows share is the sum of them, unless it is a year. */
const isShared = (value: RawValue): value is string => typeof value === 'string' || (typeof value === 'number' && Number.isInteger(value) && value >= 1900 && value <= 2100)

/**
 * Give each row what it shares with the rows above: texts of cells that are merged downwards, and in the columns of groups
 * texts that stand in the first row of a group only. Numbers of merged cells stay with the first row.
 *
 * @param rows - In ascending order of their numbers, all of the same length.
 * @param groups - Columns to be filled where nothing is merged.
 */
export function fillDown(rows: RawRow[], merges: readonly CellRange[], groups: readonly number[]): FilledDown {
  const result = [...rows]
  const changed = new Map<number, RawValue[]>()
  const set = (index: number, column: number, value: RawValue) => {
    let values = changed.get(index)
    if (!values) {
      changed.set(index, (values = [...rows[index]!.values]))
      result[index] = { ...rows[index]!, values }
    }
    values[column] = value
  }
  const mergedColumns = fillMerged(rows, merges, set)
  const filled = groups.filter((column) => !mergedColumns.has(column)).flatMap((column) => {
    const { count, firstNumber } = fillGroup(rows, column, set)
    return count === 0 ? [] : [{ column, count, firstNumber }]
  })
  return { rows: result, filled }
}

type Setter = (index: number, column: number, value: RawValue) => void

/** @returns Columns in which something is merged downwards. */
function fillMerged(rows: readonly RawRow[], merges: readonly CellRange[], set: Setter): Set<number> {
  const columns = new Set<number>()
  /** By column: up to where it is filled. Merges that lie over each other would cost time without end. */
  const filledTo = new Map<number, number>()
  const sorted = merges.filter(({ top, bottom }) => bottom > top).sort((a, b) => a.top - b.top)
  let from = 0
  for (const { top, bottom, left } of sorted) {
    while (from < rows.length && rows[from]!.number - 1 < top) from++
    if (from >= rows.length) break
    if (rows[from]!.number - 1 !== top || top <= (filledTo.get(left) ?? -1)) continue
    columns.add(left)
    filledTo.set(left, bottom)
    const value = rows[from]!.values[left] ?? null
    if (!isShared(value)) continue
    for (let index = from + 1; index < rows.length && rows[index]!.number - 1 <= bottom; index++) {
      if (rows[index]!.values[left] === null) set(index, left, value)
    }
  }
  return columns
}

function fillGroup(rows: readonly RawRow[], column: number, set: Setter): { count: number; firstNumber: number } {
  let above: RawValue = null
  let count = 0
  let firstNumber = 0
  rows.forEach(({ values, number }, index) => {
    const value = values[column] ?? null
    if (value !== null) {
      above = value
      return
    }
    if (above === null) return
    set(index, column, above)
    if (count++ === 0) firstNumber = number
  })
  return { count, firstNumber }
}
