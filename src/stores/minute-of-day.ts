import type { MinuteOfDay } from '@/domain/tour'

/** Time of the day in the machine's time zone, minutes after midnight with fractions. @param epochMs - ms since 1970. */
export function minuteOfDayAt(epochMs: number): MinuteOfDay {
  const time = new Date(epochMs)
  return time.getHours() * 60 + time.getMinutes() + time.getSeconds() / 60
}
