import { composeFolder } from '@/data/compose-folder'
import { sha256Hex } from '@/data/hash'
import type { DatasetValues } from '@/data/read-dataset'
import { MANIFEST_PATH, readManifest } from '@/data/read-manifest'
import { DATASETS, type DatasetId, type Manifest } from '@/domain/manifest'
import type { Programme } from '@/domain/programme'

/** The `geodata` folder that an import is held against: its files, and what they mean. */
export interface CurrentFolder {
  manifest: Manifest
  manifestSha256: string
  /** Every file by path, the manifest included. */
  files: ReadonlyMap<string, Uint8Array>
  values: Partial<DatasetValues>
  programme: Programme | null
}

/** The town around has thousands of shapes that no import is compared with. */
const NOT_COMPARED: readonly DatasetId[] = ['roads', 'railways', 'water', 'greens', 'blocks', 'context-buildings', 'landmarks']

/**
 * Read the files of a folder as one.
 *
 * @returns Null if the manifest is missing or cannot be used; a file that cannot be read is only missing among the values.
 */
export async function readCurrentFolder(files: ReadonlyMap<string, Uint8Array>): Promise<CurrentFolder | null> {
  const bytes = files.get(MANIFEST_PATH)
  const read = bytes ? readManifest(new TextDecoder().decode(bytes)) : null
  if (!bytes || !read?.value) return null
  const manifestSha256 = sha256Hex(bytes)
  const { values, programme } = await composeFolder({
    manifest: read.value, manifestSha256, manifestFindings: read.findings,
    ids: DATASETS.filter((id) => !NOT_COMPARED.includes(id)),
    load: ({ path }) => {
      const found = files.get(path)
      return Promise.resolve(found
        ? { bytes: found, findings: [], failure: null }
        : { bytes: null, findings: [], failure: { code: 'missing', file: path, params: {} } })
    },
  })
  return { manifest: read.value, manifestSha256, files, values, programme }
}
