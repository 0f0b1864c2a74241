import { compareReported } from '@/analysis/progress/compare-shares'
import { RESUMED, type IndexedCommunity, type IndexedItem, type ProgrammeIndex } from '@/analysis/progress/index-programme'
import { judgeLamp } from '@/analysis/progress/judge-lamp'
import { judgeStage } from '@/analysis/progress/judge-stage'
import { earnedDay, plannedShareOn } from '@/analysis/progress/planned-share'
import { dayOn, valueOn } from '@/analysis/progress/report-series'
import type { Day } from '@/domain/day'
import { ITEM_CLASSES, type ItemClass } from '@/domain/plan'
import type { ClassCount, CommunityProgress, ItemProgress, MilestoneProgress, ShareComparison } from '@/domain/progress'

/** All figures of one community on one day, from its reports up to that day and its baseline. */
export function measureCommunity(indexed: IndexedCommunity, { plan, catalogueCounts }: ProgrammeIndex, day: Day): CommunityProgress {
  const items = indexed.items.map((item) => measureItem(item, indexed, day))
  const shares = compareReported(items.map(({ weightShare, plannedShare, actualShare, lastReportedOn }) => (
    { weight: weightShare, plannedShare, actualShare, isReported: lastReportedOn !== null }
  )))
  const milestones = indexed.milestones.map(({ milestone, reached }) =>
    measureMilestone(milestone.code, milestone.plannedOn, valueOn(reached, day), day),
  )
  const lastReportedOn = dayOn(indexed.reports, day)
  const stage = judgeStage(indexed, items, milestones)
  const { lamp, cause } = judgeLamp(shares, items, milestones, plan.thresholds, lastReportedOn !== null)
  const silence = lastReportedOn === null ? 0 : day - lastReportedOn
  const isDone = stage === 'finished' || stage === 'accepted'
  const reachedOn = (phase: string): Day | null => {
    const days = milestones.flatMap(({ reachedOn: on }, i) =>
      on !== null && indexed.milestones[i]!.milestone.phase === phase ? [on] : [],
    )
    return days.length > 0 ? Math.min(...days) : null
  }
  const classCounts = countClasses(indexed, items, catalogueCounts)
  return {
    communityId: indexed.community.id,
    ...shares,
    stage,
    stoppedSince: stopOn(indexed, day),
    startedOn: reachedOn('start'),
    finishedOn: reachedOn('finish'),
    acceptedOn: reachedOn('acceptance'),
    mainClass: ITEM_CLASSES.findLast((itemClass) => classCounts[itemClass].selected > 0) ?? null,
    classCounts,
    lamp,
    cause,
    behindDays: behindDaysOf(shares.actualShare, items, day),
    items,
    missingItemCodes: items.filter(({ actualShare }) => actualShare === null).map(({ itemCode }) => itemCode),
    milestones,
    lastReportedOn,
    silentDays: !isDone && silence > plan.thresholds.silentDays ? silence : null,
  }
}

function measureItem(indexedItem: IndexedItem, indexed: IndexedCommunity, day: Day): ItemProgress {
  const { item, row, shares, replans } = indexedItem
  const { plannedStart, plannedFinish } = row
  const actualShare = itemShareOn(indexedItem, indexed, day)
  const reportDays = shares.map((series) => dayOn(series, day) ?? -Infinity)
  const lastReportedOn = Math.max(-Infinity, ...reportDays)
  const finishes = replans.flatMap((series) => valueOn(series, day) ?? [])
  const replannedFinish = finishes.length > 0 ? Math.max(...finishes) : null
  return {
    itemCode: item.code,
    weightShare: row.weight / indexed.totalWeight,
    plannedStart,
    plannedFinish,
    replannedFinish,
    slipDays: replannedFinish === null ? null : replannedFinish - plannedFinish,
    plannedShare: plannedShareOn(day, plannedStart, plannedFinish),
    actualShare,
    behindDays: itemBehindDays(actualShare, plannedStart, plannedFinish, day),
    lastReportedOn: Number.isFinite(lastReportedOn) ? lastReportedOn : null,
    knownBuildings: item.scope === 'building' ? shares.filter((series) => shareOn(valueOn(series, day), plannedStart, day) !== null).length : null,
  }
}

/** Share of an item in its community: of a building item the mean of the known buildings by floor area. */
function itemShareOn({ item, row, shares }: IndexedItem, { buildings }: IndexedCommunity, day: Day): number | null {
  if (item.scope !== 'building' || shares.length === 0) return shareOn(shares[0] ? valueOn(shares[0], day) : null, row.plannedStart, day)
  let [knownM2, doneM2] = [0, 0]
  shares.forEach((series, i) => {
    const share = shareOn(valueOn(series, day), row.plannedStart, day)
    if (share === null) return
    knownM2 += buildings[i]!.floorAreaM2
    doneM2 += buildings[i]!.floorAreaM2 * share
  })
  return knownM2 > 0 ? doneM2 / knownM2 : null
}

/** Only the shares of a community on a day: what a curve needs of each of its many days. */
export function measureShares(indexed: IndexedCommunity, day: Day): ShareComparison {
  return compareReported(indexed.items.map((item) => ({
    weight: item.row.weight,
    plannedShare: plannedShareOn(day, item.row.plannedStart, item.row.plannedFinish),
    actualShare: itemShareOn(item, indexed, day),
    isReported: item.shares.some((series) => dayOn(series, day) !== null),
  })))
}

/**
 * Share of an item on a day. Without a report it is 0 while the item is not due (its planned start has
 * not passed), and not known afterwards: a missing report is never a zero.
 */
export function shareOn(reported: number | null, plannedStart: Day, day: Day): number | null {
  return reported ?? (day <= plannedStart ? 0 : null)
}

function itemBehindDays(actualShare: number | null, plannedStart: Day, plannedFinish: Day, day: Day): number | null {
  if (actualShare === null) return null
  if (actualShare >= 1) return 0
  return Math.max(0, day - (plannedStart + actualShare * (plannedFinish - plannedStart)))
}

function behindDaysOf(actualShare: number | null, items: readonly ItemProgress[], day: Day): number | null {
  const known = items.filter((item) => item.actualShare !== null)
  if (actualShare === null) return null
  if (known.every((item) => item.actualShare! >= 1)) return 0
  const planned = known.map(({ plannedStart, plannedFinish, weightShare }) => ({ plannedStart, plannedFinish, weight: weightShare }))
  return Math.max(0, day - earnedDay(actualShare, planned))
}

function measureMilestone(code: string, plannedOn: Day, reachedOn: Day | null, day: Day): MilestoneProgress {
  const lateDays = reachedOn !== null ? reachedOn - plannedOn : day > plannedOn ? day - plannedOn : null
  return { code, plannedOn, reachedOn, lateDays }
}

function stopOn({ stops }: IndexedCommunity, day: Day): Day | null {
  const since = valueOn(stops, day)
  return since === RESUMED ? null : since
}

function countClasses(indexed: IndexedCommunity, items: readonly ItemProgress[], catalogue: ProgrammeIndex['catalogueCounts']): Record<ItemClass, ClassCount> {
  const count = (itemClass: ItemClass): ClassCount => {
    const own = items.filter((_, i) => indexed.items[i]!.item.class === itemClass)
    return {
      selected: own.length,
      finished: own.filter(({ actualShare }) => actualShare !== null && actualShare >= 1).length,
      catalogue: catalogue[itemClass],
    }
  }
  return { basic: count('basic'), improved: count('improved'), enhanced: count('enhanced') }
}
