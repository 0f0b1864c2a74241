import type { LoadFailure } from '@/data/fetch-bytes'
import type { DatasetValues } from '@/data/read-dataset'
import type { Finding } from '@/domain/finding'
import { CORE_DATASETS, type Manifest } from '@/domain/manifest'
import type { Programme } from '@/domain/programme'

/** Source of findings about how files fit together, beside those of each file. */
export const TOGETHER = ''

/** A `geodata` folder that was read as one: all of its files belong to the same manifest. */
export interface Folder {
  manifest: Manifest
  /** SHA-256 of the bytes of the manifest; two folders with the same one are the same. */
  manifestSha256: string
  values: Partial<DatasetValues>
  /** Null if the plan or the communities are missing. */
  programme: Programme | null
  /** By the path of the file they are about, `TOGETHER` for those about several. */
  findings: ReadonlyMap<string, readonly Finding[]>
  /** The files that were asked for and could not be used; empty if the folder is complete. */
  failures: readonly LoadFailure[]
}

/** True if the five core files are all there: nothing about progress is then wrong for want of a file. */
export function hasCore({ values, programme }: Pick<Folder, 'values' | 'programme'>): boolean {
  return programme !== null && CORE_DATASETS.every((id) => values[id] !== undefined)
}
