import { defaultPath, type FeatureRecords } from '@/data/fields'
import { isFeatureTarget, type FeatureTarget } from '@/data/import/work-row'
import type { DatasetValues } from '@/data/read-dataset'
import { MANIFEST_PATH } from '@/data/read-manifest'
import { manifestText, refreshManifest } from '@/data/refresh-manifest'
import { writeFeatures } from '@/data/write-features'
import { writeRows } from '@/data/write-rows'
import type { Day } from '@/domain/day'
import type { ImportTarget } from '@/domain/import'
import { DATASETS, type Manifest, type ManifestFile } from '@/domain/manifest'
import type { Provenance } from '@/domain/programme'

/** Weakest first: a file is as good as the weakest thing in it. */
const STRENGTH: readonly Provenance[] = ['synthetic', 'reported', 'surveyed', 'official']

export interface Changes {
  manifest: Manifest
  values: Partial<DatasetValues>
  changed: readonly (ImportTarget | 'proposed-sites')[]
  /** Tables that the import brought as a whole: nothing of what they held before is left. */
  replaced: readonly ImportTarget[]
  /** Last day that the ledger speaks of. */
  dataDate: Day
}

/** The changed files of a folder and its manifest, by path. */
export function writeChanges({ manifest, values, changed, replaced, dataDate }: Changes): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>()
  const entries = new Map(manifest.files.map((entry) => [entry.id as string, entry]))
  for (const target of changed) files.set(entries.get(target)?.path ?? defaultPath(target), new TextEncoder().encode(textOf(target, values)))

  const previous: Manifest = { ...manifest, dataDate, files: manifest.files.filter(({ path }) => files.has(path)) }
  const fresh = refreshManifest(previous, [...files].map(([path, bytes]) => ({ path, bytes })), { dataDate, provenance: 'reported' })
  for (const entry of fresh.files) entries.set(entry.id, dated(entry, values, replaced, dataDate))
  const listed = DATASETS.flatMap((id) => entries.get(id) ?? [])
  const provenance = listed.some((entry) => entry.provenance === 'synthetic') ? manifest.provenance : weakest(listed.map((entry) => entry.provenance))
  files.set(MANIFEST_PATH, new TextEncoder().encode(manifestText({ ...manifest, dataDate, provenance, files: listed })))
  return files
}

function textOf(target: Changes['changed'][number], values: Partial<DatasetValues>): string {
  if (target === 'baseline') return writeRows('baseline', values.baseline ?? [], 'internal')
  if (target === 'ledger') return writeRows('ledger', values.ledger ?? [], 'internal')
  return writeOne(target, values)
}

function writeOne<T extends FeatureTarget | 'proposed-sites'>(target: T, values: Partial<DatasetValues>): string {
  return writeFeatures(target, (values[target] ?? []) as FeatureRecords[T][], 'internal')
}

function dated(entry: ManifestFile, values: Partial<DatasetValues>, replaced: readonly ImportTarget[], dataDate: Day): ManifestFile {
  const target = entry.id as ImportTarget
  const day = target === 'ledger' ? dataDate : entry.dataDate
  if (!isFeatureTarget(target)) return { ...entry, dataDate: day, provenance: replaced.includes(target) ? 'reported' : entry.provenance }
  const records: readonly { provenance: Provenance }[] = values[target] ?? []
  return { ...entry, dataDate: day, provenance: records.length === 0 ? entry.provenance : weakest(records.map((record) => record.provenance)) }
}

function weakest(provenances: readonly Provenance[]): Provenance {
  return STRENGTH.find((one) => provenances.includes(one)) ?? 'reported'
}
