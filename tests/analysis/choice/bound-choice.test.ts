import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boundChoice } from '@/analysis/choice/bound-choice'
import { coverProblemOfLists } from '@/analysis/choice/cover-problem'
import { reduceProblem } from '@/analysis/choice/reduce-problem'
import { bestByTrying, smallProblems } from '../../fixtures/small-covers'

const options = { enough: () => 0, target: () => 0, maxRounds: 2000, factor: 1, patience: 15, outlook: Infinity }

describe('boundChoice', () => {
  it('comes down to the linear relaxation', () => {
    //  Six pairs of four candidates, one person each: two candidates miss one person (5 of 6 covered),
    //  half of each candidate reaches all 6.
    const core = reduceProblem(coverProblemOfLists([1, 1, 1, 1, 1, 1], [[0, 1, 2], [0, 3, 4], [1, 3, 5], [2, 4, 5]]), new Int8Array(4))
    const { bound } = boundChoice({ ...core, siteCount: 2 }, new Float64Array(6), options)
    expect(bound).toBeCloseTo(6, 3)
  })

  it('is never below the best choice, whatever the first prices', () => {
    fc.assert(fc.property(smallProblems(), fc.double({ min: 0, max: 1, noNaN: true }), ({ problem, siteCount }, share) => {
      const free = { ...problem, mustInclude: [], mustExclude: [] }
      const core = reduceProblem(free, new Int8Array(free.candidateCount))
      const { bound } = boundChoice({ ...core, siteCount }, core.people.map((people) => share * people), options)
      expect(bound).toBeGreaterThanOrEqual(bestByTrying(free, siteCount) - 1e-9)
    }))
  })

  it('stops as soon as it is low enough', () => {
    const core = reduceProblem(coverProblemOfLists([1, 1, 1], [[0, 1], [1, 2], [0, 2]]), new Int8Array(3))
    const round = boundChoice({ ...core, siteCount: 1 }, new Float64Array(3), { ...options, maxRounds: 1 })
    expect(boundChoice({ ...core, siteCount: 1 }, new Float64Array(3), { ...options, enough: () => 3.5 })).toEqual(round)
    expect(round.bound).toBe(3)
  })
})
