/**
 * A calendar day as whole days since 1970-01-01 (proleptic Gregorian calendar, no time zone).
 *
 * The programme is planned and reported by the day. An integer compares, subtracts and sorts
 * without a clock or a time zone.
 */
export type Day = number

const MS_PER_DAY = 86_400_000
const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/

/** Read `YYYY-MM-DD`; null for any other text and for days that do not exist (2024-08-32). */
export function parseDay(text: string): Day | null {
  const match = ISO_DAY.exec(text)
  if (!match) return null
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const day = Math.round(Date.UTC(year, month - 1, date) / MS_PER_DAY)
  return formatDay(day) === text ? day : null
}

/** Write a day as `YYYY-MM-DD`. */
export function formatDay(day: Day): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10)
}

/** Year, month 1…12 and date 1…31 of a day. */
export function partsOfDay(day: Day): { year: number; month: number; date: number } {
  const instant = new Date(day * MS_PER_DAY)
  return { year: instant.getUTCFullYear(), month: instant.getUTCMonth() + 1, date: instant.getUTCDate() }
}
