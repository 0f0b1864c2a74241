import { SMALLEST_TOLD_COUNT } from '@/analysis/publication/suppress-counts'

export interface ToldReach {
  reachedPeople: number | null
  newlyReachedPeople: number | null
}

/**
 * What may be told of the people a site reaches: whole persons, nothing below 10.
 *
 * People reached already are never told, but they are the difference: if it is small, only the newly reached are told,
 * because they are what a proposed site is for. What was told once may be told again: nothing more is left out then.
 *
 * @param reached - People in reach, an estimate with decimals; null if unknown.
 * @param newlyReached - Those of them whom nothing reaches today; null if unknown.
 */
export function tellReach(reached: number | null, newlyReached: number | null): ToldReach {
  const whole = toldAlone(reached)
  const wholeNew = toldAlone(newlyReached)
  const isDifferenceTold = whole === null || wholeNew === null || whole - wholeNew >= SMALLEST_TOLD_COUNT
  return { reachedPeople: isDifferenceTold ? whole : null, newlyReachedPeople: wholeNew }
}

function toldAlone(people: number | null): number | null {
  const whole = people === null ? null : Math.round(people)
  return whole === null || whole < SMALLEST_TOLD_COUNT ? null : whole
}
