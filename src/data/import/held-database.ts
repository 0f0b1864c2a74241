import type { DBSchema } from 'idb'
import { openBrowserStore, together } from '@/data/browser-store'

/** `other`: what lies there is another one, and stays. */
export type HeldAnswer = 'kept' | 'other' | 'failed'

/** One value that lies aside in IndexedDB, with a mark of its own. Every failure is a value. */
export interface HeldDatabase<T> {
  /** Null: nothing lies there, or it cannot be had. */
  read(): Promise<{ mark: string; value: T } | null>
  /**
   * `kept` once the browser has confirmed that it is on the disk.
   *
   * @param knownMark - Of the value that may be replaced; null: none may.
   */
  write(value: T, mark: string, knownMark: string | null): Promise<HeldAnswer>
  /** Take away the value of this mark, and no other. */
  clear(mark: string): Promise<void>
}

interface Schema<T> extends DBSchema {
  held: { key: string; value: { mark: string; value: T } }
}
const KEY = 'import'

/** @param name - One store per `geodata` folder: decisions about one name what another does not have. */
export function openHeldDatabase<T>(name: string): HeldDatabase<T> {
  const { attempt } = openBrowserStore<Schema<T>>(name, (database) => database.createObjectStore('held'))

  /** Another tab may have put something aside meanwhile: looking and writing are one transaction. */
  async function replace(next: { mark: string; value: T } | null, knownMark: string | null): Promise<HeldAnswer> {
    const { value, failure } = await attempt(async (database): Promise<HeldAnswer> => {
      const transaction = database.transaction('held', 'readwrite', { durability: 'strict' })
      transaction.done.catch(() => {}) // Waited for below.
      const there = await transaction.store.get(KEY)
      const isMeant = (there?.mark ?? null) === knownMark || there === undefined
      await together(transaction, isMeant ? [async () => (next ? transaction.store.put(next, KEY) : transaction.store.delete(KEY))] : [])
      return isMeant ? 'kept' : 'other'
    })
    if (failure) console.warn('Putting the import aside failed', failure)
    return value ?? 'failed'
  }

  return {
    read: async () => (await attempt(async (database) => (await database.get('held', KEY)) ?? null)).value,
    write: (value, mark, knownMark) => replace({ mark, value }, knownMark),
    clear: async (mark) => void (await replace(null, mark)),
  }
}
