import type { IndexedCommunity, IndexedItem, ProgrammeIndex } from '@/analysis/index-programme'
import { valueOn, type Series } from '@/analysis/report-series'
import type { Day } from '@/domain/day'
import type { SequenceConflict } from '@/domain/progress'

/**
 * Find breaches of 先地下后地上 up to a day: an item begun while one it has to wait for was not finished,
 * and underground work that went on after the waiting item was finished (re-digging).
 *
 * Judged from community-level reports; a prerequisite that the community has not selected is no conflict.
 * A prerequisite without any report on that day is a conflict with an unknown share: work on top of
 * something nobody reported as finished.
 */
export function findSequenceConflicts(index: ProgrammeIndex, day: Day): SequenceConflict[] {
  return index.communities.flatMap((community) =>
    community.items.flatMap((waiting) =>
      waiting.item.after.flatMap((code) => {
        const prerequisite = community.items.find(({ item }) => item.code === code)
        return prerequisite ? conflictsBetween(community, waiting, prerequisite, day) : []
      }),
    ),
  )
}

function conflictsBetween(
  { community }: IndexedCommunity,
  waiting: IndexedItem,
  prerequisite: IndexedItem,
  day: Day,
): SequenceConflict[] {
  const [surface, underground] = [waiting.shares[0], prerequisite.shares[0]]
  if (!surface || !underground) return []
  const common = {
    communityId: community.id,
    itemCode: waiting.item.code,
    prerequisiteCode: prerequisite.item.code,
    isOpen: (valueOn(underground, day) ?? 0) < 1,
  }
  const begunOn = firstDay(surface, (share) => share > 0, day)
  if (begunOn === null) return []
  const found: SequenceConflict[] = []
  const shareThen = valueOn(underground, begunOn)
  if ((shareThen ?? 0) < 1) found.push({ ...common, kind: 'early', since: begunOn, prerequisiteShare: shareThen })

  const finishedOn = firstDay(surface, (share) => share >= 1, day)
  const shareAtFinish = finishedOn === null ? null : valueOn(underground, finishedOn)
  if (finishedOn !== null && shareAtFinish !== null) {
    const redugOn = firstDay(underground, (share) => share > shareAtFinish, day, finishedOn)
    if (redugOn !== null) found.push({ ...common, kind: 'redug', since: redugOn, prerequisiteShare: shareAtFinish })
  }
  return found
}

/** First day after `from` and up to `until` on which the value passes the test. */
function firstDay({ days, values }: Series, test: (value: number) => boolean, until: Day, from = -Infinity): Day | null {
  for (let i = 0; i < days.length && days[i]! <= until; i++) {
    if (days[i]! > from && test(values[i]!)) return days[i]!
  }
  return null
}
