import { chooseGreedily } from '@/analysis/choice/choose-greedily'
import { coveredPeople, findConflict } from '@/analysis/choice/cover-problem'
import { findRelaxations, type Give } from '@/analysis/choice/find-relaxations'
import { problemOf } from '@/analysis/land/cover-sites'
import { measureLand, type MeasuredLand } from '@/analysis/land/measure-land'
import { MAX_GAP_M } from '@/analysis/land/prepare-spaces'
import type { Choice, LandQuestion, Relaxation } from '@/domain/land'

/** Longest walk that is still offered, m: a quarter of an hour's circle and half as much again. */
const MAX_RADIUS_M = 1500
const RADIUS_STEP_M = 10
const GAP_STEP_M = 0.5
const MAX_SITES = 50
/** Everybody is a share of 1, in whatever order fractions of people are added up. */
const ROUNDING = 1e-9

/**
 * The smallest single changes that would help where nothing, or not enough, can be chosen: a longer walk, a smaller
 * minimum area, a wider gap, more sites. Each is tried for real, and says how many people it would newly cover.
 *
 * Enough is the wanted share if one was asked for, otherwise anybody more than now.
 */
export function relaxQuestion(measured: MeasuredLand, choice: Choice): Relaxation[] {
  const { land, question } = measured
  if (choice.problem === null) return []
  if (choice.problem === 'conflict') return roomForIncluded(measured)
  const peopleWith = (change: Partial<LandQuestion>): number => {
    const changed = measureLand(land, { ...question, ...change })
    const covered = chooseGreedily(problemOf(changed), Math.min(changed.question.siteCount, changed.sites.length)).covered
    const isEnough = choice.problem === 'share-not-reached'
      ? shareOf(changed, covered) >= (question.wantedShare ?? 1) - ROUNDING : covered > choice.newlyCoveredPeople
    return isEnough ? covered : 0
  }
  const give = (kind: Give['kind'], unit: Give['unit'], from: number, values: readonly number[], change: (value: number) => Partial<LandQuestion>, isMonotone: boolean): Give =>
    ({ kind, unit, from, values, peopleWith: (value) => peopleWith(change(value)), isMonotone })
  return findRelaxations([
    // Not every longer walk helps, since existing facilities reach further too.
    give('radius', 'm', question.radiusM, steps(question.radiusM, RADIUS_STEP_M, MAX_RADIUS_M), (radiusM) => ({ radiusM }), false),
    give('siteCount', 'site', question.siteCount, steps(question.siteCount, 1, Math.min(MAX_SITES, measured.sites.length)), (siteCount) => ({ siteCount }), true),
    give('minLandArea', 'm2', question.minLandAreaM2, smallerAreas(measured), (minLandAreaM2) => ({ minLandAreaM2 }), true),
    give('gap', 'm', question.gapM, steps(question.gapM, GAP_STEP_M, MAX_GAP_M), (gapM) => ({ gapM }), true),
  ], (people) => people > 0)
}

/** As many sites as must be included; a site that must be both in and out is beyond help. */
function roomForIncluded(measured: MeasuredLand): Relaxation[] {
  const problem = problemOf(measured)
  const from = measured.question.siteCount
  if (findConflict(problem, from) !== 'more-included-than-asked') return []
  const included = [...new Set(problem.mustInclude)]
  return [{ kind: 'siteCount', from, to: included.length, unit: 'site', newlyCoveredPeople: coveredPeople(problem, included) }]
}

/** Round values above `from`, the nearest first. */
function steps(from: number, step: number, most: number): number[] {
  const first = Math.floor(from / step) + 1
  return Array.from({ length: Math.max(0, Math.floor(most / step) - first + 1) }, (_, i) => (first + i) * step)
}

/** The minima at which one more of the sites that are too small would pass, the largest first. */
function smallerAreas({ tooSmall, question }: MeasuredLand): number[] {
  const areasM2 = tooSmall.map(({ landAreaM2 }) => Math.floor(landAreaM2)).filter((areaM2) => areaM2 > 0 && areaM2 < question.minLandAreaM2)
  return [...new Set(areasM2)].sort((a, b) => b - a)
}

/** Share of all people who are served, with those newly covered. */
function shareOf({ people, isServed }: MeasuredLand, newlyCovered: number): number {
  let [total, served] = [0, 0]
  people.forEach((value, p) => {
    total += value
    if (isServed[p] === 1) served += value
  })
  return total === 0 ? 0 : (served + newlyCovered) / total
}
