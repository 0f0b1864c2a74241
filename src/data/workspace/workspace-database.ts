import type { DBSchema, IDBPDatabase } from 'idb'
import { abortQuietly, openBrowserStore, together, type StoreFailure } from '@/data/browser-store'
import { packBlob } from '@/data/workspace/pack-blob'
import type { WorkTree } from '@/data/workspace/work-tree'
import type { WorkspaceStep } from '@/domain/workspace'

/** What is in the store, without the files. */
export interface KeptWork {
  tree: WorkTree
  /** Marks of the last writes, newest last; empty: nothing was ever written, or all of it was wiped. */
  writes: readonly string[]
  /** SHA-256 of all files that are there, whether they can be read or not. */
  blobKeys: ReadonlySet<string>
}

export interface WorkWrite {
  /** Mark of the last write that the writer knows of, null if none; if it is another one by now, nothing is written. */
  expectedMark: string | null
  /** A mark that no other write has. */
  mark: string
  tree: WorkTree
  /** Steps that are new. */
  steps: readonly WorkspaceStep[]
  /** Files that are new, by their SHA-256. */
  blobs: ReadonlyMap<string, Uint8Array>
}

/** `elsewhere`: somebody else has written since. `failed`: nothing was written, unless `readWork` finds the mark. */
export type WriteAnswer = { kind: 'kept' } | { kind: 'elsewhere' } | { kind: 'failed'; failure: StoreFailure }

export interface Read<T> {
  value: T | null
  failure: StoreFailure | null
}

export interface WorkspaceDatabase {
  readWork(): Promise<Read<KeptWork>>
  /** Packed files by their SHA-256; one that is not there is left out. */
  readBlobs(keys: readonly string[]): Promise<Read<ReadonlyMap<string, Uint8Array>>>
  /** All or nothing. `kept` only once the browser has said that it is on the disk. */
  write(change: WorkWrite): Promise<WriteAnswer>
}

interface Head {
  headSeq: number
  redo: readonly number[]
  writes: readonly string[]
}
interface Schema extends DBSchema {
  blobs: { key: string; value: Uint8Array }
  steps: { key: number; value: WorkspaceStep }
  /** Key: `head`. */
  facts: { key: string; value: Head }
}
type Database = IDBPDatabase<Schema>

const STORES = ['blobs', 'steps', 'facts'] as const
const MARKS_KEPT = 20

/**
 * The work on a folder, in IndexedDB: files by their hash, steps, one head. Nothing here ever rejects.
 *
 * @param name - One store per `geodata` folder: two projects on one server do not mix.
 */
export function openWorkspaceDatabase(name: string): WorkspaceDatabase {
  const { attempt } = openBrowserStore<Schema>(name, (database) => {
    database.createObjectStore('blobs')
    database.createObjectStore('steps', { keyPath: 'seq' })
    database.createObjectStore('facts')
  })
  return {
    readWork: () => attempt(readWork),
    readBlobs: (keys) => attempt((database) => readBlobs(database, keys)),
    async write(change) {
      const packed = new Map([...change.blobs].map(([key, bytes]) => [key, packBlob(bytes)]))
      const { value, failure } = await attempt((database) => write(database, change, packed))
      return value ?? { kind: 'failed', failure: failure ?? 'unknown' }
    },
  }
}

async function readWork(database: Database): Promise<KeptWork> {
  const transaction = database.transaction(STORES)
  const read = { head: undefined as Head | undefined, steps: [] as WorkspaceStep[], keys: [] as string[] }
  await together(transaction, [
    async () => (read.head = await transaction.objectStore('facts').get('head')),
    async () => (read.steps = await transaction.objectStore('steps').getAll()),
    async () => (read.keys = await transaction.objectStore('blobs').getAllKeys()),
  ])
  const { headSeq = null, redo = [], writes = [] } = read.head ?? {}
  return { tree: { steps: read.steps, headSeq, redo }, writes, blobKeys: new Set(read.keys) }
}

async function readBlobs(database: Database, keys: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const transaction = database.transaction('blobs')
  const found = new Map<string, Uint8Array>()
  await together(transaction, keys.map((key) => async () => {
    const packed = await transaction.store.get(key)
    if (packed) found.set(key, packed)
  }))
  return found
}

/** Compare and write in one transaction: the browser lets no other one in between. */
async function write(database: Database, change: WorkWrite, packed: ReadonlyMap<string, Uint8Array>): Promise<WriteAnswer> {
  const { expectedMark, mark, tree, steps } = change
  // Strict: a power cut must not lose what was reported as kept.
  const transaction = database.transaction(STORES, 'readwrite', { durability: 'strict' })
  transaction.done.catch(() => {}) // Waited for below.
  const [blobStore, stepStore, facts] = [transaction.objectStore('blobs'), transaction.objectStore('steps'), transaction.objectStore('facts')]
  const head = await facts.get('head')
  if ((head?.writes.at(-1) ?? null) !== expectedMark) {
    abortQuietly(transaction)
    return { kind: 'elsewhere' }
  }
  const next: Head = { headSeq: tree.headSeq!, redo: tree.redo, writes: [...(head?.writes ?? []), mark].slice(-MARKS_KEPT) }
  await together(transaction, [
    ...[...packed].map(([key, bytes]) => () => blobStore.put(bytes, key)),
    ...steps.map((step) => () => stepStore.put(step)),
    () => facts.put(next, 'head'),
  ])
  return { kind: 'kept' }
}
