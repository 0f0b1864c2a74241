import { composeFolder } from '@/data/compose-folder'
import { fetchBytes, type FetchOptions, type LoadFailure } from '@/data/fetch-bytes'
import type { Folder } from '@/data/folder'
import { sha256Hex } from '@/data/hash'
import { loadBytes, readBytes, type LoadedBytes } from '@/data/load-dataset'
import { MANIFEST_PATH, readManifest } from '@/data/read-manifest'
import type { DatasetId, ManifestFile } from '@/domain/manifest'

export interface ReadFolderOptions extends FetchOptions {
  ids: readonly DatasetId[]
  /** SHA-256 of the manifest that was read last; null: read in any case. */
  knownManifestSha256: string | null
  /** Checked bytes by their SHA-256: not asked for again. What is fetched and right is put in. */
  held?: Map<string, Uint8Array>
}

/**
 * How asking the server ended.
 *
 * | kind | what is known |
 * | --- | --- |
 * | unchanged | the manifest is the known one; nothing else was asked for |
 * | complete | manifest and every asked file are of one version, their hashes agree, the core is put together |
 * | partial | something can be used, but `failure` keeps it from being complete |
 * | failed | nothing can be used |
 */
export type FolderAnswer =
  | { kind: 'unchanged' }
  | { kind: 'complete'; folder: Folder; manifestBytes: Uint8Array }
  | { kind: 'partial'; folder: Folder; failure: LoadFailure }
  | { kind: 'failed'; failure: LoadFailure }

/**
 * Read a `geodata` folder from its server as one: all of it or a reason.
 *
 * The manifest is always asked of the server itself and once more at the end: if it was replaced
 * meanwhile, files of two versions may have been read, and the answer is the failure `mixed`.
 * A file that came wrong is asked for once more past all caches.
 *
 * @returns Never rejects for bad data or a bad line; rejects with the reason of `signal` if that is aborted.
 */
export async function readFolder(options: ReadFolderOptions): Promise<FolderAnswer> {
  const { ids, knownManifestSha256, held = new Map<string, Uint8Array>() } = options
  const { bytes, failure } = await fetchManifest(options)
  if (failure) return { kind: 'failed', failure }
  const manifestSha256 = sha256Hex(bytes)
  if (manifestSha256 === knownManifestSha256) return { kind: 'unchanged' }
  const { value: manifest, findings: manifestFindings, failure: broken } = readBytes(bytes, MANIFEST_PATH, (text) => readManifest(text))
  if (!manifest) return { kind: 'failed', failure: broken! }

  const folder = await composeFolder({ manifest, manifestSha256, manifestFindings, ids, load: (file) => loadOrHeld(file, held, options) })
  const again = await fetchManifest(options)
  if (again.failure) return { kind: 'failed', failure: again.failure }
  if (sha256Hex(again.bytes) !== manifestSha256) return { kind: 'failed', failure: { code: 'mixed', file: MANIFEST_PATH, params: {} } }

  const first = folder.failures[0]
  if (first === undefined) return { kind: 'complete', folder, manifestBytes: bytes }
  return folder.programme ? { kind: 'partial', folder, failure: first } : { kind: 'failed', failure: first }
}

/** Neither taken from a cache nor put into one: a manifest says what is new. */
function fetchManifest(options: ReadFolderOptions): ReturnType<typeof fetchBytes> {
  return fetchBytes(MANIFEST_PATH, '', 'no-store', null, { ...options, fresh: false })
}

async function loadOrHeld(file: ManifestFile, held: Map<string, Uint8Array>, options: FetchOptions): Promise<LoadedBytes> {
  const known = held.get(file.sha256)
  if (known?.length === file.bytes) return { bytes: known, findings: [], failure: null }
  let loaded = await loadBytes(file, options)
  const isWrong = loaded.failure && ['is-html', 'truncated', 'altered'].includes(loaded.failure.code)
  if (isWrong && !options.fresh) loaded = await loadBytes(file, { ...options, fresh: true })
  if (loaded.bytes) held.set(file.sha256, loaded.bytes)
  return loaded
}
