import { openDB, type IDBPDatabase } from 'idb'

/** One value that lies aside in IndexedDB. Every failure is a value: nothing found, or not kept. */
export interface HeldDatabase<T> {
  read(): Promise<T | null>
  /** @returns True once the browser has confirmed that it is on the disk. */
  write(value: T): Promise<boolean>
  clear(): Promise<void>
}

const NAME = 'renovation-held-import'
const STORE = 'held'
const KEY = 'import'

/** Open it when it is first used; a browser that refuses is asked again the next time. */
export function openHeldDatabase<T>(): HeldDatabase<T> {
  let opened: Promise<IDBPDatabase> | null = null

  function open(): Promise<IDBPDatabase> {
    opened ??= openDB(NAME, 1, {
      upgrade: (database) => void database.createObjectStore(STORE),
      terminated: () => (opened = null),
    })
    opened.catch(() => (opened = null))
    return opened
  }

  async function change(work: (store: { put(value: unknown, key: string): Promise<unknown>; delete(key: string): Promise<void> }) => Promise<unknown>): Promise<boolean> {
    try {
      const transaction = (await open()).transaction(STORE, 'readwrite', { durability: 'strict' })
      await Promise.all([work(transaction.store), transaction.done])
      return true
    } catch (error) {
      console.warn('Putting the import aside failed', error)
      return false
    }
  }

  return {
    async read() {
      try {
        return ((await (await open()).get(STORE, KEY)) as T | undefined) ?? null
      } catch (error) {
        console.warn('Reading the import that was put aside failed', error)
        return null
      }
    },
    write: (value) => change((store) => store.put(value, KEY)),
    clear: async () => void (await change((store) => store.delete(KEY))),
  }
}
