import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useTabNews, warnBeforeLeaving } from '@/stores/tab-news'

beforeEach(() => void vi.stubGlobal('document', { baseURI: 'http://localhost/app/' }))
afterEach(() => vi.unstubAllGlobals())

it('tells the other tabs of the same folder, not this one', async () => {
  const [here, there] = [vi.fn(), vi.fn()]
  const tell = useTabNews('work', here)
  useTabNews('work', there)
  tell()
  await vi.waitFor(() => expect(there).toHaveBeenCalledTimes(1))
  expect(here).not.toHaveBeenCalled()
})

it('does without a channel', () => {
  vi.stubGlobal('BroadcastChannel', undefined)
  expect(() => useTabNews('work', () => {})()).not.toThrow()
})

it('has the browser ask before the page is left, only if something would be lost', () => {
  const window = new EventTarget()
  vi.stubGlobal('addEventListener', window.addEventListener.bind(window))
  let wouldLose = false
  warnBeforeLeaving(() => wouldLose)
  const leave = () => {
    const event = new Event('beforeunload', { cancelable: true })
    window.dispatchEvent(event)
    return event.defaultPrevented
  }
  expect(leave()).toBe(false)
  wouldLose = true
  expect(leave()).toBe(true)
})
