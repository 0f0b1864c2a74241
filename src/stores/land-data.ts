import type { LandInput } from '@/analysis/land/land-input'
import { PROGRAM } from '@/analysis/land/program'
import type { DatasetValues } from '@/data/read-dataset'
import { formatDay } from '@/domain/day'
import type { LandRules } from '@/domain/land-rules'
import type { DatasetId, Manifest } from '@/domain/manifest'
import type { SpareSpace } from '@/domain/place'

/** What finding land is computed from; only the plan is indispensable. */
export const LAND_NEEDS: readonly DatasetId[] = [
  'plan', 'communities', 'buildings', 'roads', 'railways', 'water', 'context-buildings', 'spare-spaces', 'facilities', 'residences', 'hazards',
  'gates', 'land-rules',
]

/** Put the files that were read into what the analysis takes. Null without a plan. */
export function landInput(
  { values, manifest, isSynthetic }: { values: Partial<DatasetValues>; manifest: Manifest | null; isSynthetic: boolean },
  rules: LandRules, areRulesBuiltIn: boolean, spaces: readonly SpareSpace[],
): LandInput | null {
  const { plan } = values
  if (!plan || !manifest) return null
  const used = manifest.files.filter(({ id }) => LAND_NEEDS.includes(id)).sort((a, b) => (a.id < b.id ? -1 : 1))
  return {
    defaults: plan.demandDefaults, bounds: plan.bounds,
    communities: values.communities ?? [], buildings: values.buildings ?? [], residences: values.residences ?? [],
    roads: values.roads ?? [], railways: values.railways ?? [], water: values.water ?? [],
    facilities: values.facilities ?? null, hazards: values.hazards ?? null, contextBuildings: values['context-buildings'] ?? null,
    gates: values.gates ?? null, spaces, rules, areRulesBuiltIn,
    provenance: {
      program: PROGRAM, dataDate: formatDay(manifest.dataDate), isSynthetic,
      data: Object.fromEntries(used.map(({ id, sha256 }) => [id, sha256])),
      disclaimer: '辅助分析，不作为规划许可依据',
    },
  }
}
