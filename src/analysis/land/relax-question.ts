import { chooseGreedily } from '@/analysis/land/choose-greedily'
import { problemOf } from '@/analysis/land/cover-sites'
import { measureLand, type MeasuredLand } from '@/analysis/land/measure-land'
import { MAX_GAP_M } from '@/analysis/land/prepare-spaces'
import type { Choice, LandQuestion, Relaxation } from '@/domain/land'

/** Longest walk that is still offered, m: a quarter of an hour's circle and half as much again. */
const MAX_RADIUS_M = 1500
const RADIUS_STEP_M = 10
const GAP_STEP_M = 0.5

/**
 * The smallest single changes that would help where nothing, or not enough, can be chosen: a longer walk, a smaller
 * minimum area, a wider gap, more sites. Each is tried for real, and says how many people it would newly cover.
 */
export function relaxQuestion(measured: MeasuredLand, choice: Choice): Relaxation[] {
  const { question } = measured
  switch (choice.problem) {
    case 'no-sites':
    case 'fewer-sites-than-asked': return [...smallerArea(measured), ...widerGap(measured)]
    case 'nobody-new': return [...longerWalk(measured, (changed) => coveredBy(changed) > 0), ...smallerArea(measured)]
    case 'share-not-reached': {
      const fewest = choice.fewestSites?.siteCount ?? null
      if (fewest !== null) return [relaxation(measured, 'siteCount', question.siteCount, fewest, 'site', { siteCount: fewest })]
      return longerWalk(measured, (changed) => shareOf(changed, coveredByAll(changed)) >= (question.wantedShare ?? 1))
    }
    default: return []
  }
}

function relaxation(
  { land, question }: MeasuredLand, kind: Relaxation['kind'], from: number, to: number, unit: Relaxation['unit'], change: Partial<LandQuestion>,
): Relaxation {
  return { kind, from, to, unit, newlyCoveredPeople: coveredBy(measureLand(land, { ...question, ...change })) }
}

function coveredBy(measured: MeasuredLand): number {
  return chooseGreedily(problemOf(measured), Math.min(measured.question.siteCount, measured.sites.length)).covered
}

function coveredByAll(measured: MeasuredLand): number {
  return chooseGreedily(problemOf(measured), measured.sites.length).covered
}

function shareOf({ people, isServed }: MeasuredLand, newlyCovered: number): number {
  let [total, served] = [0, 0]
  people.forEach((value, p) => {
    total += value
    if (isServed[p]) served += value
  })
  return total === 0 ? 0 : (served + newlyCovered) / total
}

/** Not every longer radius helps, since existing facilities reach further too: so each is tried, the shortest first. */
function longerWalk(measured: MeasuredLand, isEnough: (changed: MeasuredLand) => boolean): Relaxation[] {
  const { land, question } = measured
  const first = (Math.floor(question.radiusM / RADIUS_STEP_M) + 1) * RADIUS_STEP_M
  for (let radiusM = first; radiusM <= MAX_RADIUS_M; radiusM += RADIUS_STEP_M) {
    const changed = measureLand(land, { ...question, radiusM })
    if (isEnough(changed)) return [{ kind: 'radius', from: question.radiusM, to: radiusM, unit: 'm', newlyCoveredPeople: coveredBy(changed) }]
  }
  return []
}

/** The minimum at which the largest of the sites that are too small would pass. */
function smallerArea(measured: MeasuredLand): Relaxation[] {
  const largestM2 = Math.max(0, ...measured.tooSmall.map(({ landAreaM2 }) => landAreaM2))
  const to = Math.floor(largestM2)
  return to <= 0 ? [] : [relaxation(measured, 'minLandArea', measured.question.minLandAreaM2, to, 'm2', { minLandAreaM2: to })]
}

/** The smallest gap, in half metres, that brings one more site. Wider gaps only ever put more together. */
function widerGap(measured: MeasuredLand): Relaxation[] {
  const { land, question, sites } = measured
  for (let gapM = (Math.floor(question.gapM / GAP_STEP_M) + 1) * GAP_STEP_M; gapM <= MAX_GAP_M; gapM += GAP_STEP_M) {
    const changed = measureLand(land, { ...question, gapM })
    if (changed.sites.length > sites.length) {
      return [{ kind: 'gap', from: question.gapM, to: gapM, unit: 'm', newlyCoveredPeople: coveredBy(changed) }]
    }
  }
  return []
}
