import type { FeatureCollection } from 'geojson'
import { describe, expect, it, vi } from 'vitest'
import { addResidenceLayer, type ResidencePoints, type ResidenceView } from '@/map/residence-layer'
import { fakeMap } from './fake-map'
import { testPalette } from './test-palette'

const points: ResidencePoints = {
  ids: ['R1', 'R2', 'R3', 'R4'],
  positions: [[119.2, 36.4], [119.21, 36.4], [119.22, 36.4], [119.23, 36.4]],
  people: Float64Array.of(4, 1, 0, 35),
}
const FIRST: ResidenceView = { points, states: Uint8Array.of(0, 1, 2, 3), phase: 'after', palette: testPalette(), visible: true }

function drawnDots(changes: Partial<ResidenceView> = {}) {
  const fake = fakeMap()
  const listener = { select: vi.fn(), hover: vi.fn() }
  let view = { ...FIRST, ...changes }
  const layer = addResidenceLayer(fake.map, view, listener)
  const show = (next: Partial<ResidenceView>) => {
    fake.calls.setFeatureState = 0
    layer.show((view = { ...view, ...next }))
  }
  const states = () => [0, 1, 2, 3].map((id) => fake.states.get(`residences/${id}`)?.state)
  const features = (source: string) => (fake.sources.get(source)!.data as FeatureCollection).features
  return { ...fake, layer, show, states, features, listener }
}

it('draws areas in proportion to people, but none much larger than the others', () => {
  // The mean is 10: √(4/10) = 0.63, √(1/10) = 0.32, 0, and √3.5 = 1.87.
  expect(drawnDots().features('residences').map(({ properties }) => properties!.size)).toEqual([0.63, 0.32, 0, 1.87])
  const [crowd] = drawnDots({ points: { ...points, people: Float64Array.of(1000, ...new Array<number>(3).fill(1)) } }).features('residences')
  expect(crowd!.properties!.size).toBeLessThanOrEqual(3)
})

it('draws nobody as nothing', () => {
  expect(drawnDots({ points: { ...points, people: new Float64Array(4) } }).features('residences').map(({ properties }) => properties!.size)).toEqual([0, 0, 0, 0])
})

it('marks what is not connected with a cross', () => {
  expect(drawnDots().features('residences-unroutable').map(({ properties }) => properties)).toEqual([{ id: 'R4' }])
})

it('shows the newly served as unserved before the choice', () => {
  const { states, show, calls } = drawnDots()
  expect(states()).toEqual([0, 1, 2, 3])
  show({ phase: 'before' })
  expect(states()).toEqual([0, 2, 2, 3])
  expect(calls.setFeatureState).toBe(1)
})

describe('another answer', () => {
  it('sets only the states that changed and hands over nothing, be the arrays new', () => {
    const { show, calls, states } = drawnDots()
    show({ points: { ids: [...points.ids], positions: points.positions.map((each) => [...each]), people: points.people.slice() }, states: Uint8Array.of(0, 2, 1, 3) })
    expect(states()).toEqual([0, 2, 1, 3])
    expect([calls.setData, calls.setFeatureState]).toEqual([[], 2])
  })

  it('for other people hands over the dots and sets all states anew', () => {
    const { show, calls } = drawnDots()
    show({ points: { ...points, people: Float64Array.of(1, 1, 1, 1) } })
    expect(calls.setData).toEqual(['residences', 'residences-unroutable'])
    expect(calls.setFeatureState).toBe(4)
  })

  it('hands over only crosses if only they changed', () => {
    const { show, calls } = drawnDots()
    show({ states: Uint8Array.of(0, 1, 3, 3) })
    expect(calls.setData).toEqual(['residences-unroutable'])
  })
})

it('brings back states after a lost context', () => {
  const { lose, restore, show, states } = drawnDots()
  lose()
  show({ states: Uint8Array.of(1, 1, 1, 1) })
  restore()
  expect(states()).toEqual([1, 1, 1, 1])
})

it('leaves nothing on the map when removed', () => {
  const { layer, drawn, sources, images, listeners } = drawnDots()
  layer.remove()
  expect([drawn(), sources.size, images.size, listeners.length]).toEqual([[], 0, 0, 0])
})
