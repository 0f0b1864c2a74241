import { describe, expect, it } from 'vitest'
import { compareDays } from '@/analysis/progress/compare-days'
import { findSequenceConflicts } from '@/analysis/progress/find-sequence-conflicts'
import { indexProgramme } from '@/analysis/progress/index-programme'
import { measureProgress } from '@/analysis/progress/measure-progress'
import { parseDay, type Day } from '@/domain/day'
import { WEIGHTINGS } from '@/domain/progress'
import { FIRST_DATE, HAND_WORKED_PROGRAMME, SECOND_DATE } from '../../fixtures/hand-worked-programme'

/** Every figure of `fixtures/hand-worked-answers.md`, in the order of that page. */
const index = indexProgramme(HAND_WORKED_PROGRAMME)
const first = measureProgress(index, FIRST_DATE)
const second = measureProgress(index, SECOND_DATE)
const on = (text: string): Day => parseDay(text)!

/** Planned, actual, days behind of an item; actual and days null where missing. */
type ItemAnswer = [code: string, plannedShare: number, actualShare: number | null, behindDays: number | null]

function expectItems(progress: typeof first, id: string, answers: ItemAnswer[]): void {
  const { items } = progress.communities.get(id)!
  expect(items.map(({ itemCode }) => itemCode)).toEqual(answers.map(([code]) => code))
  answers.forEach(([code, plannedShare, actualShare, behindDays], i) => {
    expectShare(items[i]!.plannedShare, plannedShare, `${id} ${code} planned`)
    expectShare(items[i]!.actualShare, actualShare, `${id} ${code} actual`)
    expectShare(items[i]!.behindDays, behindDays, `${id} ${code} days behind`)
  })
}

function expectShare(got: number | null, wanted: number | null, what: string): void {
  if (wanted === null || got === null) expect(got, what).toBe(wanted)
  else expect(got, what).toBeCloseTo(wanted, 6)
}

/** Comparable planned, actual, gap, SPI. */
function expectShares(
  got: { comparablePlannedShare: number | null; actualShare: number | null; gapShare: number | null; spi: number | null },
  [planned, actual, gap, spi]: [number | null, number | null, number | null, (number | null)?], what: string,
): void {
  expectShare(got.comparablePlannedShare, planned, `${what} planned`)
  expectShare(got.actualShare, actual, `${what} actual`)
  expectShare(got.gapShare, gap, `${what} gap`)
  if (spi !== undefined) expectShare(got.spi, spi, `${what} SPI`)
}

describe('the programme worked by hand, its plan', () => {
  it('has a main class and counts per class', () => {
    const counts = [...second.communities.values()].map(({ mainClass, classCounts: { basic, improved, enhanced } }) =>
      [mainClass, basic.selected, improved.selected, enhanced.selected])
    expect(counts).toEqual([['enhanced', 4, 0, 1], ['improved', 4, 1, 0], ['basic', 3, 0, 0]])
  })
})

describe('the programme worked by hand, 25 July', () => {
  it('measures C01', () => {
    expectItems(first, 'C01', [['J01', 1, 1, 0], ['J03', 0.8, 0.7, 5], ['J09', 0, 0, 0], ['J14', 0.2, 0.5, 0], ['T01', 0, 0, 0]])
    const c01 = first.communities.get('C01')!
    expectShares(c01, [0.38, 0.41, -0.03, 1.078947], 'C01')
    expect(c01).toMatchObject({
      missingItemCodes: [], lamp: 'normal', cause: null, stage: 'underConstruction', stoppedSince: null, silentDays: null,
      lastReportedOn: on('2024-07-22'),
    })
    expect(c01.items[3]).toMatchObject({ itemCode: 'J14', knownBuildings: 1 })
    expectShares(first.buildings.get('C01-B1')!, [0.2, 0.5, -0.3], 'C01-B1')
    expectShares(first.buildings.get('C01-B2')!, [null, null, null], 'C01-B2')
  })

  it('measures C02', () => {
    expectItems(first, 'C02', [['J01', 1, 0.6, 64], ['J03', 0.5, 0.25, 20], ['J09', 0, 0, 0], ['J14', 0.6, 0.2, 20], ['W07', 0, 0, 0]])
    const c02 = first.communities.get('C02')!
    expectShares(c02, [0.21, 0.1, 0.11, 0.47619], 'C02')
    expect(c02).toMatchObject({
      missingItemCodes: [], lamp: 'late', cause: { kind: 'milestone', code: 'M09', overdueDays: 40 }, stage: 'underConstruction',
      stoppedSince: null, silentDays: null,
    })
    expectShares(first.buildings.get('C02-B1')!, [0.1, 0.1, 0], 'C02-B1')
    expectShares(first.buildings.get('C02-B2')!, [0.1, 0, 0.1], 'C02-B2')
  })

  it('does not know C03, which never reported', () => {
    const c03 = first.communities.get('C03')!
    expectShares(c03, [null, null, null, null], 'C03')
    expect(c03).toMatchObject({ missingItemCodes: ['J01', 'J03'], stage: 'notStarted', lamp: null, stoppedSince: null, silentDays: null })
    expect(c03.items[2]).toMatchObject({ itemCode: 'J09', actualShare: 0 })
    expect(c03.milestones.map(({ code, lateDays }) => [code, lateDays])).toEqual([
      ['M01', 61], ['M02', 55], ['M09', 40], ['M11', null], ['M12', null],
    ])
    expectShares(first.buildings.get('C03-B1')!, [null, null, null], 'C03-B1')
  })

  it('puts districts and programme together under each weight', () => {
    const answers = { floorArea: [0.323333, 0.306667, 0.016667], households: [0.304444, 0.272222, 0.032222], communities: [0.295, 0.255, 0.04] } as const
    for (const weighting of WEIGHTINGS) {
      const { programme, districts } = measureProgress(index, FIRST_DATE, weighting)
      expectShares(programme, [...answers[weighting]], `programme by ${weighting}`)
      expectShares(districts[0]!, [...answers[weighting]], `east by ${weighting}`)
      expectShares(districts[1]!, [null, null, null], `west by ${weighting}`)
      expect(programme.unreportedIds).toEqual(['C03'])
      expect(districts[1]!.unreportedIds).toEqual(['C03'])
    }
  })

  it('counts rates, and finds nothing stopped, silent or out of sequence', () => {
    expect(first.rates.started).toMatchObject({ ids: ['C01', 'C02'], denominator: 3 })
    expect(first.rates.finished).toMatchObject({ ids: [], denominator: 3, share: 0 })
    expect(first.rates.accepted).toMatchObject({ ids: [], denominator: 3, share: 0 })
    expect(findSequenceConflicts(index, FIRST_DATE)).toEqual([])
    expect([...first.communities.values()].filter(({ stoppedSince, silentDays }) => stoppedSince !== null || silentDays !== null)).toEqual([])
  })
})

describe('the programme worked by hand, 13 September', () => {
  it('measures C01 without the item that is missing', () => {
    expectItems(second, 'C01', [['J01', 1, 1, 0], ['J03', 1, 1, 0], ['J09', 0.6, 0.45, 7.5], ['J14', 0.7, 0.4, 30], ['T01', 0.25, null, null]])
    const c01 = second.communities.get('C01')!
    expectShares(c01, [0.8, 0.683333, 0.116667, 0.854167], 'C01')
    expect(c01.plannedShare).toBeCloseTo(0.745, 12)
    expect(c01).toMatchObject({ missingItemCodes: ['T01'], lamp: 'warning', stage: 'underConstruction', lastReportedOn: on('2024-09-09') })
    expect(c01.cause).toMatchObject({ kind: 'item', itemCode: 'J14', behindDays: 30 })
    expectShares(second.buildings.get('C01-B1')!, [0.7, 0.8, -0.1], 'C01-B1')
    expectShares(second.buildings.get('C01-B2')!, [0.7, 0.2, 0.5], 'C01-B2')
  })

  it('measures C02 against the baseline, not against the later plan', () => {
    expectItems(second, 'C02', [['J01', 1, 0.6, 114], ['J03', 1, 0.55, 46], ['J09', 0.125, 0.1, 1], ['J14', 1, 0.6, 50], ['W07', 0.5, 0.4, 10]])
    const c02 = second.communities.get('C02')!
    expectShares(c02, [0.61875, 0.415, 0.20375, 0.670707], 'C02')
    expect(c02.items[1]).toMatchObject({ itemCode: 'J03', replannedFinish: on('2024-10-20'), slipDays: 47 })
    expect(c02).toMatchObject({
      missingItemCodes: [], lamp: 'late', stage: 'underConstruction', stoppedSince: on('2024-08-27'), silentDays: 15,
      startedOn: on('2024-07-20'), lastReportedOn: on('2024-08-29'),
    })
    expect(c02.cause).toMatchObject({ kind: 'item', itemCode: 'J03' })
    expect(c02.cause).toHaveProperty('behindDays', 46)
    expectShares(second.buildings.get('C02-B1')!, [0.583333, 0.416667, 0.166667], 'C02-B1')
    expectShares(second.buildings.get('C02-B2')!, [0.583333, 0.441667, 0.141667], 'C02-B2')
  })

  it('measures C03, late by a milestone although all its items are done', () => {
    expectItems(second, 'C03', [['J01', 1, 1, 0], ['J03', 0.9, 1, 0], ['J09', 1, 1, 0]])
    const c03 = second.communities.get('C03')!
    expectShares(c03, [0.95, 1, -0.05, 1.052632], 'C03')
    expect(c03).toMatchObject({
      lamp: 'late', cause: { kind: 'milestone', code: 'M02', overdueDays: 105 }, stage: 'finished', finishedOn: null, stoppedSince: null,
      silentDays: null, behindDays: 0,
    })
    expect(second.buildings.get('C03-B1')).toMatchObject({ usesCommunityShare: true, actualShare: 1, isFinished: true })
    expectShares(second.buildings.get('C03-B1')!, [0.95, 1, -0.05], 'C03-B1')
  })

  it('puts districts and programme together under each weight', () => {
    const east = { floorArea: [0.739583, 0.593889, 0.145694], households: [0.719444, 0.564074, 0.15537], communities: [0.709375, 0.549167, 0.160208] } as const
    const all = { floorArea: [0.760625, 0.6345, 0.126125], households: [0.7425, 0.607667, 0.134833], communities: [0.789583, 0.699444, 0.090139] } as const
    for (const weighting of WEIGHTINGS) {
      const { programme, districts } = measureProgress(index, SECOND_DATE, weighting)
      expectShares(programme, [...all[weighting]], `programme by ${weighting}`)
      expectShares(districts[0]!, [...east[weighting]], `east by ${weighting}`)
      expectShares(districts[1]!, [0.95, 1, -0.05], `west by ${weighting}`)
      expect(programme.unreportedIds).toEqual([])
    }
    expectShare(second.programme.spi, 0.834182, 'SPI')
  })

  it('counts lamps and rates, and names the stopped and the silent', () => {
    const all = [...second.communities.values()]
    expect(all.map(({ lamp }) => lamp)).toEqual(['warning', 'late', 'late'])
    expect(second.rates.started).toMatchObject({ ids: ['C01', 'C02', 'C03'], denominator: 3, share: 1 })
    expect(second.rates.finished).toMatchObject({ ids: ['C03'], denominator: 3 })
    expect(second.rates.accepted).toMatchObject({ ids: [], denominator: 3 })
    expect(all.filter(({ stoppedSince }) => stoppedSince !== null).map(({ communityId }) => communityId)).toEqual(['C02'])
    expect(all.filter(({ silentDays }) => silentDays !== null).map(({ communityId }) => communityId)).toEqual(['C02'])
  })

  it('finds the conflicts of J09 with J03', () => {
    const common = { itemCode: 'J09', prerequisiteCode: 'J03' }
    expect(findSequenceConflicts(index, SECOND_DATE)).toEqual([
      { communityId: 'C02', kind: 'early', ...common, since: on('2024-08-20'), prerequisiteShare: 0.55, isOpen: true },
      { communityId: 'C03', kind: 'early', ...common, since: on('2024-09-09'), prerequisiteShare: 0.8, isOpen: false },
      { communityId: 'C03', kind: 'redug', ...common, since: on('2024-09-12'), prerequisiteShare: 0.8, isOpen: false },
    ])
  })

  it('tells what changed since 25 July', () => {
    const change = compareDays(first, second)
    expect(change.gainedShare).toBeCloseTo(0.327833, 6)
    expect(change).toMatchObject({
      started: ['C03'], finished: ['C03'], accepted: [], newlyWarning: ['C01'], newlyLate: ['C03'], recovered: [], newlyStopped: ['C02'],
      buildingsFinished: ['C03-B1'],
    })
  })
})
