import { formatDay, partsOfDay, type Day } from '@/domain/day'
import type { Language } from '@/i18n/use-text'

/** Text for a value that is not known. Never 0. */
export const UNKNOWN = '—'

/** Share 0…1 as whole percent: `64%`. Not quite everything is never `100%`, not quite nothing never `0%`. */
export function formatPercent(share: number | null): string {
  return share === null ? UNKNOWN : `${wholePercent(share)}%`
}

/** Whole percent of a share 0…1, kept away from 0 and 100 unless it is exactly that. */
export function wholePercent(share: number): number {
  const percent = Math.round(share * 100)
  if (percent >= 100 && share < 1) return 99
  return percent <= 0 && share > 0 ? 1 : percent
}

/** Gap planned − actual as signed points of the actual against plan: behind is `−14%`. */
export function formatDeviation(gapShare: number | null): string {
  if (gapShare === null) return UNKNOWN
  const points = formatPoints(gapShare)
  return points === '0' ? points : `${gapShare > 0 ? '−' : '+'}${points}%`
}

/** Distance between two shares in whole points, without a sign; halves away from 0, whichever is larger. */
export function formatPoints(share: number): string {
  return String(Math.round(Math.abs(share) * 100))
}

// Made once: `toLocaleString` makes one for every number, and lists have hundreds.
const COUNT = new Intl.NumberFormat('en-US')

/** Whole number with thousands separators; null as unknown. */
export function formatCount(value: number | null): string {
  return value === null ? UNKNOWN : COUNT.format(Math.round(value))
}

/** Square metres as 万㎡ with two decimals: 508100 → `50.81`. */
export function formatTenThousand(value: number | null): string {
  return value === null ? UNKNOWN : (value / 10_000).toFixed(2)
}

/** `2024-08-26`; null as unknown. */
export function formatDate(day: Day | null): string {
  return day === null ? UNKNOWN : formatDay(day)
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Short date in words: `8 月 26 日`, `26 Aug`. */
export function formatShortDate(day: Day, language: Language): string {
  const { month, date } = partsOfDay(day)
  return language === 'zh' ? `${month} 月 ${date} 日` : `${date} ${MONTHS[month - 1]}`
}

/** Month on an axis: `8月`, `Aug`. */
export function formatMonth(day: Day, language: Language): string {
  const { month } = partsOfDay(day)
  return language === 'zh' ? `${month}月` : MONTHS[month - 1]!
}

/** Slash date for a tick: `5/31`. */
export function formatTick(day: Day): string {
  const { month, date } = partsOfDay(day)
  return `${month}/${date}`
}
