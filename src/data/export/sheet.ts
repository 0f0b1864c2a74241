import { formatDay } from '@/domain/day'

/** What the cells of a column are: a day as whole days since 1970, a share 0…1. */
export type ColumnKind = 'text' | 'number' | 'day' | 'share'

export interface SheetColumn {
  /** With its unit; a share has none, because its cells show one. */
  header: string
  kind: ColumnKind
}

/** A text in a column of another kind is shown as text. Missing is null. */
export type SheetCell = string | number | null

/** A table that people read, whatever file it is written to. */
export interface Sheet {
  name: string
  columns: readonly SheetColumn[]
  rows: readonly (readonly SheetCell[])[]
}

/** 0.653 → 65.3, without the digits that only the multiplication made. */
export const percentOf = (share: number): number => Number((share * 100).toPrecision(14))

/** A cell where only text and plain numbers can be written: days as `YYYY-MM-DD`, shares in percent. */
export function plainCell(cell: SheetCell, kind: ColumnKind): SheetCell {
  if (typeof cell !== 'number') return cell
  if (!Number.isFinite(cell)) return null
  return kind === 'day' ? formatDay(cell) : kind === 'share' ? percentOf(cell) : cell
}
