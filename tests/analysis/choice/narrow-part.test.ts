import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coverProblemOfLists } from '@/analysis/choice/cover-problem'
import { closePart, narrowPart } from '@/analysis/choice/narrow-part'
import { reduceProblem } from '@/analysis/choice/reduce-problem'
import { bestByTrying, smallProblems } from '../../fixtures/small-covers'

const coreOf = (people: number[], covers: number[][]) => reduceProblem(coverProblemOfLists(people, covers), new Int8Array(covers.length))

describe('narrowPart', () => {
  it('leaves free rows with people of their own', () => {
    //  0 is in, 3 is out; 1 keeps point 2, 2 keeps nobody
    const core = coreOf([1, 2, 4, 8, 16], [[0, 1, 3], [1, 2], [0, 4], [3, 4]])
    const part = narrowPart(core, Int8Array.of(1, 0, -1, 0), 3, Float64Array.of(9, 9, 9, 9, 9))
    expect([...part.rows]).toEqual([1, 3])
    expect([...part.groups].map((g) => core.people[g])).toEqual([4, 16])
    expect([part.siteCount, part.covered]).toEqual([2, 11])
    // A price is never above the people.
    expect([...part.price]).toEqual([4, 9])
  })
})

describe('closePart', () => {
  it('equals trying all pairs', () => {
    fc.assert(fc.property(smallProblems(), fc.integer({ min: 1, max: 2 }), ({ problem }, siteCount) => {
      const free = { ...problem, mustInclude: [], mustExclude: [] }
      const core = reduceProblem(free, new Int8Array(free.candidateCount))
      const part = narrowPart(core, new Int8Array(core.rowCount), siteCount, core.people)
      const best = bestByTrying(free, siteCount)
      const found = closePart(part, best * (1 - 1e-9))
      expect(found.rows !== null || best === 0).toBe(true)
      expect(closePart(part, best + 1).rows).toBeNull()
    }))
  })
})
