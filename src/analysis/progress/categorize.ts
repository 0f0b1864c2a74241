import type { Category, Colouring } from '@/domain/colouring'
import type { CommunityProgress } from '@/domain/progress'

/**
 * Category of the legend a community falls into.
 *
 * Bounds of the progress classes belong to the class below (25 % is `1-25`), only nothing at all is `0`
 * and only everything is `100`.
 *
 * @param gainedShare - Share gained since the day compared with; only used by `change`.
 */
export function categorize(progress: CommunityProgress, colouring: Colouring, gainedShare: number | null): Category {
  if (colouring === 'stage') return progress.stage
  if (colouring === 'class') return progress.mainClass ?? 'unknown'
  if (colouring === 'lamp') return progress.lamp ?? 'unknown'
  return colouring === 'progress' ? progressCategory(progress.actualShare) : changeCategory(gainedShare)
}

/** Shares are weighted means: one of exactly a bound must not tip over by 1e-16. */
const TOLERANCE = 1e-9
const isUpTo = (share: number, bound: number): boolean => share <= bound + TOLERANCE

function progressCategory(share: number | null): Category {
  if (share === null) return 'unknown'
  if (share <= 0) return '0'
  if (share >= 1) return '100'
  if (isUpTo(share, 0.25)) return '1-25'
  if (isUpTo(share, 0.5)) return '25-50'
  return isUpTo(share, 0.75) ? '50-75' : '75-99'
}

function changeCategory(gained: number | null): Category {
  if (gained === null) return 'unknown'
  if (isUpTo(gained, 0)) return '0'
  if (isUpTo(gained, 0.05)) return '0-5'
  if (isUpTo(gained, 0.15)) return '5-15'
  return isUpTo(gained, 0.3) ? '15-30' : '30+'
}
