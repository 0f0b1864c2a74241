/** Scores from which the next colour of the ramp begins, of 100: five equal steps, the same in every answer. */
export const SCORE_LIMITS = [20, 40, 60, 80] as const

/** Which of the five colours of `MapPalette.site.score` a score has, from 0. */
export function scoreStep(score: number): 0 | 1 | 2 | 3 | 4 {
  return SCORE_LIMITS.filter((limit) => score >= limit).length as 0 | 1 | 2 | 3 | 4
}
