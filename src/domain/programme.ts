import type { MultiPolygon, Polygon } from 'geojson'
import type { Day } from '@/domain/day'
import type { Plan } from '@/domain/plan'

/** Where a fact comes from. `synthetic` data must be marked on screen, print and export. */
export const PROVENANCES = ['synthetic', 'official', 'surveyed', 'reported'] as const
export type Provenance = (typeof PROVENANCES)[number]

/** Who looks after a community before the works (物业服务). */
export const PROPERTY_SERVICES = ['none', 'self', 'market', 'municipal'] as const
export type PropertyService = (typeof PROPERTY_SERVICES)[number]

/** Community (小区), one project of the plan. Its figures are the ledger's own, not sums. */
export interface Community {
  id: string
  name: string
  districtId: string
  /** Neighbourhood committee (社区). */
  neighbourhood: string
  showcase: boolean
  builtYear: number | null
  buildingCount: number
  /** Null only in a public edition: too few to be told. */
  households: number | null
  floorAreaM2: number
  propertyService: PropertyService | null
  provenance: Provenance
  geometry: Polygon | MultiPolygon
}

/** Building (楼栋) of a community. */
export interface Building {
  id: string
  communityId: string
  /** As on the door: 1号楼. */
  name: string
  floors: number
  /** Stairwells (单元). */
  stairwells: number
  /** Null only in a public edition, which counts nobody by building. */
  households: number | null
  floorAreaM2: number
  heightM: number
  builtYear: number | null
  provenance: Provenance
  geometry: Polygon | MultiPolygon
}

/** One row of the frozen baseline (基线): an item of a community, when it is planned and how much it counts. */
export interface BaselineRow {
  communityId: string
  itemCode: string
  plannedStart: Day
  plannedFinish: Day
  /** Importance within its community, > 0; only ratios matter. */
  weight: number
}

/** Kind of a report (填报类型): 进度, 节点, 调整计划, 停工, 复工, 更正, 备注. */
export const REPORT_KINDS = ['progress', 'milestone', 'replan', 'stop', 'resume', 'correction', 'remark'] as const
export type ReportKind = (typeof REPORT_KINDS)[number]

/** True for the reports that say how much of an item is done. */
export const tellsShare = (kind: ReportKind): boolean => kind === 'progress' || kind === 'correction'

/**
 * One row of the append-only ledger (台账).
 *
 * | kind | subject | doneShare | date |
 * | --- | --- | --- | --- |
 * | progress | item code | share done 0…1, cumulative | null |
 * | milestone | milestone code | null | day it was reached |
 * | replan | item code | null | new planned finish; the baseline stays |
 * | stop, resume | null | null | day of the stop or resumption |
 * | correction | item code | share done as it really is, may be lower than before | null |
 * | remark | null | null | null; only its note counts |
 */
export interface Report {
  /** Row number in its file, header = 1, so that a finding can name it. */
  row: number
  reportedOn: Day
  communityId: string
  /** Set exactly if the subject is an item whose scope is the building. */
  buildingId: string | null
  kind: ReportKind
  subject: string | null
  doneShare: number | null
  date: Day | null
  note: string
}

/** All that progress figures are computed from. */
export interface Programme {
  plan: Plan
  communities: readonly Community[]
  buildings: readonly Building[]
  baseline: readonly BaselineRow[]
  /** In any order. */
  reports: readonly Report[]
  /** Last day the ledger speaks of (数据截止). */
  dataDate: Day
  provenance: Provenance
}
