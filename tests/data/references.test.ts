import { describe, expect, it } from 'vitest'
import { lookupOf, refers } from '@/data/references'
import type { Finding } from '@/domain/finding'

const finding = (feature: string, file: string, severity: Finding['severity'] = 'error'): Finding =>
  ({ code: 'wrong-type', severity, file, feature, field: 'x', params: {} })

describe('lookupOf', () => {
  const lookup = lookupOf(['C01', 'C02'], 'communities.geojson', [
    finding('C02', 'communities.geojson'), finding('C03', 'communities.geojson'), finding('C04', 'communities.geojson', 'warning'),
    finding('C05', 'buildings.geojson'),
  ])

  it('tells what is usable, what was rejected with a finding, and what was never seen', () => {
    expect(['C01', 'C02', 'C03', 'C04', 'C05', 'toString'].map(lookup)).toEqual(['usable', 'usable', 'rejected', 'unknown', 'unknown', 'unknown'])
  })

  it('makes a finding of a reference to nothing only', () => {
    const findings: Finding[] = []
    const place = { file: 'ledger.csv', feature: 'row 3', field: 'communityId', refersTo: 'communities' }
    expect(['C01', 'C03', 'C99'].map((id) => refers(id, lookup, place, findings))).toEqual([true, false, false])
    expect(findings).toEqual([{
      code: 'dangling-reference', severity: 'error', file: 'ledger.csv', feature: 'row 3', field: 'communityId',
      params: { found: 'C99', refersTo: 'communities' },
    }])
  })
})
