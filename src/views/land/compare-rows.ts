import type { CommunityAnswer, Coverage, DemandAnswer, SiteAnswer } from '@/domain/land'
import { CRITERIA } from '@/domain/land-rules'
import type { LandScenarioText } from '@/i18n/land-scenario-zh'
import type { LandText } from '@/i18n/land-zh'
import type { ComparedSide } from '@/stores/scenarios'
import { formatCount, formatPercent, UNKNOWN } from '@/ui/format'

export interface CompareRow {
  id: string
  name: string
  /** As they are shown. */
  values: readonly [string, string]
  differs: boolean
}

/** The two languages' worth of words that the rows need. */
export interface CompareWords {
  text: LandScenarioText
  land: LandText
}

type Side = ComparedSide
type Say = (side: Side) => string
type NamedSay = readonly [id: string, name: string, say: Say]

const toRows = (sides: readonly [Side, Side], says: readonly NamedSay[]): CompareRow[] => says.map(([id, name, say]) => {
  const values = [say(sides[0]), say(sides[1])] as const
  return { id, name, values, differs: values[0] !== values[1] }
})

/** What was asked, one row per setting. */
export function parameterRows(sides: readonly [Side, Side], { text, land }: CompareWords): CompareRow[] {
  const [row, unit] = [text.compare.row, land.unit]
  const yesNo = (is: boolean) => (is ? text.compare.yes : text.compare.no)
  const count = (n: number) => (n === 0 ? text.compare.none : String(n))
  const names = ({ answer }: Side, ids: readonly string[]) => (ids.length === 0 ? text.compare.none : ids.map((id) => answer.sites.find((site) => site.id === id)?.name ?? id).join(' '))
  return toRows(sides, [
    ['facility', row.facility, ({ answer }) => land.facility[answer.question.facilityType]],
    // What was really measured: without streets it is the straight line.
    ['mode', row.mode, ({ answer }) => land.demand[answer.mode]],
    ['radius', row.radius, ({ answer }) => unit.m(formatCount(answer.question.radiusM))],
    ['gap', row.gap, ({ answer }) => unit.m(String(answer.question.gapM))],
    ['minLand', row.minLand, ({ answer }) => unit.m2(formatCount(answer.question.minLandAreaM2))],
    ['minFloor', row.minFloor, ({ answer }) => unit.m2(formatCount(answer.question.minFloorAreaM2))],
    ['minWidth', row.minWidth, ({ answer }) => unit.m(String(answer.question.minWidthM))],
    ['siteCount', row.siteCount, ({ answer }) => unit.sites(String(answer.question.siteCount))],
    ['capacity', row.capacity, ({ answer }) => yesNo(answer.question.isCapacityLimited)],
    ['wanted', row.wanted, ({ answer }) => (answer.question.wantedShare === null ? text.compare.none : formatPercent(answer.question.wantedShare))],
    ['include', row.include, (side) => names(side, side.answer.question.mustInclude)],
    ['exclude', row.exclude, (side) => names(side, side.answer.question.mustExclude)],
    ...CRITERIA.map((id): NamedSay => [`weight-${id}`, row.weight(land.criterion[id]), ({ answer }) => String(answer.question.criteria[id].weight)]),
    ...CRITERIA.map((id): NamedSay => [`bounds-${id}`, row.bounds(land.criterion[id]), ({ answer }) => text.compare.change(String(answer.question.criteria[id].worst), String(answer.question.criteria[id].best))]),
    ['rules', row.rules, ({ ruleChanges }) => count(ruleChanges.length)],
    ['drawn', row.drawn, ({ drawn }) => count(drawn.length)],
  ])
}

/** What came out, one row per figure. */
export function resultRows(sides: readonly [Side, Side], { text, land }: CompareWords): CompareRow[] {
  const [row, unit] = [text.compare.row, land.unit]
  const chosen = ({ answer }: Side) => answer.sites.filter(({ isChosen }) => isChosen)
  const share = ({ people, coveredPeople }: Coverage) => formatPercent(people > 0 ? coveredPeople / people : null)
  const change = (before: Coverage, after: Coverage) => text.compare.change(share(before), share(after))
  return toRows(sides, [
    ['gained', row.gained, ({ answer }) => unit.people(formatCount(answer.choice.newlyCoveredPeople))],
    ['coverage', row.coverage, ({ answer }) => change(answer.before, answer.after)],
    ['programme', row.programme, ({ answer }) => {
      const { before, after } = programmeCoverage(answer.communities)
      return change(before, after)
    }],
    ['uncovered', row.uncovered, ({ answer }) => String(answer.communities.filter(({ people, servedAfterPeople }) => Math.round(people - servedAfterPeople) > 0).length)],
    ['walk', sides.some(({ answer }) => answer.mode === 'walk') ? row.walk : row.line, ({ answer, rules }) => {
      const metres = meanDistanceM(answer.demand)
      if (metres === null) return UNKNOWN
      return answer.mode === 'line' ? `${land.demand.line} ${unit.m(formatCount(metres))}` : unit.minutes((metres / rules.walkSpeedMPerMin.value).toFixed(1))
    }],
    ['chosen', row.chosen, (side) => unit.sites(String(chosen(side).length))],
    ['land', row.land, (side) => unit.m2(formatCount(sum(chosen(side), ({ landAreaM2 }) => landAreaM2)))],
    // Only where rooms are among them.
    ...(sides.some((side) => chosen(side).some(({ kinds }) => kinds.includes('room'))) ? [['floor', row.floor, (side: Side) => {
      const areas = chosen(side).map(({ floorAreaM2 }) => floorAreaM2)
      return areas.includes(null) ? UNKNOWN : unit.m2(formatCount(sum(areas, (area) => area ?? 0)))
    }] as NamedSay] : []),
    ['sites', row.sites, ({ answer }) => unit.sites(String(answer.sites.length))],
    ['proof', row.proof, ({ answer: { choice } }) => (choice.isProven ? text.compare.proven : text.compare.gap(`${(choice.gapShare * 100).toFixed(1)}%`))],
  ])
}

/** Coverage of the people who live in the programme's communities. */
export function programmeCoverage(communities: readonly CommunityAnswer[]): { before: Coverage; after: Coverage } {
  const people = sum(communities, (community) => community.people)
  return {
    before: { people, coveredPeople: sum(communities, ({ servedBeforePeople }) => servedBeforePeople) },
    after: { people, coveredPeople: sum(communities, ({ servedAfterPeople }) => servedAfterPeople) },
  }
}

/** Mean distance of the people who are served after the choice, m; null if nobody is. */
export function meanDistanceM({ people, distanceAfterM, isServedAfter }: Pick<DemandAnswer, 'people' | 'distanceAfterM' | 'isServedAfter'>): number | null {
  let [served, metres] = [0, 0]
  for (let i = 0; i < people.length; i++) {
    if (!isServedAfter[i] || !Number.isFinite(distanceAfterM[i]!)) continue
    served += people[i]!
    metres += people[i]! * distanceAfterM[i]!
  }
  return served > 0 ? metres / served : null
}

export interface OneSided {
  site: SiteAnswer
  /** A chosen site of the other side that has some of the same ground; null if there is none. */
  sharesWith: SiteAnswer | null
}

/** Chosen sites of both, and of one only. The same number of a drawn space is not yet the same space. */
export function choiceDifference([first, second]: readonly [Side, Side]): { both: readonly SiteAnswer[]; onlyIn: readonly [readonly OneSided[], readonly OneSided[]] } {
  const keysOf = ({ drawn }: Side) => {
    const shapes = new Map(drawn.map(({ id, geometry }) => [id, `${id}${JSON.stringify(geometry.coordinates)}`]))
    return (site: SiteAnswer) => site.partIds.map((id) => shapes.get(id) ?? id)
  }
  const list = (side: Side) => {
    const keys = keysOf(side)
    return side.answer.sites.filter(({ isChosen }) => isChosen).map((site) => ({ site, keys: keys(site), key: keys(site).join('+') }))
  }
  const [ours, theirs] = [list(first), list(second)]
  const only = (side: typeof ours, other: typeof ours): OneSided[] => side
    .filter(({ key }) => !other.some((known) => known.key === key))
    .map(({ site, keys }) => ({ site, sharesWith: other.find((known) => known.keys.some((key) => keys.includes(key)))?.site ?? null }))
  return { both: ours.filter(({ key }) => theirs.some((known) => known.key === key)).map(({ site }) => site), onlyIn: [only(ours, theirs), only(theirs, ours)] }
}

function sum<T>(values: readonly T[], of: (value: T) => number): number {
  let total = 0
  for (const value of values) total += of(value)
  return total
}
