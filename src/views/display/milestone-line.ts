import type { Day } from '@/domain/day'
import type { Milestone } from '@/domain/plan'

/** Milestones of one date on the line of the plan. */
export interface MilestoneStop {
  on: Day
  milestones: readonly Milestone[]
  /** Due on or before the day, the first after it, or later. */
  state: 'past' | 'next' | 'coming'
  isAssumed: boolean
}

/** The plan's milestones along a line: one stop per date, in order of time. */
export function milestoneLine(milestones: readonly Milestone[], day: Day): MilestoneStop[] {
  const dates = [...new Set(milestones.map(({ plannedOn }) => plannedOn))].sort((a, b) => a - b)
  const next = dates.find((on) => on > day)
  return dates.map((on) => {
    const own = milestones.filter(({ plannedOn }) => plannedOn === on)
    return { on, milestones: own, state: on <= day ? 'past' : on === next ? 'next' : 'coming', isAssumed: own.every(({ assumed }) => assumed) }
  })
}
