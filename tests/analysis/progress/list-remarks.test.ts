import { expect, it } from 'vitest'
import { listRemarks } from '@/analysis/progress/list-remarks'
import type { Report } from '@/domain/programme'

const report = (row: number, reportedOn: number, note: string, changes: Partial<Report> = {}): Report => ({
  row, reportedOn, communityId: 'C01', buildingId: null, kind: 'progress', subject: 'J03', doneShare: 0.5, date: null, note, ...changes,
})

it('lists the newest first and leaves out empty notes, other communities and later days', () => {
  const reports = [report(2, 10, 'old'), report(3, 12, ''), report(4, 14, 'new'), report(5, 11, 'other', { communityId: 'C02' }), report(6, 20, 'later')]
  expect(listRemarks(reports, 'C01', 15, 5).map(({ note }) => note)).toEqual(['new', 'old'])
})

it('lists words that were said again once, with their latest day', () => {
  const reports = [report(2, 10, 'pipe found'), report(3, 11, 'rain'), report(4, 17, 'pipe found')]
  expect(listRemarks(reports, 'C01', 17, 5)).toEqual([
    { reportedOn: 17, kind: 'progress', subject: 'J03', note: 'pipe found' },
    { reportedOn: 11, kind: 'progress', subject: 'J03', note: 'rain' },
  ])
})

it('stops at the limit', () => {
  expect(listRemarks([report(2, 1, 'a'), report(3, 2, 'b'), report(4, 3, 'c')], 'C01', 9, 2)).toHaveLength(2)
})
