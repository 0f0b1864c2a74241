import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareWithPlan, type PlanParts, type Unused } from '@/analysis/totals/compare-with-plan'
import type { PlanComparison } from '@/domain/import'
import type { Plan } from '@/domain/plan'
import type { Building, Community } from '@/domain/programme'

const POINTLESS = { type: 'Polygon' as const, coordinates: [] }
const community = (id: string, buildingCount: number, households: number, floorAreaM2: number, name = `小区${id}`): Community => ({
  id, name, districtId: 'east', neighbourhood: '社区', showcase: false, builtYear: null, buildingCount, households, floorAreaM2,
  propertyService: null, provenance: 'surveyed', geometry: POINTLESS,
})
const building = (id: string, households = 12, floorAreaM2 = 1000, name = id): Building => ({
  id, communityId: id.slice(0, 3), name, floors: 5, stairwells: 1, households, floorAreaM2, heightM: 15, builtYear: null, provenance: 'surveyed', geometry: POINTLESS,
})
const unused = (rest: Partial<Unused>): Unused => (
  { kind: 'not-usable', dataset: 'communities', id: null, label: 'x', communityId: null, buildings: 0, households: 0, floorAreaM2: 0, rowKey: null, ...rest }
)

/** Plan: 2 communities, 3 buildings, 36 households, 3,000 m². The files have just that. */
function compare(parts: Partial<PlanParts> = {}, controlTotals = { communities: 2, buildings: 3, households: 36, floorAreaM2: 3000 }): PlanComparison {
  return compareWithPlan({
    plan: { controlTotals, districts: [], showcaseNames: [] } as unknown as Plan, communities: [community('C01', 2, 24, 2000), community('C02', 1, 12, 1000)],
    buildings: [building('C01-B1'), building('C01-B2'), building('C02-B1')], plannedIds: null, listedIds: new Map(), unused: [], conflicts: [],
    files: { communities: 'c', buildings: 'b' }, ...parts,
  })
}
const told = ({ explanations }: PlanComparison) => explanations.map(({ kind, id, label, communities, buildings, households, floorAreaM2 }) => [kind, id ?? label, communities, buildings, households, floorAreaM2])

describe('compareWithPlan', () => {
  it('has nothing to explain where all is as planned', () => {
    const { totals, explanations } = compare()
    expect(totals.map(({ difference }) => difference)).toEqual([0, 0, 0, 0])
    expect(explanations).toEqual([])
  })

  it('names the building that is missing: refused, only in the table, or nobody knows which', () => {
    const buildings = [building('C01-B1'), building('C02-B1')]
    expect(told(compare({ buildings }))).toEqual([['not-on-map', '小区C01', 0, -1, 0, 0]])
    const refused = unused({ dataset: 'buildings', id: 'C01-B2', communityId: 'C01', rowKey: 'k' })
    expect(told(compare({ buildings, unused: [refused] }))).toEqual([['not-usable', 'C01-B2', 0, -1, 0, 0]])
    expect(told(compare({ buildings, unused: [{ ...refused, kind: 'not-on-map' }] }))).toEqual([['not-on-map', 'C01-B2', 0, -1, 0, 0]])
  })

  it('names the building that is too many: not in the table, drawn twice, or nobody knows which', () => {
    const more = (...added: Building[]) => [building('C01-B1'), building('C01-B2'), building('C02-B1'), ...added]
    expect(told(compare({ buildings: more(building('C02-B2')) }))).toMatchObject([['not-in-plan', '小区C02', 0, 1, 0, 0]])
    expect(told(compare({ buildings: more(building('C02-B2')), listedIds: new Map([['C02', new Set(['C02-B1'])]]) }))).toMatchObject([['not-in-plan', 'C02-B2', 0, 1, 0, 0]])
    expect(told(compare({ buildings: more(building('C02-B2', 12, 1000, 'C02-B1')) }))).toMatchObject([['twice', 'C02-B2', 0, 1, 0, 0]])
  })

  it('counts a community that the plan does not know with all it states', () => {
    const communities = [community('C01', 2, 24, 2000), community('C02', 1, 12, 1000), community('C03', 1, 10, 900)]
    const buildings = [building('C01-B1'), building('C01-B2'), building('C02-B1'), building('C03-B1', 10, 900)]
    expect(told(compare({ communities, buildings, plannedIds: new Set(['C01', 'C02']) }))).toEqual([['not-in-plan', 'C03', 1, 1, 10, 900]])
  })

  it('counts a community that could not be used with what its row states, and one that is there anyway with nothing', () => {
    const communities = [community('C01', 2, 24, 2000)]
    const refused = unused({ id: 'C02', buildings: 1, households: 12, floorAreaM2: 1000 })
    const parts = { communities, buildings: [building('C01-B1'), building('C01-B2')] }
    expect(told(compare({ ...parts, unused: [refused] }))).toEqual([['not-usable', 'C02', -1, -1, -12, -1000]])
    expect(told(compare({ unused: [refused] }))).toEqual([['not-usable', 'C02', 0, 0, 0, 0]])
    // Nothing is missing from the total: a third one that was refused takes nothing from it.
    expect(told(compare({ unused: [{ ...refused, id: 'C03' }] }))).toEqual([['not-usable', 'C03', 0, 0, 0, 0]])
  })

  it('takes a conflict as the reason only if it brings the sum nearer', () => {
    const conflict = { dataset: 'communities' as const, id: 'C01', label: '小区C01', field: 'households', one: 24, oneSource: 't.csv', other: 22, otherSource: 'm.zip', rowKey: null }
    expect(told(compare({ conflicts: [conflict] }))).toEqual([['attribute-conflict', 'C01', 0, 0, 0, 0]])
    expect(told(compare({ conflicts: [conflict] }, { communities: 2, buildings: 3, households: 34, floorAreaM2: 3000 }))).toEqual([['attribute-conflict', 'C01', 0, 0, 2, 0]])
  })

  it('finds a community that is not the sum of its buildings', () => {
    const [explanation] = compare({ communities: [community('C01', 2, 26, 2000), community('C02', 1, 12, 1000)] }).explanations
    expect(explanation).toMatchObject({ kind: 'attribute-conflict', id: 'C01', households: 2, conflict: { field: 'households', one: '26', oneSource: 'c', other: '24', otherSource: 'b' } })
  })

  it('says what nothing explains', () => {
    expect(told(compare({}, { communities: 2, buildings: 3, households: 30, floorAreaM2: 3000 }))).toEqual([['unexplained', '', 0, 0, 6, 0]])
  })

  it('understands that a plan prints its area in 0.01 万㎡', () => {
    const near = compare({}, { communities: 2, buildings: 3, households: 36, floorAreaM2: 3050 })
    expect(near.totals[3]).toMatchObject({ difference: -50, isRounding: true })
    expect(near.explanations).toEqual([])
    const far = compare({}, { communities: 2, buildings: 3, households: 36, floorAreaM2: 3051 })
    expect(far.totals[3]).toMatchObject({ difference: -51, isRounding: false })
    expect(told(far)).toEqual([['unexplained', '', 0, 0, 0, -51]])
  })

  it('explains so that the sum is the difference, whatever the files hold', () => {
    const small = fc.integer({ min: 0, max: 3 })
    const files = fc.record({
      sizes: fc.array(fc.tuple(small, fc.integer({ min: 0, max: 99 }), fc.integer({ min: 1, max: 9000 }), small), { maxLength: 5 }),
      planned: fc.array(small, { maxLength: 4 }), listed: fc.boolean(),
      refused: fc.array(fc.tuple(fc.constantFrom('communities' as const, 'buildings' as const), small, fc.integer({ min: 0, max: 50 }), fc.constantFrom('not-on-map' as const, 'not-usable' as const, 'twice' as const)), { maxLength: 5 }),
      totals: fc.record({ communities: small, buildings: fc.integer({ min: 1, max: 12 }), households: fc.integer({ min: 1, max: 300 }), floorAreaM2: fc.integer({ min: 1, max: 30_000 }) }),
    })
    fc.assert(fc.property(files, ({ sizes, planned, listed, refused, totals }) => {
      const communities = sizes.map(([count, households, areaM2], i) => community(`C0${i}`, count, households, areaM2, i === 4 ? '小区C00' : undefined))
      const buildings = sizes.flatMap(([, , , drawn], i) => Array.from({ length: drawn }, (_, b) => building(`C0${i}-B${b}`, 5, 500, `${b % 2}号楼`)))
      const answer = compare({
        communities, buildings, plannedIds: new Set(planned.map((i) => `C0${i}`)), listedIds: new Map(listed ? [['C00', new Set(['C00-B0'])]] : []),
        unused: refused.map(([dataset, i, figure, kind]) => unused({ kind, dataset, id: dataset === 'communities' ? `C0${i + 4}` : `C0${i}-B9`, communityId: `C0${i}`, buildings: i, households: figure, floorAreaM2: figure * 80 })),
        conflicts: [{ dataset: 'communities', id: 'C01', label: '', field: 'households', one: 38, oneSource: 'a', other: 36, otherSource: 'b', rowKey: null }],
      }, totals)
      const hasRest = answer.explanations.some(({ kind }) => kind === 'unexplained')
      for (const { key, difference } of answer.totals) {
        const sum = answer.explanations.reduce((all, explanation) => all + explanation[key], 0)
        expect(Math.abs(sum - difference!), key).toBeLessThanOrEqual(key === 'floorAreaM2' && !hasRest ? 50 : 1e-6)
      }
    }), { seed: 35_123, numRuns: 500 })
  })
})
