import type { Polygon } from 'geojson'
import { describe, expect, it } from 'vitest'
import { blockLinks } from '@/analysis/assembly/block-links'
import type { LinkSurroundings } from '@/analysis/assembly/block-links'
import { findLinks } from '@/analysis/assembly/find-links'
import { flattenShapes } from '@/analysis/shape/flatten-shapes'
import type { RoadClass, Tenure } from '@/domain/place'
import { at, drawn, rectangle } from '../../fixtures/drawn'

const road = (id: string, roadClass: RoadClass, ...line: [number, number][]) => ({
  id, name: null, class: roadClass, walkable: true, bridge: false, widthM: 6, provenance: 'synthetic' as const,
  geometry: { type: 'LineString' as const, coordinates: line.map(([x, y]) => at(x, y)) },
})
const railway = (id: string, ...line: [number, number][]) => ({
  id, name: null, provenance: 'synthetic' as const, geometry: { type: 'LineString' as const, coordinates: line.map(([x, y]) => at(x, y)) },
})
const water = (id: string, geometry: Polygon) => ({ id, name: null, kind: 'river' as const, provenance: 'synthetic' as const, geometry })

/** Judges the only link of two shapes; lengths to the millimetre. */
function judge(pair: [Polygon, Polygon], around: Partial<LinkSurroundings> = {}, maxGapM = 20) {
  const shapes = flattenShapes(pair)
  const { freeGapM, blockedBy } = blockLinks(findLinks(shapes, maxGapM), shapes, {
    roads: [], railways: [], water: [], tenures: ['stateReserve', 'stateReserve'],
    assembly: { blockingRoadClasses: ['arterial', 'secondary', 'local'], incompatibleTenures: [['ownersCommon', 'collectiveOther']] },
    ...around,
  })
  return { freeM: Math.round(freeGapM[0]! * 1000) / 1000, by: blockedBy[0]?.id ?? blockedBy[0]?.kind ?? null }
}

/*
 *  15 ┌────────┐  5 m ┌────────┐
 *     │   A    │      │   B    │
 *   0 └────────┘      └────────┘
 *     0       20      25      45
 */
const AB: [Polygon, Polygon] = [rectangle(0, 0, 20, 15), rectangle(25, 0, 20, 15)]
const ACROSS = road('R1', 'local', [22, -50], [22, 60])

describe('blockLinks', () => {
  it('lets a link be where nothing lies between', () => {
    expect(judge(AB)).toEqual({ freeM: 5, by: null })
  })

  it('keeps apart what a road of a blocking class divides', () => {
    expect(judge(AB, { roads: [ACROSS] })).toEqual({ freeM: Infinity, by: 'R1' })
  })

  it('lets a road of another class pass', () => {
    expect(judge(AB, { roads: [road('R2', 'lane', [22, -50], [22, 60])] })).toEqual({ freeM: 5, by: null })
  })

  it('does not mind a road that ends before the gap', () => {
    expect(judge(AB, { roads: [road('R1', 'local', [22, -50], [22, -3])] })).toEqual({ freeM: 5, by: null })
  })

  it('does not mind a road along the far side', () => {
    expect(judge(AB, { roads: [road('R1', 'local', [-1, -50], [-1, 50])] })).toEqual({ freeM: 5, by: null })
  })

  it('goes beside a road that ends in the gap', () => {
    expect(judge(AB, { roads: [road('R1', 'local', [22, -50], [22, 6])] })).toEqual({ freeM: 5, by: 'R1' })
  })

  /*
   *  A is 20 × 15, a needle B points at (20, 7.5). The road ends at (22, 10.5): the way around goes from
   *  the tip (25, 7.5) straight through the end of the road to A at (20, 12.5):
   *  √(25 + 25) = 7.071 m.
   */
  it('measures the way around the end of a road', () => {
    const tip = drawn([25, 7.5], [45, 7.4], [45, 7.6])
    expect(judge([AB[0], tip], { roads: [road('R1', 'local', [22, -50], [22, 10.5])] })).toEqual({ freeM: 7.071, by: 'R1' })
  })

  it('keeps apart beyond the widest gap', () => {
    const tip = drawn([25, 7.5], [45, 7.4], [45, 7.6])
    expect(judge([AB[0], tip], { roads: [road('R1', 'local', [22, -50], [22, 10.5])] }, 7)).toEqual({ freeM: Infinity, by: 'R1' })
  })

  it('keeps apart what a railway divides', () => {
    expect(judge(AB, { railways: [railway('T1', [18, -40], [27, 55])] })).toEqual({ freeM: Infinity, by: 'T1' })
  })

  it('keeps apart what water divides', () => {
    expect(judge(AB, { water: [water('W1', rectangle(21, -40, 3, 100))] })).toEqual({ freeM: Infinity, by: 'W1' })
  })

  it('goes beside a pond in the gap', () => {
    expect(judge(AB, { water: [water('W1', rectangle(21, 2, 3, 4))] })).toEqual({ freeM: 5, by: null })
    expect(judge(AB, { water: [water('W1', rectangle(21, -1, 3, 15))] })).toEqual({ freeM: 5, by: 'W1' })
  })

  it('keeps apart incompatible tenures, whichever comes first', () => {
    const tenures: Tenure[] = ['collectiveOther', 'ownersCommon']
    expect(judge(AB, { tenures })).toEqual({ freeM: Infinity, by: 'tenure' })
    expect(judge(AB, { tenures: [...tenures].reverse() })).toEqual({ freeM: Infinity, by: 'tenure' })
  })

  it('keeps apart what touches along the centre line of a road', () => {
    const touching: [Polygon, Polygon] = [rectangle(0, 0, 22, 15), rectangle(22, 0, 20, 15)]
    expect(judge(touching)).toEqual({ freeM: 0, by: null })
    expect(judge(touching, { roads: [ACROSS] })).toEqual({ freeM: Infinity, by: 'R1' })
    expect(judge(touching, { roads: [road('R1', 'local', [22, -50], [22, 6])] }).freeM).toBe(0)
  })

  it('keeps apart what shares only a corner at a crossing of roads', () => {
    const corners: [Polygon, Polygon] = [rectangle(0, 0, 22, 15), rectangle(22, 15, 20, 15)]
    expect(judge(corners)).toEqual({ freeM: 0, by: null })
    expect(judge(corners, { roads: [ACROSS, road('R3', 'local', [-50, 15], [90, 15])] }).freeM).toBe(Infinity)
  })

  it('joins what covers the same ground, road or not', () => {
    expect(judge([rectangle(0, 0, 30, 15), rectangle(15, 0, 30, 15)], { roads: [ACROSS] }).freeM).toBe(0)
    expect(judge([rectangle(0, 0, 30, 15), rectangle(12, 3, 5, 5)], { roads: [ACROSS] }).freeM).toBe(0)
  })

  it('gives the same for both orders', () => {
    const tip = drawn([25, 7.5], [45, 7.4], [45, 7.6])
    const roads = [road('R1', 'local', [22, -50], [22, 10.5]), road('R2', 'local', [21, 11], [24, 60])]
    expect(judge([tip, AB[0]], { roads }).freeM).toBeCloseTo(judge([AB[0], tip], { roads }).freeM, 3)
  })
})
