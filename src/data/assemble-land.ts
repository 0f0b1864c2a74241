import type { LandInput } from '@/analysis/land/land-input'
import { PROGRAM } from '@/analysis/land/program'
import { BUILT_IN_RULES } from '@/analysis/siting/built-in-rules'
import { listRuleChanges } from '@/analysis/siting/change-rules'
import type { DatasetValues } from '@/data/read-dataset'
import { formatDay, type Day } from '@/domain/day'
import type { LandRules } from '@/domain/land-rules'
import type { DatasetId } from '@/domain/manifest'
import type { SpareSpace } from '@/domain/place'

/** What finding land is computed from. The plan comes first: its bounds say where everything else may lie; it alone is indispensable. */
export const LAND_DATA: readonly DatasetId[] = [
  'plan', 'communities', 'buildings', 'roads', 'railways', 'water', 'context-buildings', 'spare-spaces', 'facilities', 'residences', 'hazards',
  'gates', 'land-rules',
]

export interface LandParts {
  /** What was read; a file that is missing, or could not be used, is not in it. */
  values: Partial<DatasetValues>
  /** Null: those of the folder, or the built-in ones. */
  rules?: LandRules | null
  /** Spaces drawn by hand, beside those of the folder. */
  drawn?: readonly SpareSpace[]
  dataDate: Day | null
  isSynthetic: boolean
  /** SHA-256 of the files that were read. */
  hashes: Readonly<Partial<Record<DatasetId, string>>>
}

/** Put the files that were read into what the analysis takes, the same for page and terminal. Null without a plan. */
export function assembleLand({ values, rules = null, drawn = [], dataDate, isSynthetic, hashes }: LandParts): LandInput | null {
  const { plan } = values
  if (!plan) return null
  const own = rules ?? values['land-rules'] ?? null
  return {
    defaults: plan.demandDefaults, bounds: plan.bounds,
    communities: values.communities ?? [], buildings: values.buildings ?? [], residences: values.residences ?? [],
    roads: values.roads ?? [], railways: values.railways ?? [], water: values.water ?? [],
    facilities: values.facilities ?? null, hazards: values.hazards ?? null, contextBuildings: values['context-buildings'] ?? null,
    gates: values.gates ?? null, spaces: [...values['spare-spaces'] ?? [], ...drawn],
    rules: own ?? BUILT_IN_RULES, areRulesBuiltIn: own === null,
    provenance: {
      program: PROGRAM, dataDate: dataDate === null ? null : formatDay(dataDate), isSynthetic,
      ruleChanges: rules ? listRuleChanges(values['land-rules'] ?? BUILT_IN_RULES, rules) : [],
      drawn: drawn.map(({ id, kind, geometry }) => ({ id, kind, geometry })),
      data: Object.fromEntries(Object.entries(hashes).sort(([a], [b]) => (a < b ? -1 : 1))),
      disclaimer: '辅助分析，不作为规划许可依据',
    },
  }
}
