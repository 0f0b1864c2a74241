import type { FeatureCollection } from 'geojson'
import { expect, it } from 'vitest'
import { addProposedSiteLayer, type ProposedSiteShape, type ProposedSiteView } from '@/map/proposed-site-layer'
import { fakeMap } from './fake-map'
import { square, testPalette } from './test-palette'

const site: ProposedSiteShape = { id: 'P1', name: '国槐里养老驿站', facility: 'elderlyCare', figure: '新增覆盖 320 人', geometry: square(119.2, 36.43) }
const firstView: ProposedSiteView = { sites: [site], palette: testPalette(), visible: true, textScale: 1 }

function drawn(changes: Partial<ProposedSiteView> = {}) {
  const fake = fakeMap()
  let view = { ...firstView, ...changes }
  const layer = addProposedSiteLayer(fake.map, view)
  const features = (source: string) => (fake.sources.get(source)!.data as FeatureCollection).features
  return { ...fake, layer, features, show: (next: Partial<ProposedSiteView>) => layer.show((view = { ...view, ...next })) }
}

it('gives each site its outline, and its name above its northern edge', () => {
  const { features } = drawn({ sites: [site, { ...site, id: 'P2', figure: '' }] })
  expect(features('proposed-sites').map(({ properties }) => properties)).toEqual([{ id: 'P1' }, { id: 'P2' }])
  expect(features('proposed-site-labels').map(({ properties }) => properties)).toEqual([
    { id: 'P1', name: '国槐里养老驿站', facility: 'elderlyCare', order: 0, figure: '\n新增覆盖 320 人' },
    { id: 'P2', name: '国槐里养老驿站', facility: 'elderlyCare', order: 1, figure: '' },
  ])
  expect(features('proposed-site-labels')[0]!.geometry).toMatchObject({ coordinates: [expect.closeTo(119.2, 9), expect.closeTo(36.4305, 9)] })
})

it('hands over shapes only if they differ', () => {
  const { show, calls } = drawn()
  show({ sites: [{ ...site, geometry: square(119.2, 36.43) }] })
  expect(calls.setData).toEqual([])
  show({ sites: [{ ...site, figure: '' }] })
  expect(calls.setData).toEqual(['proposed-site-labels'])
  show({ sites: [] })
  expect(calls.setData).toEqual(['proposed-site-labels', 'proposed-sites', 'proposed-site-labels'])
})

it('grows with the wall, and has no text below the smallest', () => {
  const { images, layers, show } = drawn()
  expect(images.get('proposed-health')!.width).toBe(46)
  show({ textScale: 2, minTextPx: 25 })
  expect(images.get('proposed-health')!.width).toBe(94)
  expect(layers.get('proposed-label')!.layout).toMatchObject({ 'text-size': ['interpolate', ['linear'], ['zoom'], 12, 25, 15, 27, 18, 32] })
})

it('does not come back with the context if it was removed meanwhile, and comes anew if it was added', () => {
  const { lose, restore, layer, map, drawn: ids, features, sources } = drawn()
  lose()
  layer.remove()
  restore()
  expect([ids(), sources.size]).toEqual([[], 0])
  lose()
  addProposedSiteLayer(map, { ...firstView, sites: [{ ...site, id: 'P9' }] })
  restore()
  expect(features('proposed-sites').map(({ properties }) => properties)).toEqual([{ id: 'P9' }])
})

it('hides, and leaves nothing when removed', () => {
  const { show, layers, layer, drawn: ids, sources, images, listeners } = drawn()
  show({ visible: false })
  expect(layers.get('proposed-fill')!.layout).toMatchObject({ visibility: 'none' })
  layer.remove()
  expect([ids(), sources.size, images.size, listeners.length]).toEqual([[], 0, 0, 0])
})
