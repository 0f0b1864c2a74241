import { isWithheld } from '@/data/check-fields'
import { fieldsOf, ROW_FIELDS, type RowRecords } from '@/data/fields'
import { writeCsv } from '@/data/write-csv'
import { writeFields } from '@/data/write-fields'
import type { Audience } from '@/domain/manifest'

/** The text of a CSV dataset: columns in their documented order, for the public without the internal ones. */
export function writeRows<D extends keyof RowRecords>(dataset: D, records: readonly RowRecords[D][], audience: Audience): string {
  const table = ROW_FIELDS[dataset]
  const columns = fieldsOf(table).filter(([, field]) => !isWithheld(field, audience)).map(([name]) => name)
  return writeCsv(columns, records.map((record) => {
    const cells = writeFields(table, record, audience)
    return columns.map((name) => cells[name] as string | number | null)
  }))
}
