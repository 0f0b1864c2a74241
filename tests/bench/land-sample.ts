import { coverProblem } from '@/analysis/choice/cover-problem'
import { proveChoice } from '@/analysis/choice/prove-choice'
import { composeAnswer } from '@/analysis/land/answer-land'
import { chooseSites } from '@/analysis/land/choose-sites'
import { measureLand } from '@/analysis/land/measure-land'
import { prepareSpaces, type PreparedLand } from '@/analysis/land/prepare-spaces'
import { prepareTown } from '@/analysis/land/prepare-town'
import { defaultQuestion } from '@/analysis/siting/default-question'
import { measureStability } from '@/analysis/siting/measure-stability'
import { measureSun } from '@/analysis/siting/measure-sun'
import { connectPoints } from '@/analysis/street/connect-points'
import { walkReach } from '@/analysis/street/walk-reach'
import { readLandFolder } from '@/cli/read-land-folder'
import type { LandQuestion } from '@/domain/land'
import { CRITERIA } from '@/domain/land-rules'
import { timed } from './land-scale'
import type { Figure } from './main'

const CANDIDATES = 200
const RADIUS_M = 500
const MOST_SITES = 5

/** The shipped town, as the worker answers it. */
export function readSampleFigures(): Figure[] {
  const { input } = readLandFolder('geodata', null)
  if (input === null) throw new Error('geodata: no plan')
  const prepared = timed(3, () => prepareSpaces(prepareTown(input), input.spaces))
  const land = prepared.result
  const questions = movedSliders(defaultQuestion(input.rules, 'elderlyCare', input.defaults))
  for (let round = 0; round < 3; round++) questions.forEach((question) => answer(land, question))
  const answers = questions.map((question) => timed(5, () => answer(land, question)).ms)
  const { sites, values } = rankedSites(land, questions[0]!)
  const choices = Array.from({ length: MOST_SITES }, (_, k) => {
    const problem = twoHundredCandidates(land)
    const proof = timed(3, () => proveChoice(problem, k + 1))
    if (!proof.result.isProven) throw new Error(`${k + 1} of ${CANDIDATES} sites: not proven`)
    return proof.ms
  })
  const sorted = [...answers].sort((a, b) => a - b)
  return [
    { name: 'sample town: slider movement, median', value: sorted[Math.floor(sorted.length / 2)]!, unit: 'ms', limit: 16 },
    { name: `sample town: slider movement, slowest of ${answers.length}`, value: sorted.at(-1)!, unit: 'ms', limit: 16 },
    { name: `exact choice of up to ${MOST_SITES} of ${CANDIDATES} sites, slowest`, value: Math.max(...choices), unit: 'ms', limit: 150 },
    { name: `stability of ${sites} sites, 1,000 draws`, value: timed(9, () => measureStability(values.rows, questions[0]!.criteria, values.ids, 1)).ms, unit: 'ms', limit: 2 },
    { name: `sun on ${land.spaces.length} spaces`, value: timed(5, () => measureSun(land.shapes, [...input.contextBuildings ?? [], ...input.buildings])).ms, unit: 'ms', limit: 60 },
    { name: 'sample town: prepare streets, people, spaces', value: prepared.ms, unit: 'ms', limit: null },
  ]
}

/** What the worker does between two frames: ranking, assembly, reach, score and a good choice. */
function answer(land: PreparedLand, question: LandQuestion): void {
  const measured = measureLand(land, question)
  const first = chooseSites(measured).next().value
  if (!first) throw new Error('no choice')
  composeAnswer(measured, first)
}

/** Every slider, moved over its range. */
function movedSliders(base: LandQuestion): LandQuestion[] {
  const weighted = (id: (typeof CRITERIA)[number], weight: number): LandQuestion => ({ ...base, criteria: { ...base.criteria, [id]: { ...base.criteria[id], weight } } })
  return [
    ...[200, 300, 500, 700, 1000, 1500].map((radiusM) => ({ ...base, radiusM })),
    ...[300, 500, 1000].map((radiusM) => ({ ...base, mode: 'line' as const, radiusM })),
    ...[0, 3, 8, 15, 30, 50].map((gapM) => ({ ...base, gapM })),
    ...[0, 200, 500, 1000].map((minLandAreaM2) => ({ ...base, minLandAreaM2 })),
    ...[1, 3, 5, 8].map((siteCount) => ({ ...base, siteCount })),
    ...CRITERIA.map((id) => weighted(id, 40)),
    { ...base, isCapacityLimited: true },
    { ...base, minLandAreaM2: 0, minFloorAreaM2: 0, minWidthM: 0, gapM: 0, radiusM: 1000 },
  ]
}

function rankedSites(land: PreparedLand, question: LandQuestion) {
  const { measures, sites } = measureLand(land, { ...question, minLandAreaM2: 0, minFloorAreaM2: 0, minWidthM: 0 })
  return { sites: sites.length, values: { rows: measures.map(({ values }) => values), ids: sites.map(({ id }) => id) } }
}

/** Candidates at even steps over the nodes of the town's streets; whom they reach on foot. */
function twoHundredCandidates({ town }: PreparedLand) {
  const { streets, barriers, pointConnectors, demand, input } = town
  if (!streets || !pointConnectors) throw new Error('geodata: no streets')
  const step = streets.lon.length / CANDIDATES
  const places = Array.from({ length: CANDIDATES }, (_, c) => Math.floor(c * step))
  const positions = { lon: Float64Array.from(places, (i) => streets.lon[i]!), lat: Float64Array.from(places, (i) => streets.lat[i]!) }
  const reach = walkReach(streets, pointConnectors, connectPoints(streets, barriers, positions, input.rules.maxConnectorM.value), RADIUS_M)
  return coverProblem({ people: demand.aged60Plus, starts: reach.starts, point: reach.point })
}
