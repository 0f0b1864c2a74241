import { expect, it } from 'vitest'
import { countCauses } from '@/analysis/progress/count-causes'
import type { CommunityProgress, LampCause } from '@/domain/progress'

const item = (itemCode: string): LampCause => ({ kind: 'item', itemCode, gapShare: 0.1, behindDays: 5 })
const community = (cause: LampCause | null) => ({ cause }) as CommunityProgress

it('counts the communities behind each cause, the most frequent first, then by code', () => {
  const causes = [item('J09'), item('W07'), null, item('J03'), item('W07'), { kind: 'milestone' as const, code: 'M09', overdueDays: 12 }]
  expect(countCauses(causes.map(community))).toEqual([
    { kind: 'item', code: 'W07', communities: 2 },
    { kind: 'item', code: 'J03', communities: 1 },
    { kind: 'item', code: 'J09', communities: 1 },
    { kind: 'milestone', code: 'M09', communities: 1 },
  ])
})

it('says nothing where nothing is behind', () => {
  expect(countCauses([community(null)])).toEqual([])
})
