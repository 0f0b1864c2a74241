import { describe, expect, it } from 'vitest'
import { indexProgramme } from '@/analysis/progress/index-programme'
import { valueOn } from '@/analysis/progress/report-series'
import { done, makeProgramme, reached, replanned, resumed, stopped } from '../../fixtures/made-programme'

const programme = makeProgramme({
  items: { J14: { scope: 'building' } },
  milestones: { M09: ['start', 100] },
  baseline: [['C01', 'J02', 100, 200, 2], ['C01', 'J14', 100, 200, 1], ['C02', 'J02', 100, 200, 5]],
  buildings: { 'C01-B1': {}, 'C02-B1': {}, 'C01-B2': {} },
  reports: [
    done(120, 'C01', 'J02', 0.4), done(110, 'C01', 'J02', 0.1), done(120, 'C01', 'J14', 0.3, 'C01-B2'), reached(104, 'C01', 'M09', 107),
    stopped(130, 'C01', 133), resumed(140, 'C01', 141), replanned(125, 'C01', 'J02', 230),
  ],
})
const [c01, c02] = indexProgramme(programme).communities

describe('indexProgramme', () => {
  it('keeps the order of communities and groups what belongs to each', () => {
    expect(c01!.community.id).toBe('C01')
    expect(c01!.buildings.map(({ id }) => id)).toEqual(['C01-B1', 'C01-B2'])
    expect(c01!.items.map(({ item }) => item.code)).toEqual(['J02', 'J14'])
    expect(c01!.totalWeight).toBe(3)
    expect(c02!.totalWeight).toBe(5)
    expect(c02!.reports.days).toHaveLength(0)
  })

  it('makes one series per community item and one per building of a building item', () => {
    const [j02, j14] = c01!.items
    expect([...j02!.shares[0]!.days]).toEqual([110, 120])
    expect(j14!.shares).toHaveLength(2)
    expect(valueOn(j14!.shares[0]!, 150)).toBeNull()
    expect(valueOn(j14!.shares[1]!, 150)).toBe(0.3)
  })

  it('takes a correction as the share from its day on', () => {
    const reports = [done(110, 'C01', 'J02', 0.4), { ...done(120, 'C01', 'J02', 0.3), kind: 'correction' as const }, done(130, 'C01', 'J02', 0.35)]
    const [share] = indexProgramme({ ...programme, reports: reports.map((report, i) => ({ ...report, row: i + 2 })) }).communities[0]!.items[0]!.shares
    expect([115, 120, 130].map((day) => valueOn(share!, day))).toEqual([0.4, 0.3, 0.35])
  })

  it('dates a milestone by the day it was reached, from the day it was reported', () => {
    const { reached: series } = c01!.milestones[0]!
    expect(valueOn(series, 106)).toBeNull()
    expect(valueOn(series, 107)).toBe(104)
  })

  it('knows of any report', () => {
    expect([...c01!.reports.days]).toEqual([107, 110, 120, 125, 133, 141])
  })

  it('leaves out rows of the baseline whose item the plan does not know', () => {
    const { plan } = programme
    const without = indexProgramme({ ...programme, plan: { ...plan, items: plan.items.filter(({ code }) => code !== 'J02') } })
    expect(without.communities[0]!.items.map(({ item }) => item.code)).toEqual(['J14'])
    expect(without.communities[0]!.totalWeight).toBe(1)
    expect(without.communities[1]!.items).toEqual([])
  })
})
