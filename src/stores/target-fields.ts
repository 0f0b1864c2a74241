import { FEATURE_FIELDS, fieldsOf, ROW_FIELDS } from '@/data/fields'
import type { ColumnUnit, ImportTarget } from '@/domain/import'

/** What a column can be beside the fields of its dataset: names that lead to an id, and a place. */
export const NAME_FIELDS = ['community', 'building', 'district', 'longitude', 'latitude'] as const

const AREA_UNITS: readonly ColumnUnit[] = ['m2', '10k-m2', 'mu', 'hectare']
const SHARE_UNITS: readonly ColumnUnit[] = ['share', 'percent']

/** Fields of a dataset that a column may hold, in the order of its table. */
export function targetFields(target: ImportTarget): readonly string[] {
  const table = target === 'baseline' || target === 'ledger' ? ROW_FIELDS[target] : FEATURE_FIELDS[target]
  return fieldsOf(table).map(([name]) => name)
}

/** Units in which a field may be written; empty if it has only one or none. */
export function unitsOf(field: string | null): readonly ColumnUnit[] {
  if (field === null) return []
  if (/AreaM2$/.test(field)) return AREA_UNITS
  return field === 'doneShare' || /^share[U6]/.test(field) ? SHARE_UNITS : []
}
