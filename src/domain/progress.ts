import type { Day } from '@/domain/day'
import type { ItemClass } from '@/domain/plan'

/** Words of progress: the answers computed for one chosen day. Shares are 0…1, null means not known. */

/** Stage (阶段) of a community: 未启动, 前期手续, 在施, 已完工, 已验收. */
export const STAGES = ['notStarted', 'preparation', 'underConstruction', 'finished', 'accepted'] as const
export type Stage = (typeof STAGES)[number]

/** Lamp (亮灯): 正常, 预警, 滞后; later in this list is worse. */
export const LAMPS = ['normal', 'warning', 'late'] as const
export type Lamp = (typeof LAMPS)[number]

/** By what communities count in a mean (权重口径): 按面积, 按户数, 按小区数. */
export const WEIGHTINGS = ['floorArea', 'households', 'communities'] as const
export type Weighting = (typeof WEIGHTINGS)[number]

/** A planned share beside the actual one. */
export interface ShareComparison {
  /** Of everything in the plan. */
  plannedShare: number
  /** Of what is known; null if nothing is known. */
  actualShare: number | null
  /** Planned share of the same things that `actualShare` is made of; equal to `plannedShare` if nothing is missing. */
  comparablePlannedShare: number | null
  /** `comparablePlannedShare` − `actualShare`: positive is behind plan. */
  gapShare: number | null
  /** Schedule performance index (SPI): actual / comparable planned; null if nothing was planned yet. */
  spi: number | null
}

export interface ItemProgress {
  itemCode: string
  /** Importance within the community; all items of a community sum to 1. */
  weightShare: number
  plannedStart: Day
  plannedFinish: Day
  /** Re-planned finish, the latest of its buildings; the baseline stays what it was. */
  replannedFinish: Day | null
  /** `replannedFinish` − `plannedFinish`, days. */
  slipDays: number | null
  plannedShare: number
  actualShare: number | null
  /** Earned-schedule delay in days, 0 if on time or finished; null if not known. */
  behindDays: number | null
  lastReportedOn: Day | null
  /** Building items: how many of the buildings have a known share. Null for other items. */
  knownBuildings: number | null
}

export interface MilestoneProgress {
  code: string
  plannedOn: Day
  reachedOn: Day | null
  /** Days after plan it was reached, or is overdue on the chosen day; negative is early; null if not yet due. */
  lateDays: number | null
}

/** Why a lamp is not normal. */
export type LampCause =
  | { kind: 'item'; itemCode: string; gapShare: number; behindDays: number }
  | { kind: 'milestone'; code: string; overdueDays: number }

/** How many items of a class a community has selected and finished, of all items of the class in the catalogue. */
export interface ClassCount {
  selected: number
  finished: number
  catalogue: number
}

export interface CommunityProgress extends ShareComparison {
  communityId: string
  stage: Stage
  /** Day of the stop that is still in force; null if work goes on. */
  stoppedSince: Day | null
  startedOn: Day | null
  finishedOn: Day | null
  acceptedOn: Day | null
  /** Highest class with a selected item (主类别); null if the community has no item. */
  mainClass: ItemClass | null
  classCounts: Record<ItemClass, ClassCount>
  /** Null if nothing was ever reported, or no share is known and no milestone is late. */
  lamp: Lamp | null
  cause: LampCause | null
  /** Earned-schedule delay of the whole community, days. */
  behindDays: number | null
  items: ItemProgress[]
  /** Items that are due and have no report. */
  missingItemCodes: string[]
  milestones: MilestoneProgress[]
  lastReportedOn: Day | null
  /** Days without a report if that is too long (久未填报), else null. */
  silentDays: number | null
}

export interface BuildingProgress extends ShareComparison {
  buildingId: string
  communityId: string
  /** True if the building has no item of its own and shows the share of its community. */
  usesCommunityShare: boolean
  items: { itemCode: string; plannedShare: number; actualShare: number | null }[]
  isFinished: boolean
}

/** A district or the whole programme. */
export interface GroupProgress extends ShareComparison {
  /** District id, or `programme`. */
  id: string
  weighting: Weighting
  communityIds: string[]
  /** Members without any known share: left out of the actual mean. */
  unreportedIds: string[]
}

/** Rate (率) with its numerator's members and its denominator from the plan; may exceed 1. */
export interface Rate {
  ids: string[]
  denominator: number
  share: number | null
}

/** 开工率, 完工率, 竣工验收率 by communities, and finished buildings. */
export interface Rates {
  started: Rate
  finished: Rate
  accepted: Rate
  buildingsFinished: Rate
}

/** All figures of one day. */
export interface ProgrammeProgress {
  day: Day
  weighting: Weighting
  programme: GroupProgress
  districts: GroupProgress[]
  communities: ReadonlyMap<string, CommunityProgress>
  buildings: ReadonlyMap<string, BuildingProgress>
  rates: Rates
}

/** What happened between two days, with the names behind it. */
export interface ProgressChange {
  from: Day
  to: Day
  /** Programme share gained; null if either is not known. */
  gainedShare: number | null
  started: string[]
  finished: string[]
  accepted: string[]
  buildingsFinished: string[]
  newlyLate: string[]
  newlyWarning: string[]
  /** Late before, only a warning now. */
  eased: string[]
  /** Late or warning before, normal now. */
  recovered: string[]
  newlyStopped: string[]
}

/** A breach of 先地下后地上 in one community. */
export interface SequenceConflict {
  communityId: string
  /** `early`: surface begun while an underground item was open. `redug`: underground work went on after the surface was finished. */
  kind: 'early' | 'redug'
  /** The item that had to wait. */
  itemCode: string
  /** The item that had to be finished first. */
  prerequisiteCode: string
  since: Day
  /** Share of the prerequisite when the item began (`early`) or was finished (`redug`); null if it had no report then. */
  prerequisiteShare: number | null
  /** True while the prerequisite is still not finished on the chosen day. */
  isOpen: boolean
}
