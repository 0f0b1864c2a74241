import type { Day } from '@/domain/day'
import type { CommunityProgress } from '@/domain/progress'

/** A finished community and when it was finished; null if no day was reported. */
export interface FinishedCommunity {
  communityId: string
  finishedOn: Day | null
  isAccepted: boolean
}

/** Finished and accepted communities, the newest first, those without a day last. */
export function listFinished(progress: Iterable<CommunityProgress>): FinishedCommunity[] {
  const latest = (day: Day | null): number => day ?? -Infinity
  return [...progress]
    .filter(({ stage }) => stage === 'finished' || stage === 'accepted')
    // A site may be finished by its items alone: the last of them was reported then.
    .map(({ communityId, stage, finishedOn, acceptedOn, lastReportedOn }) => (
      { communityId, finishedOn: finishedOn ?? acceptedOn ?? lastReportedOn, isAccepted: stage === 'accepted' }
    ))
    .sort((a, b) => latest(b.finishedOn) - latest(a.finishedOn) || (a.communityId < b.communityId ? -1 : 1))
}
