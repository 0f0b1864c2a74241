import type { RawRow, RawValue } from '@/domain/source-file'

/** Signs and words that stand for the cell above. */
const DITTO = /^\s*(?:〃|″|"|”|''|同上|同前|ditto)\s*$/i

export interface WithoutDitto {
  rows: RawRow[]
  /** Columns with how many cells were filled, and the first row. */
  filled: { column: number; count: number; firstNumber: number }[]
}

/**
 * Put what stands above into cells that say 同上 or 〃; one without anything above stays as it is.
 *
 * @param freeText - Places of columns that are people's own words: those are kept as they were written.
 */
export function withoutDitto(rows: readonly RawRow[], freeText: readonly number[] = []): WithoutDitto {
  const above: RawValue[] = []
  const filled = new Map<number, { column: number; count: number; firstNumber: number }>()
  const result = rows.map((row) => {
    let values: RawValue[] | null = null
    row.values.forEach((value, at) => {
      if (typeof value === 'string' && DITTO.test(value) && !freeText.includes(at) && above[at] !== undefined && above[at] !== null) {
        values ??= [...row.values]
        values[at] = above[at]
        const known = filled.get(at) ?? { column: at, count: 0, firstNumber: row.number }
        filled.set(at, { ...known, count: known.count + 1 })
      } else above[at] = value
    })
    return values === null ? row : { ...row, values }
  })
  return { rows: result, filled: [...filled.values()] }
}
