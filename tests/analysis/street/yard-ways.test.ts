import { describe, expect, it } from 'vitest'
import { prepareSpaces } from '@/analysis/land/prepare-spaces'
import { prepareTown } from '@/analysis/land/prepare-town'
import type { Reach } from '@/analysis/reach/reach'
import { flattenShapes } from '@/analysis/shape/flatten-shapes'
import { buildBarriers } from '@/analysis/street/build-barriers'
import { findYardWays, shortenByYards, withYardWays } from '@/analysis/street/yard-ways'
import type { Water } from '@/domain/place'
import type { Community } from '@/domain/programme'
import { at, box, drawnTown, residence, space } from '../../fixtures/drawn-town'

//        0        60   100       200        one compound, 200 × 100 m
//  100   ┌─────────────────────────┐
//   50   │  · R0      ┌──┐  ≈≈   · R1        R0 (20, 50), space 60…80, pond 120…140 over the whole depth,
//    0   └────────────┴──┴──≈≈─────┘         R1 (180, 50) behind the pond; R2 (−20, 50) outside the wall
const communities = [{ id: 'C1', geometry: box(0, 0, 200, 100) }] as unknown as Community[]
const PLACES = [[20, 50], [180, 50], [-20, 50]] as const
const points = {
  count: 3, lon: Float64Array.from(PLACES, ([x, y]) => at(x, y)[0]!), lat: Float64Array.from(PLACES, ([x, y]) => at(x, y)[1]!),
}
const shapes = flattenShapes([box(60, 30, 80, 70)])
const pond = { id: 'W', name: null, kind: 'pond', provenance: 'synthetic', geometry: box(120, -10, 140, 110) } as Water
const yardsWith = (water: Water[]) => findYardWays({ communities, barriers: buildBarriers({ water, railways: [] }), points, shapes })
const rows = ({ starts, point, distanceM }: Reach) =>
  [...starts.slice(1)].map((end, s) => [...point.subarray(starts[s], end)].map((p, k) => [p, Math.round(distanceM[starts[s]! + k]! * 100) / 100]))

describe('ways across the yard', () => {
  it('lead straight to the boundary, for those who live in the same compound', () => {
    expect(rows(yardsWith([]))).toEqual([[[0, 40], [1, 100]]])
  })

  it('do not lead through water', () => {
    expect(rows(yardsWith([pond]))).toEqual([[[0, 40]]])
  })

  it('count where they are shorter than the street, and within the radius', () => {
    const onFoot: Reach = { starts: new Uint32Array([0, 2]), point: new Uint32Array([0, 2]), distanceM: new Float64Array([188, 90]) }
    expect(rows(withYardWays(onFoot, yardsWith([]), 300, 3))).toEqual([[[0, 40], [1, 100], [2, 90]]])
    expect(rows(withYardWays(onFoot, yardsWith([]), 99, 3))).toEqual([[[0, 40], [2, 90]]])
    const near: Reach = { ...onFoot, distanceM: new Float64Array([12, 90]) }
    expect(rows(withYardWays(near, yardsWith([]), 300, 3))).toEqual([[[0, 12], [1, 100], [2, 90]]])
  })

  it('shorten distances beyond any radius', () => {
    const nearest = { distanceM: new Float64Array([188, 20, Infinity]), which: new Int32Array([1, 1, -1]) }
    shortenByYards(nearest, yardsWith([]), [0])
    expect([...nearest.distanceM].map((metres) => Math.round(metres))).toEqual([40, 20, Infinity])
    expect([...nearest.which]).toEqual([0, 1, -1])
  })

  it('reach a space behind the wall without going out of the gate and back', () => {
    // C1 of the drawn town is walled; its gate lies on the street. The space stands 20 m from the house.
    const town = drawnTown()
    const inside = space('Y', box(400, 110, 410, 120))
    const land = prepareSpaces(prepareTown({ ...town, buildings: [], residences: [residence('R', 380, 115, 10)] }), [inside])
    const { point, distanceM } = land.reachOfSpaces('walk', 500)
    expect([...point]).toEqual([0])
    expect(distanceM[0]).toBeCloseTo(20, 1)
  })
})
