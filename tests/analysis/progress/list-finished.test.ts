import { expect, it } from 'vitest'
import { listFinished } from '@/analysis/progress/list-finished'
import type { CommunityProgress } from '@/domain/progress'

const community = (communityId: string, more: Partial<CommunityProgress>) => (
  { communityId, stage: 'finished', finishedOn: null, acceptedOn: null, lastReportedOn: null, ...more } as CommunityProgress
)

it('lists the newest first, and those without any day last', () => {
  const listed = listFinished([
    community('C05', {}), community('C01', { finishedOn: 10 }), community('C02', { finishedOn: 30, acceptedOn: 40, stage: 'accepted' }),
    community('C03', { finishedOn: 30 }), community('C04', { finishedOn: 50, stage: 'underConstruction' }),
  ])
  expect(listed).toEqual([
    { communityId: 'C02', finishedOn: 30, isAccepted: true },
    { communityId: 'C03', finishedOn: 30, isAccepted: false },
    { communityId: 'C01', finishedOn: 10, isAccepted: false },
    { communityId: 'C05', finishedOn: null, isAccepted: false },
  ])
})

it('takes the acceptance, then the last report, for a finish that was not reported', () => {
  const listed = listFinished([community('C01', { lastReportedOn: 7 }), community('C02', { acceptedOn: 9, lastReportedOn: 12, stage: 'accepted' })])
  expect(listed.map(({ communityId, finishedOn }) => [communityId, finishedOn])).toEqual([['C02', 9], ['C01', 7]])
})
