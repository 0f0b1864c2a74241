import { describe, expect, it } from 'vitest'
import { findNews } from '@/analysis/show/compare-programmes'
import type { Programme } from '@/domain/programme'
import { makeProgramme, type MadeProgramme } from '../../fixtures/made-programme'

type Told = NonNullable<MadeProgramme['reports']>

/** Four communities with one item each, planned from 100 to 200; start on 90, finish on 210, acceptance on 240. */
function programme(dataDate: number, reports: Told, more: Partial<MadeProgramme> = {}): Programme {
  return makeProgramme({
    baseline: ['C01', 'C02', 'C03', 'C04'].map((id) => [id, 'J02', 100, 200, 1]),
    milestones: { M09: ['start', 90], M11: ['finish', 210], M12: ['acceptance', 240] },
    reports, dataDate, ...more,
  })
}

const reached = (communityId: string, subject: string, on: number): Told[number] => (
  { reportedOn: on, communityId, buildingId: null, kind: 'milestone', subject, doneShare: null, date: on, note: '' }
)
const REPORTS = [reached('C01', 'M09', 100), reached('C02', 'M09', 100), reached('C02', 'M11', 150)]

describe('findNews', () => {
  it('tells who began, was finished and was accepted between two data dates', () => {
    const after = [...REPORTS, reached('C01', 'M11', 205), reached('C02', 'M12', 206), reached('C03', 'M09', 207)]
    expect(findNews(programme(200, REPORTS), programme(207, after))).toEqual(
      { finishedIds: ['C01'], acceptedIds: ['C02'], startedIds: ['C03'], from: 200, to: 207 })
  })

  it('counts who began and was finished at once as both', () => {
    expect(findNews(programme(200, []), programme(207, [reached('C04', 'M11', 205)]))).toMatchObject(
      { finishedIds: ['C04'], startedIds: ['C04'], acceptedIds: [] })
  })

  it('tells of corrections of the same day', () => {
    expect(findNews(programme(200, []), programme(200, [reached('C04', 'M11', 199)]))).toMatchObject({ finishedIds: ['C04'], from: 200, to: 200 })
  })

  it('does not tell what a report says for a later day', () => {
    expect(findNews(programme(200, REPORTS), programme(207, [...REPORTS, reached('C01', 'M11', 208)]))).toBeNull()
  })

  it('is silent if only shares changed, if something was taken back, and without anything before', () => {
    const share: Told[number] = { ...reached('C01', 'J02', 203), kind: 'progress', doneShare: 0.5, date: null }
    expect(findNews(programme(200, REPORTS), programme(207, [...REPORTS, share]))).toBeNull()
    expect(findNews(programme(200, REPORTS), programme(207, REPORTS.slice(0, 2)))).toBeNull()
    expect(findNews(null, programme(207, REPORTS))).toBeNull()
  })

  it('does not take a return to older data for news', () => {
    expect(findNews(programme(207, []), programme(200, REPORTS))).toBeNull()
  })

  it('does not take other data for news: the first real files, another plan, another place', () => {
    const before = programme(200, [])
    const after = programme(207, REPORTS)
    expect(findNews(before, { ...after, provenance: 'official' })).toBeNull()
    expect(findNews(before, { ...after, plan: { ...after.plan, title: '另一方案' } })).toBeNull()
    expect(findNews(before, { ...after, plan: { ...after.plan, adcode: '370700' } })).toBeNull()
  })

  it('does not call a community finished that was not in the data before', () => {
    const before = programme(200, [], { baseline: [['C01', 'J02', 100, 200, 1]] })
    expect(findNews(before, programme(207, [reached('C04', 'M11', 205)]))).toBeNull()
  })
})
