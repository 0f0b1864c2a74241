import type { Contribution } from '@/domain/land'
import { CRITERIA } from '@/domain/land-rules'
import type { CriterionId, CriterionSetting } from '@/domain/land-rules'

/** Values of one site in the order of `CRITERIA`, each in its own unit; null: missing. */
export type CriterionValues = readonly (number | null)[]
export type CriterionSettings = Readonly<Record<CriterionId, CriterionSetting>>

export interface SiteScore {
  /** 0…100, the sum of the points; null if a value is missing that counts, or if no criterion counts. */
  score: number | null
  /** In the order of `CRITERIA`. An unscored site keeps the points of what is known, for the eye only. */
  contributions: Contribution[]
}

const FULL_POINTS = 100

/**
 * Score of each site (综合得分): weighted linear combination (Malczewski 1999, ch. 6) of criteria clamped between their
 * bounds, weights normalised to 100 points. A site's score depends on its own values only.
 */
export function scoreSites(values: readonly CriterionValues[], criteria: CriterionSettings): SiteScore[] {
  const weights = weightsOf(criteria)
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return values.map((ofSite) => {
    const contributions = CRITERIA.map((criterion, c): Contribution => {
      const value = ofSite[c] ?? null
      const share = clampedShareOf(value, criteria[criterion])
      const points = share === null || sum === 0 ? 0 : (FULL_POINTS * weights[c]! * share) / sum
      return { criterion, value, clampedShare: share, points }
    })
    const isScored = sum > 0 && contributions.every(({ clampedShare }, c) => weights[c] === 0 || clampedShare !== null)
    return { score: isScored ? contributions.reduce((total, { points }) => total + points, 0) : null, contributions }
  })
}

/** Site indices best first: higher score, then lower id; the unscored last, by id. */
export function rankOrder(scores: readonly (number | null)[], ids: readonly string[]): number[] {
  return scores.map((_, i) => i).sort((a, b) => {
    const [one, other] = [scores[a] ?? -1, scores[b] ?? -1]
    return one === other ? (ids[a]! < ids[b]! ? -1 : ids[a]! > ids[b]! ? 1 : a - b) : other - one
  })
}

/** Weights in the order of `CRITERIA`; what is not a positive number counts nothing. */
export function weightsOf(criteria: CriterionSettings): number[] {
  return CRITERIA.map((criterion) => {
    const { weight } = criteria[criterion]
    return weight > 0 && weight < Infinity ? weight : 0
  })
}

/** 0 at `worst`, 1 at `best`, straight between, clamped; with equal bounds 1 from the bound upwards. */
export function clampedShareOf(value: number | null, { worst, best }: CriterionSetting): number | null {
  if (value === null || Number.isNaN(value)) return null
  if (worst === best) return value >= best ? 1 : 0
  return Math.min(1, Math.max(0, (value - worst) / (best - worst)))
}
