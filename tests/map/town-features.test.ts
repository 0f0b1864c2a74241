import { expect, it } from 'vitest'
import type { Town } from '@/map/town'
import { toGroundFeatures, toNameFeatures } from '@/map/town-features'
import { square } from './test-palette'

const provenance = 'synthetic' as const
const line = { type: 'LineString' as const, coordinates: [[119.1, 36.4], [119.2, 36.4]] }
const longRiver = { type: 'Polygon' as const, coordinates: [[[119, 36.5], [119.2, 36.5], [119.2, 36.51], [119, 36.51], [119, 36.5]]] }
const town: Town = {
  blocks: [{ id: 'K1', landUse: 'oldTown', provenance, geometry: square(119.2, 36.4) }],
  greens: [{ id: 'G1', name: null, kind: 'park', provenance, geometry: square(119.2, 36.4) }],
  water: [
    { id: 'W1', name: '汶河', kind: 'river', provenance, geometry: longRiver },
    { id: 'W2', name: '青云湖', kind: 'lake', provenance, geometry: square(119.2, 36.4) },
    { id: 'W3', name: null, kind: 'pond', provenance, geometry: square(119.2, 36.4) },
  ],
  railways: [{ id: 'RW1', name: null, provenance, geometry: line }],
  roads: [{ id: 'RD1', name: null, class: 'lane', walkable: true, bridge: true, widthM: 5, provenance, geometry: line }],
  contextBuildings: null,
  landmarks: [],
}

it('tells the parts of the ground apart', () => {
  expect(toGroundFeatures(town).features.map(({ properties }) => properties!.part))
    .toEqual(['block', 'green', 'water', 'water', 'water', 'railway', 'road'])
})

it('gives a nameless road no name, not an empty one', () => {
  expect(toGroundFeatures(town).features.at(-1)!.properties).toEqual({ part: 'road', class: 'lane', bridge: true, widthM: 5 })
})

it('leaves out what is not loaded', () => {
  expect(toGroundFeatures({ ...town, roads: null, water: null }).features).toHaveLength(3)
})

it('names a river along its middle and a lake in it', () => {
  const [river, lake, ...rest] = toNameFeatures(town, 'name').features
  expect(river).toMatchObject({ properties: { of: 'river', name: '汶河' }, geometry: { type: 'LineString' } })
  expect(lake).toMatchObject({ properties: { of: 'lake', name: '青云湖' }, geometry: { type: 'Point' } })
  expect(rest).toEqual([])
})
