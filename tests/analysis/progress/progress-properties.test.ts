import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findSequenceConflicts } from '@/analysis/progress/find-sequence-conflicts'
import { indexProgramme } from '@/analysis/progress/index-programme'
import { measureProgress } from '@/analysis/progress/measure-progress'
import type { Day } from '@/domain/day'
import type { Programme, Report } from '@/domain/programme'
import { WEIGHTINGS, type ProgrammeProgress, type ShareComparison } from '@/domain/progress'
import { done, makeProgramme, reached, replanned, resumed, stopped } from '../../fixtures/made-programme'

/** Laws that hold for every ledger, tried on random ones over 3 communities, 4 items and days 0 … 400. */
const COMMUNITIES = ['C01', 'C02', 'C03']
const ITEMS = ['J01', 'J02', 'J09', 'J14']
const day = fc.nat(400)
const community = fc.constantFrom(...COMMUNITIES)
const share = fc.integer({ min: 0, max: 1000 }).map((n) => n / 1000)

const baselineRow = fc.tuple(fc.nat(300), fc.nat(150), fc.integer({ min: 1, max: 9 }))
const report: fc.Arbitrary<Omit<Report, 'row'>> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(day, community, fc.constantFrom('J01', 'J02', 'J09'), share).map(([on, id, item, done_]) => done(on, id, item, done_)) },
  { weight: 2, arbitrary: fc.tuple(day, community, fc.constantFrom(1, 2), share).map(([on, id, n, done_]) => done(on, id, 'J14', done_, `${id}-B${n}`)) },
  fc.tuple(day, fc.nat(20), community, fc.constantFrom('M01', 'M09', 'M11')).map(([on, wait, id, code]) => reached(on, id, code, on + wait)),
  fc.tuple(day, community).map(([on, id]) => stopped(on, id)),
  fc.tuple(day, community).map(([on, id]) => resumed(on, id)),
  fc.tuple(day, community, fc.constantFrom(...ITEMS), day).map(([on, id, item, to]) => replanned(on, id, item, to)),
)

const programme: fc.Arbitrary<Programme> = fc
  .record({
    plans: fc.array(fc.array(baselineRow, { minLength: 1, maxLength: ITEMS.length }), { minLength: 3, maxLength: 3 }),
    areas: fc.array(fc.integer({ min: 1, max: 9000 }), { minLength: 3, maxLength: 3 }),
    reports: fc.array(report, { maxLength: 30 }),
  })
  .map(({ plans, areas, reports }) =>
    makeProgramme({
      communities: Object.fromEntries(COMMUNITIES.map((id, i) => [id, { floorAreaM2: areas[i]!, households: areas[i]! % 90, districtId: i < 2 ? 'east' : 'west' }])),
      items: { J01: {}, J02: { underground: true }, J09: { after: ['J02'] }, J14: { scope: 'building' } },
      milestones: { M01: ['preparation', 50], M09: ['start', 100], M11: ['finish', 300] },
      buildings: Object.fromEntries(COMMUNITIES.flatMap((id) => [[`${id}-B1`, { floorAreaM2: 700 }], [`${id}-B2`, { floorAreaM2: 1300 }]])),
      baseline: plans.flatMap((rows, i) => rows.map(([start, length, weight], j) => [COMMUNITIES[i]!, ITEMS[j]!, start, start + length, weight] as [string, string, Day, Day, number])),
      reports,
    }),
  )

/** All figures of a day, as plain values. */
function figures(made: Programme, on: Day) {
  const index = indexProgramme(made)
  const progress = WEIGHTINGS.map((weighting) => plain(measureProgress(index, on, weighting)))
  return { progress, conflicts: findSequenceConflicts(index, on) }
}
const plain = ({ communities, buildings, ...rest }: ProgrammeProgress) => ({ ...rest, communities: [...communities.values()], buildings: [...buildings.values()] })
const all = ({ programme: whole, districts, communities, buildings }: ProgrammeProgress): ShareComparison[] =>
  [whole, ...districts, ...communities.values(), ...buildings.values()]
const withReports = (made: Programme, more: Omit<Report, 'row'>[]): Programme =>
  ({ ...made, reports: [...made.reports, ...more.map((one, i) => ({ ...one, row: 1000 + i }))] })
const law = <T>(name: string, property: fc.IProperty<T>) => it(name, () => fc.assert(property, { numRuns: 60 }))

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    Object.values(value).forEach(freeze)
  }
  return value
}

describe('progress', () => {
  law('never depends on the order of reports', fc.property(
    programme.chain((made) => fc.tuple(fc.constant(made), fc.shuffledSubarray([...made.reports], { minLength: made.reports.length }))), day,
    ([made, reports], on) => {
      expect(figures({ ...made, reports }, on)).toEqual(figures(made, on))
    },
  ))

  law('of a day never changes by a later report', fc.property(programme, fc.array(report, { maxLength: 10 }), day, (made, more, on) => {
    const later = more.map((one) => ({ ...one, reportedOn: on + 1 + one.reportedOn }))
    expect(figures(withReports(made, later), on)).toEqual(figures(made, on))
  }))

  law('never changes its plan or gap by re-planning', fc.property(programme, fc.array(fc.tuple(day, community, fc.constantFrom(...ITEMS), day), { maxLength: 10 }), day, (made, more, on) => {
    const [before, after] = [made, withReports(made, more.map(([at, id, item, to]) => replanned(at, id, item, to)))]
      .map((one) => all(measureProgress(indexProgramme(one), on)).map(({ plannedShare, actualShare, gapShare, spi }) => ({ plannedShare, actualShare, gapShare, spi })))
    expect(after).toEqual(before)
  }))

  law('of the others never changes by adding a community that is due and silent', fc.property(programme, baselineRow, fc.integer({ min: 1, max: 9000 }), day, (made, [start, length, weight], floorAreaM2, wait) => {
    const silent = { ...made.communities[0]!, id: 'C99', floorAreaM2, households: 50 }
    const more: Programme = {
      ...made, communities: [...made.communities, silent],
      baseline: [
        ...made.baseline,
        { communityId: 'C99', itemCode: 'J01', plannedStart: start, plannedFinish: start + length, weight },
        { communityId: 'C99', itemCode: 'J09', plannedStart: 900, plannedFinish: 950, weight: 3 }, // not due
      ],
    }
    const on = start + 1 + wait
    for (const weighting of WEIGHTINGS) {
      const [before, after] = [made, more].map((one) => measureProgress(indexProgramme(one), on, weighting).programme)
      expect([after!.actualShare, after!.gapShare, after!.comparablePlannedShare]).toEqual([before!.actualShare, before!.gapShare, before!.comparablePlannedShare])
      expect(after!.unreportedIds).toEqual([...before!.unreportedIds, 'C99'])
    }
  }))

  law('has a plan that only rises', fc.property(programme, day, day, (made, a, b) => {
    const index = indexProgramme(made)
    const [before, after] = [Math.min(a, b), Math.max(a, b)].map((on) => all(measureProgress(index, on)))
    before!.forEach((one, i) => expect(after![i]!.plannedShare).toBeGreaterThanOrEqual(one.plannedShare - 1e-12))
  }))

  law('stays within 0 and 1, and its gap and index fit its shares', fc.property(programme, day, (made, on) => {
    for (const one of all(measureProgress(indexProgramme(made), on))) {
      for (const value of [one.plannedShare, one.actualShare ?? 0, one.comparablePlannedShare ?? 0]) {
        expect(value).toBeGreaterThanOrEqual(0)
        expect(value).toBeLessThanOrEqual(1)
      }
      const unknown = [one.actualShare, one.comparablePlannedShare, one.gapShare].filter((value) => value === null)
      expect([0, 3]).toContain(unknown.length)
      if (one.actualShare !== null) expect(one.gapShare).toBeCloseTo(one.comparablePlannedShare! - one.actualShare, 12)
    }
  }))

  law('has no negative or endless delay', fc.property(programme, day, (made, on) => {
    for (const { behindDays, items } of measureProgress(indexProgramme(made), on).communities.values()) {
      for (const days of [behindDays, ...items.map((item) => item.behindDays)]) {
        if (days !== null) expect(days >= 0 && days <= on + 1).toBe(true)
      }
    }
  }))

  law('is the same each time and leaves frozen input as it is', fc.property(programme, day, (made, on) => {
    const copy = structuredClone(made)
    expect(figures(freeze(made), on)).toEqual(figures(made, on))
    expect(made).toEqual(copy)
  }))
})
