import { describe, expect, it } from 'vitest'
import { findOverlaps } from '@/analysis/totals/find-overlaps'
import { rectangle } from '../../fixtures/small-geodata'

const area = (id: string, eastM: number, northM: number, widthM: number, heightM: number) =>
  ({ id, geometry: { type: 'Polygon' as const, coordinates: [rectangle(eastM, northM, widthM, heightM)] } })
const find = (...areas: ReturnType<typeof area>[]) => findOverlaps(areas, 'buildings-overlap', 'b.geojson')

describe('findOverlaps', () => {
  it('names both and the area they share', () => {
    // 5 m × 20 m lie in both.
    const [finding, ...others] = find(area('A', 0, 0, 50, 20), area('B', 45, 0, 50, 20), area('C', 200, 0, 50, 20))
    expect(others).toEqual([])
    expect(finding).toMatchObject({ code: 'buildings-overlap', severity: 'error', file: 'b.geojson', feature: 'A', params: { other: 'B' } })
    expect(finding!.params['areaM2']).toBeCloseTo(100, -0.5)
  })

  it('allows neighbours along one line and 1 m² of rounding', () => {
    expect(find(area('A', 0, 0, 50, 20), area('B', 50, 0, 50, 20), area('C', 99.96, 0, 50, 20))).toEqual([])
  })

  it('finds every pair once', () => {
    const pairs = find(area('A', 0, 0, 50, 20), area('B', 10, 0, 50, 20), area('C', 20, 0, 50, 20)).map(({ feature, params }) => `${feature}${params['other']}`)
    expect(pairs).toEqual(['AB', 'AC', 'BC'])
  })

  it('finds one area inside another', () => {
    expect(find(area('A', 0, 0, 50, 20), area('B', 10, 5, 5, 5))).toMatchObject([{ feature: 'A', params: { other: 'B' } }])
  })

  it('has nothing to compare in a list of none or one', () => {
    expect([find(), find(area('A', 0, 0, 1, 1))]).toEqual([[], []])
  })
})
