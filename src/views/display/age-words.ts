import type { WallText } from '@/i18n/wall-zh'

const [MINUTE_MS, HOUR_MS, DAY_MS] = [60_000, 3_600_000, 86_400_000]

/** An age in one whole unit that does not exaggerate: 59 minutes, 1 hour, 47 hours, 2 days. @param ageMs - ms, ≥ 0. */
export function ageWords(ageMs: number, { stale }: WallText): string {
  if (ageMs < HOUR_MS) return stale.minutes(String(Math.max(1, Math.floor(ageMs / MINUTE_MS))))
  if (ageMs < 2 * DAY_MS) return stale.hours(String(Math.floor(ageMs / HOUR_MS)))
  return stale.days(String(Math.floor(ageMs / DAY_MS)))
}
