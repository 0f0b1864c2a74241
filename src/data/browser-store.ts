import { openDB, type DBSchema, type IDBPDatabase } from 'idb'

/**
 * Why the browser's store did not do what it was asked.
 *
 * `unavailable`: no IndexedDB, or refused (private window). `blocked`: another tab holds it open, or no answer in time.
 * `full`: no room.
 */
export type StoreFailure = 'unavailable' | 'blocked' | 'full' | 'aborted' | 'unknown'

export interface BrowserStore<S extends DBSchema> {
  /** Run once; if the connection had been ended without notice, once more on a new one. Never rejects. */
  attempt<T>(work: (database: IDBPDatabase<S>) => Promise<T | null>): Promise<{ value: T | null; failure: StoreFailure | null }>
}

/** A store that is not open or done by then is as good as none: no page waits for it. */
const OPEN_LIMIT_MS = 4000
const CALL_LIMIT_MS = 15_000

/**
 * A store of IndexedDB, opened when it is first used.
 *
 * A connection that another tab wants closed, or that the browser ended, is opened anew by the next call.
 *
 * @param create - Makes the object stores of a new database.
 */
export function openBrowserStore<S extends DBSchema>(name: string, create: (database: IDBPDatabase<S>) => void): BrowserStore<S> {
  let connection: Promise<IDBPDatabase<S>> | null = null

  function connect(): Promise<IDBPDatabase<S>> {
    connection ??= open(name, create, () => (connection = null))
    return connection
  }

  return {
    async attempt(work) {
      for (let isLast = false; ; isLast = true) {
        const used = connect()
        try {
          return { value: await within(CALL_LIMIT_MS, used.then(work)), failure: null }
        } catch (error) {
          if (connection === used) connection = null
          // Closing waits for open transactions, and may fail as the rest did.
          used.then((database) => database.close()).catch(() => {})
          if (isLast || !isEnded(error)) return { value: null, failure: failureOf(error) }
        }
      }
    },
  }
}

async function open<S extends DBSchema>(name: string, create: (database: IDBPDatabase<S>) => void, onEnd: () => void): Promise<IDBPDatabase<S>> {
  const opening = openDB<S>(name, 1, {
    upgrade: create,
    blocking(_, __, event) {
      // Another tab wants to change or remove the store: it goes first.
      const { target } = event
      onEnd()
      ;(target as IDBDatabase).close()
    },
    terminated: onEnd,
  })
  try {
    return await within(OPEN_LIMIT_MS, opening)
  } catch (error) {
    opening.then((database) => database.close()).catch(() => {}) // It may open after all.
    throw error
  }
}

/** All steps of a transaction or none: what was put before a failure is not committed. A step may also throw at once. */
export async function together(transaction: { done: Promise<void>; abort(): void }, steps: readonly (() => Promise<unknown>)[]): Promise<void> {
  try {
    await Promise.all([...steps.map(async (step) => step()), transaction.done])
  } catch (error) {
    abortQuietly(transaction)
    throw error
  }
}

/** Give a transaction up; it may have ended already. */
export function abortQuietly(transaction: { abort(): void }): void {
  try {
    transaction.abort()
  } catch {
    // It has ended.
  }
}

class TooLate extends Error {}

async function within<T>(limitMs: number, promise: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooLate('no answer in time')), limitMs)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}

const nameOf = (error: unknown): string => (error instanceof Error || error instanceof DOMException ? error.name : '')

/** What a connection says that the browser has ended, as after the storage was wiped. */
const isEnded = (error: unknown): boolean => nameOf(error) === 'InvalidStateError'

function failureOf(error: unknown): StoreFailure {
  if (error instanceof TooLate) return 'blocked'
  switch (nameOf(error)) {
    case 'QuotaExceededError': return 'full'
    case 'AbortError': return 'aborted'
    case 'InvalidStateError': case 'SecurityError': case 'ReferenceError': case 'TypeError': case 'UnknownError': case 'NotFoundError': case 'VersionError': return 'unavailable'
    default: return 'unknown'
  }
}
