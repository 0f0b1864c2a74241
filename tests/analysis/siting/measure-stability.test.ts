import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { measureStability } from '@/analysis/siting/measure-stability'
import { rankOrder, scoreSites } from '@/analysis/siting/score-sites'
import type { CriterionSettings } from '@/analysis/siting/score-sites'
import { CRITERIA } from '@/domain/land-rules'

/** Criteria of 0 … 1, so that a value is its share; weights of the first ones, the others count nothing. */
const settings = (...weights: number[]): CriterionSettings =>
  Object.fromEntries(CRITERIA.map((id, c) => [id, { weight: weights[c] ?? 0, worst: 0, best: 1 }])) as CriterionSettings
const site = (...shares: (number | null)[]) => CRITERIA.map((_, c) => (c < shares.length ? shares[c]! : null))
const rangesOf = (sites: (number | null)[][], criteria: CriterionSettings, ids = sites.map((_, s) => `S${s}`)) =>
  measureStability(sites, criteria, ids, 1).weightRanges

describe('weight ranges', () => {
  it('end where another site draws level', () => {
    // a: 0.9, 0.2   b: 0.3, 0.8   both weights 2 and 1: a 2.0 leads b 1.4.
    // a stays while 0.9 w + 0.2 ≥ 0.3 w + 0.8, w ≥ 1; and while 1.8 + 0.2 w ≥ 0.6 + 0.8 w, w ≤ 2.
    const [people, walk] = rangesOf([site(0.9, 0.2), site(0.3, 0.8)], settings(2, 1))
    expect(people).toMatchObject({ criterion: 'newlyReached', weight: 2, to: Infinity })
    expect(people!.from).toBeCloseTo(1, 12)
    expect(walk).toMatchObject({ criterion: 'walkTime', weight: 1, from: 0 })
    expect(walk!.to).toBeCloseTo(2, 12)
  })

  it('have no end for a site that is best in everything, or alone', () => {
    expect(rangesOf([site(0.9, 0.9), site(0.3, 0.8)], settings(2, 1)).slice(0, 2)).toMatchObject([{ from: 0, to: Infinity }, { from: 0, to: Infinity }])
    expect(rangesOf([site(0.1, 0)], settings(2, 1)).slice(0, 2)).toMatchObject([{ from: 0, to: Infinity }, { from: 0, to: Infinity }])
  })

  it('are a point for a tie that any change would break', () => {
    // Equal sums at weights 1 and 1, the lower id is first: more of the second weight and b is ahead.
    const [people, walk] = rangesOf([site(0.6, 0.4), site(0.4, 0.6)], settings(1, 1))
    expect(people!.from).toBeCloseTo(1, 12)
    expect(people!.to).toBe(Infinity)
    expect(walk!.from).toBe(0)
    expect(walk!.to).toBeCloseTo(1, 12)
  })

  it('hold for equals whatever the weight', () => {
    expect(rangesOf([site(0.5, 0.5), site(0.5, 0.5)], settings(1, 1))[0]).toMatchObject({ from: 0, to: Infinity })
  })

  it('allow no weight for what the first site lacks, and ignore others that lack it', () => {
    // The third criterion counts nothing now. With a weight the first site would have no score.
    expect(rangesOf([site(0.9, 0.9, null), site(0.1, 0.1, 1)], settings(1, 1))[2]).toEqual({ criterion: 'areaFit', weight: 0, from: 0, to: 0 })
    expect(rangesOf([site(0.9, 0.9, 0.1), site(0.1, 0.1, null)], settings(1, 1))[2]).toMatchObject({ from: 0, to: Infinity })
  })

  it('say how much of a new criterion the first place bears', () => {
    // a leads by 0.6; b gains 0.3 per unit of the third weight.
    expect(rangesOf([site(0.9, 0.5, 0.2), site(0.3, 0.5, 0.5)], settings(1, 1))[2]!.to).toBeCloseTo(2, 12)
  })

  it('are missing where nothing is scored', () => {
    expect(rangesOf([site(0.5, null)], settings(1, 1))).toEqual([])
    expect(rangesOf([site(0.5, 0.5)], settings())).toEqual([])
    expect(rangesOf([], settings(1))).toEqual([])
  })
})

const share = fc.integer({ min: 0, max: 10 }).map((n) => n / 10)
const sites = fc.array(fc.array(fc.option(share, { freq: 12, nil: null }), { minLength: 7, maxLength: 7 }), { minLength: 1, maxLength: 7 })
const weights = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 7, maxLength: 7 })
const law = <T>(name: string, property: fc.IProperty<T>) => it(name, () => fc.assert(property, { numRuns: 150 }))

/** First site by plain scoring, −1 if none has a score. */
function firstOf(rows: (number | null)[][], all: number[], ids: string[]): number {
  const scores = scoreSites(rows, settings(...all)).map(({ score }) => score)
  const best = rankOrder(scores, ids)[0]
  return best === undefined || scores[best] === null ? -1 : best
}

describe('weight ranges against scanning', () => {
  law('hold inside and nowhere outside', fc.property(sites, weights, fc.nat(6), (rows, all, c) => {
    const ids = rows.map((_, s) => `S${s}`)
    const first = firstOf(rows, all, ids)
    const range = measureStability(rows, settings(...all), ids, 1).weightRanges[c]
    if (first < 0) return void expect(range).toBeUndefined()
    const { from, to } = range!
    expect(from).toBeLessThanOrEqual(all[c]!)
    expect(to).toBeGreaterThanOrEqual(all[c]!)
    for (let w = 0.0137; w < 40; w = w * 1.3 + 0.003) {
      // Next to an end rounding may decide.
      if (Math.abs(w - from) < 1e-6 || Math.abs(w - to) < 1e-6) continue
      expect([w, firstOf(rows, all.with(c, w), ids) === first]).toEqual([w, w > from && w < to])
    }
  }))
})

describe('share of the first three places', () => {
  const criteria = settings(3, 2, 2, 1, 1, 1, 1)
  const many = Array.from({ length: 60 }, (_, s) => CRITERIA.map((_id, c) => ((s * 37 + c * 53) % 101) / 101))
  const ids = many.map((_, s) => `S${String(s).padStart(2, '0')}`)
  const shareOf = (rows: (number | null)[][], names: string[], seed = 7) => measureStability(rows, criteria, names, seed).firstThreeShare

  it('is 1 for three sites and null for one without a score', () => {
    expect(shareOf([...many.slice(0, 3), site(0.5)], ['a', 'b', 'c', 'd'])).toEqual([1, 1, 1, null])
  })

  it('fills three places in every draw', () => {
    expect(shareOf(many, ids).reduce<number>((sum, one) => sum + one!, 0)).toBeCloseTo(3, 9)
  })

  it('is the same for the same seed, in any order of the sites, and another for another seed', () => {
    const shares = shareOf(many, ids)
    expect(shareOf(many, ids)).toEqual(shares)
    expect(shareOf([...many].reverse(), [...ids].reverse()).reverse()).toEqual(shares)
    expect(shareOf(many, ids, 8)).not.toEqual(shares)
  })

  it('is 1 for a site far ahead and 0 for one far behind', () => {
    const shares = shareOf([...many, CRITERIA.map(() => 1), CRITERIA.map(() => 0)], [...ids, 'top', 'low'])
    expect(shares.slice(-2)).toEqual([1, 0])
  })

  it('is about one half where two sites fight for the third place', () => {
    // Alike but for two criteria of equal weight that speak for one of them each.
    const rows = [site(1, 1, 1), site(1, 1, 1), site(0.5, 0, 1), site(0.5, 1, 0), site(0, 0, 0)]
    const shares = measureStability(rows, settings(1, 1, 1), ['a', 'b', 'c', 'd', 'e'], 5).firstThreeShare
    expect(shares[2]! + shares[3]!).toBeCloseTo(1, 12)
    expect(shares[2]).toBeGreaterThan(0.44)
    expect(shares[2]).toBeLessThan(0.56)
    expect(shares[4]).toBe(0)
  })

  it('draws as far below a weight as above it', () => {
    // c wins if its weight, 0.8 … 1.2, is larger than that of d, 0.68 … 1.02: all but 0.22² ÷ 2 ÷ (0.4 × 0.34) = 0.178.
    const rows = [site(1, 1), site(1, 1), site(1, 0), site(0, 1)]
    expect(Math.abs(measureStability(rows, settings(1, 0.85), ['a', 'b', 'c', 'd'], 5).firstThreeShare[3]! - 0.178)).toBeLessThan(0.04)
  })

  it('gives a place to the lower id of equals', () => {
    const rows = [site(1), site(0.5), site(0.5), site(0.5)]
    expect(measureStability(rows, settings(1), ['a', 'd', 'b', 'c'], 5).firstThreeShare).toEqual([1, 0, 1, 1])
  })
})
