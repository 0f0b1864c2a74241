import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coverProblem, coverProblemOfLists } from '@/analysis/choice/cover-problem'
import { coverageCurve } from '@/analysis/choice/coverage-curve'
import { bestByTrying, rowsOf, smallProblems } from '../../fixtures/small-covers'

//      3   2   4   4   2   3     people
//      o───o───o───o───o───o
//      └── A ──┘   └── C ──┘
//          └──── B ────┘
const problem = coverProblemOfLists([3, 2, 4, 4, 2, 3], [[0, 1, 2], [1, 2, 3, 4], [3, 4, 5]])

describe('coverageCurve', () => {
  it('goes up until nobody is left', () => {
    const curve = [...coverageCurve(problem, 4)]
    expect(curve.map(({ siteCount, covered, chosen }) => [siteCount, covered, ...chosen])).toEqual([
      [1, 12, 1], [2, 18, 0, 2], [3, 18, 0, 2], [4, 18, 0, 2],
    ])
    expect(curve.every(({ isProven, bound, covered }) => isProven && bound === covered)).toBe(true)
  })

  it('begins with those that must be included', () => {
    const included = coverProblem({ people: [1, 2, 4], ...rowsOf([[0], [1], [2]]), mustInclude: [0, 1] })
    expect([...coverageCurve(included, 3)].map(({ siteCount, covered }) => [siteCount, covered])).toEqual([[2, 3], [3, 7]])
  })

  it('shares the time out', () => {
    let nowMs = 0
    const curve = [...coverageCurve(problem, 3, { now: () => (nowMs += 10), timeLimitMs: 1 })]
    expect(curve.map(({ covered, bound }) => covered <= bound)).toEqual([true, true, true])
  })

  it('equals trying all choices of every size', () => {
    fc.assert(fc.property(smallProblems(7), ({ problem: any }) => {
      const free = { ...any, mustInclude: [] }
      for (const { siteCount, covered } of coverageCurve(free, 5)) expect(covered).toBeCloseTo(bestByTrying(free, siteCount), 9)
    }))
  })
})
