import { composeAnswer } from '@/analysis/land/answer-land'
import { chooseSites } from '@/analysis/land/choose-sites'
import type { LandInput } from '@/analysis/land/land-input'
import { measureLand } from '@/analysis/land/measure-land'
import { prepareSpaces } from '@/analysis/land/prepare-spaces'
import { prepareTown } from '@/analysis/land/prepare-town'
import { defaultQuestion } from '@/analysis/siting/default-question'
import { readLandFolder } from '@/cli/read-land-folder'
import type { Choice, LandAnswer, LandQuestion } from '@/domain/land'
import type { LandRules } from '@/domain/land-rules'
import type { SpareSpace } from '@/domain/place'
import { ruleFindingText } from '@/i18n/land-findings'
import { landZh } from '@/i18n/land-zh'
import { formatCount, formatPercent } from '@/ui/format'

export interface Asked {
  /** Data folder; the shipped one if left out. */
  folder?: string
  /** Only what differs from the standard of the type. */
  question?: Partial<LandQuestion>
  rules?: (rules: LandRules) => LandRules
  drawn?: readonly SpareSpace[]
}

/** What the page has to answer: the same analysis on the files themselves, without page, worker and store. */
export function answerOf({ folder = 'geodata', question = {}, rules, drawn = [] }: Asked = {}): LandAnswer {
  const input = inputOf(folder, rules)
  const land = prepareSpaces(prepareTown(input), [...input.spaces, ...drawn])
  const measured = measureLand(land, { ...defaultQuestion(input.rules, question.facilityType ?? 'elderlyCare', input.defaults), ...question })
  let last: Choice | null = null
  for (const choice of chooseSites(measured)) last = choice
  return composeAnswer(measured, last!)
}

export function inputOf(folder: string, rules: Asked['rules'] = (same) => same): LandInput {
  const { input } = readLandFolder(folder, null)
  if (!input) throw new Error(`${folder} has no plan`)
  return { ...input, rules: rules(input.rules) }
}

/** A row of the list of candidates, as on screen. */
export interface CandidateRow { rank: string; name: string; tag: string | null; area: string; people: string; score: string }

/** Rows of the list of candidates that an answer gives. */
export function rowsOf({ sites, question }: LandAnswer): CandidateRow[] {
  return sites.filter(({ rank }) => rank !== null).map((site) => ({
    rank: String(site.rank), name: nameOf(site), tag: tagOf(site, question),
    area: site.landAreaM2 > 0 ? formatCount(site.landAreaM2) : landZh.list.floor(formatCount(site.floorAreaM2)),
    people: formatCount(site.newlyReachedPeople), score: String(Math.round(site.score!)),
  }))
}

function tagOf({ id, isChosen }: LandAnswer['sites'][number], { mustInclude, mustExclude }: LandQuestion): string | null {
  if (mustInclude.includes(id)) return landZh.list.must
  if (mustExclude.includes(id)) return landZh.list.mustNot
  return isChosen ? landZh.list.chosen : null
}

export const nameOf = ({ name, partIds }: { name: string; partIds: readonly string[] }): string =>
  (partIds.length > 1 ? landZh.list.name(name, String(partIds.length)) : name)

/** Coverage before and after, and who is won, as on screen. */
export function coverageOf({ before, after }: LandAnswer) {
  return {
    before: formatPercent(before.coveredPeople / before.people), after: formatPercent(after.coveredPeople / after.people),
    gained: landZh.coverage.gained(formatCount(after.coveredPeople - before.coveredPeople)),
  }
}

/** Sentence for every rule that put a place out, as on screen. */
export function reasonsOf(answer: LandAnswer, id: string, { hazards, facilities, rules }: LandInput): string[] {
  const names = new Map([...hazards ?? [], ...facilities ?? []].map((place) => [place.id, place.name]))
  const landUse = (code: string) => rules.landUses.filter(({ codePrefix }) => code.startsWith(codePrefix)).sort((a, b) => b.codePrefix.length - a.codePrefix.length)[0]?.name ?? null
  const { findings } = answer.exclusions.find((exclusion) => exclusion.id === id)!
  return findings.map((finding) => ruleFindingText(finding, landZh, { place: (place) => names.get(place) ?? null, landUse }))
}
