import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coverProblem, coverProblemOfLists } from '@/analysis/choice/cover-problem'
import { proveChoice } from '@/analysis/choice/prove-choice'
import { reduceProblem, type CoverCore } from '@/analysis/choice/reduce-problem'
import { rowsOf, smallProblems } from '../../fixtures/small-covers'

const shapeOf = ({ ids, people, starts, point }: CoverCore) => ({
  ids: [...ids], people: [...people], rows: [...ids].map((_, r) => [...point.subarray(starts[r], starts[r + 1])]),
})
const free = (count: number) => new Int8Array(count)

describe('reduceProblem', () => {
  it('puts points together that the same candidates cover, and drops empty ones', () => {
    //  point      0  1  2  3  4
    //  people     5  6  7  8  0      0 and 2 look the same; 3 is out of reach, 4 is empty
    //  A          x     x     x
    //  B          x  x  x
    //  C             x        x
    const core = reduceProblem(coverProblemOfLists([5, 6, 7, 8, 0], [[2, 0, 4], [0, 1, 2], [1, 4]]), free(3))
    // A and C are parts of B, so that 1 looks like 0 and 2 at last.
    expect(shapeOf(core)).toEqual({ ids: [1], people: [18], rows: [[0]] })
    expect([...core.groupOf]).toEqual([0, 0, 0, -1, -1])
  })

  it('keeps the first of equal candidates', () => {
    expect(shapeOf(reduceProblem(coverProblemOfLists([5, 6], [[], [1, 0], [0, 1, 1]]), free(3)))).toEqual({ ids: [1], people: [11], rows: [[0]] })
  })

  it('takes out what is fixed, in or out', () => {
    const problem = coverProblemOfLists([1, 2, 3, 4], [[0, 1], [1, 2], [2, 3], [3]])
    expect(shapeOf(reduceProblem(problem, Int8Array.of(1, 0, -1, 0)))).toEqual({ ids: [1, 3], people: [3, 4], rows: [[0], [1]] })
  })

  it('keeps equal candidates that are limited, for both may be needed', () => {
    const problem = coverProblem({ people: [9], ...rowsOf([[0], [0], [0]]), capacity: Float64Array.of(4, 4, 0) })
    const core = reduceProblem(problem, Int8Array.of(1, 0, 0))
    expect([...core.ids]).toEqual([0, 1])
    expect([...core.capacity!]).toEqual([4, 4])
  })

  it('leaves the best choice as good as it was', () => {
    fc.assert(fc.property(smallProblems(), ({ problem, siteCount }) => {
      const core = reduceProblem({ ...problem, mustInclude: [] }, free(problem.candidateCount))
      const again = coverProblem({ people: core.people, starts: core.starts, point: core.point })
      const whole = { ...problem, mustInclude: [], mustExclude: [] }
      expect(proveChoice(again, siteCount).covered).toBeCloseTo(proveChoice(whole, siteCount).covered, 9)
    }))
  })
})
