import type { Geometry } from 'geojson'
import type { Finding } from '@/domain/finding'
import type { Plan } from '@/domain/plan'
import type { RawRow } from '@/domain/source-file'

/** A layer whose header is known: every row is a record, every column has a name of its own. */
export interface Table {
  columns: readonly string[]
  /** As long as the columns; numbers are those of the sheet. */
  rows: readonly RawRow[]
  /** Numbers of the rows that are header, units or a repeated header. */
  headerRows: readonly number[]
  totalsRows: readonly number[]
  /** Titles above, one text per line; they may name a day or a unit. */
  titles: readonly string[]
  /** Header not found, totals left out. */
  findings: readonly Finding[]
}

/** Words of the plan by which columns and cells name items and milestones. */
export type PlanWords = Pick<Plan, 'items' | 'milestones' | 'districts'>

/** What one row says about one record, before it is known whom it concerns. */
export interface DraftRow {
  /** Row of the table. */
  number: number
  /** Empty; the field for a table that tells several things in one row: `item:J02`. */
  part: string
  /** By field, as JSON would have it (days as `YYYY-MM-DD`), in the units of the field. What is missing or unreadable is absent. */
  values: ReadonlyMap<string, string | number | boolean>
  /** As written, cleaned; null if the row does not say. Nothing is matched yet. */
  communityName: string | null
  buildingName: string | null
  districtName: string | null
  /** True if an item done to buildings is reported for a whole community: it holds for each of its buildings. */
  isForEachBuilding: boolean
  /** In the coordinates of the file; a point if the table has columns of coordinates. */
  geometry: Geometry | null
  findings: readonly Finding[]
}
