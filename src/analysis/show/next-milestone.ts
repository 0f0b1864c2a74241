import type { Day } from '@/domain/day'
import type { Milestone } from '@/domain/plan'
import type { Tour } from '@/domain/tour'

export interface Countdown {
  milestone: Milestone
  /** From the day asked about, 0 on the day itself. */
  inDays: number
}

/** The next milestone on or after a day, of those on the same day the first of the plan; null if all are past. */
export function nextMilestone(milestones: readonly Milestone[], day: Day): Countdown | null {
  let next: Milestone | null = null
  for (const milestone of milestones) {
    if (milestone.plannedOn >= day && (next === null || milestone.plannedOn < next.plannedOn)) next = milestone
  }
  return next && { milestone: next, inDays: next.plannedOn - day }
}

/**
 * The day a countdown begins with. A machine whose clock is before the figures is wrong.
 *
 * @param day - The day of the figures; the data date, unless a scene is of an earlier day.
 */
export function countdownDay({ countdownFrom }: Pick<Tour, 'countdownFrom'>, day: Day, today: Day): Day {
  return countdownFrom === 'dataDate' ? day : Math.max(day, today)
}
