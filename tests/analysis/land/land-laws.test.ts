import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chooseGreedily } from '@/analysis/choice/choose-greedily'
import { problemOf } from '@/analysis/land/cover-sites'
import type { LandInput } from '@/analysis/land/land-input'
import type { LandAnswer, LandQuestion } from '@/domain/land'
import { FACILITY_TYPES } from '@/domain/place'
import { box, drawnTown, residence, space, SPACES, street, type Corner } from '../../fixtures/drawn-town'
import { answered, answerOn, measured, prepared } from '../../fixtures/drawn-answers'
import { bestByTrying } from '../../fixtures/small-covers'

/** Laws of the whole way from data to answer. Each run builds a town, so runs are few, and slow on a busy machine. */
const RUNS = { numRuns: 12, seed: 7 }
const TIMEOUT_MS = 60_000

const question: fc.Arbitrary<Partial<LandQuestion>> = fc.record({
  facilityType: fc.constantFrom('elderlyCare' as const, 'childcare' as const), mode: fc.constantFrom('walk' as const, 'line' as const),
  radiusM: fc.integer({ min: 1, max: 900 }).map((metres) => metres + 0.37), gapM: fc.constantFrom(0, 4.9, 8, 20), minLandAreaM2: fc.constantFrom(0, 150, 400, 700),
  siteCount: fc.integer({ min: 1, max: 6 }), isCapacityLimited: fc.boolean(), wantedShare: fc.option(fc.double({ min: 0.01, max: 1, noNaN: true }), { nil: null }),
  mustInclude: fc.subarray(['S9']), mustExclude: fc.subarray(['S1', 'S3']),
})

const crossing = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: -1, max: 8 })).map(([x, y]): Corner => [x * 50, y * 50])

/** Houses, rectangles of land and streets anywhere in the drawn town, beside its own; some streets end at the river. */
const additions: fc.Arbitrary<Partial<LandInput>> = fc.record({
  residences: fc.array(fc.tuple(fc.integer({ min: -90, max: 700 }), fc.integer({ min: -90, max: 450 }), fc.integer({ min: 0, max: 90 })), { maxLength: 8 })
    .map((list) => list.map(([x, y, households], i) => residence(`N${i}`, x, y, households))),
  spaces: fc.array(fc.tuple(fc.integer({ min: -90, max: 700 }), fc.integer({ min: -90, max: 430 }), fc.integer({ min: 8, max: 60 }), fc.integer({ min: 8, max: 60 })), { maxLength: 5 })
    .map((list) => list.map(([x, y, width, height], i) => space(`N${i}`, box(x, y, x + width, y + height)))),
  roads: fc.array(fc.record({
    line: fc.array(crossing, { minLength: 2, maxLength: 4 }), bridge: fc.boolean(), walkable: fc.boolean(), class: fc.constantFrom('arterial' as const, 'lane' as const),
  }), { maxLength: 4 }).map((list) => list.map(({ line, ...own }, i) => street(`N${i}`, line, own))),
}).map(({ residences, spaces, roads }) => ({
  residences: [...drawnTown().residences, ...residences], spaces: [...Object.values(SPACES), ...spaces], roads: [...drawnTown().roads, ...roads],
}))

const bytes = (answer: LandAnswer): string => JSON.stringify(answer, (_, value: unknown) => (ArrayBuffer.isView(value) ? [...(value as Float64Array)].map(String) : value))
const site = (answer: LandAnswer, id: string) => answer.sites.find((one) => one.id === id)

describe('laws of finding land', { timeout: TIMEOUT_MS }, () => {
  it('gives the same bytes for the same question', () => {
    fc.assert(fc.property(question, additions, (asked, own) => {
      expect(bytes(answered(asked, own))).toBe(bytes(answered(asked, own)))
    }), RUNS)
  })

  it('does not depend on what was asked before', () => {
    fc.assert(fc.property(fc.array(question, { minLength: 2, maxLength: 3 }), additions, (questions, own) => {
      const land = prepared(own)
      // What is kept from one question must not leak into the next.
      for (const asked of questions) expect(bytes(answerOn(land, asked))).toBe(bytes(answered(asked, own)))
    }), RUNS)
  })

  it('does not depend on the order of any layer', () => {
    fc.assert(fc.property(question, additions, fc.integer(), (asked, own, seed) => {
      const town = drawnTown(own)
      const layers = ['communities', 'buildings', 'residences', 'roads', 'water', 'facilities', 'hazards', 'contextBuildings', 'gates', 'spaces'] as const
      const turned = Object.fromEntries(layers.map((layer, i) => [layer, shuffled(town[layer] as readonly unknown[], seed + i)])) as Partial<LandInput>
      expect(bytes(answered(asked, turned))).toBe(bytes(answered(asked, own)))
    }), RUNS)
  })

  it('never reaches fewer people with a larger radius', () => {
    fc.assert(fc.property(question, additions, fc.integer({ min: 0, max: 400 }), (asked, own, more) => {
      const near = measured(asked, own)
      const far = measured({ ...asked, radiusM: asked.radiusM! + more }, own)
      near.measures.forEach(({ reachedPeople, reachedHouseholds }, s) => {
        expect(far.sites[s]!.id).toBe(near.sites[s]!.id)
        expect(far.measures[s]!.reachedPeople).toBeGreaterThanOrEqual(reachedPeople)
        expect(far.measures[s]!.reachedHouseholds).toBeGreaterThanOrEqual(reachedHouseholds)
      })
      near.isServed.forEach((isServed, p) => expect(far.isServed[p]).toBeGreaterThanOrEqual(isServed))
    }), RUNS)
  })

  it('does not change the score of a site when a space far away is added', () => {
    fc.assert(fc.property(question, (asked) => {
      const before = answered(asked)
      // 500 m north of the town, larger than any.
      const after = answered(asked, { bounds: null, spaces: [...Object.values(SPACES).filter(({ id }) => id !== 'S7'), space('Z9', box(300, 900, 360, 960))] })
      for (const { id, score, contributions, reachedPeople } of before.sites) {
        expect(site(after, id)).toMatchObject({ score, contributions, reachedPeople })
      }
    }), RUNS)
  })

  it('chooses no worse than the greedy way, and as well as trying every choice', () => {
    fc.assert(fc.property(question, additions, (asked, own) => {
      const land = measured(asked, own)
      const problem = problemOf(land)
      if (problem.candidateCount > 11) return
      const { choice } = answered(asked, own)
      if (choice.problem === 'conflict') return
      expect(choice.isProven).toBe(true)
      expect(choice.newlyCoveredPeople).toBeCloseTo(bestByTrying(problem, asked.siteCount!), 6)
      expect(choice.newlyCoveredPeople).toBeGreaterThanOrEqual(chooseGreedily(problem, Math.min(asked.siteCount!, problem.candidateCount)).covered - 1e-9)
      expect(choice.bound).toBeGreaterThanOrEqual(choice.newlyCoveredPeople - 1e-9)
    }), RUNS)
  })

  it('keeps to what must and must not be chosen, and to the number', () => {
    fc.assert(fc.property(question, additions, (asked, own) => {
      const { choice, sites } = answered(asked, own)
      expect(choice.siteIds.length).toBeLessThanOrEqual(asked.siteCount!)
      for (const id of asked.mustExclude!) expect(choice.siteIds).not.toContain(id)
      for (const id of asked.mustInclude!) if (sites.some((one) => one.id === id)) expect(choice.siteIds).toContain(id)
    }), RUNS)
  })

  it('adds the newly covered to those served before, per town and per community', () => {
    fc.assert(fc.property(question, additions, (asked, own) => {
      const { before, after, choice, communities, demand } = answered(asked, own)
      expect(after.coveredPeople - before.coveredPeople).toBeCloseTo(choice.newlyCoveredPeople, 6)
      expect(after.people).toBe(before.people)
      expect(after.coveredPeople).toBeLessThanOrEqual(after.people + 1e-9)
      for (const { people, servedBeforePeople, servedAfterPeople } of communities) {
        expect(servedBeforePeople).toBeLessThanOrEqual(servedAfterPeople)
        expect(servedAfterPeople).toBeLessThanOrEqual(people)
      }
      if (choice.fewestSites?.siteCount != null && choice.fewestSites.siteCount <= choice.siteIds.length && !choice.problem) {
        expect(after.coveredPeople / after.people).toBeGreaterThanOrEqual(asked.wantedShare! - 1e-9)
      }
      expect(demand.isServedAfter.length).toBe(demand.ids.length)
    }), RUNS)
  })

  it('serves exactly those whose way is within the radius', () => {
    fc.assert(fc.property(question, additions, (asked, own) => {
      const { demand } = answered(asked, own)
      demand.ids.forEach((id, p) => {
        expect([id, demand.isServedBefore[p] === 1]).toEqual([id, demand.distanceBeforeM[p]! <= asked.radiusM!])
        expect([id, demand.isServedAfter[p] === 1]).toEqual([id, demand.distanceAfterM[p]! <= asked.radiusM!])
      })
    }), RUNS)
  })

  it('walks no shorter than the straight line', () => {
    fc.assert(fc.property(question, additions, (asked, own) => {
      const walk = answered({ ...asked, mode: 'walk' }, own)
      const line = answered({ ...asked, mode: 'line' }, own)
      for (const { id, reachedPeople } of walk.sites) expect(site(line, id)!.reachedPeople).toBeGreaterThanOrEqual(reachedPeople)
    }), RUNS)
  })

  it('loses no space and uses none twice', () => {
    fc.assert(fc.property(question, additions, (asked, own) => {
      const { sites, exclusions } = answered(asked, own)
      const parts = [...sites, ...exclusions].flatMap(({ partIds }) => partIds)
      expect(parts.toSorted()).toEqual(own.spaces!.map(({ id }) => id).sort())
      for (const { findings } of exclusions) expect(findings.some(({ isHard }) => isHard)).toBe(true)
    }), RUNS)
  })

  it('answers for every type that the rules know', () => {
    const known = drawnTown().rules.facilities.map(({ type }) => type)
    for (const facilityType of FACILITY_TYPES.filter((type) => known.includes(type))) {
      expect(answered({ facilityType }).question.facilityType).toBe(facilityType)
    }
  })
})

function shuffled<T>(list: readonly T[], seed: number): T[] {
  let state = seed >>> 0
  return list.map((item) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return { item, key: state }
  }).sort((a, b) => a.key - b.key).map(({ item }) => item)
}
