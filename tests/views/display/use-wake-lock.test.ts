// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import { useWakeLock } from '@/views/display/use-wake-lock'

class Lock extends EventTarget {
  release(): Promise<void> {
    this.dispatchEvent(new Event('release'))
    return Promise.resolve()
  }
}
const locks: Lock[] = []
const give = (request: () => Promise<Lock>) => vi.stubGlobal('navigator', { wakeLock: { request } })
const page = async () => {
  const wrapper = mount(defineComponent(() => {
    const state = useWakeLock()
    return () => h('p', state.value)
  }))
  await flushPromises()
  return wrapper
}
const comeBack = async (): Promise<void> => {
  document.dispatchEvent(new Event('visibilitychange'))
  await flushPromises()
}
const request = (): Promise<Lock> => {
  locks.push(new Lock())
  return Promise.resolve(locks.at(-1)!)
}

afterEach(() => {
  locks.length = 0
  vi.unstubAllGlobals()
})

describe('useWakeLock', () => {
  it('keeps the screen awake, and again after the browser took the lock back', async () => {
    give(request)
    const wrapper = await page()
    expect(wrapper.text()).toBe('on')
    await locks[0]!.release()
    await flushPromises()
    expect(wrapper.text()).toBe('off')
    await comeBack()
    expect([wrapper.text(), locks.length]).toEqual(['on', 2])
  })

  it('asks again after a while where nobody comes back to the page', async () => {
    vi.useFakeTimers()
    give(() => Promise.reject(new Error('battery')))
    const wrapper = await page()
    give(request)
    await vi.advanceTimersByTimeAsync(5 * 60_000)
    expect(wrapper.text()).toBe('on')
    vi.useRealTimers()
  })

  it('asks once while it has the lock', async () => {
    give(request)
    await page()
    await comeBack()
    expect(locks.length).toBe(1)
  })

  it('gives the lock back with the wall', async () => {
    give(request)
    const released = vi.fn()
    const wrapper = await page()
    locks[0]!.addEventListener('release', released)
    wrapper.unmount()
    expect(released).toHaveBeenCalledOnce()
  })

  it('is off where the browser refuses, and unavailable where it cannot, as on plain http', async () => {
    give(() => Promise.reject(new Error('battery')))
    expect((await page()).text()).toBe('off')
    vi.stubGlobal('navigator', {})
    expect((await page()).text()).toBe('unavailable')
  })
})
