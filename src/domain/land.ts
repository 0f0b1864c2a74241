import type { MultiLineString, MultiPolygon, Polygon, Position } from 'geojson'
import type { AgeGroup, CriterionId, CriterionSetting } from '@/domain/land-rules'
import type { FacilityType, SpareSpaceKind, Tenure } from '@/domain/place'

/** Words of finding land: what is asked, and what is answered. */

/** How distance is measured: along streets on foot (default), or the WGS84 geodesic as the crow flies. */
export const DISTANCE_MODES = ['walk', 'line'] as const
export type DistanceMode = (typeof DISTANCE_MODES)[number]

/** What the planner asks. */
export interface LandQuestion {
  facilityType: FacilityType
  mode: DistanceMode
  /** Longest way, m; a building is within reach when distance ≤ radius. */
  radiusM: number
  /** Fragments at most this far apart are put together, m. */
  gapM: number
  /** A site needs this much land, or this much floor area in rooms, m². */
  minLandAreaM2: number
  minFloorAreaM2: number
  minWidthM: number
  /** Number of sites to choose. */
  siteCount: number
  criteria: Readonly<Record<CriterionId, CriterionSetting>>
  /** True: a chosen site serves at most as many people as its floor area allows. */
  isCapacityLimited: boolean
  /** Ids of sites that must, or must not, be among the chosen. */
  mustInclude: readonly string[]
  mustExclude: readonly string[]
  /** Wanted share of the people, 0…1, for the smallest number of sites; null: not asked. */
  wantedShare: number | null
}

/** What a rule found: which one, by how much. `actual` and `limit` are in `unit`, or words of a vocabulary. */
export interface RuleFinding {
  ruleId: RuleId
  /** Space or site. */
  id: string
  isHard: boolean
  actual: number | string | null
  limit: number | string | null
  unit: 'm2' | 'm' | 'year' | 'storey' | 'code' | 'tenure' | 'facility'
  /** How far from passing, in `unit`; null if that has no amount. */
  missingBy: number | null
  /** What stands in the way: hazard, facility or road; null if nothing does. */
  because: string | null
}

export const RULE_IDS = [
  'land-use', 'tenure', 'availability', 'storey', 'hazard', 'neighbour', 'min-area', 'min-width', 'outside-area', 'invalid-shape',
] as const
export type RuleId = (typeof RULE_IDS)[number]

/** Fact that is missing: the site stays unscored and says which. */
export const FACTS = ['landUseCode', 'tenure', 'storey', 'floorAreaM2', 'availableYears', 'reach', 'hazard', 'sun', 'shortfall'] as const
export type Fact = (typeof FACTS)[number]

/** Contact with the communities (与小区关系): 边角地, 夹心地, 插花地, 小区内, 独立. */
export const CONTACTS = ['edge', 'enclosed', 'interleaved', 'inside', 'apart'] as const
export type Contact = (typeof CONTACTS)[number]

/** Fragments put together (拼合地块), or one space alone. */
export interface Site {
  /** Part ids, sorted and joined by `+`, so that it does not depend on order. */
  id: string
  partIds: readonly string[]
  /** Name of its largest part. */
  name: string
  kinds: readonly SpareSpaceKind[]
  tenures: readonly Tenure[]
  /** Sum of its parcels and cleared ground, m²; the gaps between them are never counted. */
  landAreaM2: number
  /** Ground between the parts that belongs to neither, m². */
  gapAreaM2: number
  /** Usable floor area of its rooms, m²; 0 without rooms, null if a room's is unknown. */
  floorAreaM2: number | null
  /** Diameter of the largest circle inside one part, m. */
  widthM: number
  /** Polsby–Popper of the largest part: 4πA/P², 1 for a circle. */
  compactness: number
  /** Number of right holders (权利人); null if one is unknown. */
  holderCount: number | null
  contact: Contact
  /** The ground between linked parts, for the map. */
  gaps: readonly Polygon[]
  /** Widest gap that had to be bridged, m; 0 for one part. */
  widestGapM: number
}

/** One criterion of one site: in its own unit, as share of its bounds, and what it adds to the score. */
export interface Contribution {
  criterion: CriterionId
  /** In the criterion's unit; null: missing. */
  value: number | null
  /** 0…1, clamped; null: missing. */
  clampedShare: number | null
  /** Points of 100. */
  points: number
}

export interface SiteFit {
  formId: string
  /** Floor area the site can hold (可建建筑面积), m²; null if unknown. */
  floorAreaM2: number | null
  neededFloorAreaM2: number
  /** ≥ 0 fits, < 0 short by so much; null if unknown. */
  spareFloorAreaM2: number | null
}

/** Weight range within which the first place holds, all other weights kept. */
export interface WeightRange {
  criterion: CriterionId
  weight: number
  from: number
  /** Infinity (null in JSON) if no weight is too large. */
  to: number
}

export interface SiteAnswer extends Site {
  /** From 1; null if unscored. */
  rank: number | null
  /** 0…100; null if unscored. */
  score: number | null
  contributions: readonly Contribution[]
  missingFacts: readonly Fact[]
  /** Findings that do not exclude: advisory set-backs, codes to check, unknown facts. */
  advice: readonly RuleFinding[]
  /** People of the group in reach, and those of them not served by an existing facility. */
  reachedPeople: number
  newlyReachedPeople: number
  reachedHouseholds: number
  /** Mean walking minutes of the people reached; null if nobody is. */
  meanWalkMin: number | null
  /** Norm for the households in reach, m²; null without a norm. */
  normFloorAreaM2: number | null
  /** Of it not there today; null without a norm. */
  shortfallM2: number | null
  /** People it can serve by its floor area; null without a norm. */
  capacityPeople: number | null
  fits: readonly SiteFit[]
  /** Share of seeded random weights (±20 %) with which it is in the first three; null if unscored. */
  firstThreeShare: number | null
  isChosen: boolean
}

/** A space or an assembled site that is out, with every rule that put it out. */
export interface Exclusion {
  id: string
  partIds: readonly string[]
  name: string
  landAreaM2: number
  findings: readonly RuleFinding[]
}

/** One point of the curve: the best coverage with k sites. */
export interface CurvePoint {
  siteCount: number
  newlyCoveredPeople: number
  isProven: boolean
}

/** The smallest change that makes something possible. */
export interface Relaxation {
  kind: 'radius' | 'siteCount' | 'minLandArea' | 'gap'
  from: number
  to: number
  unit: 'm' | 'site' | 'm2'
  /** What it would give: newly covered people. */
  newlyCoveredPeople: number
}

export interface Choice {
  siteIds: readonly string[]
  newlyCoveredPeople: number
  /** No choice can cover more than this. */
  bound: number
  /** (bound − covered) / bound, 0 when proven. */
  gapShare: number
  isProven: boolean
  curve: readonly CurvePoint[]
  /** Fewest sites for the wanted share; null if not asked or impossible. */
  fewestSites: { wantedShare: number; siteCount: number | null; isProven: boolean } | null
  /** Why nothing, or not enough, can be chosen; null if all is well. */
  problem: 'no-sites' | 'nobody-new' | 'fewer-sites-than-asked' | 'share-not-reached' | 'conflict' | null
  relaxations: readonly Relaxation[]
}

/** People of the asked group. */
export interface Coverage {
  people: number
  coveredPeople: number
}

/** What a community gets (小区服务情况). */
export interface CommunityAnswer {
  communityId: string
  people: number
  servedBeforePeople: number
  servedAfterPeople: number
  /** Site or facility nearest to most of its people after the choice; null if none can be reached. */
  nearestId: string | null
  nearestKind: 'site' | 'facility' | null
  nearestDistanceM: number | null
  nearestMin: number | null
}

/** Something the reader has to know about the whole answer. */
export interface LandNote {
  code: 'no-roads' | 'no-residents' | 'no-spaces' | 'no-facilities' | 'unroutable' | 'roads-blocked' | 'facility-capacity-unknown'
    | 'facility-area-unknown' | 'weights-zero' | 'sites-fewer' | 'invalid-space' | 'outside-space' | 'rules-built-in' | 'no-heights' | 'no-buildings'
    | 'invalid-feature' | 'no-gates' | 'unknown-site' | 'capacity-without-norm'
  params: Readonly<Record<string, string | number>>
}

/** Who made this answer, from what. No clock: the same question gives the same bytes. */
export interface LandProvenance {
  program: string
  dataDate: string | null
  isSynthetic: boolean
  /** SHA-256 per dataset. */
  data: Readonly<Record<string, string>>
  /** Rules that differ from those of the folder, and where spaces were drawn by hand: parameters like the question. */
  ruleChanges: readonly (readonly [path: string, value: string | number | boolean])[]
  drawn: readonly { id: string; kind: SpareSpaceKind; geometry: Polygon | MultiPolygon }[]
  disclaimer: '辅助分析，不作为规划许可依据'
}

/** Per demand point (residential building), in the order of `ids`. */
export interface DemandAnswer {
  ids: readonly string[]
  positions: readonly Position[]
  communityIds: readonly (string | null)[]
  people: Float64Array
  households: Float64Array
  /** To the nearest existing facility; Infinity if none can be reached. */
  distanceBeforeM: Float64Array
  /** To the nearest existing facility or chosen site. */
  distanceAfterM: Float64Array
  /** 1 if an existing facility, or afterwards a chosen site, is within the radius. */
  isServedBefore: Uint8Array
  isServedAfter: Uint8Array
  /** Index into `answer.choice.siteIds`, or −1 (existing or none). */
  nearestChosen: Int32Array
  /** 1 if it cannot be connected to a street. */
  isUnroutable: Uint8Array
  /** 2SFCA of the existing facilities: places per person of the group; NaN without known capacity. */
  accessibility: Float64Array
}

export interface LandAnswer {
  question: LandQuestion
  provenance: LandProvenance
  notes: readonly LandNote[]
  /** What was really measured: `line` if there are no roads. */
  mode: DistanceMode
  group: AgeGroup
  /** Best first, unscored last. */
  sites: readonly SiteAnswer[]
  exclusions: readonly Exclusion[]
  weightRanges: readonly WeightRange[]
  before: Coverage
  after: Coverage
  choice: Choice
  communities: readonly CommunityAnswer[]
  demand: DemandAnswer
  unroutableIds: readonly string[]
}

/** How far people walk to a site within each band (步行等时圈), along the streets that were reached. */
export interface Isochrone {
  siteId: string
  /** Widest first. */
  bands: readonly {
    maxM: number
    minutes: number
    /** Ground within reach: streets reached and what lies beside them. */
    area: MultiPolygon
    /** The reached pieces of street, cut where the distance ends. */
    streets: MultiLineString
  }[]
}
