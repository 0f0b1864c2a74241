import type { FeatureCollection, MultiPolygon } from 'geojson'
import { describe, expect, it, vi } from 'vitest'
import type { Isochrone } from '@/domain/land'
import { groundRing } from '@/map/ground-ring'
import { addHazardLayer, type HazardShape } from '@/map/hazard-layer'
import { addIsochroneLayer } from '@/map/isochrone-layer'
import { addLinkLayer } from '@/map/link-layer'
import { fakeMap } from './fake-map'
import { square, testPalette } from './test-palette'

const palette = testPalette()
const featuresOf = ({ sources }: ReturnType<typeof fakeMap>, source: string) => (sources.get(source)!.data as FeatureCollection).features
const nothingLeft = ({ drawn, sources, images, listeners }: ReturnType<typeof fakeMap>) => [drawn(), sources.size, images.size, listeners.length]

describe('walking reach', () => {
  const area = (half: number): MultiPolygon => ({ type: 'MultiPolygon', coordinates: [square(119.2, 36.4, half).coordinates] })
  const streets = (to: number) => ({ type: 'MultiLineString' as const, coordinates: [[[119.2, 36.4], [to, 36.4]]] })
  const isochrone: Isochrone = {
    siteId: 'S1',
    bands: [{ maxM: 500, minutes: 500 / 60, area: area(0.005), streets: streets(119.205) }, { maxM: 300, minutes: 5, area: area(0.003), streets: streets(119.203) }],
  }
  const view = { isochrone, bandLabels: ['500 m'], palette, visible: true, textScale: 1 }

  it('draws each band with its label, and the streets of the widest', () => {
    const fake = fakeMap()
    addIsochroneLayer(fake.map, view)
    expect(featuresOf(fake, 'reach').map(({ geometry, properties }) => [geometry, properties])).toEqual([
      [isochrone.bands[0]!.area, { part: 'area' }], [isochrone.bands[1]!.area, { part: 'area' }],
      [isochrone.bands[0]!.streets, { part: 'street' }],
      // On the northern and on the southern edge of the only band with a label.
      [{ type: 'Point', coordinates: [119.205, 36.405] }, { label: '500 m' }], [{ type: 'Point', coordinates: [expect.closeTo(119.195, 9), expect.closeTo(36.395, 9)] }, { label: '500 m' }],
    ])
  })

  it('goes when nothing is selected, and leaves nothing when removed', () => {
    const fake = fakeMap()
    const layer = addIsochroneLayer(fake.map, view)
    layer.show({ ...view, isochrone: null })
    expect([featuresOf(fake, 'reach'), fake.layers.get('reach-area')!.layout!.visibility]).toEqual([[], 'none'])
    layer.remove()
    expect(nothingLeft(fake)).toEqual([[], 0, 0, 0])
  })
})

describe('a link', () => {
  const link = { from: [119.2, 36.4], to: [119.21, 36.41] }

  it('is a line with a dot where it ends', () => {
    const fake = fakeMap()
    const layer = addLinkLayer(fake.map, { link, palette })
    expect(featuresOf(fake, 'link').map(({ geometry }) => geometry)).toEqual([
      { type: 'LineString', coordinates: [link.from, link.to] }, { type: 'Point', coordinates: link.to },
    ])
    layer.show({ link: { from: [...link.from], to: [...link.to] }, palette })
    expect(fake.calls.setData).toEqual([])
    layer.show({ link: null, palette })
    expect(featuresOf(fake, 'link')).toEqual([])
    layer.remove()
    expect(nothingLeft(fake)).toEqual([[], 0, 0, 0])
  })
})

describe('hazards', () => {
  const hazards: HazardShape[] = [
    { id: 'H1', name: '示例加油站', kind: 'fuelStation', geometry: { type: 'Point', coordinates: [119.2, 36.4] }, setbackM: 50, isHard: true },
    { id: 'H2', name: null, kind: 'wasteStation', geometry: { type: 'Point', coordinates: [119.21, 36.4] }, setbackM: null, isHard: false },
    { id: 'H3', name: null, kind: 'powerLine', geometry: { type: 'LineString', coordinates: [[119.2, 36.4], [119.2, 36.41], [119.22, 36.43]] }, setbackM: 15, isHard: true },
    { id: 'H4', name: null, kind: 'powerLine', geometry: { type: 'LineString', coordinates: [[119.2, 36.4], [119.22, 36.4]] }, setbackM: null, isHard: false },
  ]
  const view = { hazards, showsSetbacks: true, palette, visible: true, textScale: 1 }
  const listener = { select: vi.fn(), hover: vi.fn() }

  it('have one sign each: a line at its middle vertex, or between the two', () => {
    const fake = fakeMap()
    addHazardLayer(fake.map, view, listener)
    expect(featuresOf(fake, 'hazards').filter(({ properties }) => properties!.kind).map(({ geometry }) => (geometry as { coordinates: unknown }).coordinates)).toEqual([
      [119.2, 36.4], [119.21, 36.4], [119.2, 36.41], [expect.closeTo(119.21, 9), 36.4],
    ])
  })

  it('have ground to keep free where a rule names it', () => {
    const fake = fakeMap()
    addHazardLayer(fake.map, view, listener)
    expect(featuresOf(fake, 'hazards').filter(({ properties }) => !properties!.kind).map(({ geometry, properties }) => [geometry.type, properties])).toEqual([
      ['Polygon', { setbackM: 50, isHard: true }], ['LineString', { setbackM: 15, isHard: true }], ['LineString', { setbackM: 0, isHard: false }],
    ])
  })

  it('hide the ground without hiding the signs, and leave nothing when removed', () => {
    const fake = fakeMap()
    const layer = addHazardLayer(fake.map, view, listener)
    layer.show({ ...view, showsSetbacks: false })
    expect(['hazard-ground', 'hazard-icon'].map((id) => fake.layers.get(id)!.layout!.visibility)).toEqual(['none', 'visible'])
    layer.remove()
    expect(nothingLeft(fake)).toEqual([[], 0, 0, 0])
  })
})

it('draws a ring of the given radius on the ground', () => {
  const [ring] = groundRing([119.2, 36.4], 100).coordinates
  // East: 100 m / (111,320 m · cos 36.4° = 89,602 m) = 0.001116°; north: 100 / 111,000 = 0.000901°.
  expect(ring![0]![0]! - 119.2).toBeCloseTo(0.001116, 6)
  expect(Math.max(...ring!.map(([, lat]) => lat! - 36.4))).toBeCloseTo(0.000901, 6)
  expect(ring![0]).toEqual(ring!.at(-1))
})
