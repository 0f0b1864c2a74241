import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

/** A worker whose script is never run: it takes messages and says nothing, as after a 404, unless it is told to answer. */
class SilentWorker extends EventTarget {
  static all: SilentWorker[] = []
  static get last(): SilentWorker {
    return SilentWorker.all.at(-1)!
  }
  readonly url: URL
  readonly options: { type: string }
  isEnded = false
  answersPing = false
  readonly messages: { id: string; path?: string[] }[] = []
  constructor(url: URL, options: { type: string }) {
    super()
    this.url = url
    this.options = options
    SilentWorker.all.push(this)
  }
  postMessage(message: { id: string; path?: string[] }) {
    this.messages.push(message)
    if (this.answersPing && message.path?.[0] === 'ping') this.answer(message.id, true)
  }
  answer(id: string, value: unknown) {
    this.dispatchEvent(new MessageEvent('message', { data: { id, type: 'RAW', value } }))
  }
  terminate() {
    this.isEnded = true
  }
}

const broken = (message: string) => Object.assign(new Event('error'), { message })
const opened = async () => (await import('@/workers/client')).geodataWorker

beforeEach(() => {
  vi.useFakeTimers()
  vi.resetModules()
  SilentWorker.all = []
  vi.stubGlobal('Worker', SilentWorker)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('geodataWorker', () => {
  it('is a module worker beside the page', async () => {
    await opened()
    expect(SilentWorker.last.url.pathname).toMatch(/geodata\.worker\.ts$/)
    expect(SilentWorker.last.options).toEqual({ type: 'module' })
  })

  it('ends every call when the worker cannot start', async () => {
    const worker = await opened()
    const waiting = [worker.loadManifest('http://localhost/geodata/'), worker.pinyinKeys(['汶河'])]
    SilentWorker.last.dispatchEvent(broken('script not found'))
    for (const call of waiting) await expect(call).rejects.toThrow(/data worker cannot run: script not found/)
    expect(SilentWorker.last.isEnded).toBe(true)
  })

  it('does not take an answer that cannot be read for silence', async () => {
    const waiting = (await opened()).writeCsv(['a'], [])
    SilentWorker.last.dispatchEvent(new Event('messageerror'))
    await expect(waiting).rejects.toThrow(/data worker cannot run/)
  })

  it('starts another thread for the next call after one that broke', async () => {
    const worker = await opened()
    SilentWorker.last.dispatchEvent(broken('out of memory'))
    expect(SilentWorker.all).toHaveLength(1)
    const answer = worker.writeCsv(['a'], [])
    expect(SilentWorker.all).toHaveLength(2)
    SilentWorker.last.answer(SilentWorker.last.messages[0]!.id, 'a\r\n')
    expect(await answer).toBe('a\r\n')
  })

  it('gives up a thread that is silent, as one that the browser has ended', async () => {
    const waiting = (await opened()).writeCsv(['a'], [])
    const seen = vi.fn()
    waiting.catch(seen)
    await vi.advanceTimersByTimeAsync(30_000)
    expect(seen).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(5000)
    expect(seen.mock.calls[0]![0]).toMatchObject({ message: 'The data worker does not answer' })
    expect(SilentWorker.last.isEnded).toBe(true)
  })

  it('waits as long as it takes for a thread that says that it lives', async () => {
    const worker = await opened()
    SilentWorker.last.answersPing = true
    const answer = worker.writeCsv(['a'], [])
    await vi.advanceTimersByTimeAsync(600_000)
    SilentWorker.last.answer(SilentWorker.last.messages[0]!.id, 'late')
    expect(await answer).toBe('late')
    expect(vi.getTimerCount()).toBe(0)
  })

  it('does not take its own sleep for silence of the thread', async () => {
    const waiting = (await opened()).writeCsv(['a'], [])
    const seen = vi.fn()
    waiting.catch(seen)
    await vi.advanceTimersByTimeAsync(4000)
    const asleep = vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 3_600_000)
    await vi.advanceTimersByTimeAsync(1000)
    expect(seen).not.toHaveBeenCalled()
    asleep.mockRestore()
  })
})
