import { openDB, type DBSchema, type IDBPDatabase } from 'idb'

/** A `geodata` folder as bytes, as it came from its server. */
export interface FolderBytes {
  manifest: Uint8Array
  manifestSha256: string
  /** By path below the folder. */
  files: ReadonlyMap<string, Uint8Array>
}

export interface KeptBytes extends FolderBytes {
  /** When it was put here, and when the server last said that it is still the newest. Milliseconds since 1970, for display. */
  savedAtEpochMs: number
  checkedAtEpochMs: number
}

/** The scene that was on the wall last. */
export interface KeptScene {
  sceneId: string
  /** Somebody had pinned it: after a restart it stays. */
  isPinned: boolean
  savedAtEpochMs: number
}

/**
 * Why nothing is kept. A wall without a store runs all the same and says so.
 *
 * `unavailable`: no IndexedDB, or refused (private window). `blocked`: another tab holds it open, or
 * no answer in time. `full`: no room. `gone`: what was to be kept is not at hand any more. `damaged`:
 * what was kept is not as it was.
 */
export type KeepFailure = 'unavailable' | 'blocked' | 'full' | 'aborted' | 'gone' | 'damaged' | 'unknown'

/** What is kept; null and no failure: nothing yet. */
export interface Kept<T> {
  value: T | null
  failure: KeepFailure | null
}

export interface WallDatabase {
  readFolder(): Promise<Kept<KeptBytes>>
  /** All or nothing, and on the disk when it resolves. The same folder again only renews the time of the check. */
  keepFolder(folder: FolderBytes, nowEpochMs: number): Promise<KeepFailure | null>
  /** Take a folder away that proved to be damaged. */
  dropFolder(): Promise<KeepFailure | null>
  readScene(): Promise<Kept<KeptScene>>
  keepScene(scene: KeptScene): Promise<KeepFailure | null>
}

interface FolderHead {
  manifest: Uint8Array
  manifestSha256: string
  savedAtEpochMs: number
}
interface Schema extends DBSchema {
  /** Key: path. */
  files: { key: string; value: Uint8Array }
  /** Key: `folder`, `checked`, `scene`. */
  facts: { key: string; value: FolderHead | number | KeptScene }
}
type Database = IDBPDatabase<Schema>

/** A store that is not open or done by then is as good as none: a wall waits for nothing. */
const OPEN_LIMIT_MS = 4000
const CALL_LIMIT_MS = 15_000

/**
 * What a wall keeps in the browser, in IndexedDB.
 *
 * Nothing here ever rejects. A connection that another tab wants closed, or that the browser ended, is
 * opened anew by the next call.
 *
 * @param name One store per `geodata` folder: two projects on one server do not mix.
 */
export function openWallDatabase(name: string): WallDatabase {
  let connection: Promise<Database> | null = null

  function connect(): Promise<Database> {
    connection ??= open(name, () => (connection = null))
    return connection
  }

  /** Run once; if the connection had been ended without notice, once more on a new one. */
  async function attempt<T>(work: (database: Database) => Promise<T | null>): Promise<Kept<T>> {
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
  }
  const did = async (work: (database: Database) => Promise<unknown>): Promise<KeepFailure | null> => (await attempt(work)).failure

  return {
    readFolder: () => attempt(readFolder),
    keepFolder: (folder, nowEpochMs) => did((database) => keepFolder(database, folder, nowEpochMs)),
    dropFolder: () => did((database) => clear(database)),
    readScene: () => attempt(readScene),
    keepScene: (scene) => did((database) => database.put('facts', scene, 'scene')),
  }
}

async function open(name: string, onEnd: () => void): Promise<Database> {
  const opening = openDB<Schema>(name, 1, {
    upgrade(database) {
      database.createObjectStore('files')
      database.createObjectStore('facts')
    },
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

async function readFolder(database: Database): Promise<KeptBytes | null> {
  const transaction = database.transaction(['files', 'facts'])
  const [files, facts] = [transaction.objectStore('files'), transaction.objectStore('facts')]
  const read = { head: undefined as FolderHead | undefined, checked: undefined as number | undefined, paths: [] as string[], contents: [] as Uint8Array[] }
  await together(transaction, [
    async () => (read.head = (await facts.get('folder')) as FolderHead | undefined),
    async () => (read.checked = (await facts.get('checked')) as number | undefined),
    async () => (read.paths = await files.getAllKeys()),
    async () => (read.contents = await files.getAll()),
  ])
  if (!read.head) return null
  const pairs = read.paths.map((path, i): [string, Uint8Array] => [path, read.contents[i]!])
  return { ...read.head, checkedAtEpochMs: read.checked ?? read.head.savedAtEpochMs, files: new Map(pairs) }
}

async function keepFolder(database: Database, { manifest, manifestSha256, files }: FolderBytes, nowEpochMs: number): Promise<void> {
  const kept = (await database.get('facts', 'folder')) as FolderHead | undefined
  if (kept?.manifestSha256 === manifestSha256) return void (await database.put('facts', nowEpochMs, 'checked'))
  // Strict: a power cut must not lose what was reported as kept.
  const transaction = database.transaction(['files', 'facts'], 'readwrite', { durability: 'strict' })
  const [fileStore, facts] = [transaction.objectStore('files'), transaction.objectStore('facts')]
  await together(transaction, [
    () => fileStore.clear(),
    ...[...files].map(([path, bytes]) => () => fileStore.put(bytes, path)),
    () => facts.put({ manifest, manifestSha256, savedAtEpochMs: nowEpochMs }, 'folder'),
    () => facts.put(nowEpochMs, 'checked'),
  ])
}

async function readScene(database: Database): Promise<KeptScene | null> {
  return ((await database.get('facts', 'scene')) as KeptScene | undefined) ?? null
}

async function clear(database: Database): Promise<void> {
  const transaction = database.transaction(['files', 'facts'], 'readwrite')
  const [files, facts] = [transaction.objectStore('files'), transaction.objectStore('facts')]
  await together(transaction, [() => files.clear(), () => facts.delete('folder'), () => facts.delete('checked')])
}

/** All steps of a transaction or none: what was put before a failure is not committed. A step may also throw at once. */
async function together(transaction: { done: Promise<void>; abort(): void }, steps: readonly (() => Promise<unknown>)[]): Promise<void> {
  try {
    await Promise.all([...steps.map(async (step) => step()), transaction.done])
  } catch (error) {
    try {
      transaction.abort()
    } catch {
      // It has ended already.
    }
    throw error
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

function failureOf(error: unknown): KeepFailure {
  if (error instanceof TooLate) return 'blocked'
  switch (nameOf(error)) {
    case 'QuotaExceededError': return 'full'
    case 'AbortError': return 'aborted'
    case 'InvalidStateError': case 'SecurityError': case 'ReferenceError': case 'TypeError': case 'UnknownError': case 'NotFoundError': return 'unavailable'
    default: return 'unknown'
  }
}
