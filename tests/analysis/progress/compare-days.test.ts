import { describe, expect, it } from 'vitest'
import { compareDays } from '@/analysis/progress/compare-days'
import { indexProgramme } from '@/analysis/progress/index-programme'
import { measureProgress } from '@/analysis/progress/measure-progress'
import type { ProgressChange } from '@/domain/progress'
import { done, makeProgramme, reached, resumed, stopped, type MadeProgramme } from '../../fixtures/made-programme'

function change(from: number, to: number, made: MadeProgramme): ProgressChange {
  const index = indexProgramme(makeProgramme(made))
  return compareDays(measureProgress(index, from), measureProgress(index, to))
}
const milestones: NonNullable<MadeProgramme['milestones']> = { M09: ['start', 100], M11: ['finish', 200], M12: ['acceptance', 220] }
const baseline: NonNullable<MadeProgramme['baseline']> = [['C01', 'J02', 100, 200, 1], ['C02', 'J02', 100, 200, 1], ['C03', 'J02', 100, 200, 1]]

describe('compareDays', () => {
  it('is empty between a day and itself', () => {
    const same = change(150, 150, { milestones, baseline, reports: [done(120, 'C01', 'J02', 0.2), stopped(130, 'C01')] })
    expect(same).toEqual({
      from: 150, to: 150, gainedShare: 0, started: [], finished: [], accepted: [], buildingsFinished: [], newlyLate: [], newlyWarning: [], eased: [],
      recovered: [], newlyStopped: [],
    })
  })

  it('names what passed a stage, and only once', () => {
    const reports = [
      reached(101, 'C01', 'M09'), reached(110, 'C02', 'M09'), reached(120, 'C03', 'M09'), reached(190, 'C02', 'M11'), reached(191, 'C03', 'M11'),
      reached(221, 'C03', 'M12'),
    ]
    expect(change(105, 230, { milestones, baseline, reports })).toMatchObject({ started: ['C02', 'C03'], finished: ['C02', 'C03'], accepted: ['C03'] })
    expect(change(195, 230, { milestones, baseline, reports })).toMatchObject({ started: [], finished: [], accepted: ['C03'] })
  })

  it('names the buildings finished since', () => {
    const made: MadeProgramme = {
      items: { J14: { scope: 'building' } }, baseline: [['C01', 'J14', 100, 200, 1]], buildings: { 'C01-B1': {}, 'C01-B2': {}, 'C01-B3': {} },
      reports: [done(140, 'C01', 'J14', 1, 'C01-B1'), done(160, 'C01', 'J14', 1, 'C01-B2'), done(160, 'C01', 'J14', 0.9, 'C01-B3')],
    }
    expect(change(150, 160, made).buildingsFinished).toEqual(['C01-B2'])
    expect(change(100, 160, made).buildingsFinished).toEqual(['C01-B1', 'C01-B2'])
  })

  it('follows the lamps', () => {
    // Planned on day 110: 0.1, on 150: 0.5. Gaps on 150: C01 0.1, C02 0.3, C03 0.
    const reports = [
      done(110, 'C01', 'J02', 0.1), done(110, 'C02', 'J02', 0.1), done(110, 'C03', 'J02', 0),
      done(150, 'C01', 'J02', 0.4), done(150, 'C02', 'J02', 0.2), done(150, 'C03', 'J02', 0.5),
    ]
    expect(change(110, 150, { baseline, reports })).toMatchObject({ newlyWarning: ['C01'], newlyLate: ['C02'], recovered: ['C03'] })
  })

  it('does not call a late community that caught up a new warning', () => {
    // Planned 0.5 on day 150 and 0.6 on 160: the gap shrinks from 0.3 to 0.1.
    const reports = [done(150, 'C02', 'J02', 0.2), done(160, 'C02', 'J02', 0.5)]
    expect(change(150, 160, { baseline, reports })).toMatchObject({ newlyWarning: [], eased: ['C02'], recovered: [] })
  })

  it('names new stops, not those that ended', () => {
    const reports = [stopped(110, 'C01'), resumed(120, 'C01'), stopped(115, 'C02'), stopped(105, 'C03')]
    expect(change(108, 130, { baseline, reports }).newlyStopped).toEqual(['C02'])
  })

  it('tells the share gained, and that it is not known', () => {
    const reports = [done(110, 'C01', 'J02', 0.1), done(150, 'C01', 'J02', 0.4)]
    expect(change(110, 150, { baseline, reports }).gainedShare).toBeCloseTo(0.3, 12)
    expect(change(105, 150, { baseline, reports }).gainedShare).toBeNull()
  })

  it('goes back as well', () => {
    const reports = [done(110, 'C01', 'J02', 0.1), done(150, 'C01', 'J02', 0.4)]
    expect(change(150, 110, { baseline, reports })).toMatchObject({ from: 150, to: 110, gainedShare: expect.closeTo(-0.3, 12), started: [] })
  })
})
