import { describe, expect, it } from 'vitest'
import { indexProgramme } from '@/analysis/progress/index-programme'
import { measureGroup, measureProgress } from '@/analysis/progress/measure-progress'
import type { Day } from '@/domain/day'
import type { Weighting } from '@/domain/progress'
import { done, makeProgramme, reached, type MadeProgramme } from '../../fixtures/made-programme'

const measure = (day: Day, made: MadeProgramme, weighting?: Weighting) => measureProgress(indexProgramme(makeProgramme(made)), day, weighting)

/** Day 150: C01 planned 0.5 and done 0.2, C02 planned 0.5 and done 0.6, C03 without a report. */
const three: MadeProgramme = {
  communities: {
    C01: { floorAreaM2: 1000, households: 90 }, C02: { floorAreaM2: 3000, households: 10, districtId: 'west' }, C03: { floorAreaM2: 6000, households: 900 },
  },
  baseline: [['C01', 'J02', 100, 200, 1], ['C02', 'J02', 100, 200, 7], ['C03', 'J02', 100, 200, 1]],
  reports: [done(150, 'C01', 'J02', 0.2), done(150, 'C02', 'J02', 0.6)],
}

describe('measureProgress, districts and programme', () => {
  it.each([
    ['floorArea', 0.5, 0], // (1000 × 0.2 + 3000 × 0.6)/4000
    ['households', 0.24, 0.26], // (90 × 0.2 + 10 × 0.6)/100
    ['communities', 0.4, 0.1], // (0.2 + 0.6)/2
  ] as const)('weighted by %s stands at %d, %d behind', (weighting, actual, gap) => {
    const { programme, weighting: named } = measure(150, three, weighting)
    expect(programme.actualShare).toBeCloseTo(actual, 12)
    expect(programme.gapShare).toBeCloseTo(gap, 12)
    expect([programme.weighting, named]).toEqual([weighting, weighting])
  })

  it('weighs by floor area unless told otherwise', () => {
    expect(measure(150, three)).toMatchObject({ day: 150, weighting: 'floorArea', programme: { id: 'programme', weighting: 'floorArea' } })
  })

  it('names the members and those without a report', () => {
    const { programme, districts } = measure(150, three)
    expect(programme).toMatchObject({ communityIds: ['C01', 'C02', 'C03'], unreportedIds: ['C03'] })
    expect(districts.map(({ id, communityIds, unreportedIds }) => [id, communityIds, unreportedIds])).toEqual([
      ['east', ['C01', 'C03'], ['C03']], ['west', ['C02'], []],
    ])
    expect(districts[0]!.actualShare).toBe(0.2)
  })

  it('plans over everything and compares over what is known', () => {
    const made = { ...three, baseline: [...three.baseline!.slice(0, 2), ['C03', 'J02', 0, 100, 1]] as NonNullable<MadeProgramme['baseline']> }
    // C03 is planned to be finished: (1000 × 0.5 + 3000 × 0.5 + 6000 × 1)/10000
    expect(measure(150, made).programme).toMatchObject({ plannedShare: expect.closeTo(0.8, 12), comparablePlannedShare: expect.closeTo(0.5, 12) })
  })

  it('leaves out of a group what is left out of its communities', () => {
    const made: MadeProgramme = {
      baseline: [['C01', 'J02', 100, 200, 1], ['C01', 'J09', 0, 100, 1], ['C02', 'J02', 100, 200, 1]],
      reports: [done(150, 'C01', 'J02', 0.5), done(150, 'C02', 'J02', 0.5)],
    }
    // J09 of C01 is due and missing: without it both stand exactly at plan.
    expect(measure(150, made).programme).toMatchObject({ gapShare: 0, spi: 1, unreportedIds: [], plannedShare: expect.closeTo(0.625, 12) })
  })

  it('knows nothing of a district without communities, before the first report, or without weights', () => {
    expect(measure(150, { communities: { C01: {} } }).districts[1]).toMatchObject({ communityIds: [], plannedShare: 0, actualShare: null, gapShare: null })
    expect(measure(140, three).programme).toMatchObject({ actualShare: null, gapShare: null, spi: null, unreportedIds: ['C01', 'C02', 'C03'] })
    expect(measure(150, { ...three, communities: { C01: { households: 0 }, C02: { households: 0 }, C03: { households: 0 } } }, 'households').programme.actualShare).toBeNull()
  })

  it('is 0, not unknown, before anything is due', () => {
    expect(measure(100, { ...three, reports: [] }).programme).toMatchObject({ plannedShare: 0, actualShare: 0, gapShare: 0, spi: null, unreportedIds: [] })
  })
})

describe('measureGroup', () => {
  it('measures any set of communities', () => {
    const programme = makeProgramme(three)
    const { communities } = measureProgress(indexProgramme(programme), 150)
    expect(measureGroup('mine', programme.communities.slice(1, 2), communities, 'communities')).toMatchObject({ id: 'mine', communityIds: ['C02'], actualShare: 0.6 })
  })
})

describe('measureProgress, buildings', () => {
  const made: MadeProgramme = {
    items: { J02: {}, J14: { scope: 'building' }, W07: { scope: 'building' } },
    baseline: [['C01', 'J02', 100, 200, 1], ['C01', 'J14', 100, 200, 10], ['C01', 'W07', 140, 240, 50], ['C02', 'J02', 100, 200, 1]],
    buildings: { 'C01-B1': {}, 'C01-B2': {}, 'C02-B1': {} },
    reports: [
      done(130, 'C01', 'J02', 1), done(130, 'C01', 'J14', 0.6, 'C01-B1'), done(130, 'C01', 'W07', 0.3, 'C01-B1'), done(130, 'C02', 'J02', 0.25),
    ],
  }

  it('go by their own items and the weights of the baseline', () => {
    // planned (10 × 0.4 + 50 × 0)/60, actual (10 × 0.6 + 50 × 0.3)/60; J02 is not done to buildings
    expect(measure(140, made).buildings.get('C01-B1')).toMatchObject({
      communityId: 'C01', usesCommunityShare: false, plannedShare: expect.closeTo(4 / 60, 12), actualShare: expect.closeTo(0.35, 12), isFinished: false,
    })
    expect(measure(140, made).buildings.get('C01-B1')!.items.map(({ itemCode }) => itemCode)).toEqual(['J14', 'W07'])
  })

  it('are not known where nothing is reported and something is due', () => {
    expect(measure(100, made).buildings.get('C01-B2')).toMatchObject({ actualShare: 0 })
    expect(measure(101, made).buildings.get('C01-B2')).toMatchObject({ actualShare: null, isFinished: false })
  })

  it('without items of their own show the share of their community and say so', () => {
    expect(measure(150, made).buildings.get('C02-B1')).toEqual({
      buildingId: 'C02-B1', communityId: 'C02', usesCommunityShare: true, plannedShare: 0.5, comparablePlannedShare: 0.5, actualShare: 0.25,
      gapShare: 0.25, spi: 0.5, items: [], isFinished: false,
    })
  })

  it('are finished when all their items are, or else with their community', () => {
    const last = [done(180, 'C01', 'J14', 1, 'C01-B1'), done(190, 'C01', 'W07', 1, 'C01-B1'), reached(195, 'C02', 'M11')]
    const more: MadeProgramme = { ...made, milestones: { M11: ['finish', 200] }, reports: [...made.reports!, ...last] }
    const finished = (day: Day) => measure(day, more).rates.buildingsFinished.ids
    expect([189, 190, 195].map(finished)).toEqual([[], ['C01-B1'], ['C01-B1', 'C02-B1']])
  })
})

describe('measureProgress, rates', () => {
  it('counts against the control totals, so that a rate may exceed 1', () => {
    const made: MadeProgramme = {
      ...three, plan: { controlTotals: { communities: 2, buildings: 1, households: 0, floorAreaM2: 0 } }, milestones: { M09: ['start', 100] },
      reports: [reached(100, 'C01', 'M09'), reached(100, 'C02', 'M09'), reached(100, 'C03', 'M09')],
    }
    expect(measure(150, made).rates.started).toEqual({ ids: ['C01', 'C02', 'C03'], denominator: 2, share: 1.5 })
  })
})
