// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { shallowRef } from 'vue'
import type { Camera } from '@/map/camera'
import CameraLink from '@/map/CameraLink.vue'
import { MAP } from '@/map/use-map'

vi.mock('@/map/create-map', () => ({
  cameraOf: (map: { at: Camera }) => map.at,
  toMapLibre: ({ lon, lat, zoom }: Camera) => ({ center: [lon, lat], zoom }),
}))

const at = (lon: number): Camera => ({ lon, lat: 36.4, zoom: 14, pitchDeg: 0, bearingDeg: 0 })
/** A map that, as MapLibre, tells of a jump before `jumpTo` returns. */
function fakeMap() {
  const listeners = new Set<() => void>()
  const map = {
    at: at(119),
    on: (_: string, listener: () => void) => listeners.add(listener),
    off: (_: string, listener: () => void) => listeners.delete(listener),
    jumpTo: ({ center }: { center: [number, number] }) => map.move(center[0]),
    move(lon: number) {
      map.at = at(lon)
      for (const listener of listeners) listener()
    },
    listeners,
  }
  return map
}
function open(camera: Camera | null = null) {
  const map = fakeMap()
  const wrapper = mount(CameraLink, { props: { camera }, global: { provide: { [MAP as symbol]: shallowRef(map) } } })
  return { map, wrapper }
}

describe('CameraLink', () => {
  it('tells every movement', () => {
    const { map, wrapper } = open()
    map.move(119.1)
    map.move(119.2)
    expect(wrapper.emitted('move')).toEqual([[at(119.1)], [at(119.2)]])
  })

  it('follows the other map, from the beginning, without telling', async () => {
    const { map, wrapper } = open(at(120))
    expect(map.at.lon).toBe(120)
    await wrapper.setProps({ camera: at(121) })
    expect([map.at.lon, wrapper.emitted('move')]).toEqual([121, undefined])
  })

  it('stays where it is while it leads, and lets go when it ends', async () => {
    const { map, wrapper } = open(at(120))
    await wrapper.setProps({ camera: null })
    expect(map.at.lon).toBe(120)
    wrapper.unmount()
    expect(map.listeners.size).toBe(0)
  })
})
