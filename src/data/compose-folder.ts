import { assembleProgramme, type CorePaths } from '@/data/assemble-programme'
import type { Bounds } from '@/data/check-coordinates'
import type { LoadFailure } from '@/data/fetch-bytes'
import { defaultPath } from '@/data/fields'
import { TOGETHER, type Folder } from '@/data/folder'
import { readLoaded, type Loaded, type LoadedBytes } from '@/data/load-dataset'
import type { DatasetValues } from '@/data/read-dataset'
import { MANIFEST_PATH } from '@/data/read-manifest'
import type { Finding } from '@/domain/finding'
import { CORE_DATASETS, type DatasetId, type Manifest, type ManifestFile } from '@/domain/manifest'
import type { Programme } from '@/domain/programme'

export interface FolderSource {
  manifest: Manifest
  manifestSha256: string
  manifestFindings: readonly Finding[]
  /** Datasets to read; those that the manifest does not list are left out, but for the core. */
  ids: readonly DatasetId[]
  /** The bytes of one file. */
  load: (file: ManifestFile) => Promise<LoadedBytes>
}

/** Enough for a fast line, and on a slow one no file waits so long for its turn that it seems to stall. */
const FILES_AT_ONCE = 3

/** Read the asked files of a folder, the plan before the others, and put the programme together. */
export async function composeFolder({ manifest, manifestSha256, manifestFindings, ids, load }: FolderSource): Promise<Folder> {
  const findings = new Map<string, readonly Finding[]>([[MANIFEST_PATH, manifestFindings]])
  const failures: LoadFailure[] = []
  const values: Partial<Record<DatasetId, unknown>> & Partial<DatasetValues> = {}

  async function readOne(file: ManifestFile): Promise<void> {
    const { bytes, findings: found, failure } = await load(file)
    const read = bytes ? readSafely(file, bytes, values.plan?.bounds ?? null) : { value: null, findings: found, failure }
    findings.set(file.path, read.findings)
    if (read.failure) failures.push(read.failure)
    else Object.assign(values, { [file.id]: read.value })
  }

  // What the manifest says wrongly may be an entry that is left out: then nothing proves that the rest is all.
  if (manifestFindings.some(({ severity }) => severity === 'error')) {
    failures.push({ code: 'invalid', file: MANIFEST_PATH, params: { code: manifestFindings[0]!.code, findings: manifestFindings.length } })
  }
  const files = manifest.files.filter(({ id }) => ids.includes(id))
  for (const id of CORE_DATASETS) {
    if (!files.some((file) => file.id === id)) failures.push({ code: 'missing', file: defaultPath(id), params: {} })
  }
  // The plan knows the bounds in which everything else must lie; without it there is nothing to show.
  const plan = files.find(({ id }) => id === 'plan')
  if (plan) await readOne(plan)
  if (values.plan) await eachOf(files.filter((file) => file !== plan), readOne)

  let programme: Programme | null = null
  try {
    const together = assemble(manifest, values, findings)
    if (together) findings.set(TOGETHER, together.findings)
    programme = together?.value ?? null
  } catch (error) {
    failures.push(notReadable(plan?.path ?? MANIFEST_PATH, error))
  }
  return { manifest, manifestSha256, values, programme, findings, failures }
}

/** Reading never throws for bad data; should it do so all the same, one file is lost and not the folder. */
function readSafely(file: ManifestFile, bytes: Uint8Array, bounds: Bounds | null): Loaded<unknown> {
  try {
    return readLoaded(file, bytes, bounds)
  } catch (error) {
    return { value: null, findings: [], failure: notReadable(file.path, error) }
  }
}

function notReadable(file: string, error: unknown): LoadFailure {
  return { code: 'invalid', file, params: { message: String(error) } }
}

/** Null without plan or communities: there is nothing to show then. */
function assemble(manifest: Manifest, values: Partial<DatasetValues>, findings: Folder['findings']): ReturnType<typeof assembleProgramme> | null {
  const { plan, communities, buildings = null, baseline = null, ledger = null } = values
  if (!plan || !communities) return null
  const { dataDate, provenance, files } = manifest
  const paths = Object.fromEntries(CORE_DATASETS.map((id) => [id, files.find((file) => file.id === id)?.path ?? id])) as CorePaths
  return assembleProgramme({
    plan, communities, buildings, baseline, reports: ledger, dataDate, provenance, paths, readFindings: [...findings.values()].flat(),
  })
}

async function eachOf<T>(items: readonly T[], run: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items]
  const lanes = Array.from({ length: FILES_AT_ONCE }, async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await run(item)
  })
  await Promise.all(lanes)
}
