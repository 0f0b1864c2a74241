import { findConflict, type CoverProblem } from '@/analysis/choice/cover-problem'
import { proveChoice, type CoverSolution, type ProofOptions } from '@/analysis/choice/prove-choice'

/** Best coverage with k sites. */
export interface CoverageCurvePoint extends CoverSolution {
  siteCount: number
}

/**
 * Best coverage for every number of sites from 1 (or from those that must be included) to `maxSites`, each proven or with
 * its bound. More sites never cover fewer people. A time limit is for the whole curve, steps are for each number.
 *
 * Point by point, so that the caller can show each one, or stop.
 *
 * @throws {RangeError} A candidate must be both included and excluded.
 */
export function* coverageCurve(problem: CoverProblem, maxSites: number, options: ProofOptions = {}): Generator<CoverageCurvePoint, void> {
  const conflict = findConflict(problem, problem.candidateCount)
  if (conflict !== null) throw new RangeError(conflict)
  const { now, timeLimitMs } = options
  const endMs = now && timeLimitMs !== undefined ? now() + timeLimitMs : Infinity
  const last: CoverageCurvePoint[] = []
  const first = Math.max(1, new Set(problem.mustInclude).size)
  for (let siteCount = first; siteCount <= maxSites; siteCount++) {
    const before = last.at(-1)
    const share = endMs === Infinity ? {} : { timeLimitMs: Math.max(0, endMs - now!()) / (maxSites - siteCount + 1) }
    const solution = before && isComplete(last) ? before : proveChoice(problem, siteCount, { ...options, ...share })
    const point = { ...(before && solution.covered < before.covered ? noWorse(solution, before) : solution), siteCount }
    last.push(point)
    yield point
  }
}

/**
 * If the best with one more site is no better, no candidate adds anybody to the choice before: it covers all that can be
 * covered, and no number of sites does better.
 */
function isComplete(curve: readonly CoverageCurvePoint[]): boolean {
  const [before, last] = curve.slice(-2)
  return last !== undefined && last.isProven && last.covered === before!.covered
}

function noWorse(solution: CoverSolution, before: CoverSolution): CoverSolution {
  const bound = Math.max(solution.bound, before.covered)
  return { chosen: before.chosen, covered: before.covered, bound, isProven: bound - before.covered <= 1e-9 * bound }
}
