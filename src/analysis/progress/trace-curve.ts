import type { IndexedCommunity } from '@/analysis/progress/index-programme'
import { measureShares } from '@/analysis/progress/measure-community'
import { measureGroup } from '@/analysis/progress/measure-progress'
import type { Day } from '@/domain/day'
import type { ShareComparison, Weighting } from '@/domain/progress'

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
export function traceCommunity(indexed: IndexedCommunity, first: Day, last: Day, until: Day, stepDays = 3): CurvePoint[] {
  return withDay(daysBetween(first, last, stepDays), until, first, last).map((day) => pointOf(day, measureShares(indexed, day), until))
}

/** Planned and actual share of the given communities together, actual up to `until`. */
export function traceGroup(
  members: readonly IndexedCommunity[],
  weighting: Weighting,
  first: Day,
  last: Day,
  until: Day,
  stepDays = 7,
): CurvePoint[] {
  const communities = members.map(({ community }) => community)
  return withDay(daysBetween(first, last, stepDays), until, first, last).map((day) => {
    const shares = new Map<string, ShareComparison>(members.map((member) => [member.community.id, measureShares(member, day)]))
    return pointOf(day, measureGroup('curve', communities, shares, weighting), until)
  })
}

function withDay(days: Day[], day: Day, first: Day, last: Day): Day[] {
  if (day < first || day > last || days.includes(day)) return days
  return [...days, day].sort((a, b) => a - b)
}

function pointOf(day: Day, { plannedShare, actualShare }: ShareComparison, until: Day): CurvePoint {
  return { day, plannedShare, actualShare: day <= until ? actualShare : null }
}
