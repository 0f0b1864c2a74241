import * as Comlink from 'comlink'
import type { GeodataApi } from '@/workers/geodata.worker'

/** The thread is gone; what it was asked may be asked again: the next call starts a new one. */
export class DataWorkerBroken extends Error {}

/** While it is waited for, a thread has to say that it lives; one that is silent for longer hangs or was ended by the browser. */
const PING_EVERY_MS = 5000
const SILENT_LIMIT_MS = 30_000

interface Thread {
  remote: Comlink.Remote<GeodataApi>
  /** Rejects when the thread is given up; never resolves. */
  broken: Promise<never>
  breakAll: (reason: DataWorkerBroken) => void
  openCalls: number
  heardAtMs: number
  timer: ReturnType<typeof setInterval> | undefined
}

let current: Thread | null = start()

function start(): Thread {
  const worker = new Worker(new URL('./geodata.worker.ts', import.meta.url), { type: 'module' })
  let reject: (reason: DataWorkerBroken) => void = () => {}
  const broken = new Promise<never>((_, rejectBroken) => (reject = rejectBroken))
  broken.catch(() => {}) // It may break when nothing is asked.
  const thread: Thread = {
    remote: Comlink.wrap<GeodataApi>(worker), broken, openCalls: 0, heardAtMs: 0, timer: undefined,
    breakAll(reason) {
      clearInterval(thread.timer)
      worker.terminate()
      if (current === thread) current = null
      reject(reason)
    },
  }
  /** A worker whose script cannot be fetched or run never answers: its calls must end, or the page would wait for ever. */
  const fail = (event: Event) => thread.breakAll(new DataWorkerBroken(`The data worker cannot run: ${'message' in event ? String(event.message) : event.type}`))
  worker.addEventListener('error', fail)
  worker.addEventListener('messageerror', fail)
  return thread
}

/** Nothing tells a page that a browser has ended a worker, as for want of memory: it is only silent. */
function watch(thread: Thread): void {
  if (thread.openCalls++ > 0) return
  thread.heardAtMs = performance.now()
  let askedAtMs = thread.heardAtMs
  thread.timer = setInterval(() => {
    const nowMs = performance.now()
    // The page itself slept: the thread did too.
    if (nowMs - askedAtMs > 2 * PING_EVERY_MS) thread.heardAtMs = nowMs
    askedAtMs = nowMs
    if (nowMs - thread.heardAtMs > SILENT_LIMIT_MS) return thread.breakAll(new DataWorkerBroken('The data worker does not answer'))
    thread.remote.ping().then(() => (thread.heardAtMs = performance.now()), () => {})
  }, PING_EVERY_MS)
}

function unwatch(thread: Thread): void {
  if (--thread.openCalls === 0) clearInterval(thread.timer)
}

type Call<K extends keyof GeodataApi> = (...args: Parameters<GeodataApi[K]>) => Promise<Awaited<ReturnType<GeodataApi[K]>>>

/** Calls go to the living worker, and end with it. */
function ending<K extends keyof GeodataApi>(name: K): Call<K> {
  const run = async (...args: Parameters<GeodataApi[K]>): Promise<unknown> => {
    const thread = (current ??= start())
    watch(thread)
    try {
      const call = thread.remote[name] as unknown as Call<K>
      return await Promise.race([call(...args), thread.broken])
    } finally {
      unwatch(thread)
    }
  }
  return run as Call<K>
}

/**
 * The one data worker, as promises. Arguments and results are structured-cloned: pass plain data.
 *
 * Every call ends. If the thread cannot run, crashed or answers nothing, its calls reject with
 * `DataWorkerBroken`, and the next call starts another one.
 */
export const geodataWorker = {
  loadManifest: ending('loadManifest'),
  loadDataset: ending('loadDataset'),
  assembleProgramme: ending('assembleProgramme'),
  pinyinKeys: ending('pinyinKeys'),
  writeCsv: ending('writeCsv'),
  writeLand: ending('writeLand'),
  readFolder: ending('readFolder'),
  readKeptFolder: ending('readKeptFolder'),
  keepFolder: ending('keepFolder'),
  readScene: ending('readScene'),
  keepScene: ending('keepScene'),
}
