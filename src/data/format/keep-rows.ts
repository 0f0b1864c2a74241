import { LIMITS } from '@/data/limits'
import type { Finding, FindingCode } from '@/domain/finding'
import type { RawRow, RawValue } from '@/domain/source-file'
import type { Geometry } from 'geojson'

/** Cells of one file, blank ones before the last filled cell of a row included: 100,000 rows of 50 columns. Keeps memory below 100 MB. */
export const MAX_CELLS = 5_000_000
/** What a cell of a spreadsheet can hold; longer texts are cut. */
export const MAX_TEXT = 32_767

/** Rows of one file on their way in, all its layers counted together. */
export interface RowKeeper {
  /** Cells of a row without the blank ones at its end; `Infinity` of columns are refused before they exist by `fits`. */
  add(rows: RawRow[], number: number, values: RawValue[], geometry: Geometry | null): boolean
  /** False, and a finding, if there may be no column this far to the right (0-based). */
  fits(column: number): boolean
  /** The limit that was passed, null if none. Nothing of the file is used then. */
  problem(): Finding | null
  /** What was done to keep within limits. */
  findings(): Finding[]
}

/** Collects rows within the limits: what is too large is refused while it is read, not after. */
export function keepRows(file: string): RowKeeper {
  let rowCount = 0
  let cellCount = 0
  let cutCount = 0
  let problem: Finding | null = null

  function refuse(code: FindingCode, params: Finding['params']): false {
    problem ??= { code, severity: 'error', file, feature: null, field: null, params }
    return false
  }
  function fits(column: number): boolean {
    return column < LIMITS.columns || refuse('column-too-many', { found: column + 1, limit: LIMITS.columns })
  }
  return {
    fits,
    add(rows, number, values, geometry) {
      while (values.length > 0 && values.at(-1) === null) values.pop()
      if (values.length === 0 && geometry === null) return true
      if (!fits(values.length - 1)) return false
      if (++rowCount > LIMITS.rows) return refuse('row-too-many', { found: rowCount, limit: LIMITS.rows })
      if ((cellCount += values.length) > MAX_CELLS) return refuse('cell-too-many', { limit: MAX_CELLS })
      for (let at = 0; at < values.length; at++) {
        const value = values[at]
        if (typeof value !== 'string' || value.length <= MAX_TEXT) continue
        values[at] = value.slice(0, MAX_TEXT)
        cutCount++
      }
      rows.push({ number, values, geometry })
      return true
    },
    problem: () => problem,
    findings: () => (cutCount === 0 ? [] : [
      { code: 'text-cut', severity: 'warning', file, feature: null, field: null, params: { count: cutCount, limit: MAX_TEXT } },
    ]),
  }
}
