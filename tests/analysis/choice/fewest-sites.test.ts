import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coverProblem, coverProblemOfLists } from '@/analysis/choice/cover-problem'
import { fewestSites } from '@/analysis/choice/fewest-sites'
import { bestByTrying, limitedProblems, rowsOf, smallProblems } from '../../fixtures/small-covers'

//      3   2   4   4   2   3     people
//      o───o───o───o───o───o
//      └── A ──┘   └── C ──┘
//          └──── B ────┘
const problem = coverProblemOfLists([3, 2, 4, 4, 2, 3], [[0, 1, 2], [1, 2, 3, 4], [3, 4, 5]])

describe('fewestSites', () => {
  it.each([
    [0, 0, []], [1, 1, [1]], [12, 1, [1]], [12.5, 2, [0, 2]], [18, 2, [0, 2]],
  ])('for %d people is %d', (wanted, siteCount, chosen) => {
    expect(fewestSites(problem, wanted)).toMatchObject({ siteCount, atLeast: siteCount, isProven: true, chosen })
  })

  it('says that nothing is enough, and what all cover', () => {
    expect(fewestSites(problem, 19)).toEqual({ siteCount: null, atLeast: null, isProven: true, chosen: [0, 2], covered: 18 })
  })

  it('counts those that must be included', () => {
    const included = coverProblem({ people: [3, 4], ...rowsOf([[], [0], [1]]), mustInclude: [0] })
    expect(fewestSites(included, 4)).toMatchObject({ siteCount: 2, chosen: [0, 2] })
  })

  it('does not claim what it could not decide', () => {
    const { siteCount, atLeast, isProven } = fewestSites(problem, 18, { maxSteps: 0 })
    expect([siteCount! >= 2, atLeast! <= 2, isProven]).toEqual([true, true, siteCount === atLeast])
  })

  it('equals trying all numbers', () => {
    fc.assert(fc.property(fc.oneof(smallProblems(7), limitedProblems(6)), fc.integer({ min: 0, max: 60 }), ({ problem: any }, wanted) => {
      const free = { ...any, mustInclude: [] }
      const counts = Array.from({ length: free.candidateCount + 1 }, (_, k) => k)
      const found = fewestSites(free, wanted - 0.37)
      expect(found.siteCount).toBe(counts.find((k) => bestByTrying(free, k) >= wanted - 0.37) ?? null)
      expect(found.isProven).toBe(true)
    }))
  })
})
