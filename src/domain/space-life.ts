/** How far a space has come (空间进展): 候选, 已核查, 已申请, 已批准, 已建成; later in this list is further. */
export const SPACE_STAGES = ['candidate', 'checked', 'applied', 'approved', 'built'] as const
export type SpaceStage = (typeof SPACE_STAGES)[number]

/** One step of a space, as somebody noted it. */
export interface SpaceStep {
  stage: SpaceStage
  /** `YYYY-MM-DD`. */
  date: string
  remark: string
}
