import { describe, expect, it } from 'vitest'
import { prepareAssembly } from '@/analysis/assembly/assemble-sites'
import { describeSite } from '@/analysis/assembly/describe-site'
import type { SpareSpace } from '@/domain/place'
import { rectangle } from '../../fixtures/drawn'
import { drawnSpace } from '../../fixtures/drawn-space'

const factsOf = (spaces: SpareSpace[]) => prepareAssembly({
  spaces, roads: [], railways: [], water: [], communities: [], maxGapM: 20,
  assembly: { state: 'assumption', source: '', sourceEn: '', gapM: 8, blockingRoadClasses: [], incompatibleTenures: [] },
})
const all = (count: number) => Array.from({ length: count }, (_, i) => i)

describe('describeSite', () => {
  /*
   *  ┌───┐ 4 ┌───┐        three squares of 10 m around a corner: links A–B 4, A–C 6, B–C √52;
   *  │ A │   │ B │        the tree takes A–B and A–C
   *  └───┘   └───┘
   *    6
   *  ┌───┐
   *  │ C │
   *  └───┘
   */
  it('bridges over the shortest links only', () => {
    const facts = factsOf([drawnSpace('A', rectangle(0, 16, 10, 10)), drawnSpace('B', rectangle(14, 16, 10, 10)), drawnSpace('C', rectangle(0, 0, 10, 10))])
    const site = describeSite(facts, 'A+B+C', all(3), all(facts.links.a.length))
    expect(facts.links.a).toHaveLength(3)
    expect(site.gapAreaM2).toBeCloseTo(40 + 60, 1)
    expect(site.widestGapM).toBeCloseTo(6, 3)
  })

  it('does not count a third part that reaches into a gap', () => {
    // A and B are 6 m apart; C, 2 m wide, stands in that gap and touches A, 4 m from B: its land is no gap.
    const facts = factsOf([drawnSpace('A', rectangle(0, 0, 10, 10)), drawnSpace('B', rectangle(16, 0, 10, 10)), drawnSpace('C', rectangle(10, 2, 2, 4))])
    const site = describeSite(facts, 'A+B+C', all(3), all(facts.links.a.length))
    expect(site.gapAreaM2).toBeCloseTo(4 * 4, 1)
    expect(site.landAreaM2).toBeCloseTo(208, 1)
  })

  it('is named after its largest part and takes compactness from it', () => {
    const facts = factsOf([drawnSpace('A', rectangle(0, 0, 10, 10)), drawnSpace('B', rectangle(12, 0, 40, 10), { kind: 'cleared', holder: '某村' })])
    expect(describeSite(facts, 'A+B', all(2), [0])).toMatchObject({ name: '空地B', kinds: ['parcel', 'cleared'], holderCount: 2 })
    expect(describeSite(facts, 'A+B', all(2), [0]).compactness).toBeCloseTo((4 * Math.PI * 400) / 100 ** 2, 4)
  })
})
