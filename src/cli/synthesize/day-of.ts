import { parseDay, type Day } from '@/domain/day'

/** The day written as `YYYY-MM-DD` in the generator's own tables; throws RangeError for any other text. */
export function dayOf(text: string): Day {
  const day = parseDay(text)
  if (day === null) throw new RangeError(`Expected a day as YYYY-MM-DD, got ${text}`)
  return day
}
