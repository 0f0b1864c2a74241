import type { LandProvenance } from '@/domain/land'
import type { LandRules } from '@/domain/land-rules'
import type { DemandDefaults } from '@/domain/plan'
import type { ContextBuilding, Facility, Gate, Hazard, Railway, Residence, Road, SpareSpace, Water } from '@/domain/place'
import type { Building, Community } from '@/domain/programme'

/** Everything finding land is computed from. `null`: the file is not there, which is not the same as empty. */
export interface LandInput {
  defaults: DemandDefaults
  /** West, south, east, north of the plan; spaces outside are left out and named. */
  bounds: readonly [number, number, number, number] | null
  communities: readonly Community[]
  buildings: readonly Building[]
  residences: readonly Residence[]
  roads: readonly Road[]
  railways: readonly Railway[]
  water: readonly Water[]
  facilities: readonly Facility[] | null
  hazards: readonly Hazard[] | null
  /** Heights around, for the sun; null: unknown. */
  contextBuildings: readonly ContextBuilding[] | null
  gates: readonly Gate[] | null
  spaces: readonly SpareSpace[]
  rules: LandRules
  /** True if the folder has no rules of its own. */
  areRulesBuiltIn: boolean
  provenance: LandProvenance
}
