import { allowedSites } from '@/analysis/land/choose-sites'
import type { MeasuredLand } from '@/analysis/land/measure-land'
import { serveDemand } from '@/analysis/land/serve-demand'
import { judgeFit } from '@/analysis/siting/judge-fit'
import { measureStability } from '@/analysis/siting/measure-stability'
import { rankOrder } from '@/analysis/siting/score-sites'
import type { Choice, LandAnswer, LandNote, SiteAnswer } from '@/domain/land'
import { CRITERIA } from '@/domain/land-rules'

/** Of the random weights: any number will do, as long as it stays the same. */
const SEED = 20240509

/**
 * Everything a planner is told, from what was measured and what was chosen. The same question on the same data gives
 * the same answer, byte by byte.
 */
export function composeAnswer(measured: MeasuredLand, choice: Choice): LandAnswer {
  const { land, question, sites, measures, scores, standard } = measured
  const ids = sites.map(({ id }) => id)
  // A site without a score takes no part in what would come first.
  const comparable = measures.map(({ values }, s) => (scores[s]!.score === null ? values.map(() => null) : values))
  const stability = measureStability(comparable, measured.criteria, ids, SEED)
  const order = rankOrder(scores.map(({ score }) => score), ids)
  const chosen = new Set(choice.siteIds)
  let rank = 0
  const answers = order.map((s): SiteAnswer => {
    const { values: _values, floorAreaM2: _floorAreaM2, ...measure } = measures[s]!
    const { score, contributions } = scores[s]!
    return {
      ...sites[s]!, ...measure, rank: score === null ? null : ++rank, score, contributions,
      advice: measured.advice[s]!, fits: judgeFit(sites[s]!, standard, land.town.input.rules),
      firstThreeShare: stability.firstThreeShare[s]!, isChosen: chosen.has(sites[s]!.id),
    }
  })
  const { demand, before, after, communities } = serveDemand(measured, choice)
  return {
    question, provenance: land.town.input.provenance, notes: notesOf(measured), mode: measured.mode, group: standard.group,
    sites: answers, exclusions: measured.exclusions, weightRanges: stability.weightRanges,
    before, after, choice, communities, demand,
    unroutableIds: land.town.demand.ids.filter((_, p) => land.town.isUnroutable[p] === 1),
  }
}

function notesOf(measured: MeasuredLand): LandNote[] {
  const { land, question, sites, exclusions, facilityIndices, criteria } = measured
  const notes: LandNote[] = [...land.town.notes]
  const facilities = facilityIndices.map((i) => land.town.facilities[i]!)
  const count = (code: LandNote['code'], ids: readonly string[]): void => {
    if (ids.length > 0) notes.push({ code, params: { count: ids.length, ids: ids.slice(0, 5).join(', ') } })
  }
  if (land.spaces.length === 0) notes.push({ code: 'no-spaces', params: {} })
  count('invalid-space', [...idsWith(exclusions, 'invalid-shape'), ...land.repeatedIds])
  count('outside-space', idsWith(exclusions, 'outside-area'))
  count('facility-area-unknown', facilities.filter(({ floorAreaM2 }) => floorAreaM2 === null).map(({ id }) => id))
  count('facility-capacity-unknown', facilities.filter(({ capacity }) => capacity === null).map(({ id }) => id))
  if (question.isCapacityLimited && !measured.standard.per100HouseholdsM2) notes.push({ code: 'capacity-without-norm', params: {} })
  if (CRITERIA.every((id) => criteria[id].weight === 0)) notes.push({ code: 'weights-zero', params: {} })
  const allowedCount = allowedSites(measured).length
  if (sites.length > 0 && allowedCount < question.siteCount) notes.push({ code: 'sites-fewer', params: { count: allowedCount, asked: question.siteCount } })
  const known = new Set(sites.map(({ id }) => id))
  count('unknown-site', [...question.mustInclude, ...question.mustExclude].filter((id) => !known.has(id)))
  return notes
}

function idsWith(exclusions: MeasuredLand['exclusions'], rule: string): string[] {
  return exclusions.filter(({ findings }) => findings.some(({ ruleId }) => ruleId === rule)).map(({ id }) => id)
}
