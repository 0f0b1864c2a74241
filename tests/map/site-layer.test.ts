import type { FeatureCollection } from 'geojson'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { addSiteLayer, type SiteShape, type SiteView } from '@/map/site-layer'
import { fakeMap } from './fake-map'
import { square, testPalette } from './test-palette'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const palette = testPalette()
// +---+     +---+
// | 1 | gap | 2 |    together one site; 3 stands alone and has no score; 4 is out
// +---+     +---+
const pair: SiteShape = {
  id: 'S1+S2', label: '兴安路东侧', partGeometries: [square(119.2, 36.4), square(119.2015, 36.4)], gaps: [square(119.20075, 36.4, 0.00025)],
  score: 87.4, rank: 1, isChosen: true,
}
const single: SiteShape = { id: 'S3', label: '新安路口', partGeometries: [square(119.21, 36.4)], gaps: [], score: null, rank: null, isChosen: false }
const FIRST: SiteView = {
  sites: [pair, single], excluded: [{ id: 'S4', geometry: square(119.22, 36.4) }], selectedId: null, hoveredId: null, palette, visible: true, textScale: 1,
}

function drawnSites(changes: Partial<SiteView> = {}) {
  const fake = fakeMap()
  const listener = { select: vi.fn(), hover: vi.fn() }
  let view = { ...FIRST, ...changes }
  const layer = addSiteLayer(fake.map, view, listener)
  const show = (next: Partial<SiteView>) => {
    fake.calls.setFeatureState = 0
    layer.show((view = { ...view, ...next }))
  }
  const properties = (source: string) => (fake.sources.get(source)!.data as FeatureCollection).features.map((feature) => feature.properties!)
  const state = (id: string) => fake.states.get(`site-shapes/${id}`)!
  return { ...fake, listener, layer, show, properties, state }
}
const copyOf = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

it('draws every part, and gaps apart from land', () => {
  const { properties } = drawnSites()
  expect(properties('site-shapes')).toEqual([
    { id: 'S4', part: 'out' }, { id: 'S1+S2', part: 'gap' }, { id: 'S1+S2', part: 'land' }, { id: 'S1+S2', part: 'land' }, { id: 'S3', part: 'land' },
  ])
})

describe('colour', () => {
  it('follows the score', () => {
    const { state, show } = drawnSites()
    expect(state('S1+S2').fill).toBe(palette.site.score[4])
    show({ sites: [{ ...pair, score: 12 }, single] })
    expect(state('S1+S2').fill).toBe(palette.site.score[0])
  })

  it('is none without a score: dots instead', () => {
    const { state } = drawnSites()
    expect(state('S3')).toMatchObject({ fill: palette.paper, dots: 0.9 })
    expect(state('S1+S2').dots).toBe(0)
  })
})

describe('outline', () => {
  const alone = { ...pair, isChosen: false }

  it('goes around put-together parts, not around a single one', () => {
    const { state } = drawnSites({ sites: [alone, single] })
    expect([state('S1+S2').ringWidth, state('S3').ringWidth]).toEqual([3.4, 0])
  })

  it('is stronger for a hovered, a chosen and a selected site', () => {
    const widthWith = (changes: Partial<SiteView>) => Number(drawnSites(changes).state('S1+S2').ringWidth)
    const widths = [
      widthWith({ sites: [alone] }), widthWith({ sites: [alone], hoveredId: 'S1+S2' }), widthWith({}), widthWith({ selectedId: 'S1+S2' }),
    ]
    expect(widths).toEqual([...widths].sort((a, b) => a - b))
    expect(new Set(widths).size).toBe(4)
    expect(drawnSites({ selectedId: 'S1+S2' }).state('S1+S2').ring).toBe(palette.selected)
  })

  it('marks a selected excluded space', () => {
    const { states } = drawnSites({ selectedId: 'S4' })
    expect(states.get('site-shapes/S4')).toEqual({ opacity: 1, markWidth: 4 })
  })
})

describe('another answer', () => {
  it('with the same parts and other scores hands over no shapes, be they new objects', () => {
    const { show, calls, state } = drawnSites()
    show({ sites: [{ ...copyOf(pair), score: 55 }, copyOf(single)], excluded: copyOf(FIRST.excluded) })
    expect(state('S1+S2').fill).toBe(palette.site.score[2])
    expect([calls.setData, calls.setFeatureState]).toEqual([[], 1])
  })

  it('with other parts hands over the shapes', () => {
    const { show, calls } = drawnSites()
    show({ sites: [single] })
    expect(calls.setData).toEqual(['site-shapes'])
  })

  it('changes labels when the sliders rest', () => {
    const { show, calls, properties } = drawnSites()
    for (const score of [50, 60, 70]) show({ sites: [{ ...pair, score }, single] })
    expect(calls.setData).toEqual([])
    vi.advanceTimersByTime(500)
    expect(calls.setData).toEqual(['site-labels'])
    expect(properties('site-labels')[0]!.figure).toBe('70')
  })

  it('touches nothing if nothing changed', () => {
    const { show, calls } = drawnSites()
    show({ sites: copyOf(FIRST.sites) })
    vi.advanceTimersByTime(500)
    expect([calls.setData, calls.setFeatureState]).toEqual([[], 0])
  })
})

it('labels with name and score, a badge for the chosen, and a dash without a score', () => {
  const { properties } = drawnSites()
  expect(properties('site-labels')).toEqual([
    { id: 'S1+S2', label: '兴安路东侧', figure: '87', order: 1 },
    { id: 'S1+S2', badge: '1', order: 1 },
    { id: 'S3', label: '新安路口', figure: '—', order: 110_000 },
  ])
})

it('ticks what was chosen without a score, as there is no rank to show', () => {
  const { properties } = drawnSites({ sites: [{ ...single, isChosen: true }] })
  expect(properties('site-labels').map(({ badge }) => badge)).toEqual([undefined, '✓'])
})

it.each([['a site', 'site-fill', 'S3'], ['its badge', 'site-badge', 'S1+S2'], ['what is out', 'site-excluded', 'S4']])('a click on %s gives its id', (_, layer, id) => {
  const { hit, fire, listener } = drawnSites()
  hit(layer, { id })
  fire('click', { point: { x: 0, y: 0 }, preventDefault: () => {} })
  expect(listener.select).toHaveBeenCalledExactlyOnceWith(id)
})

it('brings back colours after a lost context', () => {
  const { lose, restore, show, state } = drawnSites()
  lose()
  show({ selectedId: 'S3' })
  restore()
  expect([state('S1+S2').fill, state('S3').ring]).toEqual([palette.site.score[4], palette.selected])
})

it('leaves nothing on the map when removed', () => {
  const { layer, drawn, sources, images, listeners } = drawnSites()
  expect(drawn().length).toBeGreaterThan(10)
  layer.remove()
  expect([drawn(), sources.size, images.size, listeners.length]).toEqual([[], 0, 0, 0])
})
