import { looksLikeHtml } from '@/data/verify-bytes'

/**
 * Why a file could not be used. `params` are for the sentence that is shown.
 *
 * `mixed`: the folder was replaced while it was read. `stopped`: the thread that reads ended.
 */
export interface LoadFailure {
  code: 'missing' | 'http-error' | 'network' | 'timeout' | 'is-html' | 'truncated' | 'altered' | 'invalid' | 'mixed' | 'stopped'
  file: string
  params: Readonly<Record<string, string | number>>
}

export interface FetchOptions {
  /** Address of the `geodata` folder, with a slash at the end; may be relative to the page. */
  baseUrl: string
  /** The `fetch` of the page or worker; a test passes its own. */
  fetch?: typeof globalThis.fetch
  /** Give up when nothing has been received for so long, ms. */
  timeoutMs?: number
  /** Ends the loading; the promise then rejects with the signal's reason. */
  signal?: AbortSignal
  /** Bytes received so far of those promised; null if not promised. */
  onProgress?: (receivedBytes: number, expectedBytes: number | null) => void
  /** True on a retry: ask the server, whatever a cache holds. */
  fresh?: boolean
}

export const DEFAULT_TIMEOUT_MS = 30_000

/**
 * Fetch one file of the folder.
 *
 * The time-out starts anew with every piece that arrives: a slow line is not a broken one, a
 * stalled one is.
 *
 * @returns The bytes as they came, or why there are none. Rejects only if `signal` is aborted.
 */
export async function fetchBytes(
  path: string, query: string, cache: RequestCache, expectedBytes: number | null, options: FetchOptions,
): Promise<{ bytes: Uint8Array; failure: null } | { bytes: null; failure: LoadFailure }> {
  const { baseUrl, fetch = globalThis.fetch, timeoutMs = DEFAULT_TIMEOUT_MS, signal, onProgress } = options
  const failed = (code: LoadFailure['code'], params: LoadFailure['params'] = {}) => ({ bytes: null, failure: { code, file: path, params } })
  signal?.throwIfAborted()
  const watch = watchdog(timeoutMs, signal)
  try {
    const url = `${baseUrl}${path.split('/').map(encodeURIComponent).join('/')}${query}`
    const response = await watch.race(fetch(url, { cache: options.fresh ? 'reload' : cache, signal: watch.signal }))
    if (response.status === 404 || response.status === 410) return failed('missing', { status: response.status })
    if (!response.ok) return failed('http-error', { status: response.status })
    const bytes = await readBody(response, expectedBytes, watch, onProgress)
    const isPage = /^text\/html\b/i.test(response.headers.get('content-type') ?? '') || looksLikeHtml(bytes)
    return isPage ? failed('is-html') : { bytes, failure: null }
  } catch (error) {
    if (signal?.aborted) throw signal.reason
    if (watch.expired) return failed('timeout', { seconds: Math.round(timeoutMs / 1000) })
    return failed('network', { message: error instanceof Error ? error.message : String(error) })
  } finally {
    watch.stop()
  }
}

type Watchdog = ReturnType<typeof watchdog>

async function readBody(
  response: Response, expectedBytes: number | null, watch: Watchdog, onProgress: FetchOptions['onProgress'],
): Promise<Uint8Array> {
  if (!response.body) return new Uint8Array(await watch.race(response.arrayBuffer()))
  const reader = response.body.getReader()
  const pieces: Uint8Array[] = []
  let receivedBytes = 0
  for (;;) {
    const { done, value } = await watch.race(reader.read())
    if (done) break
    pieces.push(value)
    receivedBytes += value.length
    onProgress?.(receivedBytes, expectedBytes)
    watch.rewind()
  }
  const bytes = new Uint8Array(receivedBytes)
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}

/** Ends what it races when nothing rewinds it for `timeoutMs` or when `outer` is aborted. */
function watchdog(timeoutMs: number, outer: AbortSignal | undefined) {
  const controller = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  let reject: (reason: unknown) => void = () => {}
  const ended = new Promise<never>((_, rejectEnded) => (reject = rejectEnded))
  ended.catch(() => {}) // It may end when nothing is racing.
  const end = () => {
    const reason: unknown = outer?.aborted ? outer.reason : new Error('no data in time')
    controller.abort(reason)
    reject(reason)
  }
  const state = {
    expired: false,
    signal: controller.signal,
    /** Also ends a promise that does not listen to the signal. */
    race: <T>(promise: Promise<T>): Promise<T> => Promise.race([promise, ended]),
    rewind() {
      clearTimeout(timer)
      timer = setTimeout(() => {
        state.expired = true
        end()
      }, timeoutMs)
    },
    stop() {
      clearTimeout(timer)
      outer?.removeEventListener('abort', end)
    },
  }
  outer?.addEventListener('abort', end)
  state.rewind()
  return state
}
