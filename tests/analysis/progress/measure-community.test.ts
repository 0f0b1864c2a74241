import { describe, expect, it } from 'vitest'
import { indexProgramme } from '@/analysis/progress/index-programme'
import { measureCommunity, shareOn } from '@/analysis/progress/measure-community'
import type { Day } from '@/domain/day'
import type { CommunityProgress } from '@/domain/progress'
import { done, makeProgramme, reached, replanned, resumed, stopped, type MadeProgramme } from '../../fixtures/made-programme'

/** Figures of C01. Unless told otherwise J02 is planned from 100 to 200 and J09 from 200 to 300, weights 3 and 1. */
function measure(day: Day, made: MadeProgramme): CommunityProgress {
  const { plan, ...rest } = makeProgramme({ baseline: [['C01', 'J02', 100, 200, 3], ['C01', 'J09', 200, 300, 1]], ...made })
  const index = indexProgramme({ plan, ...rest })
  return measureCommunity(index.communities[0]!, index, day)
}
const itemOf = (progress: CommunityProgress, code: string) => progress.items.find(({ itemCode }) => itemCode === code)!

describe('shareOn', () => {
  it('is 0 up to the planned start, not known after it, and always what was reported', () => {
    expect([99, 100, 101].map((day) => shareOn(null, 100, day))).toEqual([0, 0, null])
    expect([99, 101].map((day) => shareOn(0, 100, day))).toEqual([0, 0])
    expect(shareOn(0.3, 100, 50)).toBe(0.3)
  })
})

describe('measureCommunity, shares', () => {
  it('weighs its items', () => {
    // planned (3 × 0.5 + 1 × 0)/4 = 0.375, actual (3 × 0.4)/4 = 0.3
    const progress = measure(150, { reports: [done(150, 'C01', 'J02', 0.4)] })
    expect(progress).toMatchObject({ plannedShare: 0.375, actualShare: expect.closeTo(0.3, 12), gapShare: expect.closeTo(0.075, 12), spi: expect.closeTo(0.8, 12) })
    expect(progress.items.map(({ weightShare }) => weightShare)).toEqual([0.75, 0.25])
  })

  it('counts a report from the day it was made', () => {
    const reports = [done(120, 'C01', 'J02', 0.1), done(150, 'C01', 'J02', 0.4)]
    expect(itemOf(measure(149, { reports }), 'J02').actualShare).toBe(0.1)
    expect(itemOf(measure(150, { reports }), 'J02').actualShare).toBe(0.4)
  })

  it('lets the later row of one day count', () => {
    const reports = [done(150, 'C01', 'J02', 0.4), done(150, 'C01', 'J02', 0.45)]
    expect(itemOf(measure(150, { reports }), 'J02')).toMatchObject({ actualShare: 0.45, lastReportedOn: 150 })
  })

  it('is 0 before anything is due, without a report', () => {
    expect(measure(100, {})).toMatchObject({ plannedShare: 0, actualShare: 0, gapShare: 0, spi: null, missingItemCodes: [], lamp: null })
  })

  it('is not known when all that is due has no report', () => {
    expect(measure(101, {})).toMatchObject({ actualShare: null, gapShare: null, behindDays: null, missingItemCodes: ['J02'], lamp: null })
    expect(measure(101, {}).plannedShare).toBeCloseTo(0.0075, 12)
  })

  it('leaves a missing item out of both sides and names it', () => {
    // J02 alone: planned 1, actual 0.8
    const progress = measure(250, { reports: [done(200, 'C01', 'J02', 0.8)] })
    expect(progress).toMatchObject({ actualShare: expect.closeTo(0.8, 12), comparablePlannedShare: 1, missingItemCodes: ['J09'] })
    expect(progress.gapShare).toBeCloseTo(0.2, 12)
    expect(progress.plannedShare).toBeCloseTo(0.875, 12) // (3 × 1 + 1 × 0.5)/4
  })

  it('counts a reported zero', () => {
    expect(measure(150, { reports: [done(149, 'C01', 'J02', 0)] })).toMatchObject({ actualShare: 0, missingItemCodes: [], lamp: 'late' })
  })

  it('knows nothing of a community without a baseline', () => {
    const progress = measure(150, { communities: { C01: {} }, baseline: [], reports: [done(150, 'C01', 'J02', 0.4)] })
    expect(progress).toMatchObject({ plannedShare: 0, actualShare: null, items: [], mainClass: null, lamp: null, behindDays: null })
  })
})

describe('measureCommunity, building items', () => {
  const made: MadeProgramme = {
    items: { J14: { scope: 'building' } }, baseline: [['C01', 'J14', 100, 200, 1]],
    buildings: { 'C01-B1': { floorAreaM2: 1000 }, 'C01-B2': { floorAreaM2: 3000 } },
  }
  const b1 = done(110, 'C01', 'J14', 0.8, 'C01-B1')
  const b2 = done(120, 'C01', 'J14', 0.4, 'C01-B2')

  it('are the mean of the buildings by floor area', () => {
    // (1000 × 0.8 + 3000 × 0.4)/4000
    expect(itemOf(measure(150, { ...made, reports: [b1, b2] }), 'J14')).toMatchObject({
      actualShare: expect.closeTo(0.5, 12), knownBuildings: 2, lastReportedOn: 120,
    })
  })

  it('leave out a building without a report once it is due', () => {
    expect(itemOf(measure(150, { ...made, reports: [b1] }), 'J14')).toMatchObject({ actualShare: 0.8, knownBuildings: 1 })
    expect(measure(150, { ...made, reports: [b1] }).missingItemCodes).toEqual([])
    expect(measure(150, made).missingItemCodes).toEqual(['J14'])
  })

  it('count a building that is not due as 0', () => {
    const early = done(90, 'C01', 'J14', 0.4, 'C01-B1')
    // (1000 × 0.4 + 3000 × 0)/4000
    expect(itemOf(measure(100, { ...made, reports: [early] }), 'J14')).toMatchObject({ actualShare: expect.closeTo(0.1, 12), knownBuildings: 2 })
    expect(itemOf(measure(101, { ...made, reports: [early] }), 'J14')).toMatchObject({ actualShare: 0.4, knownBuildings: 1 })
  })

  it('are not due rather than missing where no building is drawn yet', () => {
    expect(measure(100, { ...made, buildings: {} })).toMatchObject({ actualShare: 0, missingItemCodes: [] })
    expect(measure(101, { ...made, buildings: {} })).toMatchObject({ actualShare: null, missingItemCodes: ['J14'] })
  })
})

describe('measureCommunity, delay', () => {
  it('is how long ago the plan had what is done now', () => {
    // J02 at 0.3 was planned for day 130; the community stands at 0.225, which J02 alone had on day 130 as well
    const progress = measure(150, { reports: [done(150, 'C01', 'J02', 0.3)] })
    expect(itemOf(progress, 'J02').behindDays).toBeCloseTo(20, 9)
    expect(progress.behindDays).toBeCloseTo(20, 9)
  })

  it('is 0 when ahead or finished', () => {
    expect(measure(150, { reports: [done(150, 'C01', 'J02', 0.9)] }).behindDays).toBe(0)
    const finished = measure(400, { reports: [done(350, 'C01', 'J02', 1), done(350, 'C01', 'J09', 1)] })
    expect(finished).toMatchObject({ behindDays: 0, stage: 'finished' })
    expect(finished.items.map(({ behindDays }) => behindDays)).toEqual([0, 0])
  })

  it('goes on growing after the planned finish', () => {
    const reports = [done(190, 'C01', 'J02', 0.9)]
    expect(itemOf(measure(250, { reports }), 'J02').behindDays).toBeCloseTo(60, 9) // 0.9 was due on day 190
    expect(itemOf(measure(251, { reports }), 'J02').behindDays).toBeCloseTo(61, 9)
  })

  it('of a single-day item counts from that day', () => {
    const baseline: MadeProgramme['baseline'] = [['C01', 'J02', 100, 100, 1]]
    expect(measure(99, { baseline })).toMatchObject({ plannedShare: 0, actualShare: 0 })
    expect(measure(100, { baseline })).toMatchObject({ plannedShare: 1, actualShare: 0, behindDays: 0 })
    expect(measure(104, { baseline, reports: [done(104, 'C01', 'J02', 0.5)] })).toMatchObject({ plannedShare: 1, actualShare: 0.5, behindDays: 4 })
  })
})

describe('measureCommunity, re-planning', () => {
  const reports = [done(150, 'C01', 'J02', 0.3), replanned(160, 'C01', 'J02', 230), replanned(180, 'C01', 'J02', 240)]

  it('shows the latest new date as a slip against the baseline', () => {
    expect(itemOf(measure(159, { reports }), 'J02')).toMatchObject({ replannedFinish: null, slipDays: null })
    expect(itemOf(measure(160, { reports }), 'J02')).toMatchObject({ replannedFinish: 230, slipDays: 30 })
    expect(itemOf(measure(180, { reports }), 'J02')).toMatchObject({ replannedFinish: 240, slipDays: 40, plannedFinish: 200 })
  })

  it('does not make the delay vanish', () => {
    const [as, was] = [measure(190, { reports }), measure(190, { reports: reports.slice(0, 1) })]
    expect(as).toMatchObject({ plannedShare: was.plannedShare, gapShare: was.gapShare, lamp: was.lamp, behindDays: was.behindDays })
  })

  it('of single buildings slips the item to the latest of them', () => {
    const made: MadeProgramme = {
      items: { J14: { scope: 'building' } }, baseline: [['C01', 'J14', 100, 200, 1]], buildings: { 'C01-B1': {}, 'C01-B2': {} },
      reports: [replanned(150, 'C01', 'J14', 230, 'C01-B1'), replanned(155, 'C01', 'J14', 210, 'C01-B2')],
    }
    expect(itemOf(measure(160, made), 'J14')).toMatchObject({ replannedFinish: 230, slipDays: 30 })
    const forAll = { ...made, reports: [...made.reports!, replanned(158, 'C01', 'J14', 220)] }
    expect(itemOf(measure(160, forAll), 'J14')).toMatchObject({ replannedFinish: 220, slipDays: 20 })
  })
})

describe('measureCommunity, stop and silence', () => {
  it('is stopped from the day of the stop, as soon as that is reported, until it resumes', () => {
    const reports = [stopped(150, 'C01', 153), resumed(170, 'C01', 172), stopped(180, 'C01')]
    const since = (day: Day) => measure(day, { reports }).stoppedSince
    expect([152, 153, 171, 172, 179, 180, 999].map(since)).toEqual([null, 150, 150, null, null, 180, 180])
  })

  it('is not stopped before a stop that was announced', () => {
    const reports = [stopped(160, 'C01', 150), resumed(180, 'C01', 175)]
    const since = (day: Day) => measure(day, { reports }).stoppedSince
    expect([155, 160, 175, 179, 180].map(since)).toEqual([null, 160, 160, 160, null])
  })

  it('stays apart from the stage', () => {
    const progress = measure(150, { reports: [done(140, 'C01', 'J02', 0.4), stopped(145, 'C01')], milestones: { M09: ['start', 100] } })
    expect(progress).toMatchObject({ stage: 'underConstruction', stoppedSince: 145 })
  })

  it.each([[164, null], [165, 15]])('is silent after more than 14 days: on day %i %s', (day, silentDays) => {
    expect(measure(day, { reports: [done(150, 'C01', 'J02', 0.4)] })).toMatchObject({ lastReportedOn: 150, silentDays })
  })

  it('is not silent before the first report and after the finish', () => {
    expect(measure(190, {})).toMatchObject({ lastReportedOn: null, silentDays: null })
    const milestones: NonNullable<MadeProgramme['milestones']> = { M11: ['finish', 200] }
    expect(measure(400, { milestones, reports: [reached(200, 'C01', 'M11')] })).toMatchObject({ stage: 'finished', silentDays: null })
  })
})

describe('measureCommunity, milestones and classes', () => {
  const milestones: NonNullable<MadeProgramme['milestones']> = {
    M08: ['preparation', 90], M09: ['start', 100], M11: ['finish', 200], M12: ['acceptance', 220], M13: ['handover', 230],
  }
  it('says how late each is', () => {
    const progress = measure(111, { milestones, reports: [reached(85, 'C01', 'M08'), done(111, 'C01', 'J02', 0.11)] })
    expect(progress.milestones.map(({ code, reachedOn, lateDays }) => [code, reachedOn, lateDays])).toEqual([
      ['M08', 85, -5], ['M09', null, 11], ['M11', null, null], ['M12', null, null], ['M13', null, null],
    ])
    expect(progress).toMatchObject({ lamp: 'late', cause: { kind: 'milestone', code: 'M09', overdueDays: 11 } })
    expect(measure(110, { milestones, reports: [reached(85, 'C01', 'M08'), done(110, 'C01', 'J02', 0.1)] }).lamp).toBe('normal')
    expect(measure(100, { milestones }).milestones[1]!.lateDays).toBeNull()
  })

  it('keeps the days of start, finish and acceptance', () => {
    const reports = [reached(102, 'C01', 'M09'), reached(205, 'C01', 'M11'), reached(221, 'C01', 'M12', 224), reached(223, 'C01', 'M13', 224)]
    expect(measure(223, { milestones, reports })).toMatchObject({ stage: 'finished', startedOn: 102, finishedOn: 205, acceptedOn: null })
    expect(measure(224, { milestones, reports })).toMatchObject({ stage: 'accepted', acceptedOn: 221 })
  })

  it('takes the correction of a date', () => {
    const reports = [reached(102, 'C01', 'M09', 110), reached(104, 'C01', 'M09', 120)]
    expect([115, 120].map((day) => measure(day, { milestones, reports }).startedOn)).toEqual([102, 104])
  })

  it('has the highest selected class as main class and counts finished of selected of all', () => {
    const made: MadeProgramme = {
      items: { J02: {}, W01: { class: 'improved' }, W02: { class: 'improved' }, T01: { class: 'enhanced' } },
      baseline: [['C01', 'J02', 100, 200, 3], ['C01', 'W01', 100, 200, 1]], reports: [done(150, 'C01', 'W01', 1)],
    }
    expect(measure(150, made)).toMatchObject({
      mainClass: 'improved',
      classCounts: {
        basic: { selected: 1, finished: 0, catalogue: 1 }, improved: { selected: 1, finished: 1, catalogue: 2 },
        enhanced: { selected: 0, finished: 0, catalogue: 1 },
      },
    })
  })
})
