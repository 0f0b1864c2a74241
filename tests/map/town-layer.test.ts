import type { FeatureCollection } from 'geojson'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ContextBuilding, Landmark, Road } from '@/domain/place'
import type { Town, TownView } from '@/map/town'
import { addTownLayer } from '@/map/town-layer'
import { fakeMap } from './fake-map'
import { square, testPalette } from './test-palette'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const EMPTY: Town = {
  roads: null, railways: null, water: null, greens: null, blocks: null, contextBuildings: null, landmarks: null,
}
const FIRST: TownView = {
  town: EMPTY, landmarkName: 'name', palette: testPalette(),
  visible: { context: true, landmarks: true, roadNames: true }, extruded: true, textScale: 1,
}
const road: Road = {
  id: 'RD1', name: '兴安路', class: 'arterial', walkable: true, bridge: false, widthM: 30, provenance: 'synthetic',
  geometry: { type: 'LineString', coordinates: [[119.2, 36.4], [119.2, 36.5]] },
}
const building: ContextBuilding = { id: 'X1', heightM: 18, landUse: 'residential', provenance: 'synthetic', geometry: square(119.2, 36.4) }
const landmark: Landmark = {
  id: 'L1', name: '示例车站', nameEn: 'Sample station', kind: 'station', provenance: 'synthetic',
  geometry: { type: 'Point', coordinates: [119.2, 36.4] },
}

function drawnTown(first: Partial<TownView> = {}) {
  const fake = fakeMap()
  let view = { ...FIRST, ...first }
  const layer = addTownLayer(fake.map, view)
  const show = (next: Partial<TownView>) => layer.show((view = { ...view, ...next }))
  const features = (source: string) => (fake.sources.get(source)!.data as FeatureCollection).features
  return { ...fake, layer, show, features }
}

describe('data', () => {
  it('draws what is there from the start without handing it over twice', () => {
    const { features, calls } = drawnTown({ town: { ...EMPTY, contextBuildings: [building] } })
    expect(features('town-context')).toHaveLength(1)
    expect(calls.setData).toEqual([])
  })

  it('draws a part as soon as it is there', () => {
    const { show, features } = drawnTown()
    show({ town: { ...EMPTY, contextBuildings: [building] } })
    expect(features('town-context').map(({ properties }) => properties)).toEqual([{ heightM: 18 }])
  })

  it('waits a little for the other flat parts, then draws what it has', () => {
    const { show, features, calls } = drawnTown()
    show({ town: { ...EMPTY, roads: [road] } })
    show({ town: { ...EMPTY, roads: [road], railways: [] } })
    expect(calls.setData).toEqual([])

    vi.runAllTimers()

    expect(calls.setData).toEqual(['town-ground'])
    expect(features('town-ground').map(({ properties }) => properties)).toEqual([
      { part: 'road', class: 'arterial', bridge: false, widthM: 30, name: '兴安路' },
    ])
  })

  it('does not wait if everything is there', () => {
    const { show, calls } = drawnTown()
    show({ town: { roads: [road], railways: [], water: [], greens: [], blocks: [], contextBuildings: [building], landmarks: [landmark] } })
    expect(calls.setData).toEqual(['town-ground', 'town-context', 'town-names'])
  })

  it('does not hand over the same part twice', () => {
    const { show, calls } = drawnTown()
    const town = { ...EMPTY, contextBuildings: [building] }
    show({ town: town })
    show({ town: { ...town } })
    expect(calls.setData).toEqual(['town-context'])
  })

  it('names landmarks in the chosen language', () => {
    const { show, features } = drawnTown()
    const town = { ...EMPTY, landmarks: [landmark], water: [] }
    show({ town: town })
    show({ landmarkName: 'nameEn' })
    expect(features('town-names').map(({ properties }) => properties!.name)).toEqual(['Sample station'])
  })
})

it('shows volumes or flat shapes, or no buildings at all', () => {
  const { show, layers } = drawnTown()
  const shown = () => [...layers.values()].filter(({ id, layout }) => id.startsWith('town-context') && layout?.visibility === 'visible').map(({ id }) => id)
  expect(shown()).toEqual(['town-context-far', 'town-context'])
  show({ extruded: false })
  expect(shown()).toEqual(['town-context-flat'])
  show({ visible: { ...FIRST.visible, context: false } })
  expect(shown()).toEqual([])
})

it('draws what arrived while the context was lost', () => {
  const { show, lose, restore, features } = drawnTown()
  lose()
  show({ town: { ...EMPTY, contextBuildings: [building] } })
  restore()
  expect(features('town-context')).toHaveLength(1)
})

it('does not come back with the context if it was removed meanwhile', () => {
  const { lose, restore, layer, drawn, sources, images, listeners } = drawnTown({ town: { ...EMPTY, contextBuildings: [building] } })
  lose()
  layer.remove()
  restore()
  expect([drawn(), sources.size, images.size, listeners.length]).toEqual([[], 0, 0, 0])
})

it('leaves nothing on the map when removed', () => {
  const { layer, show, drawn, sources, images, listeners } = drawnTown()
  show({ town: { ...EMPTY, roads: [road] } })
  expect(drawn().length).toBeGreaterThan(10)

  layer.remove()
  vi.runAllTimers()

  expect([drawn(), sources.size, images.size, listeners.length]).toEqual([[], 0, 0, 0])
})
