import type { Day } from '@/domain/day'

/**
 * Planned share of an item on a day: linear from 0 on its planned start to 1 on its planned finish.
 * An item planned for a single day is a step on that day.
 */
export function plannedShareOn(day: Day, plannedStart: Day, plannedFinish: Day): number {
  if (day >= plannedFinish) return 1
  if (day <= plannedStart) return 0
  return (day - plannedStart) / (plannedFinish - plannedStart)
}

/** What `earnedDay` needs of an item. */
export interface PlannedItem {
  plannedStart: Day
  plannedFinish: Day
  weight: number
}

/**
 * Earned schedule: the first moment at which the plan would have had `actualShare` done, in days
 * (fractional). The delay is the chosen day minus this.
 *
 * @param items - At least one; weights > 0. The planned curve is their weighted mean, piecewise linear.
 * @see Lipke (2003), Schedule is Different, The Measurable News 31(4): 31–34.
 */
export function earnedDay(actualShare: number, items: readonly PlannedItem[]): number {
  const totalWeight = items.reduce((sum, { weight }) => sum + weight, 0)
  const plannedOn = (day: number): number =>
    items.reduce((sum, item) => sum + item.weight * plannedShareOn(day, item.plannedStart, item.plannedFinish), 0) /
    totalWeight
  let low = Math.min(...items.map(({ plannedStart }) => plannedStart))
  let high = Math.max(...items.map(({ plannedFinish }) => plannedFinish))
  // The curve only rises, so whole days are found by halving and the rest by the straight line between them.
  if (actualShare <= 0) return low
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (plannedOn(middle) < actualShare) low = middle
    else high = middle
  }
  const [before, after] = [plannedOn(low), plannedOn(high)]
  return after > before ? low + Math.min(1, Math.max(0, (actualShare - before) / (after - before))) * (high - low) : high
}
