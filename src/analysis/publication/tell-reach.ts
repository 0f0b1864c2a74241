import { SMALLEST_TOLD_COUNT } from '@/analysis/publication/suppress-counts'

export interface ToldReach {
  reachedPeople: number | null
  newlyReachedPeople: number | null
}

/**
 * What may be told of the people a site reaches: whole persons, nothing below 10.
 *
 * People reached already are never told, but they are the difference: if it is small, only the newly reached are told,
 * because they are what a proposed site is for.
 *
 * @param reached - People in reach, an estimate with decimals; null if unknown.
 * @param newlyReached - Those of them whom nothing reaches today; null if unknown.
 */
export function tellReach(reached: number | null, newlyReached: number | null): ToldReach {
  const whole = reached === null ? null : Math.round(reached)
  const wholeNew = newlyReached === null ? null : Math.round(newlyReached)
  const isSmall = (count: number) => count < SMALLEST_TOLD_COUNT
  if (whole === null || isSmall(whole)) return { reachedPeople: null, newlyReachedPeople: null }
  if (wholeNew === null || isSmall(wholeNew)) return { reachedPeople: whole, newlyReachedPeople: null }
  return { reachedPeople: isSmall(whole - wholeNew) ? null : whole, newlyReachedPeople: wholeNew }
}
