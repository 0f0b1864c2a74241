// Mounts MapCanvas on a map that only remembers; needs `vi.mock('maplibre-gl', async () => (await import('./fake-library')).library)`.
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, vi } from 'vitest'
import { defineComponent, h, onBeforeUnmount } from 'vue'
import MapCanvas from '@/map/MapCanvas.vue'
import { useMap } from '@/map/use-map'
import { dispatcher, FakeMap, log } from './fake-library'
import { testPalette } from './test-palette'

export const isReduced = vi.fn(() => false)
/** Before and after each test of the calling file. */
export function useFakeLibrary(): void {
  beforeEach(() => {
    vi.useFakeTimers()
    vi.stubGlobal('matchMedia', () => ({ matches: isReduced() }))
    vi.spyOn(console, 'error').mockImplementation(() => {})
    FakeMap.all = []
    FakeMap.failure = null
    log.length = 0
    Object.assign(dispatcher, { ping: async () => true, ensureWorkers: async () => {} })
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
    vi.restoreAllMocks()
  })
}

const Layer = defineComponent({
  setup() {
    useMap()
    onBeforeUnmount(() => log.push('layer'))
    return () => null
  },
})
export const camera = { lon: 119.2, lat: 36.43, zoom: 14, pitchDeg: 48, bearingDeg: -18 }
export const padding = { top: 10, right: 20, bottom: 30, left: 40 }

/** A mounted map; `load` fires what MapLibre fires. */
export function open(more: { interactive?: boolean } = {}) {
  const wrapper = mount(MapCanvas, {
    props: { palette: testPalette(), camera, padding, locale: {}, interactiveLabel: 'town map', ...more },
    slots: { default: () => h(Layer) },
  })
  const latest = () => FakeMap.all.at(-1)!
  const load = async () => {
    latest().fire('load')
    await flushPromises()
  }
  const state = () => wrapper.attributes('data-map-state')
  const exposed = wrapper.vm as unknown as {
    flyTo: (target: unknown, options?: object) => Promise<boolean>
    setPitch: (pitchDeg: number) => void
    retry: () => Promise<void>
    snapshot: () => Promise<Blob>
  }
  return { wrapper, latest, load, state, exposed, emitted: (name: string) => wrapper.emitted(name) ?? [] }
}
