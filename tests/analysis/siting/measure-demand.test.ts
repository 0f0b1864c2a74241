import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { measureDemand } from '@/analysis/siting/measure-demand'
import type { DemandParts } from '@/analysis/siting/measure-demand'
import { at, rectangle } from '../../fixtures/drawn'

const defaults = { personsPerHousehold: 2.5, share60Plus: 0.2, shareUnder3: 0.02 }
type TestBuilding = DemandParts['buildings'][number]
type TestResidence = DemandParts['residences'][number]
const building = (id: string, x: number, households: number, communityId = 'C01'): TestBuilding =>
  ({ id, communityId, households, geometry: rectangle(x, 0, 50, 12) })
const residence = (id: string, x: number, y: number, households: number, own: Partial<TestResidence> = {}): TestResidence => ({
  id, households, personsPerHousehold: null, share60Plus: null, shareUnder3: null, geometry: { type: 'Point', coordinates: at(x, y) }, ...own,
})
const measure = (parts: Partial<DemandParts>) =>
  measureDemand({ communities: [{ id: 'C01' }, { id: 'C02' }], buildings: [], residences: [], defaults, communityDemand: [], ...parts })

//   ┌── C01-B1 ──┐      ┌── C02-B1 ──┐
//   │  36 hh     │      │  24 hh     │         ● R1 10 hh
//   └────────────┘      └────────────┘
//   0            50     100         150        200
const town = {
  buildings: [building('C01-B1', 0, 36), building('C02-B1', 100, 24, 'C02')],
  residences: [residence('R1', 200, 6, 10)],
}

describe('measureDemand', () => {
  it('counts households × persons × shares, in the programme and around it', () => {
    const { points, skippedIds } = measure(town)
    expect(points).toMatchObject({ count: 3, ids: ['C01-B1', 'C02-B1', 'R1'], communityIds: ['C01', 'C02', null] })
    expect([...points.households]).toEqual([36, 24, 10])
    // 36 × 2.5 = 90, 24 × 2.5 = 60, 10 × 2.5 = 25; of them 20 % and 2 %.
    expect([...points.all]).toEqual([90, 60, 25])
    expect([...points.aged60Plus]).toEqual([18, 12, 5])
    expect([...points.under3].map((people) => Number(people.toFixed(9)))).toEqual([1.8, 1.2, 0.5])
    expect(skippedIds).toEqual([])
  })

  it('puts a building at the middle of its footprint and a residence where it is drawn', () => {
    const { points } = measure(town)
    const [lon, lat] = at(25, 6) as [number, number]
    expect(points.lon[0]).toBeCloseTo(lon, 9)
    expect(points.lat[0]).toBeCloseTo(lat, 9)
    expect([points.lon[2], points.lat[2]]).toEqual(at(200, 6))
  })

  it('takes the community’s numbers before the plan’s', () => {
    const { points } = measure({ ...town, communityDemand: [{ communityId: 'C01', personsPerHousehold: 2, share60Plus: 0.5, shareUnder3: null }] })
    // C01-B1: 36 × 2 = 72 people, 36 of them old, 2 % under 3; C02-B1 as before.
    expect([points.all[0], points.aged60Plus[0], points.all[1], points.aged60Plus[1]]).toEqual([72, 36, 60, 12])
    expect(points.under3[0]).toBeCloseTo(1.44, 9)
  })

  it('takes the residence’s own numbers before all others, a share of 0 too', () => {
    const { points } = measure({ residences: [residence('R1', 200, 6, 10, { personsPerHousehold: 3, share60Plus: 0, shareUnder3: 0.1 })] })
    expect([points.all[0], points.aged60Plus[0], points.under3[0]]).toEqual([30, 0, 3])
    const inside = measure({
      buildings: [building('C01-B1', 0, 36)], residences: [residence('R1', 10, 6, 10, { personsPerHousehold: 3 })],
      communityDemand: [{ communityId: 'C01', personsPerHousehold: 2, share60Plus: 0.5, shareUnder3: null }],
    })
    expect([inside.points.all[0], inside.points.aged60Plus[0]]).toEqual([30, 15])
  })

  it('lets a residence inside a programme building take its place', () => {
    const inside = [residence('R2', 10, 6, 20), residence('R3', 40, 6, 14)]
    const communityDemand = [{ communityId: 'C01', personsPerHousehold: 2, share60Plus: null, shareUnder3: null }]
    const { points, byCommunity } = measure({ ...town, residences: inside, communityDemand })
    // Both belong to C01: 34 households instead of 36, with the community's 2 persons each.
    expect(points.ids).toEqual(['C02-B1', 'R2', 'R3'])
    expect(points.communityIds).toEqual(['C02', 'C01', 'C01'])
    expect(byCommunity[0]).toMatchObject({ communityId: 'C01', households: 34, all: 68 })
  })

  it('keeps a building beside which a residence stands', () => {
    expect(measure({ ...town, residences: [residence('R2', 25, 13, 20)] }).points.ids).toEqual(['C01-B1', 'C02-B1', 'R2'])
  })

  it.each([
    ['negative households', { households: -1 }], ['no number of households', { households: NaN }], ['endless households', { households: Infinity }],
    ['negative persons', { personsPerHousehold: -2 }], ['a share above 1', { share60Plus: 20.9 }], ['a share that is no number', { shareUnder3: NaN }],
    ['no position', { geometry: { type: 'Point' as const, coordinates: [] } }],
  ])('leaves out and names a residence with %s', (_, broken) => {
    const { points, skippedIds } = measure({ residences: [residence('R1', 200, 6, 10), residence('R2', 220, 6, 10, broken)] })
    expect(points.ids).toEqual(['R1'])
    expect(skippedIds).toEqual(['R2'])
  })

  it('leaves out a building that cannot be counted, and keeps one whose residence cannot', () => {
    expect(measure({ buildings: [building('C01-B1', 0, NaN)] })).toMatchObject({ points: { count: 0 }, skippedIds: ['C01-B1'] })
    expect(measure({ buildings: [building('C01-B1', 0, 36)], residences: [residence('R2', 10, 6, -5)] }))
      .toMatchObject({ points: { ids: ['C01-B1'] }, skippedIds: ['R2'] })
  })

  it('sums per community, also for one without residents', () => {
    const { byCommunity } = measure({ ...town, communities: [{ id: 'C03' }, { id: 'C01' }], buildings: [...town.buildings, building('C01-B2', 300, 4)] })
    expect(byCommunity).toEqual([
      { communityId: 'C01', households: 40, aged60Plus: 20, under3: 2, all: 100 },
      { communityId: 'C03', households: 0, aged60Plus: 0, under3: 0, all: 0 },
    ])
  })

  it('has no points without residents', () => {
    expect(measure({})).toMatchObject({ points: { count: 0, ids: [] }, skippedIds: [] })
  })

  it('does not depend on the order of the input', () => {
    const residences = [...town.residences, residence('R2', 10, 6, 20), residence('R0', 20, 6, NaN), residence('R4', 110, 6, 3)]
    const expected = measure({ ...town, residences })
    fc.assert(fc.property(fc.shuffledSubarray(residences, { minLength: residences.length }), fc.boolean(), (shuffled, isReversed) => {
      const buildings = isReversed ? [...town.buildings].reverse() : town.buildings
      expect(measure({ buildings, residences: shuffled })).toEqual(expected)
    }))
  })
})
