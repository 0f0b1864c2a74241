import type { FACILITY_TYPES, FacilityType, HAZARD_KINDS, RoadClass, Tenure } from '@/domain/place'

/**
 * Rules of finding land (选址规则), all of them data: `geodata/land-rules.json`, editable in the planners' view.
 * Every number says where it comes from and how sure that is.
 */

/** Residents a facility is for (服务人群): 60 and older, under 3, everyone. */
export const AGE_GROUPS = ['aged60Plus', 'under3', 'all'] as const
export type AgeGroup = (typeof AGE_GROUPS)[number]

/** How sure a number is (依据状态): read in a stored page, from memory, or our own assumption. */
export const SOURCE_STATES = ['verified', 'fromMemory', 'assumption'] as const
export type SourceState = (typeof SOURCE_STATES)[number]

/** Where a rule comes from, as it is printed beside it. */
export interface Source {
  state: SourceState
  source: string
  sourceEn: string
}

export interface SourcedNumber extends Source {
  value: number
}

/** One size of a facility that a site may hold, for example 老年人日间照料中心 350 m². */
export interface FacilityForm extends Source {
  id: string
  name: string
  nameEn: string
  minFloorAreaM2: number
  maxFloorAreaM2: number | null
  /** Land it needs if built anew; null: follows from floor area, storeys and density. */
  minSiteAreaM2: number | null
}

/** What one type of facility needs and whom it is for. */
export interface FacilityStandard {
  type: FacilityType
  name: string
  nameEn: string
  /** The residents it is for. */
  group: AgeGroup
  /** Existing facilities of these types serve the same people. */
  servedBy: readonly FacilityType[]
  /** Service radius (服务半径), m. */
  radiusM: SourcedNumber
  /** Smallest land area of a new building, m². */
  minLandAreaM2: SourcedNumber
  /** Smallest usable floor area in existing rooms, m². */
  minFloorAreaM2: SourcedNumber
  /** Smallest inscribed width of the land, m. */
  minWidthM: SourcedNumber
  /** Norm of floor area per 100 households (每百户配建), m²; null if there is none. */
  per100HouseholdsM2: SourcedNumber | null
  /** Lowest and highest storey allowed; null: no limit. */
  minStorey: SourcedNumber
  maxStorey: SourcedNumber | null
  /** The space must be free for at least so many years; unlimited or unknown passes, unknown is told. */
  minAvailableYears: SourcedNumber
  forms: readonly FacilityForm[]
}

export const LAND_USE_VERDICTS = ['allowed', 'toCheck', 'forbidden'] as const

/** What a land-use code (用地用海分类) means for siting; the longest matching prefix counts. */
export interface LandUseRule extends Source {
  codePrefix: string
  name: string
  nameEn: string
  verdict: (typeof LAND_USE_VERDICTS)[number]
}

/** How hard a tenure makes it (协调难度), 0 easy … 1 hard. */
export interface TenureRule extends Source {
  tenure: Tenure
  difficulty: number
  isExcluded: boolean
}

/** Distance to keep from a hazard. */
export interface HazardRule extends Source {
  kind: (typeof HAZARD_KINDS)[number]
  /** Empty: all types. */
  facilityTypes: readonly (typeof FACILITY_TYPES)[number][]
  setbackM: number
  /** True: nearer excludes the space. False: it only lowers the score. */
  isHard: boolean
}

/** A facility that may not be next to another, as a market beside childcare. */
export interface NeighbourRule extends Source {
  facilityType: FacilityType
  neighbour: FacilityType
  distanceM: number
  isHard: boolean
}

export const CRITERIA = [
  'newlyReached', 'walkTime', 'areaFit', 'tenure', 'shortfall', 'hazard', 'sun',
] as const
/**
 * Criterion (评价指标) and its unit:
 * newlyReached people · walkTime mean minutes of those reached · areaFit floor area the site can hold, as a share of what its catchment asks for (the norm, at least the smallest facility) ·
 * tenure difficulty 0…1 · shortfall m² relieved · hazard m to the nearest hazard · sun share of the ground with noon sun at winter solstice.
 */
export type CriterionId = (typeof CRITERIA)[number]

/** Value at `worst` scores 0, at `best` 1, clamped between; `worst` may be the larger one. */
export interface CriterionSetting {
  weight: number
  worst: number
  best: number
}

export interface LandRules {
  title: string
  titleEn: string
  walkSpeedMPerMin: SourcedNumber
  /** Longest way between a building and its street; beyond it a building is unroutable. */
  maxConnectorM: SourcedNumber
  /** Storeys and density that turn land into floor area. */
  storeys: SourcedNumber
  densityShare: SourcedNumber
  assembly: Source & {
    gapM: number
    /** Roads of these classes keep fragments apart. */
    blockingRoadClasses: readonly RoadClass[]
    /** Fragments of these tenures cannot be put together. */
    incompatibleTenures: readonly (readonly [Tenure, Tenure])[]
  }
  facilities: readonly FacilityStandard[]
  landUses: readonly LandUseRule[]
  /** Verdict for a code that no prefix matches; a missing code is told as unknown and passes. */
  tenures: readonly TenureRule[]
  hazards: readonly HazardRule[]
  neighbours: readonly NeighbourRule[]
  criteria: Readonly<Record<CriterionId, CriterionSetting>>
  /** Demand per community where the plan's defaults are not right; null: default. */
  communityDemand: readonly CommunityDemand[]
}

export interface CommunityDemand {
  communityId: string
  personsPerHousehold: number | null
  share60Plus: number | null
  shareUnder3: number | null
}
