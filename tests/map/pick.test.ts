import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { hitAt, listenForPicks, pausePicks, PICK_LAYERS } from '@/map/pick'
import { fakeMap } from './fake-map'

let frames: (() => void)[] = []
beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => frames.push(run))
  vi.stubGlobal('cancelAnimationFrame', () => (frames = []))
})
afterEach(() => {
  vi.unstubAllGlobals()
  frames = []
})
const nextFrame = () => frames.splice(0).forEach((run) => run())

function listening(layers: readonly string[] = PICK_LAYERS.spareSpace) {
  const fake = fakeMap()
  for (const id of Object.values(PICK_LAYERS).flat()) fake.map.addLayer({ id, type: 'background' }, 'slot-flat')
  const listener = { select: vi.fn(), hover: vi.fn() }
  const stop = listenForPicks(fake.map, layers, listener)
  const click = () => {
    const event = { point: { x: 1, y: 2 }, preventDefault: vi.fn() }
    fake.fire('click', event)
    return event
  }
  const move = () => {
    fake.fire('mousemove', { point: { x: 3, y: 4 } })
    nextFrame()
  }
  return { ...fake, listener, stop, click, move }
}

it('reports a click on its own layers and marks it as taken', () => {
  const { hit, click, listener } = listening()
  hit('spare-fill', { id: 'S001', kind: 'room' })

  const event = click()

  expect(listener.select).toHaveBeenCalledExactlyOnceWith({ layer: 'spare-fill', id: 'S001', properties: { id: 'S001', kind: 'room' } })
  expect(event.preventDefault).toHaveBeenCalled()
})

it('leaves a click to the layer above', () => {
  const { hit, click, listener } = listening()
  hit('programme-volume', { id: 'C01-B1' })

  const event = click()

  expect(listener.select).not.toHaveBeenCalled()
  expect(event.preventDefault).not.toHaveBeenCalled()
})

it('looks once per frame, where the pointer is by then', () => {
  const { hit, fire, listener } = listening()
  hit('spare-fill', { id: 'S001' })

  for (let x = 0; x < 5; x++) fire('mousemove', { point: { x, y: 0 } })
  nextFrame()

  expect(listener.hover).toHaveBeenCalledTimes(1)
  expect(listener.hover.mock.calls[0]![1]).toEqual({ x: 4, y: 0 })
})

it('tells once that the pointer left', () => {
  const { hit, view, move, listener } = listening()
  hit('spare-fill', { id: 'S001' })
  move()
  view.hits = []
  move()
  move()

  expect(listener.hover.mock.calls.map(([pick]) => pick?.id ?? null)).toEqual(['S001', null])
})

it('does not look while the map moves', () => {
  const { hit, view, move, listener } = listening()
  hit('spare-fill', { id: 'S001' })
  view.isMoving = true
  move()
  expect(listener.hover).not.toHaveBeenCalled()
})

it('listens no more when stopped', () => {
  const { listeners, stop } = listening()
  stop()
  expect(listeners).toEqual([])
})

it('asks only for layers that are on the map', () => {
  const { map } = fakeMap()
  expect(hitAt(map, [0, 0])).toBeNull()
})

it('hits nothing while it is paused', () => {
  const { map, hit, click, listener } = listening()
  hit('spare-fill', { id: 'S001' })
  const resume = pausePicks(map)
  click()
  expect(listener.select).not.toHaveBeenCalled()
  resume()
  click()
  expect(listener.select).toHaveBeenCalledTimes(1)
})

it('takes a click close beside a site for a click on it, if nothing else was hit', () => {
  const { view, hit, click, listener } = listening(PICK_LAYERS.site)
  view.near = [{ layer: { id: 'site-fill' }, properties: { id: 'S001' } }]
  click()
  expect(listener.select).toHaveBeenCalledTimes(1)
  hit('programme-area', { id: 'C01' })
  click()
  expect(listener.select).toHaveBeenCalledTimes(1)
})
