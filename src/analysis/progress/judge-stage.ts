import type { IndexedCommunity } from '@/analysis/progress/index-programme'
import type { MilestonePhase } from '@/domain/plan'
import type { ItemProgress, MilestoneProgress, Stage } from '@/domain/progress'

/**
 * Judge the stage of a community from what was reported.
 *
 * Accepted: an acceptance milestone is reached. Finished: a finish milestone is reached, or every item
 * is at 1. Under construction: the start milestone is reached, or an item that is more than preparation
 * has begun. Preparation: any other milestone is reached or item has begun. Removals are preparation:
 * the plan wants them before the start, so an item whose planned finish is no later than the start
 * milestone does not start the site.
 */
export function judgeStage(
  { items: indexed, milestones: indexedMilestones }: IndexedCommunity,
  items: readonly ItemProgress[],
  milestones: readonly MilestoneProgress[],
): Stage {
  const hasReached = (...phases: MilestonePhase[]): boolean =>
    milestones.some(({ reachedOn }, i) => reachedOn !== null && phases.includes(indexedMilestones[i]!.milestone.phase))
  const hasBegun = ({ actualShare }: ItemProgress): boolean => (actualShare ?? 0) > 0
  const starts = indexedMilestones.filter(({ milestone }) => milestone.phase === 'start').map(({ milestone }) => milestone.plannedOn)
  // Without a start in the plan nothing can be told apart from it: any work is construction.
  const startsOn = starts.length > 0 ? Math.min(...starts) : -Infinity

  if (hasReached('acceptance', 'handover')) return 'accepted'
  if (hasReached('finish')) return 'finished'
  if (items.length > 0 && items.every(({ actualShare }) => actualShare !== null && actualShare >= 1)) return 'finished'
  if (hasReached('start')) return 'underConstruction'
  if (items.some((item, i) => hasBegun(item) && indexed[i]!.row.plannedFinish > startsOn)) return 'underConstruction'
  if (hasReached('preparation') || items.some(hasBegun)) return 'preparation'
  return 'notStarted'
}
