import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clampedShareOf, rankOrder, scoreSites, weightsOf } from '@/analysis/siting/score-sites'
import type { CriterionSettings } from '@/analysis/siting/score-sites'
import { CRITERIA } from '@/domain/land-rules'
import type { CriterionId, CriterionSetting } from '@/domain/land-rules'

/** All criteria without weight except the named ones: weight, worst, best. */
function settings(named: Partial<Record<CriterionId, [number, number, number]>>): CriterionSettings {
  return Object.fromEntries(CRITERIA.map((id): [CriterionId, CriterionSetting] => {
    const [weight, worst, best] = named[id] ?? [0, 0, 1]
    return [id, { weight, worst, best }]
  })) as CriterionSettings
}

/** newlyReached, walkTime, areaFit, tenure, shortfall, hazard, sun */
const site = (newlyReached: number | null, walkTime: number | null, areaFit: number | null = null) =>
  [newlyReached, walkTime, areaFit, null, null, null, null]

/** 3 parts people (0 … 200), 1 part walking time (10 min … 2 min). */
const TWO = settings({ newlyReached: [3, 0, 200], walkTime: [1, 10, 2] })

describe('scoreSites', () => {
  it('adds weighted shares of the bounds, in points of 100', () => {
    // 150 of 200 people: ¾ of 75 points = 56.25. 4 min between 10 and 2: ¾ of 25 points = 18.75.
    const [one] = scoreSites([site(150, 4)], TWO)
    expect(one!.score).toBeCloseTo(75, 12)
    expect(one!.contributions.slice(0, 2)).toEqual([
      { criterion: 'newlyReached', value: 150, clampedShare: 0.75, points: 56.25 },
      { criterion: 'walkTime', value: 4, clampedShare: 0.75, points: 18.75 },
    ])
  })

  it('clamps beyond the bounds', () => {
    const shares = scoreSites([site(900, 12), site(-5, 1)], TWO).map(({ contributions }) => contributions.slice(0, 2).map(({ clampedShare }) => clampedShare))
    expect(shares).toEqual([[1, 0], [0, 1]])
    expect(clampedShareOf(Infinity, { weight: 1, worst: 0, best: 200 })).toBe(1)
  })

  it('leaves a site unscored that lacks what counts, and asks nothing of what does not', () => {
    const scores = scoreSites([site(100, null), site(100, 6, null)], TWO)
    expect(scores.map(({ score }) => score)).toEqual([null, 50])
    // What is known stays to be seen.
    expect(scores[0]!.contributions[0]).toMatchObject({ points: 37.5 })
    expect(scores[0]!.contributions[1]).toMatchObject({ value: null, clampedShare: null, points: 0 })
  })

  it('scores nothing if all weights are zero', () => {
    const [one] = scoreSites([site(100, 6)], settings({}))
    expect(one).toMatchObject({ score: null })
    expect(one!.contributions.every(({ points }) => points === 0)).toBe(true)
  })

  it('takes what is no weight for none', () => {
    const odd = settings({ newlyReached: [-1, 0, 1], walkTime: [NaN, 0, 1], sun: [Infinity, 0, 1], areaFit: [2, 0, 1] })
    expect(weightsOf(odd)).toEqual([0, 0, 2, 0, 0, 0, 0])
  })

  it('makes a step of equal bounds', () => {
    expect([4.9, 5, 5.1].map((value) => clampedShareOf(value, { weight: 1, worst: 5, best: 5 }))).toEqual([0, 1, 1])
  })
})

describe('rankOrder', () => {
  it('puts the higher score first, of equal ones the lower id, the unscored last by id', () => {
    expect(rankOrder([50, null, 80, 50, null], ['d', 'z', 'x', 'b', 'a'])).toEqual([2, 3, 0, 4, 1])
  })
})

const value = fc.option(fc.double({ min: -50, max: 300, noNaN: true }), { freq: 8, nil: null })
const values = fc.array(fc.array(value, { minLength: 7, maxLength: 7 }), { minLength: 1, maxLength: 8 })
const criteria = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: -9, max: 200 }), fc.integer({ min: -9, max: 200 })), { minLength: 7, maxLength: 7 })
  .map((rows) => settings(Object.fromEntries(CRITERIA.map((id, c) => [id, rows[c]!]))))
const scoresOf = (sites: (number | null)[][], all: CriterionSettings) => scoreSites(sites, all).map(({ score }) => score)
const law = <T>(name: string, property: fc.IProperty<T>) => it(name, () => fc.assert(property, { numRuns: 100 }))

describe('laws of the score', () => {
  law('is the sum of its points and lies between 0 and 100', fc.property(values, criteria, (sites, all) => {
    for (const { score, contributions } of scoreSites(sites, all)) {
      if (score === null) continue
      expect(contributions.reduce((sum, { points }) => sum + points, 0)).toBe(score)
      expect(score).toBeGreaterThanOrEqual(0)
      expect(score).toBeLessThan(100 + 1e-9)
    }
  }))

  law('does not change when another site is added', fc.property(values, values, criteria, (sites, others, all) => {
    expect(scoresOf([...sites, ...others], all).slice(0, sites.length)).toEqual(scoresOf(sites, all))
  }))

  law('does not depend on the sum of the weights', fc.property(values, criteria, (sites, all) => {
    const double = Object.fromEntries(Object.entries(all).map(([id, one]) => [id, { ...one, weight: 2 * one.weight }])) as CriterionSettings
    expect(scoresOf(sites, double)).toEqual(scoresOf(sites, all))
  }))
})
