import fc from 'fast-check'
import type { Polygon } from 'geojson'
import { describe, expect, it } from 'vitest'
import { assembleSites, prepareAssembly } from '@/analysis/assembly/assemble-sites'
import type { AssemblyParts } from '@/analysis/assembly/assemble-sites'
import type { SpareSpace } from '@/domain/place'
import { at, drawn, rectangle, withHole } from '../../fixtures/drawn'
import { drawnSpace } from '../../fixtures/drawn-space'

const RULES: AssemblyParts['assembly'] = {
  state: 'assumption', source: '', sourceEn: '', gapM: 8,
  blockingRoadClasses: ['arterial', 'secondary', 'local'], incompatibleTenures: [['ownersCommon', 'collectiveOther']],
}
const prepare = (spaces: readonly SpareSpace[], around: Partial<AssemblyParts> = {}) =>
  prepareAssembly({ spaces, roads: [], railways: [], water: [], communities: [], assembly: RULES, maxGapM: 30, ...around })
const sitesOf = (spaces: readonly SpareSpace[], gapM: number, around: Partial<AssemblyParts> = {}) =>
  assembleSites(prepare(spaces, around), { gapM, isUsable: () => true })
const idsOf = (shapes: Polygon[], gapM: number) => sitesOf(shapes.map((shape, i) => drawnSpace(`S${i}`, shape)), gapM).map(({ id }) => id)

/*
 *  15 ┌────────┐ 5 m ┌────────┐ 5 m ┌────────┐    land 3 × 300 = 900 m²
 *     │   S0   │░░░░░│   S1   │░░░░░│   S2   │    gaps 2 ×  75 = 150 m²
 *   0 └────────┘     └────────┘     └────────┘    a closing of the gaps would claim 1,050 m²
 *     0       20    25       45    50       70
 */
const ROW = [0, 25, 50].map((x, i) => drawnSpace(`S${i}`, rectangle(x, 0, 20, 15)))

describe('assembleSites', () => {
  it('tells land and gaps apart', () => {
    const [site, ...others] = sitesOf(ROW, 8)
    expect(others).toEqual([])
    expect(site).toMatchObject({ id: 'S0+S1+S2', partIds: ['S0', 'S1', 'S2'], contact: 'apart', holderCount: 1, floorAreaM2: 0 })
    expect(site!.landAreaM2).toBeCloseTo(900, 1)
    expect(site!.gapAreaM2).toBeCloseTo(150, 1)
    expect(site!.gaps).toHaveLength(2)
    expect(site!.widestGapM).toBeCloseTo(5, 3)
    expect(Math.abs(site!.widthM - 15)).toBeLessThan(0.05)
  })

  it('keeps apart what is further than the gap', () => {
    expect(sitesOf(ROW, 4.99).map(({ id, gapAreaM2, widestGapM }) => [id, gapAreaM2, widestGapM])).toEqual([['S0', 0, 0], ['S1', 0, 0], ['S2', 0, 0]])
  })

  it.each([
    ['5 cm apart', [rectangle(0, 0, 20, 15), rectangle(20.05, 0, 20, 15)], 0.1, ['S0+S1']],
    ['5 cm apart, no gap allowed', [rectangle(0, 0, 20, 15), rectangle(20.05, 0, 20, 15)], 0, ['S0', 'S1']],
    ['touching along an edge', [rectangle(0, 0, 20, 15), rectangle(20, 5, 20, 15)], 0, ['S0+S1']],
    ['sharing only a corner', [rectangle(0, 0, 20, 15), rectangle(20, 15, 20, 15)], 0, ['S0+S1']],
    ['overlapping', [rectangle(0, 0, 20, 15), rectangle(18, 3, 20, 15)], 0, ['S0+S1']],
    ['one in the hole of another', [withHole(rectangle(0, 0, 30, 30), rectangle(5, 5, 20, 20)), rectangle(8, 8, 14, 14)], 3.01, ['S0+S1']],
    ['one in a hole that is too wide', [withHole(rectangle(0, 0, 30, 30), rectangle(5, 5, 20, 20)), rectangle(8, 8, 14, 14)], 2.9, ['S0', 'S1']],
  ])('groups rightly: %s', (_, shapes, gapM, ids) => {
    expect(idsOf(shapes, gapM)).toEqual(ids)
  })

  it('counts ground of two parts once', () => {
    expect(sitesOf([drawnSpace('A', rectangle(0, 0, 20, 15)), drawnSpace('B', rectangle(16, 0, 20, 15))], 8)[0]!.landAreaM2).toBeCloseTo(540, 1)
  })

  it('gives rooms as floor area, not as land', () => {
    const room = drawnSpace('R', rectangle(22, 0, 40, 30), { kind: 'room', floorAreaM2: 180, holder: '示例机械厂', tenure: 'workUnit' })
    expect(sitesOf([...ROW.slice(0, 1), room], 8)[0]).toMatchObject({
      floorAreaM2: 180, kinds: ['parcel', 'room'], tenures: ['stateReserve', 'workUnit'], holderCount: 2, name: '空地R',
    })
    const [site] = sitesOf([...ROW.slice(0, 1), { ...room, floorAreaM2: null, holder: null }], 8)
    expect(site).toMatchObject({ floorAreaM2: null, holderCount: null })
    expect(site!.landAreaM2).toBeCloseTo(300, 1)
    expect(Math.abs(site!.widthM - 15)).toBeLessThan(0.05)
  })

  it('leaves out what is not usable, also as a bridge', () => {
    const found = assembleSites(prepare(ROW), { gapM: 8, isUsable: (i) => i !== 1 })
    expect(found.map(({ id }) => id)).toEqual(['S0', 'S2'])
  })

  it('asks for spaces by their place in the input', () => {
    const found = assembleSites(prepare([...ROW].reverse()), { gapM: 8, isUsable: (i) => i !== 0 })
    expect(found.map(({ id }) => id)).toEqual(['S0+S1'])
  })

  it('leaves spaces out that cannot be measured and says so', () => {
    const bowTie = drawnSpace('X', drawn([0, 20], [10, 30], [10, 20], [0, 30]))
    const assembly = prepare([bowTie, ...ROW])
    expect(assembleSites(assembly, { gapM: 8, isUsable: () => true }).map(({ id }) => id)).toEqual(['S0+S1+S2'])
    expect([...assembly.areaM2].map((areaM2) => Math.round(areaM2))).toEqual([NaN, 300, 300, 300])
  })

  it('keeps apart what a road divides', () => {
    const road = {
      id: 'R', name: null, class: 'local' as const, walkable: true, bridge: false, widthM: 6, provenance: 'synthetic' as const,
      geometry: { type: 'LineString' as const, coordinates: [at(47, -50), at(47, 60)] },
    }
    expect(sitesOf(ROW, 8, { roads: [road] }).map(({ id }) => id)).toEqual(['S0+S1', 'S2'])
  })

  it('judges contact with the communities', () => {
    expect(sitesOf(ROW, 8, { communities: [{ geometry: rectangle(-20, 17, 200, 50) }] })[0]!.contact).toBe('edge')
  })

  it('has no sites without spaces', () => {
    expect(sitesOf([], 8)).toEqual([])
  })

  const place = fc.integer({ min: 0, max: 90 })
  const size = fc.integer({ min: 3, max: 25 })
  const spaces = fc.array(fc.tuple(place, place, size, size, fc.integer({ min: -5, max: 5 }), fc.boolean()), { maxLength: 9 }).map((list) =>
    list.map(([x, y, width, height, lean, isRoom], i) => drawnSpace(
      `S${i}`, drawn([x, y], [x + width, y + lean], [x + width, y + height + lean], [x, y + height]),
      isRoom ? { kind: 'room', floorAreaM2: 10 * i, tenure: 'ownersCommon' } : { tenure: i % 3 === 0 ? 'collectiveOther' : 'stateReserve' },
    )))

  it('does not depend on the order of the input', () => {
    fc.assert(fc.property(spaces.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }), fc.nat(20))),
      ([given, shuffled, gapM]) => {
        expect(sitesOf(shuffled, gapM)).toEqual(sitesOf(given, gapM))
      }), { numRuns: 30 })
  })

  it('answers the same whatever was asked before', () => {
    fc.assert(fc.property(spaces, fc.nat(20), fc.nat(20), (list, before, gapM) => {
      const assembly = prepare(list)
      assembleSites(assembly, { gapM: before, isUsable: () => true })
      expect(assembleSites(assembly, { gapM, isUsable: () => true })).toEqual(sitesOf(list, gapM))
    }), { numRuns: 30 })
  })

  it('puts every space in one site, never claims more land than drawn, and never fewer parts with a wider gap', () => {
    fc.assert(fc.property(spaces, fc.nat(15), (list, gapM) => {
      const assembly = prepare(list)
      const [narrow, wide] = [gapM, gapM + 5].map((gap) => assembleSites(assembly, { gapM: gap, isUsable: () => true }))
      expect(narrow!.flatMap(({ partIds }) => partIds).sort()).toEqual(list.map(({ id }) => id).sort())
      for (const { landAreaM2, partIds } of wide!) {
        const drawnM2 = list.reduce((sum, { id, kind }, i) => sum + (kind !== 'room' && partIds.includes(id) ? assembly.areaM2[i]! : 0), 0)
        expect(landAreaM2).toBeLessThanOrEqual(drawnM2 + 0.1)
      }
      for (const { partIds } of narrow!) expect(wide!.some((site) => partIds.every((id) => site.partIds.includes(id)))).toBe(true)
    }), { numRuns: 30 })
  })
})
