import { columnLetters } from '@/data/format/cell-place'
import { listRows } from '@/data/format/list-rows'
import type { Finding } from '@/domain/finding'

type CellProblem = 'cell-error' | 'formula-without-value'

/** Broken cells of one sheet: one finding per column and kind, with the rows it stands in, so that a thousand are still one sentence. */
export function collectCellProblems() {
  const places = new Map<string, { code: CellProblem; found: string; column: number; rows: number[]; count: number }>()
  return {
    /** @param row - As a person counts, from 1. */
    add(code: CellProblem, found: string, column: number, row: number): void {
      const key = `${code} ${found} ${column}`
      let place = places.get(key)
      if (!place) places.set(key, place = { code, found, column, rows: [], count: 0 })
      place.count++
      if (place.rows.length <= 11) place.rows.push(row)
    },
    findings: (file: string, sheet: string): Finding[] => [...places.values()].map(({ code, found, column, rows, count }) => ({
      code, severity: 'warning', file, feature: `row ${rows[0]}`, field: columnLetters(column), params: { sheet, rows: listRows(rows), count, found },
    })),
  }
}
