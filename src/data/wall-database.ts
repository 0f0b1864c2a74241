import type { DBSchema, IDBPDatabase } from 'idb'
import { openBrowserStore, together, type StoreFailure } from '@/data/browser-store'

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
 * `gone`: what was to be kept is not at hand any more. `damaged`: what was kept is not as it was.
 */
export type KeepFailure = StoreFailure | 'gone' | 'damaged'

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

/**
 * What a wall keeps in the browser, in IndexedDB.
 *
 * Nothing here ever rejects. A connection that another tab wants closed, or that the browser ended, is
 * opened anew by the next call.
 *
 * @param name One store per `geodata` folder: two projects on one server do not mix.
 */
export function openWallDatabase(name: string): WallDatabase {
  const { attempt } = openBrowserStore<Schema>(name, (database) => {
    database.createObjectStore('files')
    database.createObjectStore('facts')
  })
  const did = async (work: (database: Database) => Promise<unknown>): Promise<KeepFailure | null> => (await attempt(work)).failure

  return {
    readFolder: () => attempt(readFolder),
    keepFolder: (folder, nowEpochMs) => did((database) => keepFolder(database, folder, nowEpochMs)),
    dropFolder: () => did((database) => clear(database)),
    readScene: () => attempt(readScene),
    keepScene: (scene) => did((database) => database.put('facts', scene, 'scene')),
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
