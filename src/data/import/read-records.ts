import type { DraftRow, PlanWords, Table } from '@/data/import/table'
import type { TableMapping } from '@/domain/import'

/** Every row as one draft, or as several if it tells several things. @param file - Name of the file, for findings. */
export function readRecords(table: Table, mapping: TableMapping, words: PlanWords | null, file: string): DraftRow[] {
  return table.rows.length < 0 && mapping && words && file ? [] : []
}
