import { fetchBytes, type FetchOptions } from '@/data/fetch-bytes'
import { sha256Hex } from '@/data/hash'
import { readFolder } from '@/data/read-folder'
import { MANIFEST_PATH } from '@/data/read-manifest'
import type { Folder } from '@/data/folder'
import { DATASETS } from '@/domain/manifest'

export interface ServerFiles {
  /** By path: the manifest, every file it lists and that is there, and the photos of the tour. */
  files: ReadonlyMap<string, Uint8Array>
  folder: Folder
}

/**
 * All files of the folder on its server, of one version.
 *
 * A file that the server does not have (404) is missing here too; one that did not come is a reason to have none of them.
 *
 * @param held - Checked bytes by their SHA-256: not asked for again. What is fetched is put in.
 * @returns Null if they cannot be had now.
 */
export async function readServerFiles(options: FetchOptions, held: Map<string, Uint8Array>): Promise<ServerFiles | null> {
  const answer = await readFolder({ ...options, ids: DATASETS, knownManifestSha256: null, held })
  if (answer.kind !== 'complete' && answer.kind !== 'partial') return null
  const { folder } = answer
  if (folder.failures.some(({ code }) => code !== 'missing' && code !== 'invalid')) return null
  const manifestBytes = answer.kind === 'complete' ? answer.manifestBytes : await manifestOf(options, folder.manifestSha256)
  if (manifestBytes === null) return null

  const files = new Map<string, Uint8Array>([[MANIFEST_PATH, manifestBytes]])
  for (const { path, sha256 } of folder.manifest.files) {
    const bytes = held.get(sha256)
    if (bytes) files.set(path, bytes)
  }
  for (const path of photoPaths(folder)) {
    const { bytes, failure } = await fetchBytes(path, '', 'no-cache', null, options)
    if (bytes) files.set(path, bytes)
    else if (failure.code !== 'missing' && failure.code !== 'is-html') return null
  }
  return { files, folder }
}

/** SHA-256 of the manifest on the server; null if it cannot be had now. */
export async function serverManifestSha256(options: FetchOptions): Promise<string | null> {
  const { bytes } = await fetchBytes(MANIFEST_PATH, '', 'no-store', null, options)
  return bytes && sha256Hex(bytes)
}

/** Photos that the tour shows, each once. */
export function photoPaths({ values }: Pick<Folder, 'values'>): string[] {
  return [...new Set((values.tour?.photos ?? []).flatMap(({ before, after }) => [before, after].filter((path) => path !== null)))]
}

async function manifestOf(options: FetchOptions, sha256: string): Promise<Uint8Array | null> {
  const { bytes } = await fetchBytes(MANIFEST_PATH, '', 'no-store', null, options)
  return bytes && sha256Hex(bytes) === sha256 ? bytes : null
}
