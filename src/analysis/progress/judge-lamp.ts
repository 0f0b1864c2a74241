import type { Thresholds } from '@/domain/plan'
import { LAMPS, type ItemProgress, type Lamp, type LampCause, type MilestoneProgress, type ShareComparison } from '@/domain/progress'

/** Shares are sums of rounded reports: a gap of exactly a threshold must not tip over by 1e-16. */
const TOLERANCE = 1e-9

/**
 * Judge the lamp of a community by two tests and take the worse: the gap to the plan, and the most
 * overdue milestone.
 *
 * Up to `warningGapShare` behind is normal, up to `lateGapShare` a warning, more is late; a milestone
 * more than `lateOverdueDays` overdue is late. The cause is the item that contributes most to the gap
 * (weight × gap) or the most overdue milestone; if both tests are equally bad, the item.
 *
 * @returns `lamp` null if nothing was ever reported, or if no share is known and no milestone is late:
 * an unknown gap is not a small one.
 */
export function judgeLamp(
  shares: ShareComparison,
  items: readonly ItemProgress[],
  milestones: readonly MilestoneProgress[],
  thresholds: Thresholds,
  isReported: boolean,
): { lamp: Lamp | null; cause: LampCause | null } {
  const byGap = judgeGap(shares.gapShare, thresholds)
  const overdue = mostOverdue(milestones)
  const byMilestone: Lamp = overdue && overdue.lateDays! > thresholds.lateOverdueDays ? 'late' : 'normal'
  if (!isReported || (shares.gapShare === null && byMilestone === 'normal')) return { lamp: null, cause: null }
  const lamp = LAMPS[Math.max(LAMPS.indexOf(byGap), LAMPS.indexOf(byMilestone))]!
  if (lamp === 'normal') return { lamp, cause: null }
  if (byGap === lamp) return { lamp, cause: itemCause(items) }
  return { lamp, cause: { kind: 'milestone', code: overdue!.code, overdueDays: overdue!.lateDays! } }
}

function judgeGap(gapShare: number | null, { warningGapShare, lateGapShare }: Thresholds): Lamp {
  if (gapShare === null || gapShare <= warningGapShare + TOLERANCE) return 'normal'
  return gapShare <= lateGapShare + TOLERANCE ? 'warning' : 'late'
}

function mostOverdue(milestones: readonly MilestoneProgress[]): MilestoneProgress | null {
  const overdue = milestones.filter(({ reachedOn, lateDays }) => reachedOn === null && lateDays !== null)
  return overdue.reduce<MilestoneProgress | null>((worst, m) => (worst && worst.lateDays! >= m.lateDays! ? worst : m), null)
}

function itemCause(items: readonly ItemProgress[]): LampCause | null {
  let worst: ItemProgress | null = null
  let worstGap = 0
  for (const item of items) {
    if (item.actualShare === null) continue
    const gap = item.weightShare * (item.plannedShare - item.actualShare)
    if (gap > worstGap) [worst, worstGap] = [item, gap]
  }
  if (!worst) return null
  return {
    kind: 'item',
    itemCode: worst.itemCode,
    gapShare: worst.plannedShare - worst.actualShare!,
    behindDays: worst.behindDays!,
  }
}
