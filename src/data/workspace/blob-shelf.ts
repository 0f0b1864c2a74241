import type { StoreFailure } from '@/data/browser-store'
import { sha256Hex } from '@/data/hash'
import { unpackBlob } from '@/data/workspace/pack-blob'
import type { WorkspaceDatabase } from '@/data/workspace/workspace-database'

/** Files at hand by their hash: those of what is shown, those that are not saved yet; all others come from the store. */
export interface BlobShelf {
  /** Put a file on the shelf. @returns Its SHA-256. */
  put(bytes: Uint8Array): string
  /** Files by path; those that are not there or not as they were put are named instead. */
  read(files: Readonly<Record<string, string>>): Promise<{ files: Map<string, Uint8Array>; lost: readonly string[]; failure: StoreFailure | null }>
  /** The files of these hashes that are at hand. */
  take(hashes: Iterable<string>): Map<string, Uint8Array>
  /** Let all others go. */
  keepOnly(hashes: ReadonlySet<string>): void
  /** Hashes whose file proved not to be as it was put. */
  readonly damaged: ReadonlySet<string>
  /** Hashes of these that were put here once more: the store needs them anew. */
  readonly mended: ReadonlySet<string>
}

/** Photos are large and no view of the work needs them: they are read when a folder is written out. */
export const isPhoto = (path: string): boolean => /\.(jpe?g|png|webp)$/i.test(path)

export function openBlobShelf(database: WorkspaceDatabase): BlobShelf {
  const held = new Map<string, Uint8Array>()
  const damaged = new Set<string>()
  const mended = new Set<string>()

  async function read(files: Readonly<Record<string, string>>) {
    const wanted = [...new Set(Object.values(files))].filter((hash) => !held.has(hash))
    const { value, failure } = wanted.length > 0 ? await database.readBlobs(wanted) : { value: new Map<string, Uint8Array>(), failure: null }
    const found = new Map<string, Uint8Array>()
    for (const [hash, packed] of value ?? []) {
      const bytes = unpackBlob(packed, hash)
      if (bytes) found.set(hash, bytes)
      else damaged.add(hash)
    }
    const pairs = Object.entries(files).map(([path, hash]) => [path, held.get(hash) ?? found.get(hash)] as const)
    for (const [path, bytes] of pairs) if (bytes && !isPhoto(path)) held.set(files[path]!, bytes)
    return {
      files: new Map(pairs.flatMap(([path, bytes]) => (bytes ? [[path, bytes] as const] : []))),
      lost: failure ? [] : pairs.filter(([, bytes]) => !bytes).map(([path]) => path),
      failure,
    }
  }

  return {
    put(bytes) {
      const hash = sha256Hex(bytes)
      held.set(hash, bytes)
      if (damaged.delete(hash)) mended.add(hash)
      return hash
    },
    read,
    take: (hashes) => new Map([...hashes].flatMap((hash) => (held.has(hash) ? [[hash, held.get(hash)!] as const] : []))),
    keepOnly(hashes) {
      for (const hash of [...held.keys()]) if (!hashes.has(hash)) held.delete(hash)
    },
    damaged,
    mended,
  }
}
