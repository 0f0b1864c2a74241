// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { FakeMap, GPUInitializationError, log } from './fake-library'
import { camera, isReduced, open, padding, useFakeLibrary } from './mounted-canvas'
import { testPalette } from './test-palette'

vi.mock('maplibre-gl', async () => (await import('./fake-library')).library)
useFakeLibrary()

describe('opening', () => {
  it('mounts the layers when loaded, and is idle only after that', async () => {
    const { latest, load, state, emitted } = open()
    expect(state()).toBe('loading')
    latest().fire('idle')
    expect(state()).toBe('loading')

    await load()
    expect([state(), emitted('ready').length]).toEqual(['ready', 1])

    latest().fire('idle')
    await nextTick()
    expect(state()).toBe('idle')
    latest().fire('render')
    await nextTick()
    expect(state()).toBe('ready')
  })

  it('names the map for screen readers', () => {
    expect(open().latest().canvas.getAttribute('aria-label')).toBe('town map')
  })

  it.each([
    ['no WebGL2', () => new GPUInitializationError('no'), 'webgl2-missing'],
    ['another failure', () => new Error('style'), 'style'],
  ])('says so on %s', async (_, failure, reason) => {
    FakeMap.failure = failure()
    const { state, emitted } = open()
    await nextTick()
    expect([state(), emitted('failed')]).toEqual(['failed', [[reason]]])
  })

  it('gives up after 20 s, and still takes a later load', async () => {
    const { load, state, emitted } = open()
    vi.advanceTimersByTime(20_000)
    expect(emitted('failed')).toEqual([['timeout']])
    await load()
    expect([state(), emitted('ready').length]).toEqual(['ready', 1])
  })

  it('does not count the time in a hidden tab', () => {
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
    const { emitted } = open()
    vi.advanceTimersByTime(60_000)
    expect(emitted('failed')).toEqual([])
    hidden.mockReturnValue(false)
    vi.advanceTimersByTime(20_000)
    expect(emitted('failed')).toEqual([['timeout']])
  })

  it('reports an error before the load, not one after it', async () => {
    const { latest, load, emitted } = open()
    await load()
    latest().fire('error', { error: new Error('one tile') })
    expect(emitted('failed')).toEqual([])

    open().latest().fire('error', { error: new Error('bad style') })
    expect(console.error).toHaveBeenCalledTimes(2)
  })
})

it('on a wall answers to nobody', () => {
  const { latest, wrapper } = open({ interactive: false })
  expect([latest().options.interactive, latest().calls.some(([name]) => name === 'addControl')]).toEqual([false, false])
  expect(wrapper.classes()).toContain('untouched')
  expect(open().latest().calls.some(([name]) => name === 'addControl')).toBe(true)
})

it('tells which part of the pixels is drawn when that changes', async () => {
  const { latest, load, emitted } = open()
  const { canvas } = latest()
  const sizes = (width: number, clientWidth: number) => {
    for (const [name, value] of Object.entries({ width, height: 1000, clientWidth, clientHeight: 1000 })) {
      Object.defineProperty(canvas, name, { value, configurable: true })
    }
  }
  sizes(1000, 1000)
  await load()
  expect(emitted('pixel-share')).toEqual([])
  sizes(1000, 4000)
  latest().fire('resize')
  latest().fire('resize')
  sizes(4000, 4000)
  latest().fire('resize')
  expect(emitted('pixel-share')).toEqual([[0.25], [1]])
})

describe('the camera', () => {
  it('is told after a move, rounded to what can be seen', () => {
    const { latest, emitted } = open()
    latest().fire('moveend')
    expect(emitted('camera')).toEqual([[{ lon: 119.197, lat: 36.431, zoom: 15.123, pitchDeg: 48, bearingDeg: -18 }]])
  })

  it('flies with the cards kept free, and jumps if motion is unwanted', () => {
    const { latest, exposed } = open()
    exposed.flyTo(camera)
    expect(latest().calls.at(-1)).toEqual(['flyTo', { center: [119.2, 36.43], zoom: 14, pitch: 48, bearing: -18, padding, duration: 1100 }])

    isReduced.mockReturnValueOnce(true)
    exposed.flyTo([119.1, 36.4, 119.2, 36.5], { maxZoom: 16 })
    expect(latest().calls.at(-1)).toMatchObject(['jumpTo', { pitch: 48, bearing: -18, padding }])
  })

  it('heeds cards that open before the first move, not those after it', async () => {
    const { wrapper, latest, exposed } = open()
    const settings = () => latest().calls.filter(([name]) => name === 'setPadding').length
    await wrapper.setProps({ padding: { ...padding, left: 300 } })
    expect(settings()).toBe(2)
    exposed.flyTo(camera)
    await wrapper.setProps({ padding: { ...padding, left: 0 } })
    expect(settings()).toBe(2)
  })
})

it('tells a click on the background from a click on a layer', async () => {
  const { latest, emitted } = open()
  const click = (defaultPrevented: boolean) => latest().fire('click', { defaultPrevented })
  click(true)
  await flushPromises()
  expect(emitted('background-click')).toEqual([])
  click(false)
  await flushPromises()
  expect(emitted('background-click').length).toBe(1)
})

it('repaints the paper with another palette', async () => {
  const { wrapper, latest } = open()
  const palette = testPalette(60)
  await wrapper.setProps({ palette })
  expect(latest().calls).toContainEqual(['setPaintProperty', ['paper', 'background-color', palette.paper]])
})

it('takes a picture inside a frame', async () => {
  const { latest, exposed } = open()
  const blob = new Blob(['png'])
  latest().canvas.toBlob = (done: (blob: Blob | null) => void) => done(blob)
  expect(await exposed.snapshot()).toBe(blob)

  latest().canvas.toBlob = (done: (blob: Blob | null) => void) => done(null)
  await expect(exposed.snapshot()).rejects.toThrow('expected a PNG')
})

it('removes the map after the layers in its slot', async () => {
  const { wrapper, load } = open()
  await load()
  wrapper.unmount()
  await nextTick()
  expect(log).toEqual(['layer', 'map'])
})
