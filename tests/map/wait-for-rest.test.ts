import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { waitForRest } from '@/map/wait-for-rest'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('acts once, when it was not asked again for a while', () => {
  const act = vi.fn()
  const rest = waitForRest(act)
  rest.ask()
  vi.advanceTimersByTime(100)
  rest.ask()
  vi.advanceTimersByTime(100)
  expect(act).not.toHaveBeenCalled()
  vi.advanceTimersByTime(20)
  expect(act).toHaveBeenCalledTimes(1)
})

it('acts now and then while it is asked without end', () => {
  const act = vi.fn()
  const rest = waitForRest(act)
  // Every 50 ms for a second, never longer than 400 ms behind: at 400 and 850, as the second wait begins at 450.
  for (let ms = 0; ms < 1000; ms += 50) {
    rest.ask()
    vi.advanceTimersByTime(50)
  }
  expect(act).toHaveBeenCalledTimes(2)
})

it('does nothing after a cancel', () => {
  const act = vi.fn()
  const rest = waitForRest(act)
  rest.ask()
  rest.cancel()
  vi.advanceTimersByTime(1000)
  expect(act).not.toHaveBeenCalled()
})
