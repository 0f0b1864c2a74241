import { describe, expect, it } from 'vitest'
import { coverProblem, coverProblemOfLists, coveredPeople, findConflict } from '@/analysis/choice/cover-problem'
import { rowsOf } from '../../fixtures/small-covers'

describe('coverProblemOfLists', () => {
  it('takes out whom existing candidates cover, and the candidates', () => {
    const { people, mustExclude } = coverProblemOfLists([5, 6, 7], [[0, 1], [1, 2]], [0, 0])
    expect([...people]).toEqual([0, 0, 7])
    expect(mustExclude).toEqual([0])
  })

  it('refuses an existing candidate that is not there', () => {
    expect(() => coverProblemOfLists([5], [[0]], [1])).toThrow('candidate 1 of 1')
  })
})

describe('coverProblem', () => {
  const rows = rowsOf([[0, 1], [1]])
  it.each([
    ['people of demand point 1: -1', { people: [1, -1], ...rows }],
    ['people of demand point 0: NaN', { people: [NaN, 1], ...rows }],
    ['people of demand point 0: Infinity', { people: [Infinity, 1], ...rows }],
    ['demand point 1 of 1', { people: [1], ...rows }],
    ['1 capacities, 2 candidates', { people: [1, 1], ...rows, capacity: Float64Array.of(1) }],
    ['capacity of candidate 1: NaN', { people: [1, 1], ...rows, capacity: Float64Array.of(1, NaN) }],
    ['candidate 2 of 2', { people: [1, 1], ...rows, mustInclude: [2] }],
    ['candidate -1 of 2', { people: [1, 1], ...rows, mustExclude: [-1] }],
    ['rows end at 3, 2 entries given', { people: [1, 1], starts: [0, 3], point: [0, 1] }],
  ])('says %s', (message, input) => expect(() => coverProblem(input)).toThrow(message))

  it('takes out who is served', () => {
    expect([...coverProblem({ people: [1, 2], ...rows, isServed: [true, false] }).people]).toEqual([0, 2])
  })
})

describe('coveredPeople', () => {
  it('counts a person once', () => {
    expect(coveredPeople(coverProblemOfLists([5, 6, 7], [[0, 1, 1], [1]]), [0, 1, 0])).toBe(11)
  })
})

describe('findConflict', () => {
  it('counts a repeated candidate once', () => {
    const problem = coverProblem({ people: [1], ...rowsOf([[0], [0]]), mustInclude: [0, 0], mustExclude: [1] })
    expect([findConflict(problem, 1), findConflict(problem, 0)]).toEqual([null, 'more-included-than-asked'])
  })
})
