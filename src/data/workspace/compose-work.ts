import { composeFolder } from '@/data/compose-folder'
import type { LoadFailure } from '@/data/fetch-bytes'
import { TOGETHER, type Folder } from '@/data/folder'
import { sha256Hex } from '@/data/hash'
import { readBytes, type LoadedBytes } from '@/data/load-dataset'
import { MANIFEST_PATH, readManifest } from '@/data/read-manifest'
import type { DatasetValues } from '@/data/read-dataset'
import { verifyBytes } from '@/data/verify-bytes'
import type { Finding } from '@/domain/finding'
import { CORE_DATASETS, DATASETS, type DatasetId, type ManifestFile } from '@/domain/manifest'

/** A folder and the bytes it was read from. */
export interface Composed {
  folder: Folder
  files: ReadonlyMap<string, Uint8Array>
  /** Datasets whose values are the very ones of the folder before. */
  keptIds: readonly DatasetId[]
}

/**
 * Put a folder together from its files. What did not change since `previous` is not read again.
 *
 * @returns Null if the files have no manifest that can be read.
 */
export async function composeWork(files: ReadonlyMap<string, Uint8Array>, previous: Composed | null): Promise<Composed | null> {
  const manifestBytes = files.get(MANIFEST_PATH)
  if (!manifestBytes) return null
  const { value: manifest, findings: manifestFindings } = readBytes(manifestBytes, MANIFEST_PATH, (text) => readManifest(text))
  if (!manifest) return null
  const same = sameDatasets(manifest.files, files, previous)
  // The core is always put together anew; of the rest only what changed.
  const keptIds = DATASETS.filter((id) => same.has(id) && !CORE_DATASETS.some((core) => core === id))
  const ids = DATASETS.filter((id) => !keptIds.includes(id))
  const load = async (file: ManifestFile): Promise<LoadedBytes> => loadKept(file, files)
  const folder = await composeFolder({ manifest, manifestSha256: sha256Hex(manifestBytes), manifestFindings, ids, load })
  return { folder: withKept(folder, previous, keptIds), files, keptIds }
}

/** Datasets that were read before from the same bytes under the same bounds. */
function sameDatasets(entries: readonly ManifestFile[], files: ReadonlyMap<string, Uint8Array>, previous: Composed | null): ReadonlySet<DatasetId> {
  if (!previous) return new Set()
  const before = previous.folder.manifest.files
  const isSame = (entry: ManifestFile): boolean => {
    const known = before.find(({ id }) => id === entry.id)
    return known !== undefined && known.path === entry.path && known.sha256 === entry.sha256 && known.audience === entry.audience
      && files.get(entry.path) === previous.files.get(entry.path)
  }
  const plan = entries.find(({ id }) => id === 'plan')
  if (!plan || !isSame(plan)) return new Set()
  return new Set(entries.filter(isSame).map(({ id }) => id))
}

function loadKept(file: ManifestFile, files: ReadonlyMap<string, Uint8Array>): LoadedBytes {
  const bytes = files.get(file.path)
  const failed = (code: LoadFailure['code'], findings: Finding[]): LoadedBytes => ({ bytes: null, findings, failure: { code, file: file.path, params: {} } })
  if (!bytes) return failed('missing', [{ code: 'file-missing', severity: 'error', file: file.path, feature: null, field: null, params: {} }])
  const broken = verifyBytes(bytes, file)
  return broken ? failed('altered', [broken]) : { bytes, findings: [], failure: null }
}

function withKept(folder: Folder, previous: Composed | null, keptIds: readonly DatasetId[]): Folder {
  if (!previous || keptIds.length === 0) return folder
  const values: Partial<Record<DatasetId, unknown>> = { ...folder.values }
  const findings = new Map(folder.findings)
  const failures = [...folder.failures]
  for (const id of keptIds) {
    const { path } = folder.manifest.files.find((file) => file.id === id)!
    const before = previous.folder
    if (before.values[id] !== undefined) values[id] = before.values[id]
    const found = before.findings.get(path)
    if (found && path !== TOGETHER) findings.set(path, found)
    failures.push(...before.failures.filter(({ file }) => file === path))
  }
  return { ...folder, values: values as Partial<DatasetValues>, findings, failures }
}
