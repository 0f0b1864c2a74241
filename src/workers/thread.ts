import * as Comlink from 'comlink'

/** The thread is gone; what it was asked may be asked again: the next call starts a new one. */
export class ThreadBroken extends Error {}

/** While it is waited for, a thread has to say that it lives; one that is silent for longer hangs or was ended by the browser. */
const PING_EVERY_MS = 5000
const SILENT_LIMIT_MS = 30_000

interface Thread<A> {
  remote: Comlink.Remote<A>
  /** Rejects when the thread is given up; never resolves. */
  broken: Promise<never>
  breakAll: (reason: ThreadBroken) => void
  openCalls: number
  heardAtMs: number
  timer: ReturnType<typeof setInterval> | undefined
}

type Method = (...args: never[]) => unknown
type Call<F> = F extends (...args: infer P) => infer R ? (...args: P) => Promise<Awaited<R>> : never

/**
 * A worker that is started again when it breaks. Arguments and results are structured-cloned: pass plain data.
 *
 * Every call ends. If the thread cannot run, crashed or answers nothing, its calls reject with `ThreadBroken`, and the
 * next call starts another one.
 *
 * @param start - Makes the worker; its API has a `ping` that answers at once unless the thread is busy or dead.
 * @param onBroken - Told when a thread breaks: what it knew is gone.
 * @returns Makes a function of a method of that API.
 */
export function openThread<A extends { ping: () => boolean }>(name: string, start: () => Worker, onBroken: () => void = () => {}): <K extends keyof A & string>(method: K) => Call<A[K]> {
  let current: Thread<A> | null = open()

  function open(): Thread<A> {
    const worker = start()
    let reject: (reason: ThreadBroken) => void = () => {}
    const broken = new Promise<never>((_, rejectBroken) => (reject = rejectBroken))
    broken.catch(() => {}) // It may break when nothing is asked.
    const thread: Thread<A> = {
      remote: Comlink.wrap<A>(worker), broken, openCalls: 0, heardAtMs: 0, timer: undefined,
      breakAll(reason) {
        clearInterval(thread.timer)
        worker.terminate()
        if (current !== thread) return
        current = null
        reject(reason)
        onBroken()
      },
    }
    /** A worker whose script cannot be fetched or run never answers: its calls must end, or the page would wait for ever. */
    const fail = (event: Event) => thread.breakAll(new ThreadBroken(`The ${name} worker cannot run: ${'message' in event ? String(event.message) : event.type}`))
    worker.addEventListener('error', fail)
    worker.addEventListener('messageerror', fail)
    return thread
  }

  /** Nothing tells a page that a browser has ended a worker, as for want of memory: it is only silent. */
  function watch(thread: Thread<A>): void {
    if (thread.openCalls++ > 0) return
    thread.heardAtMs = performance.now()
    let askedAtMs = thread.heardAtMs
    thread.timer = setInterval(() => {
      const nowMs = performance.now()
      // The page itself slept: the thread did too.
      if (nowMs - askedAtMs > 2 * PING_EVERY_MS) thread.heardAtMs = nowMs
      askedAtMs = nowMs
      if (nowMs - thread.heardAtMs > SILENT_LIMIT_MS) return thread.breakAll(new ThreadBroken(`The ${name} worker does not answer`))
      ;(thread.remote as unknown as { ping: () => Promise<boolean> }).ping().then(() => (thread.heardAtMs = performance.now()), () => {})
    }, PING_EVERY_MS)
  }

  return <K extends keyof A & string>(method: K) => {
    const run = async (...args: never[]): Promise<unknown> => {
      const thread = (current ??= open())
      watch(thread)
      try {
        const call = (thread.remote as unknown as Record<string, Method>)[method]!
        return await Promise.race([call(...args), thread.broken])
      } finally {
        if (--thread.openCalls === 0) clearInterval(thread.timer)
      }
    }
    return run as unknown as Call<A[K]>
  }
}
