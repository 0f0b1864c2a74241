import { describe, expect, it } from 'vitest'
import { explainTotals } from '@/analysis/totals/explain-totals'
import type { CommunityDifference, Reconciliation, TotalCheck } from '@/analysis/totals/reconcile-totals'

const places = { plan: 'plan.json', communities: 'c.geojson', buildings: 'b.geojson', rejectedCommunityIds: [] as string[], rejectedBuildingIds: [] as string[] }
const none: Reconciliation = { totals: [], communities: [], missingShowcases: [], extraShowcaseIds: [], unknownDistrictIds: [] }
const total = (key: TotalCheck['key'], planned: number, found: number): TotalCheck => ({ key, planned, found, difference: found - planned })
const differing = (communityId: string, figure: CommunityDifference['figure'], own: number, sum: number): CommunityDifference =>
  ({ communityId, figure, own, sum, difference: sum - own, buildingIds: [`${communityId}-B1`] })

describe('explainTotals', () => {
  it('has nothing to say of totals that agree', () => {
    expect(explainTotals({ ...none, totals: [total('households', 4419, 4419), total('floorAreaM2', 508_100, 508_100.4)] }, places)).toEqual([])
  })

  it('names the communities a total comes from, and what remains', () => {
    const findings = explainTotals({
      ...none, totals: [total('households', 4419, 4416)],
      communities: [differing('C05', 'households', 120, 124), differing('C07', 'households', 91, 90), differing('C09', 'floorAreaM2', 1, 3)],
    }, places)
    expect(findings[0]).toEqual({
      code: 'total-differs', severity: 'error', file: 'c.geojson', feature: null, field: 'households',
      params: { planned: 4419, found: 4416, difference: -3, explained: 'C05 (−4), C07 (+1)', rejected: '', remainder: 0 },
    })
    expect(findings.slice(1).map(({ code, feature, field }) => `${code} ${feature} ${field}`)).toEqual([
      'community-sum-differs C05 households', 'community-sum-differs C07 households', 'community-sum-differs C09 floorAreaM2',
    ])
  })

  it('counts buildings in their own file and names the community that lacks one, once', () => {
    const findings = explainTotals({
      ...none, totals: [total('buildings', 123, 122), total('households', 4419, 4424)],
      communities: [
        differing('C05', 'buildingCount', 2, 1), differing('C05', 'households', 70, 34), differing('C05', 'floorAreaM2', 8000, 4000),
        differing('C07', 'households', 95, 90),
      ],
    }, { ...places, rejectedBuildingIds: ['C05-B2', 'C09-B1'] })
    expect(findings).toMatchObject([
      { code: 'total-differs', file: 'b.geojson', field: 'buildings', params: { explained: 'C05 (−1)', rejected: 'C05-B2, C09-B1', remainder: '' } },
      // A building that is lacking does not explain why the communities' own figures add up to too much.
      { code: 'total-differs', file: 'c.geojson', field: 'households', params: { difference: 5, explained: 'C07 (+5)', remainder: 0 } },
      {
        code: 'building-missing', severity: 'error', file: 'c.geojson', feature: 'C05', field: 'buildingCount',
        params: { own: 2, sum: 1, households: 36, floorAreaM2: 4000, buildings: 'C05-B1', rejected: 'C05-B2' },
      },
      { code: 'community-sum-differs', feature: 'C07', field: 'households' },
    ])
    expect(findings).toHaveLength(4)
  })

  it('calls a building too many a sum that differs', () => {
    expect(explainTotals({ ...none, communities: [differing('C05', 'buildingCount', 1, 2)] }, places)).toMatchObject([{ code: 'community-sum-differs', field: 'buildingCount' }])
  })

  it('says what no feature explains', () => {
    expect(explainTotals({ ...none, totals: [total('households', 4419, 4420)] }, places)[0]!.params).toMatchObject({ explained: '', remainder: 1 })
  })

  it('warns only while an area is within the rounding of the printed plan', () => {
    const severity = (found: number) => explainTotals({ ...none, totals: [total('floorAreaM2', 508_100, found)] }, places)[0]!.severity
    expect([severity(508_149), severity(508_051), severity(508_151)]).toEqual(['warning', 'warning', 'error'])
  })

  it('names showcases on both sides', () => {
    expect(explainTotals({ ...none, missingShowcases: ['网通邮电新村'], extraShowcaseIds: ['C03'] }, places)).toMatchObject([
      { code: 'showcase-missing', severity: 'error', feature: null, params: { name: '网通邮电新村' } },
      { code: 'showcase-missing', severity: 'warning', feature: 'C03' },
    ])
  })

  it('lists ten rejected ids at most', () => {
    const ids = Array.from({ length: 12 }, (_, i) => `C${i + 10}`)
    const [finding] = explainTotals({ ...none, totals: [total('communities', 35, 23)] }, { ...places, rejectedCommunityIds: ids })
    expect(finding!.params['rejected']).toBe('C10, C11, C12, C13, C14, C15, C16, C17, C18, C19 …')
  })
})
