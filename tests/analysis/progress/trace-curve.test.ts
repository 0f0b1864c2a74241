import { describe, expect, it } from 'vitest'
import { indexProgramme } from '@/analysis/progress/index-programme'
import { measureCommunity } from '@/analysis/progress/measure-community'
import { measureProgress } from '@/analysis/progress/measure-progress'
import { traceCommunity, traceGroup } from '@/analysis/progress/trace-curve'
import { done, makeProgramme } from '../../fixtures/made-programme'

const index = indexProgramme(makeProgramme({
  communities: { C01: { floorAreaM2: 1000, households: 10 }, C02: { floorAreaM2: 3000, households: 10 } },
  baseline: [['C01', 'J02', 100, 200, 1], ['C02', 'J02', 100, 200, 1]],
  reports: [done(120, 'C01', 'J02', 0.2), done(130, 'C02', 'J02', 0.4), done(170, 'C01', 'J02', 0.9)],
}))
const [c01] = index.communities

describe('traceCommunity', () => {
  it('has a point every step, and always the last day and the day it is known until', () => {
    const days = traceCommunity(c01!, 100, 110, 107, 3).map(({ day }) => day)
    expect(days).toEqual([100, 103, 106, 107, 109, 110])
  })

  it('has the same figures as the measure of the day', () => {
    for (const { day, plannedShare, actualShare } of traceCommunity(c01!, 90, 210, 210, 5)) {
      const measured = measureCommunity(c01!, index, day)
      expect([day, plannedShare, actualShare]).toEqual([day, measured.plannedShare, measured.actualShare])
    }
  })

  it('ends the actual after the last known day and goes on with the plan', () => {
    const points = traceCommunity(c01!, 100, 200, 150, 25)
    expect(points).toEqual([
      { day: 100, plannedShare: 0, actualShare: 0 }, { day: 125, plannedShare: 0.25, actualShare: 0.2 }, { day: 150, plannedShare: 0.5, actualShare: 0.2 },
      { day: 175, plannedShare: 0.75, actualShare: null }, { day: 200, plannedShare: 1, actualShare: null },
    ])
  })

  it('leaves a gap where nothing was reported', () => {
    expect(traceCommunity(c01!, 110, 120, 120, 5).map(({ actualShare }) => actualShare)).toEqual([null, null, 0.2])
  })

  it('of a single day is one point', () => {
    expect(traceCommunity(c01!, 120, 120, 120)).toEqual([{ day: 120, plannedShare: 0.2, actualShare: 0.2 }])
  })

  it('of a community without a plan is flat', () => {
    const empty = indexProgramme(makeProgramme({ communities: { C09: {} } }))
    const points = traceCommunity(empty.communities[0]!, 100, 110, 105, 5)
    expect(points.map(({ plannedShare, actualShare }) => [plannedShare, actualShare])).toEqual([[0, null], [0, null], [0, null]])
  })
})

describe('traceGroup', () => {
  it('weighs as it is told', () => {
    const actual = (weighting: 'floorArea' | 'communities') => traceGroup(index.communities, weighting, 140, 150, 150, 10)[0]!.actualShare
    expect(actual('floorArea')).toBeCloseTo(0.35, 12) // (1000 × 0.2 + 3000 × 0.4)/4000
    expect(actual('communities')).toBeCloseTo(0.3, 12)
  })

  it('has the same figures as the programme of the day', () => {
    for (const { day, plannedShare, actualShare } of traceGroup(index.communities, 'households', 95, 205, 205, 11)) {
      const { programme } = measureProgress(index, day, 'households')
      expect([day, plannedShare, actualShare]).toEqual([day, programme.plannedShare, programme.actualShare])
    }
  })

  it('ends the actual after the last known day', () => {
    const points = traceGroup(index.communities, 'floorArea', 100, 200, 130, 50)
    expect(points.map(({ day, actualShare }) => [day, actualShare === null])).toEqual([[100, false], [130, false], [150, true], [200, true]])
    expect(points.at(-1)!.plannedShare).toBe(1)
  })
})
