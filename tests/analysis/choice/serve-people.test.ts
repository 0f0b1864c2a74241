import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coverProblem } from '@/analysis/choice/cover-problem'
import { servedPeople, ServedPeople } from '@/analysis/choice/serve-people'
import { limitedProblems, rowsOf } from '../../fixtures/small-covers'

const limited = (people: number[], covers: number[][], capacity: number[]) => {
  const limits = Float64Array.from(capacity)
  return { ...coverProblem({ people, ...rowsOf(covers), capacity: limits }), capacity: limits }
}

describe('servedPeople', () => {
  it('lets one site take over people of another', () => {
    //   A (8) ── 6 people ── B (6)      A first takes all 6 of the left point and 2 of the middle,
    //      └──── 8 people ───┘          B the other 6; with C for the left point A has room again
    //   C (6) ── 6 people
    const problem = limited([6, 8], [[0, 1], [1], [0]], [8, 6, 6])
    expect([servedPeople(problem, [0]), servedPeople(problem, [0, 1]), servedPeople(problem, [0, 1, 2])]).toEqual([8, 14, 14])
    const tight = limited([6, 8], [[0, 1], [1], [0]], [8, 0, 6])
    expect(servedPeople(tight, [0, 2])).toBe(14)
  })

  it('serves nobody twice', () => {
    expect(servedPeople(limited([10], [[0], [0, 0]], [7, 7]), [0, 1, 1])).toBe(10)
  })

  it('knows no limit', () => {
    expect(servedPeople(limited([10, 5], [[0, 1]], [Infinity]), [0])).toBe(15)
  })

  it('equals the smallest cut', () => {
    // Max-flow min-cut: any set of points T is cut at its people, the sites that reach the others at their capacity.
    fc.assert(fc.property(limitedProblems(6, 7), ({ problem }) => {
      const { people, starts, point, candidateCount, pointCount } = problem
      let cut = Infinity
      for (let mask = 0; mask < 2 ** pointCount; mask++) {
        let sum = 0
        for (let i = 0; i < pointCount; i++) if (mask & (1 << i)) sum += people[i]!
        for (let c = 0; c < candidateCount; c++) {
          if (point.subarray(starts[c], starts[c + 1]).some((i) => !(mask & (1 << i)))) sum += problem.capacity[c]!
        }
        cut = Math.min(cut, sum)
      }
      expect(servedPeople(problem, Array.from({ length: candidateCount }, (_, c) => c))).toBeCloseTo(cut, 9)
    }))
  })
})

describe('ServedPeople', () => {
  it('tells what a site would bring without adding it', () => {
    const state = new ServedPeople(limited([6, 8], [[0, 1], [1], [0]], [8, 0, 6]))
    state.add(0)
    expect([state.gainOf(2), state.served, state.add(2), state.served]).toEqual([6, 8, 6, 14])
  })
})
