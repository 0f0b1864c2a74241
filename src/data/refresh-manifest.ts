import { defaultPath } from '@/data/fields'
import { sha256Hex } from '@/data/hash'
import { readDataset } from '@/data/read-dataset'
import { decodeUtf8 } from '@/data/verify-bytes'
import { formatDay, type Day } from '@/domain/day'
import { DATASETS, type DatasetId, type Manifest, type ManifestFile } from '@/domain/manifest'
import type { Provenance } from '@/domain/programme'

/** A file as it stands in the folder. */
export interface FolderFile {
  path: string
  bytes: Uint8Array
}

/** What a new entry, or a manifest without a predecessor, is given. */
export interface ManifestDefaults {
  dataDate: Day
  provenance: Provenance
}

/**
 * A manifest that fits the files of a folder.
 *
 * Entries of `previous` keep audience, provenance and data date; those without a file are dropped.
 * A file with the usual name of a dataset that had no entry is added as internal: publishing is a
 * decision somebody has to take. A file called public that holds internal fields becomes internal.
 */
export function refreshManifest(previous: Manifest | null, folder: readonly FolderFile[], defaults: ManifestDefaults): Manifest {
  const head = previous ?? {
    format: 'renovation-geodata', version: 1, dataDate: defaults.dataDate, provenance: defaults.provenance, attribution: '',
  } as const
  const byPath = new Map(folder.map((file) => [file.path, file]))
  const files = DATASETS.flatMap((id): ManifestFile[] => {
    const known = previous?.files.find((entry) => entry.id === id && byPath.has(entry.path))
    const file = byPath.get(known?.path ?? defaultPath(id))
    if (!file) return []
    const kept = known ?? { audience: 'internal', provenance: head.provenance, dataDate: head.dataDate }
    return [{
      id, path: file.path, bytes: file.bytes.length, sha256: sha256Hex(file.bytes),
      audience: kept.audience === 'public' && holdsInternalFields(id, file) ? 'internal' : kept.audience, provenance: kept.provenance, dataDate: kept.dataDate,
    }]
  })
  const { format, version, dataDate, provenance, attribution } = head
  return { format, version, dataDate, provenance, attribution, files }
}

/** True if the content alone shows that a file may not be published. */
function holdsInternalFields(id: DatasetId, { path, bytes }: FolderFile): boolean {
  const text = decodeUtf8(bytes)
  if (text === null) return false
  return readDataset(id, text, { file: path, bounds: null, audience: 'public' }).findings.some(({ code }) => code === 'internal-field')
}

/** The text of a manifest file: days as `YYYY-MM-DD`, two spaces, newline at the end. */
export function manifestText(manifest: Manifest): string {
  const files = manifest.files.map((file) => ({ ...file, dataDate: formatDay(file.dataDate) }))
  return `${JSON.stringify({ ...manifest, dataDate: formatDay(manifest.dataDate), files }, null, 2)}\n`
}
