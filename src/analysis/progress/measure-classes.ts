import { compareReported, compareShares } from '@/analysis/progress/compare-shares'
import { ITEM_CLASSES, type Item, type ItemClass } from '@/domain/plan'
import type { Community } from '@/domain/programme'
import type { CommunityProgress, ShareComparison, Weighting } from '@/domain/progress'

/** How far the items of one class are, over all communities that have any of them. */
export interface ClassProgress extends ShareComparison {
  itemClass: ItemClass
  /** Different items of the class that are done anywhere. */
  itemCount: number
}

/**
 * Mean progress of the items of each class (基础类, 完善类, 提升类) in their order.
 *
 * Inside a community by baseline weight, over communities by `weighting`; what has no known share is
 * left out of both sides, as everywhere.
 */
export function measureClasses(
  items: readonly Item[],
  members: readonly Community[],
  progress: ReadonlyMap<string, CommunityProgress>,
  weighting: Weighting,
): ClassProgress[] {
  const weightOf = { floorArea: (c: Community) => c.floorAreaM2, households: (c: Community) => c.households ?? 0, communities: () => 1 }
  return ITEM_CLASSES.map((itemClass) => {
    const codes = new Set(items.filter((item) => item.class === itemClass).map(({ code }) => code))
    const seen = new Set<string>()
    const shares = members.flatMap((community) => {
      const own = (progress.get(community.id)?.items ?? []).filter(({ itemCode }) => codes.has(itemCode))
      for (const { itemCode } of own) seen.add(itemCode)
      if (own.length === 0) return []
      const share = compareReported(own.map(({ weightShare, plannedShare, actualShare, lastReportedOn }) => (
        { weight: weightShare, plannedShare, actualShare, isReported: lastReportedOn !== null }
      )))
      return [{ ...share, weight: weightOf[weighting](community) }]
    })
    const comparable = compareShares(shares.map((share) => ({ ...share, plannedShare: share.comparablePlannedShare ?? share.plannedShare })))
    return { itemClass, itemCount: seen.size, ...comparable, plannedShare: compareShares(shares).plannedShare }
  })
}
