import fc from 'fast-check'
import highsLoader from 'highs'
import { describe, expect, it } from 'vitest'
import { suppressCounts, type CountCell, type CountGroup } from '@/analysis/publication/suppress-counts'

/** A table of one total that is known to everybody. */
function flat(...counts: number[]): [CountCell[], CountGroup[]] {
  const parts = counts.map((count, i) => ({ id: `c${i}`, count }))
  const total = { id: 'all', count: counts.reduce((sum, count) => sum + count, 0), isKnown: true }
  return [[total, ...parts], [{ totalId: 'all', partIds: parts.map(({ id }) => id) }]]
}

describe('suppressCounts', () => {
  it('tells everything if nothing is small', () => {
    expect(suppressCounts(...flat(10, 50, 70))).toEqual({ suppressedIds: [], unprotectedTotalIds: [] })
  })

  it('hides a small count together with the smallest other one', () => {
    expect(suppressCounts(...flat(120, 9, 80, 60)).suppressedIds).toEqual(['c1', 'c3'])
  })

  it('hides a third one where two small ones make a small sum: 3 + 4 = 7', () => {
    expect(suppressCounts(...flat(120, 3, 4, 60)).suppressedIds).toEqual(['c1', 'c2', 'c3'])
  })

  it('hides nobody else where two small ones are 10 together', () => {
    expect(suppressCounts(...flat(120, 5, 5, 60)).suppressedIds).toEqual(['c1', 'c2'])
  })

  it('treats 0 as a small count', () => {
    expect(suppressCounts(...flat(0, 0, 90, 60)).suppressedIds).toEqual(['c0', 'c1', 'c3'])
  })

  it('hides a total that is not known yet if it has no other part', () => {
    const cells = [{ id: 'all', count: 208 }, { id: 'east', count: 8 }, { id: 'west', count: 200 }, { id: 'e1', count: 8 }, { id: 'w1', count: 100 }, { id: 'w2', count: 100 }]
    const groups = [{ totalId: 'all', partIds: ['east', 'west'] }, { totalId: 'east', partIds: ['e1'] }, { totalId: 'west', partIds: ['w1', 'w2'] }]
    // The district of one small community is small itself; so is the other one's sum without one of its parts.
    expect(suppressCounts(cells, groups)).toEqual({ suppressedIds: ['east', 'west', 'e1', 'w1'], unprotectedTotalIds: [] })
  })

  it('says so if a known total gives its only part away', () => {
    expect(suppressCounts(...flat(7))).toEqual({ suppressedIds: ['c0'], unprotectedTotalIds: ['all'] })
  })

  it('lets nobody find a suppressed cell, whatever the table', { timeout: 120_000 }, async () => {
    const highs = await highsLoader()
    const anyCount = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 300 }))
    const anyTree = fc.array(fc.array(anyCount, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })
    fc.assert(fc.property(anyTree, fc.boolean(), fc.boolean(), (tree, isTotalKnown, areDistrictsKnown) => {
      const [cells, groups] = hierarchy(tree, isTotalKnown, areDistrictsKnown)
      const { suppressedIds, unprotectedTotalIds } = suppressCounts(cells, groups)
      if (unprotectedTotalIds.length > 0) return
      for (const { id, count, isKnown } of cells) if (count < 10 && !isKnown) expect(suppressedIds).toContain(id)
      for (const id of suppressedIds) {
        const [least, most] = (['Minimize', 'Maximize'] as const).map((aim) => {
          const answer = highs.solve(lpOf(aim, id, cells, groups, suppressedIds), { output_flag: false })
          return answer.Status === 'Optimal' ? answer.ObjectiveValue : Infinity
        })
        expect(most! - least!, `${id} in ${JSON.stringify(tree)}`).toBeGreaterThanOrEqual(1)
      }
      for (const group of groups) expect(leftOver(group, cells, suppressedIds), JSON.stringify(tree)).not.toBe('small')
    }), { numRuns: 60, seed: 20240509 })
  })
})

/** Programme, districts, communities. */
function hierarchy(tree: number[][], isTotalKnown: boolean, areDistrictsKnown: boolean): [CountCell[], CountGroup[]] {
  const sum = (counts: number[]) => counts.reduce((all, count) => all + count, 0)
  const districts = tree.map((counts, d) => ({ id: `d${d}`, count: sum(counts), isKnown: areDistrictsKnown }))
  const communities = tree.flatMap((counts, d) => counts.map((count, c) => ({ id: `d${d}c${c}`, count })))
  const groups = tree.map((counts, d) => ({ totalId: `d${d}`, partIds: counts.map((_, c) => `d${d}c${c}`) }))
  const all = { id: 'all', count: sum(tree.flat()), isKnown: isTotalKnown }
  return [[all, ...districts, ...communities], [{ totalId: 'all', partIds: districts.map(({ id }) => id) }, ...groups]]
}

/** What a reader knows: every sum, every told count, and that nobody is fewer than none. */
function lpOf(aim: 'Minimize' | 'Maximize', id: string, cells: CountCell[], groups: CountGroup[], suppressedIds: readonly string[]): string {
  const told = cells.filter((cell) => !suppressedIds.includes(cell.id))
  return [
    aim, ` obj: ${id}`, 'Subject To',
    ...groups.map(({ totalId, partIds }, i) => ` s${i}: ${partIds.join(' + ')} - ${totalId} = 0`),
    ...told.map((cell) => ` t${cell.id}: ${cell.id} = ${cell.count}`), 'End',
  ].join('\n')
}

/** A told total less its told parts is itself a count that everybody can work out. */
function leftOver({ totalId, partIds }: CountGroup, cells: CountCell[], suppressedIds: readonly string[]): 'small' | 'large' | 'nothing' {
  const countOf = (id: string) => cells.find((cell) => cell.id === id)!.count
  const hidden = partIds.filter((id) => suppressedIds.includes(id))
  if (hidden.length === 0 || suppressedIds.includes(totalId)) return 'nothing'
  return hidden.reduce((sum, id) => sum + countOf(id), 0) < 10 ? 'small' : 'large'
}
