import * as Comlink from 'comlink'
import type { LandInput } from '@/analysis/land/land-input'
import type { Choice, Isochrone, LandAnswer, LandQuestion } from '@/domain/land'
import type { SpareSpace } from '@/domain/place'
import type { LandApi, TimedAnswer } from '@/workers/land.worker'

/** The land worker as promises. Every call ends: a worker that crashed or answers nothing for too long rejects them all. */
export interface LandWorker {
  prepare(input: LandInput): Promise<void>
  changeSpaces(spaces: readonly SpareSpace[]): Promise<void>
  ask(question: LandQuestion): Promise<TimedAnswer>
  prove(onProgress: (choice: Choice) => void): Promise<LandAnswer | null>
  isochrone(siteId: string, bandsM: readonly number[]): Promise<Isochrone | null>
  /** Stop the thread. Open calls reject. */
  end(): void
}

/** Longer than any answer takes on a weak computer; a thread that needs more hangs. */
const CALL_TIMEOUT_MS = 60_000

/** The thread is gone; what it was asked may be asked again of a new one. */
export class WorkerBroken extends Error {}

/** Start a land worker. */
export function openLandWorker(): LandWorker {
  const worker = new Worker(new URL('./land.worker.ts', import.meta.url), { type: 'module' })
  const remote = Comlink.wrap<LandApi>(worker)
  let breakAll: (reason: WorkerBroken) => void = () => {}
  const broken = new Promise<never>((_, reject) => (breakAll = reject))
  broken.catch(() => {}) // It may break when nothing is asked.
  const fail = (event: Event): void => breakAll(new WorkerBroken(`The land worker cannot run: ${'message' in event ? String(event.message) : event.type}`))
  worker.addEventListener('error', fail)
  worker.addEventListener('messageerror', fail)

  function ending<A extends unknown[], R>(call: (...args: A) => Promise<R>): (...args: A) => Promise<R> {
    return async (...args) => {
      let timer: ReturnType<typeof setTimeout> | undefined
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new WorkerBroken('The land worker does not answer')), CALL_TIMEOUT_MS)
      })
      try {
        return await Promise.race([call(...args), broken, late])
      } finally {
        clearTimeout(timer)
      }
    }
  }
  return {
    prepare: ending(remote.prepare),
    changeSpaces: ending(remote.changeSpaces),
    ask: ending(remote.ask),
    prove: ending((onProgress: (choice: Choice) => void) => remote.prove(Comlink.proxy(onProgress))),
    isochrone: ending(remote.isochrone),
    end() {
      breakAll(new WorkerBroken('The land worker was ended'))
      worker.terminate()
    },
  }
}
