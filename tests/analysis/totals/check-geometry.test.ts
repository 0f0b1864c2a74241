import { describe, expect, it } from 'vitest'
import { checkGeometry } from '@/analysis/totals/check-geometry'
import type { SpareSpace } from '@/domain/place'
import type { Building, Community } from '@/domain/programme'
import { at, rectangle } from '../../fixtures/small-geodata'

type Ring = [number, number][]
const polygon = (...coordinates: Ring[]) => ({ type: 'Polygon' as const, coordinates })
const community = (...rings: Ring[]): Community => ({
  id: 'C01', name: '国槐里', districtId: 'east', neighbourhood: '社区', showcase: false, builtYear: null, buildingCount: 1, households: 36,
  floorAreaM2: 3000, propertyService: null, provenance: 'synthetic', geometry: polygon(...rings),
})
const building = (ring: Ring, floors = 5, floorAreaM2 = 3000): Building => ({
  id: 'C01-B1', communityId: 'C01', name: '1号楼', floors, stairwells: 3, households: 36, floorAreaM2, heightM: 15, builtYear: null,
  provenance: 'synthetic', geometry: polygon(ring),
})
const space = (kind: SpareSpace['kind'], registeredAreaM2: number | null): SpareSpace => ({
  id: 'S001', name: '地块', kind, registeredAreaM2, floorAreaM2: null, storey: null, tenure: 'unknown', holder: null, landUseCode: null,
  plannedUseCode: null, communityId: null, availableYears: null, surveyState: 'desk', published: false, provenance: 'synthetic',
  geometry: polygon(rectangle(200, 0, 20, 20)),
})

function check(parts: { communities?: Community[]; buildings?: Building[]; spareSpaces?: SpareSpace[] }) {
  const paths = { communities: 'c', buildings: 'b', spareSpaces: 's' }
  return checkGeometry({ communities: [], buildings: [], spareSpaces: [], ...parts, paths })
}

describe('checkGeometry', () => {
  const compound = community(rectangle(0, 0, 100, 80))
  const inside = rectangle(10, 10, 50, 12)

  it('has nothing against a building of 5 × 600 m² in its compound', () => {
    expect(check({ communities: [compound], buildings: [building(inside)] })).toEqual([])
  })

  it('allows half a metre over the line, and says how far it is beyond that', () => {
    expect(check({ communities: [compound], buildings: [building(rectangle(-0.4, 10, 50, 12))] })).toEqual([])
    const [finding] = check({ communities: [compound], buildings: [building(rectangle(-2, 10, 50, 12))] })
    expect(finding).toMatchObject({ code: 'building-outside-community', file: 'b', feature: 'C01-B1', params: { community: 'C01', distanceM: 2 } })
    // 2 m × 12 m lie outside.
    expect(finding!.params['areaM2']).toBeCloseTo(24, 0)
  })

  it('sees a notch of the compound that cuts through a building though every corner is inside', () => {
    const notched: Ring = [at(0, 0), at(30, 0), at(35, 40), at(40, 0), at(100, 0), at(100, 80), at(0, 80), at(0, 0)]
    expect(check({ communities: [community(notched)], buildings: [building(inside)] })).toMatchObject([{ code: 'building-outside-community' }])
  })

  it('sees a building in a hole of its compound', () => {
    // The corner at (60, 22) is 13 m from the upper edge of the hole.
    const ringed = community(rectangle(0, 0, 100, 80), rectangle(5, 5, 70, 30).reverse())
    expect(check({ communities: [ringed], buildings: [building(inside)] })).toMatchObject([{ code: 'building-outside-community', params: { distanceM: 13 } }])
  })

  it('leaves a building of an unknown community to the reference check', () => {
    expect(check({ buildings: [building(inside)] })).toEqual([])
  })

  it.each([
    ['just enough', 3740, 0], ['too large', 4200, 1], ['just not too small', 2410, 0], ['too small', 2300, 1],
  ])('compares drawing × floors (3000 m²) with a stated area that is %s', (_, floorAreaM2, count) => {
    const findings = check({ buildings: [building(inside, 5, floorAreaM2)] })
    expect(findings).toHaveLength(count)
    if (count > 0) expect(findings[0]).toMatchObject({ code: 'area-differs', severity: 'warning', field: 'floorAreaM2', params: { statedM2: floorAreaM2 } })
  })

  it('compares open ground with its register, but not rooms nor what is not registered', () => {
    expect(check({ spareSpaces: [space('parcel', 400)] })).toEqual([])
    expect(check({ spareSpaces: [space('parcel', 600)] })).toMatchObject([{ code: 'area-differs', file: 's', feature: 'S001', field: 'registeredAreaM2' }])
    expect(check({ spareSpaces: [space('room', 600)] })).toEqual([])
    expect(check({ spareSpaces: [space('cleared', null)] })).toEqual([])
  })

  it('says of an area that crosses itself only that', () => {
    const [a, b, c, d] = rectangle(10, 10, 50, 12) as [[number, number], [number, number], [number, number], [number, number]]
    expect(check({ communities: [compound], buildings: [building([a, c, b, d, a])] }).map(({ code }) => code)).toEqual(['self-intersection'])
  })
})
