import type { LineString, MultiPolygon, Point, Polygon } from 'geojson'
import type { Provenance } from '@/domain/programme'

/** Words for the town around the programme. Geometry is WGS84 lon/lat throughout. */

/** Road class (道路等级): 主干路, 次干路, 支路, 巷路. */
export const ROAD_CLASSES = ['arterial', 'secondary', 'local', 'lane'] as const
export type RoadClass = (typeof ROAD_CLASSES)[number]

/** Road centre line. Two roads that cross on the ground share a vertex there. */
export interface Road {
  id: string
  name: string | null
  class: RoadClass
  /** True if people may walk along it. */
  walkable: boolean
  /** True where it runs over water or rails. */
  bridge: boolean
  /** Kerb to kerb, m. */
  widthM: number
  provenance: Provenance
  geometry: LineString
}

export interface Railway {
  id: string
  name: string | null
  provenance: Provenance
  geometry: LineString
}

export const WATER_KINDS = ['river', 'lake', 'pond'] as const
export interface Water {
  id: string
  name: string | null
  kind: (typeof WATER_KINDS)[number]
  provenance: Provenance
  geometry: Polygon | MultiPolygon
}

export const GREEN_KINDS = ['park', 'bank', 'square', 'belt', 'field'] as const
export interface Green {
  id: string
  name: string | null
  kind: (typeof GREEN_KINDS)[number]
  provenance: Provenance
  geometry: Polygon | MultiPolygon
}

export const LAND_USES = ['residential', 'commercial', 'public', 'industrial', 'oldTown', 'green', 'vacant'] as const
export type LandUse = (typeof LAND_USES)[number]

/** Block (地块街坊) between roads. */
export interface Block {
  id: string
  landUse: LandUse
  provenance: Provenance
  geometry: Polygon
}

/** A building of the town that is not in the programme, drawn as grey context. */
export interface ContextBuilding {
  id: string
  heightM: number
  landUse: LandUse
  provenance: Provenance
  geometry: Polygon
}

/** Landmark (地名标志) whose name helps to find the way. */
export interface Landmark {
  id: string
  name: string
  nameEn: string
  kind: 'government' | 'school' | 'hospital' | 'station' | 'market' | 'park' | 'culture' | 'factory'
  provenance: Provenance
  geometry: Point
}

/** Residential building around the programme (周边居住楼): a facility serves its people too. */
export interface Residence {
  id: string
  name: string | null
  households: number
  /** Null: use the plan's default. */
  personsPerHousehold: number | null
  share60Plus: number | null
  shareUnder3: number | null
  provenance: Provenance
  geometry: Point
}

/** Kind of spare space (可挖潜空间): 地块, 存量用房, 拆违腾退空间. */
export const SPARE_SPACE_KINDS = ['parcel', 'room', 'cleared'] as const
export type SpareSpaceKind = (typeof SPARE_SPACE_KINDS)[number]

/** Tenure (权属): 国有划拨, 国有出让, 国有储备, 集体经营性, 集体其他, 单位自管, 业主共有, 待查. */
export const TENURES = [
  'stateAllocated', 'stateGranted', 'stateReserve', 'collectiveCommercial', 'collectiveOther', 'workUnit', 'ownersCommon', 'unknown',
] as const
export type Tenure = (typeof TENURES)[number]

/** How far a space has been verified (核查状态). */
export const SURVEY_STATES = ['unverified', 'desk', 'field', 'confirmed'] as const

export interface SpareSpace {
  id: string
  name: string
  kind: SpareSpaceKind
  /** Area in the register, m²; null if only drawn. The drawn area is measured. */
  registeredAreaM2: number | null
  /** Rooms only: usable floor area, m². */
  floorAreaM2: number | null
  /** Rooms only: storey, 1 = ground floor, −1 = basement. */
  storey: number | null
  tenure: Tenure
  /** Right holder (权利人); internal. */
  holder: string | null
  /** Code of present use in the national classification of land and sea use, for example 2301. */
  landUseCode: string | null
  plannedUseCode: string | null
  /** Community it lies in or belongs to; null if outside. */
  communityId: string | null
  /** Years it can be used; null if unknown or unlimited. */
  availableYears: number | null
  surveyState: (typeof SURVEY_STATES)[number]
  published: boolean
  provenance: Provenance
  geometry: Polygon | MultiPolygon
}

/** Type of facility (设施类型) for the old, the small and everyone. */
export const FACILITY_TYPES = [
  'elderlyCare', 'childcare', 'kindergarten', 'health', 'market', 'canteen', 'serviceCentre', 'fitness',
] as const
export type FacilityType = (typeof FACILITY_TYPES)[number]

export interface Facility {
  id: string
  name: string
  type: FacilityType
  /** Floor area, m²; null if unknown. */
  floorAreaM2: number | null
  /** Places or beds; null if unknown. */
  capacity: number | null
  provenance: Provenance
  geometry: Point
}

/** Gate of a community (小区出入口): where its residents come out to the street. */
export interface Gate {
  id: string
  communityId: string
  provenance: Provenance
  geometry: Point
}

/** Danger or nuisance that care facilities keep away from (危险源): only a position and a kind. */
export const HAZARD_KINDS = ['fuelStation', 'substation', 'powerLine', 'gasRegulator', 'wasteStation', 'dangerousGoods', 'crowdedMarket'] as const
export interface Hazard {
  id: string
  name: string | null
  kind: (typeof HAZARD_KINDS)[number]
  provenance: Provenance
  geometry: Point | LineString
}

/** A place where a new facility would stand (拟建点), as the planners give it to the public: put together from published spaces only. */
export interface ProposedSite {
  id: string
  name: string
  facility: FacilityType
  /** Ground of its parts, m²; null if it is rooms only. */
  landAreaM2: number | null
  /** People of the facility's age group within reach on foot; null if unknown, too few to be told, or if it would give too few away. */
  reachedPeople: number | null
  /** Those of them whom no existing facility reaches; null as above. */
  newlyReachedPeople: number | null
  /** Spaces it is put together from; internal. */
  spaceIds: string[]
  provenance: Provenance
  geometry: Polygon | MultiPolygon
}
