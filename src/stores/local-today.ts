import { parseDay, type Day } from '@/domain/day'

/** The day on the calendar of this machine. */
export function localToday(): Day {
  const now = new Date()
  const two = (part: number) => String(part).padStart(2, '0')
  return parseDay(`${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`)!
}
