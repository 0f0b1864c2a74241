import type { FeatureCollection } from 'geojson'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { addFeatureLayer, type FeaturePlan } from '@/map/feature-layer'
import { fakeMap } from './fake-map'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

interface View {
  shapes: readonly string[]
  names: readonly string[]
  colour: string
}
const FIRST: View = { shapes: ['a'], names: ['A'], colour: 'red' }
const features = (ids: readonly string[]): FeatureCollection => (
  { type: 'FeatureCollection', features: ids.map((id) => ({ type: 'Feature', properties: { id }, geometry: { type: 'Point', coordinates: [0, 0] } })) }
)

function added(first: View = FIRST) {
  const fake = fakeMap()
  const drawStates = vi.fn()
  const toImages = vi.fn(() => ({ dot: { width: 1, height: 1, data: new Uint8ClampedArray(4) } }))
  const plan: FeaturePlan<View> = {
    sources: {
      shapes: { toFeatures: ({ shapes }) => features(shapes), isSame: (a, b) => a.shapes === b.shapes },
      names: { toFeatures: ({ names }) => features(names), isSame: (a, b) => a.names === b.names, canWait: true },
    },
    look: ['colour'],
    toImages,
    toLayers: ({ colour }) => ({ flat: [{ id: 'fill', type: 'fill', source: 'shapes', paint: { 'fill-color': colour } }] }),
    drawStates,
    pickable: ['fill'],
  }
  const listener = { select: vi.fn(), hover: vi.fn() }
  const layer = addFeatureLayer(fake.map, first, plan, listener)
  let view = first
  const show = (next: Partial<View>) => layer.show((view = { ...view, ...next }))
  const idsIn = (source: string) => (fake.sources.get(source)!.data as FeatureCollection).features.map(({ properties }) => properties!.id)
  return { ...fake, layer, show, listener, drawStates, toImages, idsIn }
}

describe('another view', () => {
  it('hands over only the data that are new', () => {
    const { show, calls } = added()
    show({ shapes: ['b'] })
    expect(calls.setData).toEqual(['shapes'])
  })

  it('repaints without touching data, and the other way round', () => {
    const { show, calls, layers, toImages } = added()
    show({ colour: 'blue' })
    expect(layers.get('fill')!.paint).toEqual({ 'fill-color': 'blue' })
    expect(calls.setData).toEqual([])
    show({ shapes: ['b'] })
    expect([calls.setPaintProperty, toImages.mock.calls.length]).toEqual([1, 2])
  })

  it('lets data that can wait come when the views rest', () => {
    const { show, idsIn } = added()
    show({ names: ['B'] })
    expect(idsIn('names')).toEqual(['A'])
    vi.advanceTimersByTime(1000)
    expect(idsIn('names')).toEqual(['B'])
  })

  it('does not hand over what has changed back while it waited', () => {
    const { show, calls } = added()
    show({ names: ['B'] })
    show({ names: FIRST.names })
    vi.advanceTimersByTime(1000)
    expect(calls.setData).toEqual([])
  })

  it('says of the first states only that nothing is set yet', () => {
    const { show, drawStates } = added()
    show({ colour: 'blue' })
    expect(drawStates.mock.calls.map(([, isBlank]) => isBlank)).toEqual([true, false])
  })
})

describe('a lost context', () => {
  it('takes what came meanwhile when it is restored, all data and all states', () => {
    const { show, lose, restore, idsIn, layers, drawStates } = added()
    lose()
    show({ shapes: ['b'], names: ['B'], colour: 'blue' })
    expect(idsIn('shapes')).toEqual(['a'])
    restore()

    expect([idsIn('shapes'), idsIn('names')]).toEqual([['b'], ['B']])
    expect(layers.get('fill')!.paint).toEqual({ 'fill-color': 'blue' })
    expect(drawStates.mock.calls.map(([, isBlank]) => isBlank)).toEqual([true, true])
  })

  it('does not disturb waiting data or a removal', () => {
    const { show, lose, layer } = added()
    show({ names: ['B'] })
    lose()
    vi.advanceTimersByTime(1000)
    expect(() => layer.remove()).not.toThrow()
  })
})

it('reports clicks by id', () => {
  const { hit, fire, listener } = added()
  hit('spare-fill', { id: 'x' })
  fire('click', { point: { x: 0, y: 0 }, preventDefault: () => {} })
  expect(listener.select).not.toHaveBeenCalled()
})

it('leaves nothing behind', () => {
  const { layer, show, drawn, sources, images, listeners, calls } = added()
  show({ names: ['B'] })
  layer.remove()
  vi.advanceTimersByTime(1000)
  expect([drawn(), sources.size, images.size, listeners.length, calls.setData]).toEqual([[], 0, 0, 0, []])
})
