// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { OfflineReport, ProgramVersion } from '@/domain/program-version'
import { useProgramStore } from '@/stores/program'

const [OWN, NEXT] = ['aaaaaaaaaaaa', 'bbbbbbbbbbbb']
const pageOf = (build: string) => `<meta name="build" content="${build}">`
const versionOf = (build: string): ProgramVersion =>
  ({ build, files: [{ path: 'index.html', bytes: pageOf(build).length, sha256: 'a'.repeat(64) }, { path: 'assets/main.js', bytes: 2, sha256: 'b'.repeat(64) }] })

/** What lies on the server; null: it is away. */
let server: { build: string; isComplete: boolean } | null
let reload: ReturnType<typeof vi.fn<() => void>>

beforeEach(() => {
  vi.useFakeTimers()
  setActivePinia(createPinia())
  const mark = Object.assign(document.createElement('meta'), { name: 'build', content: OWN })
  document.head.replaceChildren(mark)
  localStorage.clear()
  server = { build: OWN, isComplete: true }
  reload = vi.fn<() => void>()
  vi.spyOn(window.location, 'reload').mockImplementation(reload)
  vi.spyOn(console, 'warn').mockImplementation(() => {})
  vi.stubGlobal('isSecureContext', false)
  vi.stubGlobal('fetch', vi.fn(async (address: string) => {
    if (!server) throw new TypeError('Failed to fetch')
    if (address.endsWith('/version.json')) return Response.json(versionOf(server.build))
    if (address.endsWith('/index.html')) return new Response(pageOf(server.build))
    return server.isComplete ? new Response('{}') : new Response('', { status: 404 })
  }))
})
afterEach(() => {
  useProgramStore().stop()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

async function started() {
  const program = useProgramStore()
  program.start(5000)
  await vi.advanceTimersByTimeAsync(0)
  return program
}
const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000)
const asked = () => vi.mocked(fetch).mock.calls.filter(([address]) => String(address).endsWith('/version.json')).length

describe('on plain http', () => {
  it('knows its own build and says why the offline cache is off', async () => {
    const program = await started()
    expect([program.build, program.latestBuild, program.offlineCache, program.offlineReason]).toEqual([OWN, OWN, 'off', 'insecure'])
    expect(program.isUpdateReady).toBe(false)
  })

  it('finds a newer build ready only when every file of it is there', async () => {
    const program = await started()
    server = { build: NEXT, isComplete: false }
    await pass(5)
    expect([program.latestBuild, program.isUpdateReady]).toEqual([NEXT, false])
    server = { build: NEXT, isComplete: true }
    await pass(5)
    expect([program.nextBuild, program.isUpdateReady]).toEqual([NEXT, true])
  })

  it('forgets a newer build that was taken back', async () => {
    const program = await started()
    server = { build: NEXT, isComplete: true }
    await pass(5)
    server = { build: OWN, isComplete: true }
    await pass(5)
    expect(program.isUpdateReady).toBe(false)
  })

  it('asks less and less while the server is away, and as usual when it is back', async () => {
    server = null
    const program = await started()
    await pass(10)
    expect([asked(), program.isServerThere]).toEqual([2, false])
    await pass(20)
    expect(asked()).toBe(3)
    server = { build: OWN, isComplete: true }
    await pass(40)
    expect([asked(), program.isServerThere]).toEqual([4, true])
    await pass(5)
    expect(asked()).toBe(5)
  })

  it('goes on asking after a surprise', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    vi.stubGlobal('isSecureContext', true)
    vi.stubGlobal('navigator', { onLine: true, serviceWorker: { register: async () => ({}) } })
    await started()
    await pass(10)
    expect(asked()).toBe(3)
  })

  it('takes another rhythm at once', async () => {
    const program = useProgramStore()
    program.start()
    await pass(1)
    program.start(5000)
    await pass(5)
    expect(asked()).toBe(2)
  })
})

describe('takeOver', () => {
  async function ready() {
    const program = await started()
    server = { build: NEXT, isComplete: true }
    await pass(5)
    return program
  }

  it('reloads once', async () => {
    const program = await ready()
    expect(await Promise.all([program.takeOver(), program.takeOver()])).toEqual([true, false])
    expect(reload).toHaveBeenCalledTimes(1)
  })

  it.each([
    ['nothing newer is there', () => (server = { build: OWN, isComplete: true })],
    ['the server is away', () => (server = null)],
    ['a file is gone since', () => (server = { build: NEXT, isComplete: false })],
    ['the server has yet another build', () => (server = { build: 'cccccccccccc', isComplete: true })],
    ['the machine is off line', () => vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)],
    ['the page reloaded three times', () => localStorage.setItem('renovation-map.reloads', JSON.stringify(Array(3).fill(Date.now())))],
    ['it was taken before and did not come', () => localStorage.setItem('renovation-map.taken-build', NEXT)],
  ])('does nothing if %s', async (_, change) => {
    const program = await ready()
    change()
    expect(await program.takeOver()).toBe(false)
    expect(reload).not.toHaveBeenCalled()
  })
})

describe('reloadGuarded', () => {
  it('reloads when the server has a complete program', async () => {
    const program = await started()
    expect(program.reloadGuarded('map')).toBe(true)
    await pass(0)
    expect(reload).toHaveBeenCalledTimes(1)
  })

  it('waits for a server that fails in this moment, and for a folder that is just being replaced', async () => {
    const program = await started()
    server = null
    expect(program.reloadGuarded('map')).toBe(true)
    await pass(5)
    server = { build: NEXT, isComplete: false }
    await pass(30)
    expect([reload.mock.calls.length, program.pendingReload]).toEqual([0, 'map'])
    server = { build: NEXT, isComplete: true }
    await pass(30)
    expect(reload).toHaveBeenCalled()
  })

  it('refuses when the server is known to be away', async () => {
    const program = await started()
    server = null
    await pass(5)
    expect(program.reloadGuarded('map')).toBe(false)
  })

  it('answers a part that is gone with one reload', async () => {
    await started()
    const event = new Event('vite:preloadError', { cancelable: true })
    dispatchEvent(event)
    dispatchEvent(new Event('vite:preloadError', { cancelable: true }))
    await pass(0)
    expect([event.defaultPrevented, reload.mock.calls.length]).toEqual([true, 1])
  })
})

describe('with a service worker', () => {
  /** A worker as the browser has it, which answers and can be activated. */
  function fakeWorker(report: OfflineReport, state = 'activated') {
    const target = new EventTarget()
    return Object.assign(target, {
      state,
      postMessage(message: string, ports?: MessagePort[]) {
        if (message === 'report') ports![0]!.postMessage(report)
        if (message === 'take-over') {
          this.state = 'activated'
          target.dispatchEvent(new Event('statechange'))
        }
      },
    })
  }
  function install(workers: Record<'installing' | 'waiting' | 'active', ReturnType<typeof fakeWorker> | null>) {
    const registration = Object.assign(new EventTarget(), workers, { update: vi.fn(async () => {}) })
    vi.stubGlobal('isSecureContext', true)
    Object.defineProperty(navigator, 'serviceWorker', { configurable: true, value: { register: vi.fn(async () => registration) } })
    return registration
  }
  afterEach(() => void Reflect.deleteProperty(navigator, 'serviceWorker'))
  const settle = async () => {
    vi.useRealTimers()
    const program = useProgramStore()
    await program.checkNow()
    return program
  }

  it('is on when everything is kept', async () => {
    install({ installing: null, waiting: null, active: fakeWorker({ build: OWN, isComplete: true }) })
    const program = await settle()
    expect([program.offlineCache, program.offlineReason]).toEqual(['on', null])
    expect(navigator.serviceWorker.register).toHaveBeenCalledWith('service-worker.js', { updateViaCache: 'none' })
  })

  it('is off when the browser threw something away', async () => {
    install({ installing: null, waiting: null, active: fakeWorker({ build: OWN, isComplete: false }) })
    const program = await settle()
    expect([program.offlineCache, program.offlineReason]).toEqual(['off', 'incomplete'])
  })

  it('is starting while the first is on its way, and off if it did not come', async () => {
    const registration = install({ installing: fakeWorker({ build: OWN, isComplete: false }, 'installing'), waiting: null, active: null })
    expect((await settle()).offlineCache).toBe('starting')
    registration.installing = null
    expect((await settle()).offlineCache).toBe('off')
  })

  it('fetches a newer build, and is ready when that waits', async () => {
    const registration = install({ installing: null, waiting: null, active: fakeWorker({ build: OWN, isComplete: true }) })
    server = { build: NEXT, isComplete: true }
    const program = await settle()
    expect(registration.update).toHaveBeenCalledTimes(1)
    expect(program.isUpdateReady).toBe(false)
    registration.waiting = fakeWorker({ build: NEXT, isComplete: true }, 'installed')
    await program.checkNow()
    expect([program.nextBuild, registration.update.mock.calls.length]).toEqual([NEXT, 1])
    expect(await program.takeOver()).toBe(true)
    expect([registration.waiting.state, reload.mock.calls.length]).toEqual(['activated', 1])
  })

  it('reloads from the cache though the server is away', async () => {
    install({ installing: null, waiting: null, active: fakeWorker({ build: OWN, isComplete: true }) })
    server = null
    const program = await settle()
    expect(program.reloadGuarded('map')).toBe(true)
    expect(reload).toHaveBeenCalledTimes(1)
  })

  it('says that it was refused', async () => {
    install({ installing: null, waiting: null, active: null })
    vi.mocked(navigator.serviceWorker.register).mockRejectedValue(new DOMException('no', 'SecurityError'))
    const program = await settle()
    expect([program.offlineCache, program.offlineReason]).toEqual(['off', 'refused'])
  })
})

it('does nothing in a page that was not built', async () => {
  document.head.replaceChildren()
  const program = await started()
  expect([program.build, program.offlineCache, program.offlineReason, asked()]).toEqual(['development', 'off', 'development', 0])
})
