import type { OfflineMessage, OfflineReason, OfflineReport } from '@/domain/program-version'

const SCRIPT = 'service-worker.js'
/** A worker that says nothing for so long is not there, ms. */
const ANSWER_LIMIT_MS = 10_000

export interface OfflineState {
  cache: 'starting' | 'on' | 'off'
  reason: OfflineReason | null
  /** A worker answers for this address: a reload brings what it keeps, not what lies on the server. */
  isServing: boolean
  /** Build that is kept completely and waits to be taken; null if there is none. */
  waitingBuild: string | null
}

export interface OfflineWorker {
  /** Register if needed, fetch the newest build if it is another one, and tell through `onChange` how things stand. */
  look(latestBuild: string | null): Promise<void>
  /** Let the waiting build answer from now on. False if there is none or it does not start. */
  activateWaiting(): Promise<boolean>
}

const off = (reason: OfflineReason): OfflineState => ({ cache: 'off', reason, isServing: false, waitingBuild: null })

/** The page's side of the service worker. Nothing here throws: without the worker a wall runs on, and says what it lacks. */
export function createOfflineWorker(onChange: (state: OfflineState) => void): OfflineWorker {
  const watched = new WeakSet<object>()
  let registration: ServiceWorkerRegistration | null = null

  async function assess(): Promise<void> {
    if (!registration) return
    const { installing, waiting, active } = registration
    const [kept, next] = await Promise.all([active && ask(active), waiting && ask(waiting)])
    // The first one becomes active by itself, as soon as it is complete.
    const isStarting = !active && (installing !== null || waiting !== null)
    const isOn = kept?.isComplete === true
    onChange({
      cache: isStarting ? 'starting' : isOn ? 'on' : 'off',
      reason: isStarting || isOn ? null : 'incomplete',
      isServing: active !== null,
      waitingBuild: next?.isComplete ? next.build : null,
    })
  }

  /** Every step of a worker from fetched to active changes what can be said. */
  function watch(target: ServiceWorkerRegistration): void {
    if (watched.has(target)) return
    watched.add(target)
    const follow = (worker: ServiceWorker | null) => worker?.addEventListener('statechange', () => void assess())
    follow(target.installing)
    target.addEventListener('updatefound', () => follow(target.installing))
  }

  async function look(latestBuild: string | null): Promise<void> {
    if (!globalThis.isSecureContext) return onChange(off('insecure'))
    if (!('serviceWorker' in navigator)) return onChange(off('unsupported'))
    try {
      // Asked each time: the browser's storage may have been cleared since, and the worker with it.
      registration = await navigator.serviceWorker.register(SCRIPT, { updateViaCache: 'none' })
    } catch (error) {
      console.warn('The offline cache could not be started', error)
      registration = null
      return onChange(off('refused'))
    }
    watch(registration)
    const newest = registration.installing ?? registration.waiting ?? registration.active
    const known = newest && newest !== registration.installing ? await ask(newest) : null
    // A build that could not be fetched completely is tried again each time.
    if (!registration.installing && latestBuild !== null && known?.build !== latestBuild) await registration.update().catch(() => null)
    await assess()
  }

  async function activateWaiting(): Promise<boolean> {
    const waiting = registration?.waiting
    if (!waiting) return false
    return new Promise((fulfil) => {
      const timer = setTimeout(() => fulfil(false), ANSWER_LIMIT_MS)
      waiting.addEventListener('statechange', () => {
        if (waiting.state !== 'activated') return
        clearTimeout(timer)
        fulfil(true)
      })
      const message: OfflineMessage = 'take-over'
      waiting.postMessage(message)
    })
  }

  return { look, activateWaiting }
}

/** Null if the worker does not answer. */
function ask(worker: ServiceWorker): Promise<OfflineReport | null> {
  return new Promise((fulfil) => {
    const { port1, port2 } = new MessageChannel()
    const end = (report: OfflineReport | null) => {
      clearTimeout(timer)
      port1.close()
      fulfil(report)
    }
    const timer = setTimeout(() => end(null), ANSWER_LIMIT_MS)
    port1.onmessage = ({ data }: MessageEvent<OfflineReport>) => end(data)
    const message: OfflineMessage = 'report'
    worker.postMessage(message, [port2])
  })
}
