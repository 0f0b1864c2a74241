import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { addProgrammeLayer, type ProgrammeView } from '@/map/programme-layer'
import type { ShapePaint } from '@/map/shape-paint'
import { fakeMap } from './fake-map'
import { square, testPalette } from './test-palette'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const paint = (fill: string | null, label: string, more: Partial<ShapePaint> = {}): ShapePaint => (
  { fill, label, lamp: 'normal', dim: false, stopped: false, ...more }
)
const firstView: ProgrammeView = {
  communities: [
    { id: 'C01', name: '国槐里', districtId: 'xingan', households: 120, geometry: square(119.2, 36.43) },
    { id: 'C02', name: '海棠里', districtId: 'xingan', households: 40, geometry: square(119.21, 36.43) },
  ],
  buildings: [
    { id: 'C01-B1', communityId: 'C01', heightM: 15, geometry: square(119.2, 36.43, 0.0001) },
    { id: 'C02-B1', communityId: 'C02', heightM: 18, geometry: square(119.21, 36.43, 0.0001) },
  ],
  paint: new Map([['C01', paint('#111111', '64%')], ['C01-B1', paint('#222222', '')], ['C02', paint('#333333', '20%')]]),
  selectedId: null, hoveredId: null, emphasis: 'fill', palette: testPalette(), extruded: true, textScale: 1,
}

function drawnProgramme(changes: Partial<ProgrammeView> = {}) {
  const fake = fakeMap()
  const listener = { select: vi.fn(), hover: vi.fn() }
  let view = { ...firstView, ...changes }
  const layer = addProgrammeLayer(fake.map, view, listener)
  const show = (next: Partial<ProgrammeView>) => {
    fake.calls.setFeatureState = 0
    fake.calls.setData = []
    layer.show((view = { ...view, ...next }))
  }
  const state = (key: string) => fake.states.get(`programme-${key}`)
  const labels = () => (fake.sources.get('programme-labels')!.data as { features: { properties: Record<string, unknown> }[] }).features
    .map(({ properties }) => properties)
  return { ...fake, listener, layer, show, state, labels }
}

it('gives each shape its colour, and a building without one that of its community', () => {
  const { state } = drawnProgramme()
  expect(state('communities/C01')).toMatchObject({ fill: '#111111' })
  expect(state('buildings/C01-B1')).toMatchObject({ fill: '#222222' })
  expect(state('buildings/C02-B1')).toMatchObject({ fill: '#333333' })
})

describe('another date', () => {
  it('touches only the shapes whose colour changed, and no data', () => {
    const { show, calls, state } = drawnProgramme()

    show({ paint: new Map([...firstView.paint, ['C01-B1', paint('#444444', '')]]) })

    expect(state('buildings/C01-B1')).toMatchObject({ fill: '#444444' })
    expect([calls.setFeatureState, calls.setData]).toEqual([1, []])
  })

  it('touches nothing if nothing changed', () => {
    const { show, calls } = drawnProgramme()
    show({ paint: new Map([...firstView.paint].map(([id, each]) => [id, { ...each }])) })
    vi.advanceTimersByTime(1000)
    expect([calls.setFeatureState, calls.setData]).toEqual([0, []])
  })

  it('writes labels anew only if a text changed', () => {
    const { show, calls, labels } = drawnProgramme()
    show({ paint: new Map([...firstView.paint, ['C02', paint('#333333', '21%')]]) })
    vi.advanceTimersByTime(1000)
    expect(calls.setData).toEqual(['programme-labels'])
    expect(labels().map(({ figure }) => figure)).toEqual(['64%', '21%'])
  })

  it('lets the labels wait until the date rests, but not for ever', () => {
    const { show, calls, labels, state } = drawnProgramme()
    const step = (percent: number): void => show({ paint: new Map([...firstView.paint, ['C02', paint('#444444', `${percent}%`)]]) })
    step(21)
    expect(state('communities/C02')).toMatchObject({ fill: '#444444' })
    expect(calls.setData).toEqual([])
    // A step every 100 ms never rests for 120 ms: after 400 ms the labels follow all the same.
    for (let percent = 22; percent <= 26; percent++) {
      vi.advanceTimersByTime(100)
      step(percent)
    }
    expect(labels()[1]!.figure).toBe('24%')
    vi.advanceTimersByTime(120)
    expect(labels()[1]!.figure).toBe('26%')
  })
})

describe('labels', () => {
  it('marks warnings, delays and stops, but not what is normal', () => {
    const { labels, show } = drawnProgramme({
      paint: new Map([['C01', paint('#111111', '64%', { lamp: 'late' })], ['C02', paint('#333333', '20%')]]),
    })
    expect(labels().map(({ image, figure }) => [image, figure])).toEqual([['programme-lamp-late', ' 64%'], ['programme-lamp-none', '20%']])

    show({ paint: new Map([['C01', paint('#111111', '64%', { lamp: 'late', stopped: true })]]) })
    vi.advanceTimersByTime(1000)
    expect(labels()[0]!.image).toBe('programme-lamp-stopped')
  })

  it('marks every lamp if lamps are what is looked at', () => {
    expect(drawnProgramme({ emphasis: 'lamp' }).labels().map(({ image }) => image)).toEqual(['programme-lamp-normal', 'programme-lamp-normal'])
  })

  it('move when the map has turned far enough', () => {
    const { fire, view, calls } = drawnProgramme()
    view.bearing = 5
    fire('rotate')
    expect(calls.setData).toEqual([])
    view.bearing = 20
    fire('rotate')
    expect(calls.setData).toEqual(['programme-labels'])
  })
})

it('lets labels of large communities win a place, and those that step back lose it', () => {
  const { show, labels } = drawnProgramme()
  const orders = () => Object.fromEntries(labels().map(({ id, order }) => [String(id), order]))
  expect(orders()).toEqual({ C01: -120, C02: -40 })
  show({ paint: new Map([...firstView.paint, ['C01', paint('#111111', '64%', { dim: true })]]) })
  vi.advanceTimersByTime(1000)
  expect(orders()).toEqual({ C01: 999_880, C02: -40 })
})

describe('on a wall', () => {
  it('communities glow, but not those that step back or never reported', () => {
    const { layers, state, show } = drawnProgramme()
    expect(layers.get('programme-glow')!.layout).toMatchObject({ visibility: 'none' })
    show({ glow: true, paint: new Map([['C01', paint('#111111', '64%', { dim: true })], ['C02', paint('#333333', '20%')]]) })
    expect(layers.get('programme-glow')!.layout).toMatchObject({ visibility: 'visible' })
    expect([state('communities/C01')!.glowOpacity, state('communities/C02')!.glowOpacity]).toEqual([0, 0.55])
    show({ paint: new Map([['C02', paint(null, '—')]]) })
    expect(state('communities/C02')!.glowOpacity).toBe(0)
  })

  it('no name is smaller than the smallest text', () => {
    const { layers, show } = drawnProgramme()
    show({ textScale: 1.5, minTextPx: 19 })
    expect(layers.get('programme-label')!.layout).toMatchObject({ 'text-size': ['interpolate', ['linear'], ['zoom'], 12, 19, 15, 20.25, 18, 24] })
  })
})

describe('selection', () => {
  it('outlines one shape at a time', () => {
    const { show, state } = drawnProgramme({ selectedId: 'C01' })
    const { selected } = firstView.palette
    expect(state('communities/C01')!.line).toBe(selected)

    show({ selectedId: 'C02' })

    expect(state('communities/C01')!.line).not.toBe(selected)
    expect(state('communities/C02')!.line).toBe(selected)
  })

  it('gives the label of the selection a layer of its own', () => {
    const { show, layers } = drawnProgramme()
    show({ selectedId: 'C02' })
    expect(layers.get('programme-label-selected')).toMatchObject({ filter: ['==', ['get', 'id'], 'C02'] })
    expect(layers.get('programme-label')).toMatchObject({ filter: ['!=', ['get', 'id'], 'C02'] })
  })
})

describe('a click', () => {
  const click = { point: { x: 0, y: 0 }, preventDefault: () => {} }

  it.each([
    ['close by a building', 16, 'programme-volume', 'C01-B1', { kind: 'building', id: 'C01-B1' }],
    ['far away its community', 15, 'programme-volume', 'C01-B1', { kind: 'community', id: 'C01' }],
    ['on ground the community', 16, 'programme-area', 'C02', { kind: 'community', id: 'C02' }],
    ['on a label the community', 16, 'programme-label', 'C02', { kind: 'community', id: 'C02' }],
  ])('selects %s', (_, zoom, layer, id, target) => {
    const { fire, hit, view, listener } = drawnProgramme()
    view.zoom = zoom
    hit(layer, { id, communityId: 'C01' })

    fire('click', click)

    expect(listener.select).toHaveBeenCalledExactlyOnceWith(target)
  })
})

it('shows flat buildings or volumes', () => {
  const { show, layers } = drawnProgramme()
  const shown = () => ['programme-volume', 'programme-flat'].filter((id) => layers.get(id)!.layout!.visibility === 'visible')
  expect(shown()).toEqual(['programme-volume'])
  show({ extruded: false })
  expect(shown()).toEqual(['programme-flat'])
})

it('repaints with another palette without touching data', () => {
  const { show, calls, layers } = drawnProgramme()
  const palette = testPalette(50)
  show({ palette })
  expect(layers.get('programme-label')!.paint).toMatchObject({ 'text-color': palette.name })
  expect(calls.setData).toEqual([])
})

it('draws larger lamps beside larger text', () => {
  const { show, images } = drawnProgramme()
  expect(images.get('programme-lamp-late')!.width).toBe(24)
  show({ textScale: 1.5 })
  expect(images.get('programme-lamp-late')!.width).toBe(36)
})

it('replays what came while the context was lost', () => {
  const { lose, restore, show, state, labels } = drawnProgramme()
  lose()
  show({ paint: new Map([['C01', paint('#555555', '70%')]]), selectedId: 'C01' })
  restore()

  expect(state('communities/C01')).toMatchObject({ fill: '#555555', line: firstView.palette.selected })
  expect(state('buildings/C01-B1')).toMatchObject({ fill: '#555555' })
  expect(labels()[0]!.figure).toBe('70%')
})

it('does not come back with the context if it was removed meanwhile', () => {
  const { lose, restore, layer, drawn, sources, images, listeners } = drawnProgramme()
  lose()
  layer.remove()
  restore()
  expect([drawn(), sources.size, images.size, listeners.length]).toEqual([[], 0, 0, 0])
})

it('leaves nothing on the map when removed', () => {
  const { layer, drawn, sources, images, listeners } = drawnProgramme()
  expect(drawn().length).toBeGreaterThan(5)

  layer.remove()

  expect([drawn(), sources.size, images.size, listeners.length]).toEqual([[], 0, 0, 0])
})
