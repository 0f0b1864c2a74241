import { chooseGreedily } from '@/analysis/choice/choose-greedily'
import { coveredPeople, findConflict } from '@/analysis/choice/cover-problem'
import { coverageCurve } from '@/analysis/choice/coverage-curve'
import { fewestSites } from '@/analysis/choice/fewest-sites'
import { proveChoice, type CoverSolution } from '@/analysis/choice/prove-choice'
import { problemOf } from '@/analysis/land/cover-sites'
import type { MeasuredLand } from '@/analysis/land/measure-land'
import { relaxQuestion } from '@/analysis/land/relax-question'
import type { Choice } from '@/domain/land'

/** The curve goes at least so far, so that a planner sees what one more site would bring. */
const MIN_CURVE_SITES = 10
/**
 * Limits of work, entries of rows visited (2 to 9 ns each), for the asked number of sites and for each other point of the curve:
 * far above what the programme needs, so that a province still gets an answer. No clock: same question, same answer.
 */
const MAX_STEPS = 1_000_000_000
const MAX_CURVE_STEPS = 200_000_000

/**
 * Choose the sites that newly cover most people, in steps: first a good choice at once, then the proof, then the
 * curve of coverage against the number of sites, then the fewest sites for a wanted share and what would help.
 *
 * Every step is a complete choice, never worse than the one before.
 *
 * @param onProgress - Told during the proof whenever the gap closes further.
 */
export function* chooseSites(measured: MeasuredLand, onProgress: (choice: Choice) => void = () => {}): Generator<Choice, void> {
  const { question, sites, people, isServed } = measured
  const ids = sites.map(({ id }) => id)
  const problem = problemOf(measured)
  let choice = emptyChoice()
  if (findConflict(problem, question.siteCount) !== null) {
    choice = { ...choice, problem: 'conflict' }
    yield { ...choice, relaxations: relaxQuestion(measured, choice) }
    return
  }
  const siteCount = Math.min(question.siteCount, sites.length)
  const greedy = chooseGreedily(problem, siteCount)
  // Nobody can cover more than all sites together.
  const bound = coveredPeople(problem, [...sites.keys()])
  choice = { ...choice, ...described({ ...greedy, bound, isProven: greedy.covered >= bound }, ids), problem: problemIn(measured, greedy.covered) }
  yield choice

  const soFar = choice
  const best = proveChoice(problem, siteCount, {
    maxSteps: MAX_STEPS, onProgress: (state) => onProgress({ ...soFar, ...described({ ...state, isProven: false }, ids) }),
  })
  choice = { ...choice, ...described(best, ids) }
  yield choice

  const most = Math.min(sites.length, Math.max(MIN_CURVE_SITES, question.siteCount))
  for (const { siteCount, covered, isProven } of coverageCurve(problem, most, { maxSteps: MAX_CURVE_STEPS })) {
    choice = { ...choice, curve: [...choice.curve, { siteCount, newlyCoveredPeople: covered, isProven }] }
    yield choice
  }
  const total = people.reduce((sum, value) => sum + value, 0)
  const served = people.reduce((sum, value, i) => (isServed[i] ? sum + value : sum), 0)
  if (question.wantedShare !== null) {
    const fewest = fewestSites(problem, question.wantedShare * total - served, { maxSteps: MAX_CURVE_STEPS })
    choice = {
      ...choice, fewestSites: { wantedShare: question.wantedShare, siteCount: fewest.siteCount, isProven: fewest.isProven },
      problem: choice.problem ?? (fewest.siteCount === null || fewest.siteCount > question.siteCount ? 'share-not-reached' : null),
    }
    yield choice
  }
  if (choice.problem !== null) yield { ...choice, relaxations: relaxQuestion(measured, choice) }
}

function described({ chosen, covered, bound, isProven }: Readonly<Pick<CoverSolution, 'covered' | 'bound' | 'isProven'>> & { chosen: readonly number[] }, ids: readonly string[]): Partial<Choice> {
  return {
    siteIds: chosen.map((s) => ids[s]!), newlyCoveredPeople: covered, bound, isProven,
    gapShare: isProven || bound <= 0 ? 0 : Math.max(0, (bound - covered) / bound),
  }
}

function problemIn({ sites, question }: MeasuredLand, covered: number): Choice['problem'] {
  if (sites.length === 0) return 'no-sites'
  const allowedCount = allowedSites({ sites, question }).length
  if (covered === 0 && allowedCount > 0) return 'nobody-new'
  return allowedCount < question.siteCount ? 'fewer-sites-than-asked' : null
}

/** Sites that the planner has not ruled out. */
export function allowedSites({ sites, question }: Pick<MeasuredLand, 'sites' | 'question'>): MeasuredLand['sites'] {
  return sites.filter(({ id }) => !question.mustExclude.includes(id))
}

function emptyChoice(): Choice {
  return {
    siteIds: [], newlyCoveredPeople: 0, bound: 0, gapShare: 0, isProven: false, curve: [], fewestSites: null, problem: null, relaxations: [],
  }
}
