import { chooseGreedily } from '@/analysis/choice/choose-greedily'
import { coveredPeople, findConflict, helpingOnly, type CoverProblem } from '@/analysis/choice/cover-problem'
import { canCover, type ProofOptions } from '@/analysis/choice/prove-choice'

export interface FewestSites {
  /** Smallest number of sites found; null if all candidates together do not cover as many. */
  siteCount: number | null
  /** Fewer sites than this cannot do it; null with `siteCount` null. */
  atLeast: number | null
  /** True if `siteCount` sites are needed, or nothing is enough. */
  isProven: boolean
  /** A choice of `siteCount`, or of all that help. */
  chosen: number[]
  covered: number
}

/**
 * The smallest number of sites that newly cover the wanted people, those that must be included among them.
 * Halves the range of numbers; each is decided by `canCover`, so that limits apply to each decision.
 *
 * @param wanted - People, not a share.
 * @throws {RangeError} A candidate must be both included and excluded.
 */
export function fewestSites(problem: CoverProblem, wanted: number, options: ProofOptions = {}): FewestSites {
  const conflict = findConflict(problem, problem.candidateCount)
  if (conflict !== null) throw new RangeError(conflict)
  const enough = wanted - 1e-9 * Math.max(1, wanted)
  const excluded = new Set(problem.mustExclude)
  const all = Array.from({ length: problem.candidateCount }, (_, c) => c).filter((c) => !excluded.has(c))
  const most = coveredPeople(problem, all)
  if (most < enough) return { siteCount: null, atLeast: null, isProven: true, chosen: helpingOnly(problem, all), covered: most }

  let best = fewestGreedily(problem, enough, all.length)
  let atLeast = new Set(problem.mustInclude).size
  // Numbers that could not be decided are taken as not enough, which `atLeast` does not follow.
  let from = atLeast
  while (from < best.chosen.length) {
    const siteCount = Math.floor((from + best.chosen.length) / 2)
    const { isPossible, chosen, covered } = canCover(problem, siteCount, wanted, options)
    if (isPossible) best = { chosen, covered }
    else from = siteCount + 1
    if (isPossible === false) atLeast = siteCount + 1
  }
  return { siteCount: best.chosen.length, atLeast, isProven: atLeast >= best.chosen.length, ...best }
}

/** The greedy choice that is enough with the fewest sites. */
function fewestGreedily(problem: CoverProblem, enough: number, candidateCount: number): { chosen: number[]; covered: number } {
  let best = chooseGreedily(problem, candidateCount)
  let [from, to] = [new Set(problem.mustInclude).size, best.chosen.length]
  while (from < to) {
    const siteCount = Math.floor((from + to) / 2)
    const choice = chooseGreedily(problem, siteCount)
    if (choice.covered >= enough) {
      best = choice
      to = siteCount
    } else {
      from = siteCount + 1
    }
  }
  return best
}
