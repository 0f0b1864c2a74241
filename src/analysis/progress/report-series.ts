import type { Day } from '@/domain/day'

/** A value that holds from its day until the next one: days ascending and unique, one value per day. */
export interface Series {
  days: Int32Array
  values: Float64Array
}

/**
 * Put dated values into a series. Of several values on one day the one with the highest row counts,
 * because the ledger is append-only and a later row corrects an earlier one.
 */
export function toSeries(entries: readonly { day: Day; row: number; value: number }[]): Series {
  const sorted = [...entries].sort((a, b) => a.day - b.day || a.row - b.row)
  const last = sorted.filter((entry, i) => sorted[i + 1]?.day !== entry.day)
  return { days: Int32Array.from(last, ({ day }) => day), values: Float64Array.from(last, ({ value }) => value) }
}

/** Index of the last entry on or before `day`, −1 if there is none. */
export function indexOn({ days }: Series, day: Day): number {
  let low = 0
  let high = days.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (days[middle]! <= day) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Value in force on `day`, null before the first entry. */
export function valueOn(series: Series, day: Day): number | null {
  const i = indexOn(series, day)
  return i < 0 ? null : series.values[i]!
}

/** Day of the last entry on or before `day`, null if there is none. */
export function dayOn(series: Series, day: Day): Day | null {
  const i = indexOn(series, day)
  return i < 0 ? null : series.days[i]!
}
