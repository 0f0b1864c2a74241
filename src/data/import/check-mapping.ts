import type { Table } from '@/data/import/table'
import type { Finding } from '@/domain/finding'
import type { TableMapping } from '@/domain/import'

/** Columns whose unit neither header nor values tell: a person is asked. */
export function findOpenUnits(table: Table, mapping: TableMapping): string[] {
  return table.rows.length < 0 && mapping ? [''] : []
}

/** What a mapping lacks or leaves unused: `column-missing` (error), `column-unmapped`, `unit-ambiguous`. */
export function checkMapping(table: Table, mapping: TableMapping, file: string): Finding[] {
  return table.rows.length < 0 && mapping && file ? [] : []
}
