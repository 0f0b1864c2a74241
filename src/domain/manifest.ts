import type { Day } from '@/domain/day'
import type { Provenance } from '@/domain/programme'

/** The datasets of a `geodata` folder. The first five are needed; the map can live without the others. */
export const CORE_DATASETS = ['plan', 'communities', 'buildings', 'baseline', 'ledger'] as const
export const TOWN_DATASETS = [
  'roads', 'railways', 'water', 'greens', 'blocks', 'context-buildings', 'landmarks',
] as const
export const LAND_DATASETS = ['spare-spaces', 'facilities', 'residences', 'hazards', 'gates', 'land-rules'] as const
export const SHOW_DATASETS = ['proposed-sites', 'tour'] as const
export const DATASETS = [...CORE_DATASETS, ...TOWN_DATASETS, ...LAND_DATASETS, ...SHOW_DATASETS] as const
export type DatasetId = (typeof DATASETS)[number]

/** What a public edition holds; of these only the public fields. Everything else stays with the bureau. */
export const PUBLIC_DATASETS: readonly DatasetId[] = [...CORE_DATASETS, ...TOWN_DATASETS, 'facilities', ...SHOW_DATASETS]

/** Who may see a file or field: `public` may be published, `internal` may not. */
export const AUDIENCES = ['public', 'internal'] as const
export type Audience = (typeof AUDIENCES)[number]

/** One file of a `geodata` folder, as promised by its manifest. */
export interface ManifestFile {
  id: DatasetId
  /** Relative to the manifest, no `..`. */
  path: string
  bytes: number
  /** Lower-case hexadecimal, 64 digits. */
  sha256: string
  audience: Audience
  provenance: Provenance
  /** Day the content speaks of (数据截止). */
  dataDate: Day
}

export interface Manifest {
  format: 'renovation-geodata'
  version: 1
  /** Data date of the whole folder: no screen shows figures later than this. */
  dataDate: Day
  provenance: Provenance
  /** Attribution to print on the map, plain text. */
  attribution: string
  files: readonly ManifestFile[]
}
