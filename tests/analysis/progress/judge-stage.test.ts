import { describe, expect, it } from 'vitest'
import { indexProgramme } from '@/analysis/progress/index-programme'
import { judgeStage } from '@/analysis/progress/judge-stage'
import { measureCommunity } from '@/analysis/progress/measure-community'
import type { Report } from '@/domain/programme'
import { done, makeProgramme, reached, stopped, type MadeProgramme } from '../../fixtures/made-programme'

const milestones: NonNullable<MadeProgramme['milestones']> = {
  M01: ['preparation', 90], M09: ['start', 100], M11: ['finish', 200], M12: ['acceptance', 220], M13: ['handover', 230],
}

/** Stage of a community with removals (J01, finished by the start) and drains (J03, from the start on). */
function stageAfter(reports: Omit<Report, 'row'>[], made: MadeProgramme = {}) {
  const index = indexProgramme(makeProgramme({
    milestones, baseline: [['C01', 'J01', 80, 100, 1], ['C01', 'J03', 100, 180, 9]], reports, ...made,
  }))
  const [community] = index.communities
  const { items, milestones: told, stage } = measureCommunity(community!, index, 250)
  expect(judgeStage(community!, items, told)).toBe(stage)
  return stage
}

describe('judgeStage', () => {
  it.each([
    ['nothing reported', [], 'notStarted'],
    ['only zeros reported', [done(90, 'C01', 'J01', 0)], 'notStarted'],
    ['only a stop reported', [stopped(90, 'C01')], 'notStarted'],
    ['a survey', [reached(85, 'C01', 'M01')], 'preparation'],
    ['removals begun', [done(90, 'C01', 'J01', 0.2)], 'preparation'],
    ['removals done', [done(99, 'C01', 'J01', 1)], 'preparation'],
    ['the start', [reached(100, 'C01', 'M09')], 'underConstruction'],
    ['drains begun, no start reported', [done(110, 'C01', 'J03', 0.01)], 'underConstruction'],
    ['nearly everything', [done(190, 'C01', 'J01', 1), done(190, 'C01', 'J03', 0.99)], 'underConstruction'],
    ['every item done', [done(190, 'C01', 'J01', 1), done(190, 'C01', 'J03', 1)], 'finished'],
    ['one item done, the other missing', [done(190, 'C01', 'J03', 1)], 'underConstruction'],
    ['the finish', [reached(200, 'C01', 'M11')], 'finished'],
    ['the acceptance', [reached(221, 'C01', 'M12')], 'accepted'],
    ['the hand-over alone', [reached(231, 'C01', 'M13')], 'accepted'],
  ] as const)('%s', (_, reports, stage) => expect(stageAfter([...reports])).toBe(stage))

  it('is not finished without any item', () => {
    expect(stageAfter([], { communities: { C01: {} }, baseline: [] })).toBe('notStarted')
  })

  it('takes any work as construction where the plan has no start milestone', () => {
    expect(stageAfter([done(190, 'C01', 'J03', 0.5)], { milestones: { M01: ['preparation', 90] } })).toBe('underConstruction')
  })
})
