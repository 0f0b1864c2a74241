// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import LandPrint from '@/views/land/LandPrint.vue'
import { openLand } from './open-land'

vi.mock('@/workers/client', () => ({ geodataWorker: {} }))
vi.mock('@/views/land/PictureMap.vue', () => ({
  __esModule: true,
  default: { name: 'PictureMap', props: ['answer', 'spaces', 'selectedId', 'isochrone', 'focus', 'label'], emits: ['picture', 'failed'], template: '<i class="picture-map" />' },
}))

const print = vi.fn()
const PICTURE = new Blob(['x'], { type: 'image/png' })
async function open(selectedId: string | null) {
  const { land } = openLand()
  land.select(selectedId)
  const wrapper = mount(LandPrint, { attachTo: document.body })
  const done = (wrapper.vm as unknown as { print: () => Promise<void> }).print()
  await vi.waitFor(() => expect(wrapper.find('.picture-map').exists()).toBe(true))
  return { land, wrapper, done, map: wrapper.findComponent({ name: 'PictureMap' }) }
}

describe('LandPrint', () => {
  beforeEach(() => {
    vi.stubGlobal('print', print.mockReset())
    vi.spyOn(console, 'error').mockImplementation(() => {})
  })
  afterEach(() => {
    document.body.replaceChildren()
    vi.unstubAllGlobals()
  })

  it('frames the site with the ground around it, and prints once its picture is there', async () => {
    const { wrapper, done, map } = await open('S001+S002')
    expect(print).not.toHaveBeenCalled()
    const [west, south, east, north] = map.props('focus') as [number, number, number, number]
    // 500 m to each side of 45 m × 20 m: 1,020 m of latitude.
    expect([(north - south) * 111_000, east > west]).toEqual([expect.closeTo(1020, -1), true])
    map.vm.$emit('picture', PICTURE)
    await done
    expect([print.mock.calls.length, wrapper.find('.picture-map').exists(), wrapper.find('img').attributes('src')?.slice(0, 15)]).toEqual([1, false, 'data:image/png;'])
    expect(wrapper.find('h1').text()).toContain('地块S001')
  })

  it('prints the choice if nothing is selected', async () => {
    const { wrapper, done, map } = await open(null)
    expect(map.props('focus')).toBeNull()
    map.vm.$emit('picture', PICTURE)
    await done
    expect(wrapper.find('h1').text()).toBe('养老设施选址')
  })

  it('prints without a picture if the map could not be drawn', async () => {
    const { wrapper, done, map } = await open('S003')
    map.vm.$emit('failed')
    await done
    expect([print.mock.calls.length, wrapper.find('.nothing').exists()]).toEqual([1, true])
  })

  it('drops the picture when another site is selected: the browser can print at any time', async () => {
    const { land, wrapper, done, map } = await open('S001+S002')
    map.vm.$emit('picture', PICTURE)
    await done
    land.select('S003')
    await wrapper.vm.$nextTick()
    expect(wrapper.find('img').exists()).toBe(false)
  })
})
