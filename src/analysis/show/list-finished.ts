import type { CommunityProgress, ProgrammeProgress } from '@/domain/progress'

/** Ids of the communities that are finished or accepted, the latest first; of the same day in the order of the data. */
export function listFinished({ communities }: Pick<ProgrammeProgress, 'communities'>): string[] {
  return [...communities.values()]
    .filter(({ stage }) => stage === 'finished' || stage === 'accepted')
    .sort((a, b) => finishedOn(b) - finishedOn(a))
    .map(({ communityId }) => communityId)
}

/** Without a milestone a community is finished when its last item was reported as done. */
function finishedOn(community: CommunityProgress): number {
  return community.finishedOn ?? community.acceptedOn ?? community.lastReportedOn ?? -Infinity
}
