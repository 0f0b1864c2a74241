import highsLoader from 'highs'
import { describe, expect, it } from 'vitest'
import { coveredPeople, coverProblemOfLists } from '@/analysis/choice/cover-problem'
import { proveChoice } from '@/analysis/choice/prove-choice'

/** Mulberry32, 0 ≤ x < 1. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

interface Lists {
  people: number[]
  covers: number[][]
}

/** Each candidate covers each point with the same chance. */
function scattered(seed: number, candidates: number, points: number, chance: number): Lists {
  const random = randomOf(seed)
  const people = Array.from({ length: points }, () => 1 + Math.floor(random() * 100))
  return { people, covers: Array.from({ length: candidates }, () => [...people.keys()].filter(() => random() < chance)) }
}

/** Points and candidates in a square of `sideM`, people within 500 m are covered; people are fractions. */
function town(seed: number, candidates: number, points: number, sideM: number): Lists {
  const random = randomOf(seed)
  const places = (count: number): [number, number][] => Array.from({ length: count }, () => [random() * sideM, random() * sideM])
  const homes = places(points)
  return {
    people: homes.map(() => Math.round(5 + random() * 60) * 3.2 * 0.195),
    covers: places(candidates).map(([x, y]) => homes.flatMap(([homeX, homeY], i) => (Math.hypot(homeX - x, homeY - y) <= 500 ? [i] : []))),
  }
}

/** The covering problem as text in the CPLEX LP format. */
function lpOf({ people, covers }: Lists, siteCount: number): string {
  const reachedBy = people.map((_, i) => covers.flatMap((row, c) => (row.includes(i) ? [`- x${c}`] : [])))
  return [
    'Maximize', ` obj: ${people.map((value, i) => `${value} z${i}`).join('\n + ')}`, 'Subject To',
    ...reachedBy.map((terms, i) => ` c${i}: z${i} ${terms.join(' ')} <= 0`),
    ` k: ${covers.map((_, c) => `x${c}`).join('\n + ')} <= ${siteCount}`,
    'Bounds', ...people.map((_, i) => ` z${i} <= 1`), 'Binary', covers.map((_, c) => ` x${c}`).join('\n'), 'End',
  ].join('\n')
}

describe('the exact choice and HiGHS', { timeout: 120_000 }, () => {
  it.each([
    ['scattered, 3 of 30', scattered(1, 30, 100, 0.1), 3],
    ['scattered, 5 of 40', scattered(2, 40, 100, 0.08), 5],
    ['scattered, 8 of 20', scattered(3, 20, 100, 0.12), 8],
    ['scattered, 20 of 60', scattered(4, 60, 300, 0.03), 20],
    ['a town, 5 of 60', town(5, 60, 400, 3000), 5],
    ['a town, 12 of 60', town(6, 60, 300, 4000), 12],
    ['a town, 20 of 80', town(7, 80, 300, 6000), 20],
  ])('agree on %s', async (_, lists, siteCount) => {
    const highs = await highsLoader()
    const { Status: status, ObjectiveValue: best } = highs.solve(lpOf(lists, siteCount), { mip_rel_gap: 0, output_flag: false })
    const problem = coverProblemOfLists(lists.people, lists.covers)
    const { chosen, covered, bound, isProven } = proveChoice(problem, siteCount)
    expect([status, isProven]).toEqual(['Optimal', true])
    expect(covered / best).toBeCloseTo(1, 6)
    expect([bound, coveredPeople(problem, chosen)]).toEqual([covered, covered])
    expect(chosen.length).toBeLessThanOrEqual(siteCount)
  })
})
