import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chooseGreedily } from '@/analysis/choice/choose-greedily'
import { coverProblem, coverProblemOfLists, coveredPeople } from '@/analysis/choice/cover-problem'
import { canCover, proveChoice } from '@/analysis/choice/prove-choice'
import { bestByTrying, limitedProblems, rowsOf, smallProblems } from '../../fixtures/small-covers'

//  Six houses in a row; A and C together cover all, greedy takes B first:
//
//      3   2   4   4   2   3     people
//      o───o───o───o───o───o
//      └── A ──┘   └── C ──┘
//          └──── B ────┘
const TRAP = { people: [3, 2, 4, 4, 2, 3], covers: [[0, 1, 2], [1, 2, 3, 4], [3, 4, 5]] }

describe('proveChoice', () => {
  it('finds the pair that greedy misses', () => {
    const problem = coverProblemOfLists(TRAP.people, TRAP.covers)
    expect(proveChoice(problem, 2)).toEqual({ chosen: [0, 2], covered: 18, bound: 18, isProven: true })
  })

  it('counts only people who are not covered by existing sites', () => {
    const problem = coverProblemOfLists(TRAP.people, TRAP.covers, [0])
    expect(proveChoice(problem, 1)).toMatchObject({ chosen: [2], covered: 9 })
  })

  it('keeps to what must be in and out', () => {
    const included = coverProblem({ people: TRAP.people, ...rowsOf(TRAP.covers), mustInclude: [1] })
    expect(proveChoice(included, 2)).toMatchObject({ chosen: [0, 1], covered: 15, isProven: true })
    const excluded = coverProblem({ people: TRAP.people, ...rowsOf(TRAP.covers), mustExclude: [0] })
    expect(proveChoice(excluded, 2)).toMatchObject({ chosen: [1, 2], covered: 15, isProven: true })
  })

  it('chooses all that help when more are asked than there are', () => {
    const problem = coverProblemOfLists([5, 5], [[0], [], [1], [0, 1]])
    expect(proveChoice(problem, 9)).toEqual({ chosen: [3], covered: 10, bound: 10, isProven: true })
  })

  it.each([
    ['no candidates', coverProblemOfLists([5], []), 3],
    ['no sites asked', coverProblemOfLists([5], [[0]]), 0],
    ['nobody there', coverProblemOfLists([0, 0], [[0], [1]]), 1],
    ['no demand points', coverProblemOfLists([], [[], []]), 1],
    ['candidates that cover nothing', coverProblemOfLists([5], [[], []]), 2],
  ])('covers nobody with %s', (_, problem, siteCount) => {
    expect(proveChoice(problem, siteCount)).toEqual({ chosen: [], covered: 0, bound: 0, isProven: true })
  })

  it('refuses a contradiction', () => {
    const both = coverProblem({ people: [1], ...rowsOf([[0]]), mustInclude: [0], mustExclude: [0] })
    expect(() => proveChoice(both, 1)).toThrow(/both-include-and-exclude/)
    const many = coverProblem({ people: [1], ...rowsOf([[0], [0]]), mustInclude: [0, 1] })
    expect(() => proveChoice(many, 1)).toThrow(/more-included-than-asked/)
  })

  it('equals trying all choices, and is never below greedy', () => {
    fc.assert(fc.property(smallProblems(), ({ problem, siteCount }) => {
      const best = bestByTrying(problem, siteCount)
      const { chosen, covered, bound, isProven } = proveChoice(problem, siteCount)
      expect(covered).toBeCloseTo(best, 9)
      expect(coveredPeople(problem, chosen)).toBe(covered)
      expect([isProven, bound]).toEqual([true, covered])
      expect(chosen.length).toBeLessThanOrEqual(siteCount)
      expect(covered).toBeGreaterThanOrEqual(chooseGreedily(problem, siteCount).covered)
    }), { numRuns: 500 })
  })

  it('equals trying all choices where candidates can serve only so many', () => {
    fc.assert(fc.property(limitedProblems(), ({ problem, siteCount }) => {
      const best = bestByTrying(problem, siteCount)
      const { chosen, covered, bound, isProven } = proveChoice(problem, siteCount)
      expect(covered).toBeCloseTo(best, 9)
      expect(coveredPeople(problem, chosen)).toBe(covered)
      expect([isProven, bound]).toEqual([true, covered])
    }), { numRuns: 300 })
  })

  it('takes two equal candidates where one alone is too small', () => {
    const problem = coverProblem({ people: [9, 5], ...rowsOf([[0], [0], [1]]), capacity: Float64Array.of(6, 6, 9) })
    expect(proveChoice(problem, 2)).toEqual({ chosen: [0, 2], covered: 11, bound: 11, isProven: true })
    expect(proveChoice(problem, 3)).toEqual({ chosen: [0, 1, 2], covered: 14, bound: 14, isProven: true })
  })
})

describe('canCover', () => {
  it('says yes with a choice, or no', () => {
    const problem = coverProblemOfLists(TRAP.people, TRAP.covers)
    expect(canCover(problem, 2, 18)).toEqual({ isPossible: true, chosen: [0, 2], covered: 18 })
    expect(canCover(problem, 1, 12.5).isPossible).toBe(false)
  })

  it('agrees with trying all choices', () => {
    fc.assert(fc.property(smallProblems(), fc.double({ min: 0.5, max: 1.5, noNaN: true }), ({ problem, siteCount }, share) => {
      const best = bestByTrying(problem, siteCount)
      fc.pre(Math.abs(share - 1) > 1e-6)
      expect(canCover(problem, siteCount, share * best + 1e-6).isPossible).toBe(share < 1 && best > 1e-5)
    }))
  })
})
