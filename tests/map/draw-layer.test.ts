// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { addDrawLayer } from '@/map/draw-layer'
import { type DrawView, LAST_CLICK_MS } from '@/map/drawing'
import { hitAt } from '@/map/pick'
import { fakeMap } from './fake-map'
import { testPalette } from './test-palette'

beforeEach(() => void vi.useFakeTimers())
const removals: (() => void)[] = []
afterEach(() => {
  for (const remove of removals.splice(0)) remove()
  vi.useRealTimers()
})

const OFF: DrawView = { mode: 'off', polygons: [], palette: testPalette() }

function drawing(first: DrawView = OFF) {
  const fake = fakeMap()
  fake.map.addLayer({ id: 'site-fill', type: 'background' }, 'slot-flat')
  fake.hit('site-fill', { id: 'S1' })
  const tools = { show: vi.fn(), drop: vi.fn(), redraw: vi.fn(), stop: vi.fn() }
  const startDrawing = vi.fn(() => tools)
  const load = vi.fn(() => Promise.resolve(startDrawing))
  const listener = { finish: vi.fn(), change: vi.fn(), remove: vi.fn(), cancel: vi.fn(), refuse: vi.fn() }
  const layer = addDrawLayer(fake.map, first, listener, load)
  removals.push(layer.remove)
  const show = (next: Partial<DrawView>) => layer.show({ ...first, ...next })
  const loaded = () => vi.advanceTimersByTimeAsync(0)
  const click = () => {
    const event = { point: { x: 0, y: 0 }, preventDefault: vi.fn() }
    fake.fire('click', event)
    return event.preventDefault
  }
  const escape = () => {
    const event = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })
    const stop = vi.spyOn(event, 'stopPropagation')
    document.dispatchEvent(event)
    return stop
  }
  const isPickable = () => hitAt(fake.map, [0, 0]) !== null
  return { ...fake, tools, startDrawing, load, listener, layer, show, loaded, click, escape, isPickable }
}

it('loads nothing until it is switched on', async () => {
  const { load, show, loaded, startDrawing, isPickable } = drawing()
  expect([load.mock.calls.length, isPickable()]).toEqual([0, true])
  show({ mode: 'polygon' })
  await loaded()
  expect(startDrawing).toHaveBeenCalledTimes(1)
})

it('does not start what was switched off, removed or lost while it loaded', async () => {
  const off = drawing()
  off.show({ mode: 'polygon' })
  off.show({ mode: 'off' })
  const removed = drawing({ ...OFF, mode: 'polygon' })
  removed.layer.remove()
  const lost = drawing({ ...OFF, mode: 'polygon' })
  lost.lose()
  await off.loaded()
  expect([off, removed, lost].map(({ startDrawing }) => startDrawing.mock.calls.length)).toEqual([0, 0, 0])

  lost.restore()
  await lost.loaded()
  expect(lost.startDrawing).toHaveBeenCalledTimes(1)
})

it('says that it cannot be loaded', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const { load, show, loaded, listener } = drawing()
  load.mockRejectedValueOnce(new Error('offline'))
  show({ mode: 'polygon' })
  await loaded()
  expect(listener.refuse).toHaveBeenCalledExactlyOnceWith('unavailable')
})

describe('while it is on', () => {
  it('nothing is selected, and clicks are not on the background', () => {
    const { show, click, isPickable } = drawing()
    expect(click()).not.toHaveBeenCalled()
    show({ mode: 'polygon' })
    expect(isPickable()).toBe(false)
    expect(click()).toHaveBeenCalled()
  })

  it('keeps the click that ended it for itself', async () => {
    const { show, click, isPickable, loaded } = drawing()
    show({ mode: 'polygon' })
    await loaded()
    show({ mode: 'off' })
    expect([isPickable(), click().mock.calls.length]).toEqual([false, 1])
    vi.advanceTimersByTime(LAST_CLICK_MS)
    expect([isPickable(), click().mock.calls.length]).toEqual([true, 0])
  })

  it('Escape drops the drawing and does nothing else', async () => {
    const { show, loaded, escape, tools, listener } = drawing()
    expect(escape()).not.toHaveBeenCalled()
    show({ mode: 'polygon' })
    await loaded()
    expect(escape()).toHaveBeenCalled()
    expect([tools.drop.mock.calls.length, listener.cancel.mock.calls.length]).toEqual([1, 1])
  })

  it('draws again after a lost context', async () => {
    const { show, loaded, lose, restore, tools } = drawing()
    show({ mode: 'edit' })
    await loaded()
    lose()
    restore()
    expect(tools.redraw).toHaveBeenCalledTimes(1)
  })
})

it('leaves nothing behind when removed', async () => {
  const { show, loaded, layer, tools, listeners, isPickable, escape, listener } = drawing()
  show({ mode: 'polygon' })
  await loaded()
  layer.remove()
  escape()
  expect([tools.stop.mock.calls.length, listeners.length, isPickable(), listener.cancel.mock.calls.length]).toEqual([1, 0, true, 0])
})
