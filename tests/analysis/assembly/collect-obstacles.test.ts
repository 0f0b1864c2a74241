import { describe, expect, it } from 'vitest'
import { collectObstacles, waterAt } from '@/analysis/assembly/collect-obstacles'
import type { Railway, Road, Water } from '@/domain/place'
import { at, rectangle, withHole } from '../../fixtures/drawn'

const line = (...coordinates: number[][]) => ({ type: 'LineString' as const, coordinates })
const road = (id: string, roadClass: Road['class'], ...coordinates: number[][]): Road =>
  ({ id, name: null, class: roadClass, walkable: true, bridge: false, widthM: 6, provenance: 'synthetic', geometry: line(...coordinates) })
const railway: Railway = { id: 'T', name: null, provenance: 'synthetic', geometry: line([0, 0], [NaN, 1], [2, 2], [3, 3]) }
const lake: Water = { id: 'W', name: null, kind: 'lake', provenance: 'synthetic', geometry: withHole(rectangle(0, 0, 20, 20), rectangle(5, 5, 10, 10)) }

describe('collectObstacles', () => {
  it('takes blocking roads, railways and banks, piece by piece', () => {
    const roads = [road('R1', 'lane', [0, 0], [1, 1]), road('R2', 'local', [0, 0], [1, 1], [2, 0])]
    const { ends, of, all } = collectObstacles(roads, [railway], [lake], ['local'])
    expect(all).toEqual([{ kind: 'road', id: 'R2' }, { kind: 'railway', id: 'T' }, { kind: 'water', id: 'W' }])
    expect([...of]).toEqual([0, 0, 1, 2, 2, 2, 2, 2, 2, 2, 2])
    expect([...ends.subarray(0, 12)]).toEqual([0, 0, 1, 1, 1, 1, 2, 0, 2, 2, 3, 3])
  })

  it('has no index without pieces', () => {
    expect(collectObstacles([], [], [], ['local']).index).toBeNull()
  })
})

describe('waterAt', () => {
  it('knows island and water', () => {
    const obstacles = collectObstacles([], [railway], [lake], [])
    const [wetLon, wetLat] = at(2, 2) as [number, number]
    const [dryLon, dryLat] = at(10, 10) as [number, number]
    expect(waterAt(obstacles, wetLon, wetLat, [1])).toBe(1)
    expect(waterAt(obstacles, dryLon, dryLat, [1])).toBe(-1)
  })
})
