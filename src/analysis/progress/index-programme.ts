import { groupBy } from '@/analysis/progress/group-by'
import { toSeries, type Series } from '@/analysis/progress/report-series'
import type { Day } from '@/domain/day'
import type { Item, ItemClass, Milestone, Plan } from '@/domain/plan'
import type { BaselineRow, Building, Community, Programme, Report } from '@/domain/programme'

/** Value of `stops` after a resumption. */
export const RESUMED = -Infinity

/** An item of one community with its reports in order of day. */
export interface IndexedItem {
  item: Item
  row: BaselineRow
  /** Share done: one series for the community, or one per building in the order of `buildings`. */
  shares: Series[]
  /** Re-planned finish, as a day, in the order of `shares`. */
  replans: Series[]
}

export interface IndexedCommunity {
  community: Community
  buildings: Building[]
  items: IndexedItem[]
  totalWeight: number
  /** Per milestone of the plan: the day it was reached, from the day it was reported. */
  milestones: { milestone: Milestone; reached: Series }[]
  /** Day of the stop, or `RESUMED`; from the day it was reported or, if announced, from the day it took effect. */
  stops: Series
  /** Any kind of report; the value is not used. */
  reports: Series
}

/** A programme arranged for fast answers about any day. Built once per data set. */
export interface ProgrammeIndex {
  plan: Plan
  /** Items of each class in the catalogue. */
  catalogueCounts: Readonly<Record<ItemClass, number>>
  communities: IndexedCommunity[]
}

/** Group reports and baseline by community and item. Linear in the number of rows. */
export function indexProgramme({ plan, communities, buildings, baseline, reports }: Programme): ProgrammeIndex {
  const items = new Map(plan.items.map((item) => [item.code, item]))
  const buildingsOf = groupBy(buildings, ({ communityId }) => communityId)
  const baselineOf = groupBy(baseline, ({ communityId }) => communityId)
  const reportsOf = groupBy(reports, ({ communityId }) => communityId)
  const countOf = (itemClass: ItemClass): number => plan.items.filter((item) => item.class === itemClass).length
  return {
    plan,
    catalogueCounts: { basic: countOf('basic'), improved: countOf('improved'), enhanced: countOf('enhanced') },
    communities: communities.map((community) => {
      const own = buildingsOf.get(community.id) ?? []
      const rows = (baselineOf.get(community.id) ?? []).filter(({ itemCode }) => items.has(itemCode))
      const told = reportsOf.get(community.id) ?? []
      const bySubject = groupBy(told, ({ kind, subject }) => `${kind} ${subject ?? ''}`)
      const about = (kind: Report['kind'], subject = ''): Report[] => bySubject.get(`${kind} ${subject}`) ?? []
      return {
        community,
        buildings: own,
        items: rows.map((row) => indexItem(row, items.get(row.itemCode)!, own, about)),
        totalWeight: rows.reduce((sum, { weight }) => sum + weight, 0),
        milestones: plan.milestones.map((milestone) => ({
          milestone,
          reached: toSeries(entriesOf(about('milestone', milestone.code), ({ date }) => date)),
        })),
        stops: toSeries([
          ...effectiveEntriesOf(about('stop'), (on) => on),
          ...effectiveEntriesOf(about('resume'), () => RESUMED),
        ]),
        reports: toSeries(entriesOf(told, () => 0)),
      }
    }),
  }
}

function indexItem(
  row: BaselineRow,
  item: Item,
  buildings: readonly Building[],
  about: (kind: Report['kind'], subject: string) => Report[],
): IndexedItem {
  const [progress, replans] = [[...about('progress', item.code), ...about('correction', item.code)], about('replan', item.code)]
  const shareOf = ({ doneShare }: Report): number | null => doneShare
  const finishOf = ({ date }: Report): number | null => date
  if (item.scope !== 'building') {
    return { item, row, shares: [toSeries(entriesOf(progress, shareOf))], replans: [toSeries(entriesOf(replans, finishOf))] }
  }
  const progressOf = groupBy(progress, ({ buildingId }) => buildingId)
  return {
    item,
    row,
    shares: buildings.map(({ id }) => toSeries(entriesOf(progressOf.get(id) ?? [], shareOf))),
    // A new date without a building is for all of them.
    replans: buildings.map(({ id }) => toSeries(entriesOf(replans.filter(({ buildingId }) => (buildingId ?? id) === id), finishOf))),
  }
}

function entriesOf(reports: readonly Report[], value: (report: Report) => number | null) {
  return reports.flatMap((report) => {
    const known = value(report)
    return known === null ? [] : [{ day: report.reportedOn, row: report.row, value: known }]
  })
}

/** A stop or resumption may be announced: it counts from its own day, and never before it was reported. */
function effectiveEntriesOf(reports: readonly Report[], value: (on: Day) => number) {
  return reports.map(({ reportedOn, row, date }) => ({ day: Math.max(reportedOn, date ?? reportedOn), row, value: value(date ?? reportedOn) }))
}
