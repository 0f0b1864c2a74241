import type { IndexedCommunity, IndexedItem, ProgrammeIndex } from '@/analysis/progress/index-programme'
import { indexOn, valueOn, type Series } from '@/analysis/progress/report-series'
import type { Day } from '@/domain/day'
import type { SequenceConflict } from '@/domain/progress'

/**
 * Find breaches of 先地下后地上 up to a day: an item begun while one it has to wait for was not finished,
 * and underground work that went on after the waiting item was finished (re-digging).
 *
 * A prerequisite that the community has not selected is no conflict. One without any report on that day
 * is a conflict with an unknown share: work on top of something nobody reported as finished. Items done
 * per building are held against the same building, and the community has one conflict, the earliest.
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
  const areBothPerBuilding = waiting.item.scope === 'building' && prerequisite.item.scope === 'building'
  const breaches = waiting.shares.flatMap((surface, i) =>
    prerequisite.shares.flatMap((underground, j) => (areBothPerBuilding && i !== j ? [] : breachesBetween(surface, underground, day))),
  )
  return (['early', 'redug'] as const).flatMap((kind) => {
    const same = breaches.filter((breach) => breach.kind === kind).sort((a, b) => a.since - b.since)
    if (!same[0]) return []
    const names = { communityId: community.id, itemCode: waiting.item.code, prerequisiteCode: prerequisite.item.code }
    return [{ ...names, ...same[0], isOpen: same.some(({ isOpen }) => isOpen) }]
  })
}

type Breach = Pick<SequenceConflict, 'kind' | 'since' | 'prerequisiteShare' | 'isOpen'>

function breachesBetween(surface: Series, underground: Series, day: Day): Breach[] {
  const begunOn = firstDay(surface, (share) => share > 0, day)
  if (begunOn === null) return []
  const isOpen = (valueOn(underground, day) ?? 0) < 1
  const found: Breach[] = []
  const shareThen = valueOn(underground, begunOn)
  if ((shareThen ?? 0) < 1) found.push({ kind: 'early', since: begunOn, prerequisiteShare: shareThen, isOpen })

  const finishedOn = firstDay(surface, (share) => share >= 1, day)
  if (finishedOn === null) return found
  const shareAtFinish = valueOn(underground, finishedOn)
  // If it is not known, the first report after it may tell of earlier work; only growth from there is digging.
  const base = shareAtFinish ?? underground.values[indexOn(underground, finishedOn) + 1]
  const redugOn = firstDay(underground, (share) => base !== undefined && share > base, day, finishedOn)
  if (redugOn !== null) found.push({ kind: 'redug', since: redugOn, prerequisiteShare: shareAtFinish, isOpen })
  return found
}

/** First day after `from` and up to `until` on which the value passes the test. */
function firstDay({ days, values }: Series, test: (value: number) => boolean, until: Day, from = -Infinity): Day | null {
  for (let i = 0; i < days.length && days[i]! <= until; i++) {
    if (days[i]! > from && test(values[i]!)) return days[i]!
  }
  return null
}
