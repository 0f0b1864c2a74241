import type { LandInput } from '@/analysis/land/land-input'
import { assembleLand, LAND_DATA } from '@/data/assemble-land'
import type { DatasetValues } from '@/data/read-dataset'
import type { LandRules } from '@/domain/land-rules'
import type { Manifest } from '@/domain/manifest'
import type { SpareSpace } from '@/domain/place'

/** What the page has read, as far as finding land is concerned. */
export interface ReadData {
  values: Partial<DatasetValues>
  manifest: Manifest | null
  isSynthetic: boolean
}

/**
 * What the worker is given. Null without manifest or plan.
 *
 * @param rules - With the planner's changes; null: as in the folder.
 */
export function landInput({ values, manifest, isSynthetic }: ReadData, rules: LandRules | null, drawn: readonly SpareSpace[]): LandInput | null {
  if (!manifest) return null
  const used = manifest.files.filter(({ id }) => LAND_DATA.includes(id) && values[id] !== undefined)
  return assembleLand({
    values, rules, drawn, dataDate: manifest.dataDate, isSynthetic, hashes: Object.fromEntries(used.map(({ id, sha256 }) => [id, sha256])),
  })
}
