import { ChoiceSearch } from '@/analysis/choice/choice-search'
import { chooseGreedily } from '@/analysis/choice/choose-greedily'
import { coveredPeople, findConflict, helpingOnly, type CoverProblem } from '@/analysis/choice/cover-problem'

/** A choice, and what is known about better ones. */
export interface CoverSolution {
  /** Candidates, ascending, those that must be included among them; other candidates that add nobody are left out. */
  chosen: number[]
  /** People newly covered; with capacities, people served. */
  covered: number
  /** No choice covers more than this; `covered` if proven. */
  bound: number
  isProven: boolean
}

export interface ProofOptions {
  /** Clock in ms, for `timeLimitMs`. */
  now?: () => number
  timeLimitMs?: number
  /** Limit of work, entries of rows visited (some ns each); without a clock the same question gives the same answer. */
  maxSteps?: number
  /** Told first of the greedy choice, then whenever the choice or the bound is better. */
  onProgress?: (state: { covered: number; bound: number; chosen: readonly number[] }) => void
}

const DEFAULT_STEPS = 10_000_000_000
/** Relative difference that is rounding. */
const ROUNDING = 1e-9

/**
 * Best choice with proof: greedy and swaps for a choice, prices for the bound, branch and bound for the rest.
 *
 * @throws {RangeError} No choice can keep to what must be included and excluded.
 */
export function proveChoice(problem: CoverProblem, siteCount: number, options: ProofOptions = {}): CoverSolution {
  const { search, isExhausted } = searchChoice(problem, siteCount, options, null)
  const isProven = isExhausted || search.bound - search.covered <= ROUNDING * search.bound
  const chosen = helpingOnly(problem, search.chosen)
  const covered = coveredPeople(problem, chosen)
  return { chosen, covered, bound: isProven ? covered : search.bound, isProven }
}

/**
 * Whether so many sites can cover the wanted people.
 *
 * @returns `isPossible` null: not known within the limits. The choice found is the answer if true.
 * @throws {RangeError} As `proveChoice`.
 */
export function canCover(
  problem: CoverProblem, siteCount: number, wanted: number, options: ProofOptions = {},
): { isPossible: boolean | null; chosen: number[]; covered: number } {
  // Sums in another order differ by rounding.
  const enough = wanted - ROUNDING * Math.max(1, wanted)
  const { search, isExhausted } = searchChoice(problem, siteCount, options, enough)
  const isPossible = search.covered >= enough ? true : isExhausted || search.bound < enough ? false : null
  return { isPossible, chosen: helpingOnly(problem, search.chosen), covered: search.covered }
}

function searchChoice(
  problem: CoverProblem, siteCount: number, { now, timeLimitMs, maxSteps = DEFAULT_STEPS, onProgress }: ProofOptions, wanted: number | null,
): { search: ChoiceSearch; isExhausted: boolean } {
  const conflict = findConflict(problem, siteCount)
  if (conflict !== null) throw new RangeError(`${conflict}: ${problem.mustInclude.length} must be included, ${siteCount} asked`)
  const endMs = now && timeLimitMs !== undefined ? now() + timeLimitMs : Infinity
  const search: ChoiceSearch = new ChoiceSearch(problem, siteCount, chooseGreedily(problem, siteCount).chosen, {
    wanted,
    isOver: (steps) => steps > maxSteps || (endMs < Infinity && now!() > endMs),
    onBetter: () => onProgress?.({ covered: search.covered, bound: search.bound, chosen: [...search.chosen].sort((a, b) => a - b) }),
  })
  onProgress?.({ covered: search.covered, bound: search.bound, chosen: [...search.chosen] })
  return { search, isExhausted: search.run() }
}
