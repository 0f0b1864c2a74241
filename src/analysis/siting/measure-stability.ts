import { clampedShareOf, rankOrder, scoreSites, weightsOf } from '@/analysis/siting/score-sites'
import type { CriterionSettings, CriterionValues } from '@/analysis/siting/score-sites'
import type { WeightRange } from '@/domain/land'
import { CRITERIA } from '@/domain/land-rules'

export interface Stability {
  /** One per criterion, in the order of `CRITERIA`; empty if no site has a score. */
  weightRanges: WeightRange[]
  /** Per site: share of the random weights with which it is among the first three; null if unscored. */
  firstThreeShare: (number | null)[]
}

const DRAWS = 1000
/** Each weight × (1 ± this). */
const SPREAD = 0.2
const PLACES = 3

/**
 * How firmly the ranking stands (稳定性): the interval of each weight within which the first place holds, all other
 * weights kept (exact: a linear inequality against every other site), and how often each site is among the first three
 * when all weights are drawn anew within ±20 %. The same seed gives the same shares.
 */
export function measureStability(
  values: readonly CriterionValues[], criteria: CriterionSettings, ids: readonly string[], seed: number,
): Stability {
  const weights = weightsOf(criteria)
  const scores = scoreSites(values, criteria).map(({ score }) => score)
  const order = rankOrder(scores, ids).filter((s) => scores[s] !== null)
  const shares = values.map((ofSite) => CRITERIA.map((criterion, c) => clampedShareOf(ofSite[c] ?? null, criteria[criterion])))
  const first = order[0]
  return {
    weightRanges: first === undefined ? [] : CRITERIA.map((_, c) => rangeOf(c, first, shares, weights)),
    firstThreeShare: firstThreeOf(order, shares, weights, seed),
  }
}

/**
 * Interval of weight `c` within which site `first` stays first. At its very ends another site has as many points, and
 * the lower id decides. A site without a value of `c` takes no part while the weight is above 0.
 */
function rangeOf(c: number, first: number, shares: readonly (readonly (number | null)[])[], weights: readonly number[]): WeightRange {
  const criterion = CRITERIA[c]!
  const weight = weights[c]!
  if (shares[first]![c] === null) return { criterion, weight, from: 0, to: 0 }
  const fixed = (s: number): number => weights.reduce((sum, w, k) => (k === c || w === 0 ? sum : sum + w * shares[s]![k]!), 0)
  const isRival = (s: number): boolean => s !== first && shares[s]!.every((share, k) => share !== null || (k !== c && weights[k] === 0))
  const ahead = fixed(first)
  let from = 0
  let to = Infinity
  for (let s = 0; s < shares.length; s++) {
    if (!isRival(s)) continue
    // First stays first while lead + weight × gain ≥ 0.
    const lead = ahead - fixed(s)
    const gain = shares[first]![c]! - shares[s]![c]!
    if (gain > 0) from = Math.max(from, -lead / gain)
    if (gain < 0) to = Math.min(to, -lead / gain)
  }
  // It is first now, whatever the rounding of a tie says.
  return { criterion, weight, from: Math.min(from, weight), to: Math.max(to, weight) }
}

function firstThreeOf(
  order: readonly number[], shares: readonly (readonly (number | null)[])[], weights: readonly number[], seed: number,
): (number | null)[] {
  const wins = new Float64Array(shares.length)
  // Best first, and of equals the lower id: so the upper row of equals is the right one.
  const rivals = rivalsOf(order, shares, weights)
  const columns = weights.length
  const matrix = Float64Array.from(rivals.flatMap((s) => shares[s]!.map((share) => share ?? 0)))
  const random = mulberry32(seed)
  const drawn = new Float64Array(columns)
  for (let draw = 0; draw < DRAWS; draw++) {
    for (let c = 0; c < columns; c++) drawn[c] = weights[c]! * (1 + SPREAD * (2 * random() - 1))
    for (const row of bestRows(matrix, drawn)) if (row >= 0) wins[rivals[row]!]!++
  }
  const shareOf: (number | null)[] = shares.map(() => null)
  for (const s of order) shareOf[s] = wins[s]! / DRAWS
  return shareOf
}

/** Sites that can be among the first three at all: whose most points are at least the third largest of the least points. */
function rivalsOf(order: readonly number[], shares: readonly (readonly (number | null)[])[], weights: readonly number[]): number[] {
  const sums = order.map((s) => weights.reduce((sum, w, c) => sum + (w === 0 ? 0 : w * shares[s]![c]!), 0))
  const third = sums.length < PLACES ? 0 : (1 - SPREAD) * [...sums].sort((a, b) => b - a)[PLACES - 1]!
  return order.filter((_, i) => (1 + SPREAD) * sums[i]! >= third * (1 - 1e-9))
}

/** Rows with the three largest sums, −1 where there are fewer; of equal ones the upper row. */
function bestRows(matrix: Float64Array, weights: Float64Array): [number, number, number] {
  const columns = weights.length
  let [a, b, c] = [-1, -1, -1]
  let [sumA, sumB, sumC] = [-1, -1, -1]
  for (let row = 0, at = 0; at < matrix.length; row++, at += columns) {
    let sum = 0
    for (let k = 0; k < columns; k++) sum += weights[k]! * matrix[at + k]!
    if (sum > sumA) {
      c = b; sumC = sumB; b = a; sumB = sumA; a = row; sumA = sum
    } else if (sum > sumB) {
      c = b; sumC = sumB; b = row; sumB = sum
    } else if (sum > sumC) {
      c = row; sumC = sum
    }
  }
  return [a, b, c]
}

/** Numbers in [0, 1), the same for the same seed (mulberry32, T. Ettinger 2017, public domain). */
function mulberry32(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
