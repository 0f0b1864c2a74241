// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { watchWorker } from '@/map/worker-heartbeat'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

/** A worker that answers at once, or never. */
function watched() {
  const worker = { isAlive: true, hasSpoken: false, isRevivable: true }
  const told: [what: string, atS: number][] = []
  const begunMs = performance.now()
  const tell = (what: string) => () => void told.push([what, (performance.now() - begunMs) / 1000])
  const revive = vi.fn(async () => {
    tell('revive')()
    worker.isAlive = worker.isRevivable
  })
  const stop = watchWorker({
    ping: (timeoutMs) => new Promise((resolve) => {
      if (worker.isAlive) resolve(true)
      else setTimeout(() => resolve(false), timeoutMs)
    }),
    hasSpoken: () => {
      const had = worker.hasSpoken
      worker.hasSpoken = false
      return had
    },
    revive, silent: tell('silent'), alive: tell('alive'), giveUp: tell('give up'),
  })
  return { worker, told, revive, stop }
}

it('leaves a worker that answers alone', async () => {
  const { told } = watched()
  await vi.advanceTimersByTimeAsync(600_000)
  expect(told).toEqual([])
})

it('revives a worker that does not answer two questions, and says when it is well', async () => {
  const { worker, told } = watched()
  worker.isAlive = false
  await vi.advanceTimersByTimeAsync(30_000)
  expect(told).toEqual([['silent', 18], ['revive', 18], ['alive', 18.5]])
})

it('leaves a busy worker alone while tiles come from it', async () => {
  const { worker, told } = watched()
  worker.isAlive = false
  const tiles = setInterval(() => (worker.hasSpoken = true), 4_000)
  await vi.advanceTimersByTimeAsync(120_000)
  expect(told).toEqual([])
  clearInterval(tiles)
})

it('does not judge a worker while the page is hidden', async () => {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
  const { worker, told } = watched()
  worker.isAlive = false
  await vi.advanceTimersByTimeAsync(600_000)
  expect(told).toEqual([])
})

it('does not judge a question that the page was hidden after', async () => {
  const { worker, told } = watched()
  worker.isAlive = false
  await vi.advanceTimersByTimeAsync(9_000)
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(told).toEqual([])
})

it('gives up after three new workers that are silent too', async () => {
  const { worker, told } = watched()
  worker.isAlive = worker.isRevivable = false
  await vi.advanceTimersByTimeAsync(120_000)
  expect(told).toEqual([
    ['silent', 18], ['revive', 18], ['revive', 28.5], ['revive', 39], ['give up', 49.5],
  ])
})

it('goes on counting when no new worker can be started', async () => {
  const { worker, told, revive } = watched()
  vi.spyOn(console, 'error').mockImplementation(() => {})
  worker.isAlive = false
  revive.mockRejectedValue(new Error('out of memory'))
  await vi.advanceTimersByTimeAsync(120_000)
  expect(told.map(([what]) => what)).toEqual(['silent', 'give up'])
})

it('asks nothing more when stopped', async () => {
  const { worker, told, stop } = watched()
  worker.isAlive = false
  stop()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(told).toEqual([])
})
