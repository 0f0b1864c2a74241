import { type StyleSpecification, validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import { expect, it, vi } from 'vitest'
import { baseStyle } from '@/map/base-style'
import { addFacilityLayer } from '@/map/facility-layer'
import { addHazardLayer } from '@/map/hazard-layer'
import { addIsochroneLayer } from '@/map/isochrone-layer'
import { addLinkLayer } from '@/map/link-layer'
import { addProgrammeLayer } from '@/map/programme-layer'
import { addResidenceLayer } from '@/map/residence-layer'
import { addSiteLayer } from '@/map/site-layer'
import { addSpareSpaceLayer } from '@/map/spare-space-layer'
import { addTownLayer } from '@/map/town-layer'
import { fakeMap } from './fake-map'
import { testPalette } from './test-palette'

const palette = testPalette()
const listener = { select: vi.fn(), hover: vi.fn() }
const town = { roads: null, railways: null, water: null, greens: null, blocks: null, contextBuildings: null, landmarks: null }
const visible = { context: true, landmarks: true, roadNames: true }

function wholeStyle(): StyleSpecification {
  const { map, layers, sources } = fakeMap()
  addTownLayer(map, { town, landmarkName: 'name', palette, visible, extruded: true, textScale: 1 })
  addProgrammeLayer(map, {
    communities: [], buildings: [], paint: new Map(), selectedId: null, hoveredId: null, emphasis: 'fill', palette, extruded: true, textScale: 1,
  }, listener)
  addSpareSpaceLayer(map, { spaces: [], palette, visible: true, selectedId: 'S001' }, listener)
  addFacilityLayer(map, { facilities: [], palette, visible: true, textScale: 1, askedTypes: null }, listener)
  addSiteLayer(map, { sites: [], excluded: [], selectedId: 'S001', hoveredId: null, palette, visible: true, textScale: 1 }, listener)
  addResidenceLayer(map, {
    points: { ids: [], positions: [], people: new Float64Array() }, states: new Uint8Array(), phase: 'after', palette, visible: true,
  }, listener)
  addIsochroneLayer(map, { isochrone: null, bandLabels: [], palette, visible: true, textScale: 1 })
  addHazardLayer(map, { hazards: [], showsSetbacks: true, palette, visible: true, textScale: 1 }, listener)
  addLinkLayer(map, { link: null, palette })
  return {
    ...(baseStyle(palette, 'https://map.example/fonts/') as StyleSpecification),
    sources: Object.fromEntries([...sources].map(([id, { data }]) => [id, { type: 'geojson' as const, data: data as never }])),
    layers: [...layers.values()] as StyleSpecification['layers'],
  }
}

// The built app does not validate its style at run time; this test does it instead.
it('is a valid style with every layer', () => {
  const style = wholeStyle()
  expect(style.layers.length).toBeGreaterThan(50)
  expect(validateStyleMin(style).map(({ message }) => message)).toEqual([])
})

it('would report a wrong property', () => {
  const style = wholeStyle()
  style.layers.push({ id: 'x', type: 'background', paint: { 'background-colour': 'red' } } as never)
  expect(validateStyleMin(style).map(({ message }) => message).join()).toContain('background-colour')
})

it('asks for nothing but its own fonts', () => {
  const style = baseStyle(palette, 'https://map.example/fonts/')
  expect(style.glyphs).toBeUndefined()
  expect(style.sprite).toBeUndefined()
  const addresses = JSON.stringify(style).match(/https?:[^"]+/g) ?? []
  expect(addresses.length).toBeGreaterThan(1)
  expect(addresses.filter((address) => !address.startsWith('https://map.example/fonts/'))).toEqual([])
})
