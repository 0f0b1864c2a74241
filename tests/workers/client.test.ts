import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

/** A worker whose script is never run: it takes messages and says nothing, as after a 404. */
class SilentWorker extends EventTarget {
  static last: SilentWorker
  readonly url: URL
  readonly options: { type: string }
  constructor(url: URL, options: { type: string }) {
    super()
    this.url = url
    this.options = options
    SilentWorker.last = this
  }
  postMessage() {}
}

const broken = (message: string) => Object.assign(new Event('error'), { message })

beforeEach(() => {
  vi.resetModules()
  vi.stubGlobal('Worker', SilentWorker)
})
afterEach(() => vi.unstubAllGlobals())

describe('geodataWorker', () => {
  it('is a module worker beside the page', async () => {
    await import('@/workers/client')
    expect(SilentWorker.last.url.pathname).toMatch(/geodata\.worker\.ts$/)
    expect(SilentWorker.last.options).toEqual({ type: 'module' })
  })

  it('ends every call when the worker cannot start, also those made later', async () => {
    const { geodataWorker } = await import('@/workers/client')
    const waiting = geodataWorker.loadManifest('http://localhost/geodata/')
    SilentWorker.last.dispatchEvent(broken('script not found'))
    await expect(waiting).rejects.toThrow(/data worker cannot run: script not found/)
    await expect(geodataWorker.pinyinKeys(['汶河'])).rejects.toThrow(/data worker cannot run/)
  })

  it('does not take an answer that cannot be read for silence', async () => {
    const { geodataWorker } = await import('@/workers/client')
    const waiting = geodataWorker.writeCsv(['a'], [])
    SilentWorker.last.dispatchEvent(new Event('messageerror'))
    await expect(waiting).rejects.toThrow(/data worker cannot run/)
  })
})
