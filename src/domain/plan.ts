import type { Day } from '@/domain/day'

/** Words of the plan (实施方案): what was promised, by whom, by when. All of it is data in `plan.json`. */

/** Class of a renovation item (类别): 基础类, 完善类, 提升类; later in this list is higher. */
export const ITEM_CLASSES = ['basic', 'improved', 'enhanced'] as const
export type ItemClass = (typeof ITEM_CLASSES)[number]

/** What an item is done to (实施范围): 楼栋, 小区, 周边. */
export const ITEM_SCOPES = ['building', 'community', 'surroundings'] as const
export type ItemScope = (typeof ITEM_SCOPES)[number]

/** What reaching a milestone means for the stage of a community. */
export const MILESTONE_PHASES = ['preparation', 'start', 'finish', 'acceptance', 'handover'] as const
export type MilestonePhase = (typeof MILESTONE_PHASES)[number]

/** The four totals that are always shown together (四项总数). */
export interface ControlTotals {
  communities: number
  buildings: number
  households: number
  /** Building floor area (建筑面积), m². */
  floorAreaM2: number
}

/** District (街区), the unit that answers for its communities. */
export interface District {
  id: string
  name: string
  nameEn: string
}

export interface ItemClassInfo {
  id: ItemClass
  name: string
  nameEn: string
  /** The plan's verb: 应改尽改, 能改则改, 尽量改造. */
  verb: string
  verbEn: string
}

/** Renovation item (改造内容), one of the 36 of the catalogue. */
export interface Item {
  code: string
  name: string
  /** At most about six characters, for tables. */
  shortName: string
  nameEn: string
  class: ItemClass
  scope: ItemScope
  /** Unit of work of the item, as printed: ㎡, m, 处… */
  unit: string
  /** Who leads the work (牵头单位). */
  lead: string
  /** True if the words stand in the official plan; false if reconstructed. */
  inPlan: boolean
  underground: boolean
  /** Codes of the items that must be finished before this one begins (先地下后地上). */
  after: string[]
  /** True if residents must agree and have paid their part first. */
  needsConsent: boolean
}

/** Milestone (节点) with its date in the plan, the same for all communities. */
export interface Milestone {
  code: string
  name: string
  shortName: string
  nameEn: string
  phase: MilestonePhase
  plannedOn: Day
  /** Who answers for it (责任单位). */
  owner: string
  /** True if the date is not in the official plan but assumed. */
  assumed: boolean
}

/** When a lamp changes. Not prescribed anywhere, therefore editable data. */
export interface Thresholds {
  /** Behind plan by more than this share (0…1) is 预警. */
  warningGapShare: number
  /** Behind plan by more than this share (0…1) is 滞后. */
  lateGapShare: number
  /** A milestone overdue by more than this many days is 滞后. */
  lateOverdueDays: number
  /** No report for more than this many days is a warning of its own (久未填报). */
  silentDays: number
}

/** Defaults for counting people where no count exists (Shandong census 2020). Shares 0…1. */
export interface DemandDefaults {
  personsPerHousehold: number
  share60Plus: number
  share65Plus: number
  share0To14: number
  shareUnder3: number
}

export interface Plan {
  title: string
  titleEn: string
  /** Where the plan was published and when, as printed. */
  source: string
  /** Six-digit administrative code, 370784 for Anqiu. */
  adcode: string
  /** Area in which data may lie: west, south, east, north, degrees WGS84. */
  bounds: [number, number, number, number]
  controlTotals: ControlTotals
  /** Names of the showcase communities (精品小区), exactly as in the plan. */
  showcaseNames: string[]
  districts: District[]
  classes: ItemClassInfo[]
  /** Note to print with the item list while it is a reconstruction; empty if official. */
  itemsNote: string
  items: Item[]
  milestones: Milestone[]
  thresholds: Thresholds
  demandDefaults: DemandDefaults
  /** Map review number (审图号) to print; null until one is issued. */
  mapApprovalNumber: string | null
}
