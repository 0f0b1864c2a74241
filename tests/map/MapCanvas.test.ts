// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h, nextTick, onBeforeUnmount } from 'vue'
import MapCanvas from '@/map/MapCanvas.vue'
import { useMap } from '@/map/use-map'
import { testPalette } from './test-palette'

type Listener = (event: Record<string, unknown>) => void

const lib = vi.hoisted(() => {
  class GPUInitializationError extends Error {}
  const log: string[] = []
  const dispatcher = { ping: async () => true, ensureWorkers: async () => {} }
  class FakeMap {
    static all: FakeMap[] = []
    static failure: Error | null = null
    listeners: [string, Listener][] = []
    calls: [string, unknown][] = []
    canvas = document.createElement('canvas')
    options: Record<string, unknown>
    constructor(options: Record<string, unknown>) {
      this.options = options
      if (FakeMap.failure) throw FakeMap.failure
      FakeMap.all.push(this)
    }
    on(type: string, listener: Listener) {
      const entry: [string, Listener] = [type, listener]
      this.listeners.push(entry)
      return { unsubscribe: () => (this.listeners = this.listeners.filter((each) => each !== entry)) }
    }
    once(type: string, listener: Listener) {
      this.on(type, listener)
    }
    fire(type: string, event: Record<string, unknown> = {}) {
      for (const [each, listener] of this.listeners) if (each === type) listener(event)
    }
    record(name: string, value?: unknown) {
      this.calls.push([name, value])
      return this
    }
    addControl() {}
    setPadding(padding: unknown) { this.record('setPadding', padding) }
    flyTo(goal: unknown) { this.record('flyTo', goal) }
    jumpTo(goal: unknown) { this.record('jumpTo', goal) }
    easeTo(goal: unknown) { this.record('easeTo', goal) }
    setPaintProperty(...args: unknown[]) { this.record('setPaintProperty', args) }
    setLight(light: unknown) { this.record('setLight', light) }
    triggerRepaint() { this.fire('render') }
    setPixelRatio(ratio: number) { this.record('setPixelRatio', ratio) }
    getLayer() { return {} }
    getCanvas() { return this.canvas }
    getCenter() { return { lng: 119.1970004, lat: 36.431 } }
    getZoom() { return 15.12345 }
    getPitch() { return 48 }
    getBearing() { return -18 }
    remove() { log.push('map') }
  }
  return { FakeMap, GPUInitializationError, log, dispatcher }
})
vi.mock('maplibre-gl', () => ({
  Map: lib.FakeMap, GPUInitializationError: lib.GPUInitializationError, setWorkerUrl: () => {},
  prewarm: () => {}, ScaleControl: class {}, getGlobalDispatcher: () => lib.dispatcher,
}))

const isReduced = vi.fn(() => false)
beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('matchMedia', () => ({ matches: isReduced() }))
  vi.spyOn(console, 'error').mockImplementation(() => {})
  lib.FakeMap.all = []
  lib.FakeMap.failure = null
  lib.log.length = 0
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const Layer = defineComponent({
  setup() {
    useMap()
    onBeforeUnmount(() => lib.log.push('layer'))
    return () => null
  },
})
const camera = { lon: 119.2, lat: 36.43, zoom: 14, pitchDeg: 48, bearingDeg: -18 }
const padding = { top: 10, right: 20, bottom: 30, left: 40 }

function open() {
  const wrapper = mount(MapCanvas, {
    props: { palette: testPalette(), camera, padding, locale: {}, interactiveLabel: 'town map' },
    slots: { default: () => h(Layer) },
  })
  const latest = () => lib.FakeMap.all.at(-1)!
  const load = async () => {
    latest().fire('load')
    await flushPromises()
  }
  const state = () => wrapper.attributes('data-map-state')
  const exposed = wrapper.vm as unknown as {
    flyTo: (target: unknown, options?: object) => void
    setPitch: (pitchDeg: number) => void
    retry: () => Promise<void>
    snapshot: () => Promise<Blob>
  }
  return { wrapper, latest, load, state, exposed, emitted: (name: string) => wrapper.emitted(name) ?? [] }
}

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
    ['no WebGL2', () => new lib.GPUInitializationError('no'), 'webgl2-missing'],
    ['another failure', () => new Error('style'), 'style'],
  ])('says so on %s', async (_, failure, reason) => {
    lib.FakeMap.failure = failure()
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

describe('a lost context', () => {
  it('that comes back is told, and the base repainted', async () => {
    const { latest, load, state, emitted } = open()
    await load()
    latest().fire('webglcontextlost')
    await nextTick()
    expect([state(), emitted('lost').length]).toEqual(['loading', 1])

    latest().fire('style.load')
    await nextTick()
    expect([state(), emitted('restored').length]).toEqual(['ready', 1])
    vi.advanceTimersByTime(10_000)
    expect(lib.FakeMap.all.length).toBe(1)
  })

  it('that does not come back leads to a new map where the old one looked', async () => {
    const { latest, load, emitted } = open()
    await load()
    latest().fire('webglcontextlost')
    await vi.advanceTimersByTimeAsync(5_000)

    expect(lib.log).toEqual(['layer', 'map'])
    expect(lib.FakeMap.all.length).toBe(2)
    expect(latest().options).toMatchObject({ zoom: 15.123, bearing: -18 })
    await load()
    expect(emitted('restored').length).toBe(1)
    expect(emitted('failed')).toEqual([])
  })

  it('ends in a failure after two new maps, until someone retries', async () => {
    const { latest, load, state, emitted, exposed } = open()
    for (let loss = 0; loss < 3; loss++) {
      await load()
      latest().fire('webglcontextlost')
      await vi.advanceTimersByTimeAsync(5_000)
    }
    expect([state(), emitted('failed')]).toEqual(['failed', [['context-lost']]])

    await exposed.retry()
    await load()
    expect(state()).toBe('ready')
  })
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
  expect(lib.log).toEqual(['layer', 'map'])
})
