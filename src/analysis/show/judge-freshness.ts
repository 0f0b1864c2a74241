import type { Day } from '@/domain/day'
import type { Tour } from '@/domain/tour'

/** `stale` is marked, `old` is marked large. */
export type FreshnessLevel = 'fresh' | 'stale' | 'old'

export interface Freshness {
  level: FreshnessLevel
  /** Since the server last said that these are the newest data, ms; null if it never did. */
  ageMs: number | null
  /** True if the data date itself lies too far back, however often it was confirmed. */
  isDataOld: boolean
}

/** Times are ms on a monotonic clock, so that a wall clock that is set changes neither age nor level. */
export interface FreshnessFacts {
  /** When the server was last asked and everything was in order; null: never. */
  checkedAtMs: number | null
  /** Since when asking fails; null: it does not. */
  failingSinceMs: number | null
  nowMs: number
  tour: Pick<Tour, 'staleAfterMin' | 'oldAfterMin' | 'dataOldAfterDays'>
  dataDate: Day
  /** By the clock of the machine; only the age of the data date depends on it. */
  today: Day
  /** True if what is shown was kept from an earlier run and not confirmed since. */
  isKept: boolean
}

const MS_PER_MIN = 60_000

/**
 * Whether what is shown may pass as new. Asked for the last time so long ago counts as failing, even
 * if nobody noticed a failure. What was never confirmed is stale at once: kept data, a part of a folder,
 * an empty wall.
 */
export function judgeFreshness({ checkedAtMs, failingSinceMs, nowMs, tour, dataDate, today, isKept }: FreshnessFacts): Freshness {
  const ageMs = checkedAtMs === null ? null : Math.max(0, nowMs - checkedAtMs)
  const isDataOld = tour.dataOldAfterDays !== null && today - dataDate > tour.dataOldAfterDays
  const unsureMs = ageMs ?? (failingSinceMs === null ? 0 : Math.max(0, nowMs - failingSinceMs))
  if (unsureMs > tour.oldAfterMin * MS_PER_MIN) return { level: 'old', ageMs, isDataOld }
  const isStale = unsureMs > tour.staleAfterMin * MS_PER_MIN || (checkedAtMs === null && (isKept || failingSinceMs !== null))
  return { level: isStale ? 'stale' : 'fresh', ageMs, isDataOld }
}
