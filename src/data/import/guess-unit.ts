import type { MappedField } from '@/data/import/mapping-fields'
import { readNumber } from '@/data/import/read-number'
import type { ColumnUnit } from '@/domain/import'
import type { RawValue } from '@/domain/source-file'

/** An area of a building or a compound in ㎡ has three digits; in 万㎡ or 亩 most have fewer. */
const SURE_AREA_M2 = 100

/**
 * The unit of a column by its values, where its header names none. Cells with a unit of their own say nothing about the others.
 *
 * Shares: any above 1 means percent, all up to 1 with some between means shares; 0 and 1 alone, or 0.65 beside 65, could
 * be either. Areas: ㎡ if half of them or more have three digits; few digits could be 万㎡ or 亩.
 *
 * @returns Null if nobody knows: a person is asked.
 */
export function guessUnit(field: MappedField, values: Iterable<RawValue>): ColumnUnit | null {
  if (field.units.length === 0) return null
  if (field.units.length === 1) return field.units[0]!
  const numbers: number[] = []
  for (const value of values) {
    const read = typeof value === 'number' ? { value, unit: null } : typeof value === 'string' ? readNumber(value.slice(0, 100)) : 'text'
    if (typeof read !== 'string' && read.unit === null) numbers.push(read.value)
  }
  return field.kind === 'share' ? shareUnit(numbers) : areaUnit(numbers)
}

function shareUnit(numbers: readonly number[]): ColumnUnit | null {
  const hasBetween = numbers.some((value) => value > 0 && value < 1)
  const hasAbove = numbers.some((value) => value > 1)
  if (hasAbove) return hasBetween ? null : 'percent'
  // Nothing but zeros reads the same in both.
  return hasBetween || !numbers.includes(1) ? 'share' : null
}

function areaUnit(numbers: readonly number[]): ColumnUnit | null {
  const above = numbers.filter((value) => value >= SURE_AREA_M2).length
  return above * 2 >= numbers.length ? 'm2' : null
}
