import { describe, expect, it } from 'vitest'
import { ChoiceSearch } from '@/analysis/choice/choice-search'
import { coverProblemOfLists } from '@/analysis/choice/cover-problem'
import { bestByTrying } from '../../fixtures/small-covers'

/** Every pair of `n` candidates shares one point of its own with one person: any k cover (n − k choose 2) fewer than all. */
function pairs(n: number) {
  const covers: number[][] = Array.from({ length: n }, () => [])
  let point = 0
  for (let a = 0; a < n; a++) for (let b = a + 1; b < n; b++, point++) [covers[a]!, covers[b]!].forEach((row) => row.push(point))
  return coverProblemOfLists(new Array<number>(point).fill(1), covers)
}

describe('ChoiceSearch', () => {
  it('is done when the bound has come down to the choice', () => {
    const seen: number[] = []
    const search: ChoiceSearch = new ChoiceSearch(pairs(7), 4, [0, 1], { wanted: null, isOver: () => false, onBetter: () => seen.push(search.bound) })
    // 21 pairs, 3 of them among the 3 candidates left out; half of every candidate would cover all.
    expect([search.run(), search.covered]).toEqual([true, 18])
    expect(seen.every((bound, i) => i === 0 || bound <= seen[i - 1]!)).toBe(true)
  })

  it('keeps an honest bound when it has to stop', () => {
    const search = new ChoiceSearch(pairs(12), 6, [0], { wanted: null, isOver: (steps) => steps > 2000, onBetter: () => undefined })
    expect(search.run()).toBe(false)
    expect(search.covered).toBeLessThanOrEqual(66 - 15)
    expect(search.bound).toBeGreaterThanOrEqual(66 - 15)
  })

  it('stops at the first choice that is enough', () => {
    const search = new ChoiceSearch(pairs(7), 4, [0, 1, 2, 3], { wanted: 10, isOver: () => false, onBetter: () => undefined })
    expect([search.run(), search.chosen]).toEqual([false, [0, 1, 2, 3]])
  })

  it('equals trying all choices where greedy and swaps go wrong', () => {
    let state = 1
    const random = (below: number): number => (state = (state * 48271) % 2147483647) % below
    for (let round = 0; round < 400; round++) {
      const people = Array.from({ length: 24 }, () => 1 + random(4))
      const problem = coverProblemOfLists(people, Array.from({ length: 10 }, () => [...people.keys()].filter(() => random(100) < 30)))
      const siteCount = 3 + (round % 3)
      const search = new ChoiceSearch(problem, siteCount, [], { wanted: null, isOver: () => false, onBetter: () => undefined })
      expect([search.run(), search.covered]).toEqual([true, bestByTrying(problem, siteCount)])
    }
  })
})
