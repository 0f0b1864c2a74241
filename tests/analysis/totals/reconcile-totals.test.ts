import { describe, expect, it } from 'vitest'
import { isDifferent, reconcileTotals, toHundredths } from '@/analysis/totals/reconcile-totals'
import type { Plan } from '@/domain/plan'
import type { Building, Community } from '@/domain/programme'

const plan = {
  controlTotals: { communities: 2, buildings: 3, households: 100, floorAreaM2: 9000 }, showcaseNames: ['国槐里'], districts: [{ id: 'east' }],
} as unknown as Plan
const community = (id: string, buildingCount: number, households: number, floorAreaM2: number, more: Partial<Community> = {}) =>
  ({ id, name: id === 'C01' ? '国槐里' : '海棠里', showcase: id === 'C01', districtId: 'east', buildingCount, households, floorAreaM2, ...more }) as Community
const building = (id: string, households: number, floorAreaM2: number) => ({ id, communityId: id.slice(0, 3), households, floorAreaM2 }) as Building

const communities = [community('C01', 2, 64, 6000), community('C02', 1, 36, 3000)]
const buildings = [building('C01-B1', 32, 3000), building('C01-B2', 32, 3000), building('C02-B1', 36, 3000)]

describe('reconcileTotals', () => {
  it('gives the four totals with no difference', () => {
    expect(reconcileTotals(plan, communities, buildings)).toEqual({
      totals: [
        { key: 'communities', planned: 2, found: 2, difference: 0 }, { key: 'buildings', planned: 3, found: 3, difference: 0 },
        { key: 'households', planned: 100, found: 100, difference: 0 }, { key: 'floorAreaM2', planned: 9000, found: 9000, difference: 0 },
      ],
      communities: [], missingShowcases: [], extraShowcaseIds: [], unknownDistrictIds: [],
    })
  })

  it('counts drawn buildings, and the communities’ own households and area', () => {
    const { totals, communities: differing } = reconcileTotals(plan, communities, buildings.slice(0, 2))
    expect(totals.map(({ found }) => found)).toEqual([2, 2, 100, 9000])
    expect(differing).toEqual([
      { communityId: 'C02', figure: 'buildingCount', own: 1, sum: 0, difference: -1, buildingIds: [] },
      { communityId: 'C02', figure: 'households', own: 36, sum: 0, difference: -36, buildingIds: [] },
      { communityId: 'C02', figure: 'floorAreaM2', own: 3000, sum: 0, difference: -3000, buildingIds: [] },
    ])
  })

  it('itemises a difference to the community and its buildings', () => {
    const { totals, communities: differing } = reconcileTotals(plan, [community('C01', 2, 60, 6000), communities[1]!], buildings)
    expect(totals[2]).toEqual({ key: 'households', planned: 100, found: 96, difference: -4 })
    expect(differing).toEqual([{ communityId: 'C01', figure: 'households', own: 60, sum: 64, difference: 4, buildingIds: ['C01-B1', 'C01-B2'] }])
  })

  it('does not mistake the rounding of sums for a difference', () => {
    const [a, b, c] = [building('C01-B1', 32, 3000.1), building('C01-B2', 32, 3000.2), building('C02-B1', 36, 3000)]
    expect(reconcileTotals(plan, [community('C01', 2, 64, 6000.3), communities[1]!], [a, b, c]).communities).toEqual([])
  })

  it('holds showcase names and districts against the plan', () => {
    const renamed = [community('C01', 2, 64, 6000, { name: '国槐小区' }), community('C02', 1, 36, 3000, { districtId: 'north' })]
    expect(reconcileTotals(plan, renamed, buildings)).toMatchObject({
      missingShowcases: ['国槐里'], extraShowcaseIds: ['C01'], unknownDistrictIds: [{ communityId: 'C02', districtId: 'north' }],
    })
  })
})

describe('isDifferent', () => {
  it('allows half a square metre, but no household', () => {
    expect([isDifferent('floorAreaM2', 0.5), isDifferent('floorAreaM2', -0.51), isDifferent('households', 1), isDifferent('buildings', 0)])
      .toEqual([false, true, true, false])
  })
})

describe('toHundredths', () => {
  it('rounds away the error of adding', () => {
    expect(toHundredths(0.1 + 0.2)).toBe(0.3)
  })
})
