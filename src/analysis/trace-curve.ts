import type { IndexedCommunity, ProgrammeIndex } from '@/analysis/index-programme'
import { measureCommunity } from '@/analysis/measure-community'
import { measureGroup } from '@/analysis/measure-progress'
import { plannedShareOn } from '@/analysis/planned-share'
import type { Day } from '@/domain/day'
import type { CommunityProgress, Weighting } from '@/domain/progress'

/** One point of a plan-and-actual curve. */
export interface CurvePoint {
  day: Day
  plannedShare: number
  /** Null after the last day that is asked about, and where nothing is known. */
  actualShare: number | null
}

/** Days from first to last with a step, the last always among them. */
function daysBetween(first: Day, last: Day, stepDays: number): Day[] {
  const days: Day[] = []
  for (let day = first; day < last; day += stepDays) days.push(day)
  return [...days, last]
}

/** Planned and actual share of one community, actual up to `until`. */
export function traceCommunity(indexed: IndexedCommunity, index: ProgrammeIndex, first: Day, last: Day, until: Day, stepDays = 3): CurvePoint[] {
  return withDay(daysBetween(first, last, stepDays), until, first, last).map((day) =>
    day <= until ? pointOf(day, measureCommunity(indexed, index.plan, day)) : { day, plannedShare: plannedOf(indexed, day), actualShare: null },
  )
}

/** Planned and actual share of the given communities together, actual up to `until`. */
export function traceGroup(
  members: readonly IndexedCommunity[],
  index: ProgrammeIndex,
  weighting: Weighting,
  first: Day,
  last: Day,
  until: Day,
  stepDays = 7,
): CurvePoint[] {
  const communities = members.map(({ community }) => community)
  return withDay(daysBetween(first, last, stepDays), until, first, last).map((day) => {
    const progress = new Map<string, CommunityProgress>(members.map((m) => [m.community.id, measureCommunity(m, index.plan, day)]))
    const point = pointOf(day, measureGroup('curve', communities, progress, weighting))
    return day <= until ? point : { ...point, actualShare: null }
  })
}

function withDay(days: Day[], day: Day, first: Day, last: Day): Day[] {
  if (day < first || day > last || days.includes(day)) return days
  return [...days, day].sort((a, b) => a - b)
}

function pointOf(day: Day, { plannedShare, actualShare }: { plannedShare: number; actualShare: number | null }): CurvePoint {
  return { day, plannedShare, actualShare }
}

function plannedOf({ items, totalWeight }: IndexedCommunity, day: Day): number {
  if (totalWeight <= 0) return 0
  return items.reduce((sum, { row }) => sum + row.weight * plannedShareOn(day, row.plannedStart, row.plannedFinish), 0) / totalWeight
}
