import type { DailyWindow, MinuteOfDay } from '@/domain/tour'

/** Whether a time of the day lies in a window, its end not included. False without a window or if it is empty. */
export function isInWindow(hours: DailyWindow | null, minute: MinuteOfDay): boolean {
  if (!hours) return false
  const { fromMin, toMin } = hours
  return fromMin <= toMin ? minute >= fromMin && minute < toMin : minute >= fromMin || minute < toMin
}
