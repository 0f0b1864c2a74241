import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chooseGreedily, greedyRows, swapRows } from '@/analysis/choice/choose-greedily'
import { coverProblem, coverProblemOfLists } from '@/analysis/choice/cover-problem'
import { reduceProblem } from '@/analysis/choice/reduce-problem'
import { bestByTrying, rowsOf, smallProblems } from '../../fixtures/small-covers'

//      3   2   4   4   2   3     people
//      o───o───o───o───o───o
//      └── A ──┘   └── C ──┘
//          └──── B ────┘
const core = reduceProblem(coverProblemOfLists([3, 2, 4, 4, 2, 3], [[0, 1, 2], [1, 2, 3, 4], [3, 4, 5]]), new Int8Array(3))

describe('greedyRows', () => {
  it('takes the largest first, of equals the lower', () => {
    expect(greedyRows(core, 3)).toEqual([1, 0, 2])
  })

  it('stops when nobody is left', () => {
    const small = reduceProblem(coverProblemOfLists([3, 4, 5], [[0, 1], [1, 2], [0, 2]]), new Int8Array(3))
    expect(greedyRows(small, 3)).toEqual([1, 0])
  })
})

describe('swapRows', () => {
  it('finds its way out of the trap of greedy', () => {
    expect(swapRows(core, greedyRows(core, 2)).sort()).toEqual([0, 2])
  })
})

describe('chooseGreedily', () => {
  it('keeps what must be in and leaves what must be out', () => {
    const problem = coverProblem({ people: [3, 4, 5], ...rowsOf([[0], [1], [2]]), mustInclude: [0], mustExclude: [2] })
    expect(chooseGreedily(problem, 2)).toEqual({ chosen: [0, 1], covered: 7 })
  })

  it('covers at least 63 % of the best', () => {
    fc.assert(fc.property(smallProblems(), ({ problem, siteCount }) => {
      const free = { ...problem, mustInclude: [] }
      expect(chooseGreedily(free, siteCount).covered).toBeGreaterThanOrEqual((1 - 1 / Math.E) * bestByTrying(free, siteCount) - 1e-9)
    }))
  })
})
