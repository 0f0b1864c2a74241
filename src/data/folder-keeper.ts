import { composeFolder } from '@/data/compose-folder'
import type { FetchOptions, LoadFailure } from '@/data/fetch-bytes'
import type { Folder } from '@/data/folder'
import { sha256Hex } from '@/data/hash'
import { readBytes, type LoadedBytes } from '@/data/load-dataset'
import { readFolder, type FolderAnswer } from '@/data/read-folder'
import { MANIFEST_PATH, readManifest } from '@/data/read-manifest'
import { verifyBytes } from '@/data/verify-bytes'
import type { KeepFailure, Kept, KeptBytes, KeptScene, WallDatabase } from '@/data/wall-database'
import type { DatasetId, Manifest, ManifestFile } from '@/domain/manifest'

export interface FolderQuestion {
  ids: readonly DatasetId[]
  /** SHA-256 of the manifest that is known; null: read in any case. */
  knownManifestSha256: string | null
  /** True: past all caches. */
  fresh: boolean
}

/** How asking ended, without the bytes, which stay here. */
export type FolderNews =
  | { kind: 'unchanged' }
  | { kind: 'complete'; folder: Folder }
  | { kind: 'partial'; folder: Folder; failure: LoadFailure }
  | { kind: 'failed'; failure: LoadFailure }

export interface KeptFolder {
  folder: Folder
  savedAtEpochMs: number
  checkedAtEpochMs: number
}

/** Reads the folder of a wall and keeps it. Bytes stay where this runs; values leave it. */
export interface FolderKeeper {
  read(question: FolderQuestion): Promise<FolderNews>
  /** The folder that was kept last, if all of it is as it was put there; else it is removed. */
  readKept(ids: readonly DatasetId[]): Promise<Kept<KeptFolder>>
  /** Keep the folder that was read last, if it is the named one (else `gone`). Null: it is kept. */
  keep(manifestSha256: string, nowEpochMs: number): Promise<KeepFailure | null>
  readScene(): Promise<Kept<KeptScene>>
  keepScene(scene: KeptScene): Promise<KeepFailure | null>
}

/** A whole folder on a line of 50 kbit/s takes nine minutes; what takes longer does not end. */
const READ_LIMIT_MS = 15 * 60_000
/** More files than one folder has: what was fetched for folders that never got complete is let go. */
const HELD_AT_MOST = 40

/** The folder whose bytes are at hand. */
interface Whole {
  manifestBytes: Uint8Array
  manifestSha256: string
  files: readonly ManifestFile[]
}

/** @param options - Where the folder is, and how to fetch it. */
export function openFolderKeeper(database: WallDatabase, options: FetchOptions): FolderKeeper {
  /** Checked bytes by SHA-256, so that only what changed is fetched. */
  const held = new Map<string, Uint8Array>()
  let whole: Whole | null = null

  async function read(question: FolderQuestion): Promise<FolderNews> {
    const signal = AbortSignal.timeout(READ_LIMIT_MS)
    let answer: FolderAnswer
    try {
      answer = await readFolder({ signal, ...options, ...question, held })
    } catch (error) {
      console.error('Reading the folder failed', error)
      return { kind: 'failed', failure: { code: signal.aborted ? 'timeout' : 'network', file: MANIFEST_PATH, params: {} } }
    }
    if (answer.kind !== 'complete') {
      if (held.size > HELD_AT_MOST) holdOnly(whole?.files ?? [])
      return answer
    }
    const { folder, manifestBytes } = answer
    take(folder.manifest, folder.manifestSha256, manifestBytes)
    return { kind: 'complete', folder }
  }

  async function readKept(ids: readonly DatasetId[]): Promise<Kept<KeptFolder>> {
    const { value: kept, failure } = await database.readFolder()
    if (!kept) return { value: null, failure }
    const folder = await readKeptBytes(kept, ids)
    if (!folder) {
      await database.dropFolder()
      return { value: null, failure: 'damaged' }
    }
    // What the server sent meanwhile is newer.
    if (!whole) {
      for (const file of folder.manifest.files) if (kept.files.has(file.path)) held.set(file.sha256, kept.files.get(file.path)!)
      take(folder.manifest, kept.manifestSha256, kept.manifest)
    }
    return { value: { folder, savedAtEpochMs: kept.savedAtEpochMs, checkedAtEpochMs: kept.checkedAtEpochMs }, failure: null }
  }

  async function keep(manifestSha256: string, nowEpochMs: number): Promise<KeepFailure | null> {
    if (whole?.manifestSha256 !== manifestSha256) return 'gone'
    const files = whole.files.flatMap(({ path, sha256 }): [string, Uint8Array][] => (held.has(sha256) ? [[path, held.get(sha256)!]] : []))
    return database.keepFolder({ manifest: whole.manifestBytes, manifestSha256, files: new Map(files) }, nowEpochMs)
  }

  function take({ files }: Manifest, manifestSha256: string, manifestBytes: Uint8Array): void {
    whole = { files, manifestSha256, manifestBytes }
    holdOnly(files)
  }

  function holdOnly(files: readonly ManifestFile[]): void {
    const wanted = new Set(files.map(({ sha256 }) => sha256))
    for (const sha256 of [...held.keys()]) if (!wanted.has(sha256)) held.delete(sha256)
  }

  return { read, readKept, keep, readScene: database.readScene, keepScene: database.keepScene }
}

/** Null if a single byte is not as it was. A file that was not kept, because it was not asked for then, is only missing. */
async function readKeptBytes({ manifest: manifestBytes, manifestSha256, files }: KeptBytes, ids: readonly DatasetId[]): Promise<Folder | null> {
  if (sha256Hex(manifestBytes) !== manifestSha256) return null
  const { value: manifest, findings: manifestFindings } = readBytes(manifestBytes, MANIFEST_PATH, (text) => readManifest(text))
  if (!manifest) return null
  let isDamaged = false
  const load = async (file: ManifestFile): Promise<LoadedBytes> => {
    const bytes = files.get(file.path)
    if (!bytes) return { bytes: null, findings: [], failure: { code: 'missing', file: file.path, params: {} } }
    const broken = verifyBytes(bytes, file)
    if (!broken) return { bytes, findings: [], failure: null }
    isDamaged = true
    return { bytes: null, findings: [broken], failure: { code: 'altered', file: file.path, params: broken.params } }
  }
  const folder = await composeFolder({ manifest, manifestSha256, manifestFindings, ids, load })
  return isDamaged ? null : folder
}
