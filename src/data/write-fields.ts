import { isWithheld } from '@/data/check-fields'
import { fieldsOf } from '@/data/fields'
import { formatDay } from '@/domain/day'
import type { Audience } from '@/domain/manifest'

/**
 * The fields of one record as a file holds them: only those of the table and, for the public, only the public ones;
 * days as `YYYY-MM-DD`. What the table does not know stays behind.
 */
export function writeFields(table: object, record: object, audience: Audience): Record<string, unknown> {
  const written: Record<string, unknown> = {}
  for (const [name, field] of fieldsOf(table)) {
    if (isWithheld(field, audience)) continue
    const value = (record as Record<string, unknown>)[name] ?? null
    written[name] = field.kind === 'day' && typeof value === 'number' ? formatDay(value) : value
  }
  return written
}
