import type { Day } from '@/domain/day'

// 1970-01-01, day 0, was a Thursday.
const THURSDAY = 0
const FRIDAY = 1
const MONDAY = 4

/** Who reports when: the contractor on Mondays, other offices on Thursdays, the supervisors of buildings on Fridays. */
export type ReportingGroup = 'site' | 'offices' | 'buildings'

const WEEKDAY_OF_GROUP: Readonly<Record<ReportingGroup, number>> = { site: MONDAY, offices: THURSDAY, buildings: FRIDAY }

export function isReportingDay(day: Day, group: ReportingGroup): boolean {
  return day % 7 === WEEKDAY_OF_GROUP[group]
}

/** True on each day on which somebody reports. */
export function isAnyReportingDay(day: Day): boolean {
  return [MONDAY, THURSDAY, FRIDAY].includes(day % 7)
}

/** First reporting day on or after a day. */
export function nextReportingDay(day: Day): Day {
  let next = day
  while (!isAnyReportingDay(next)) next++
  return next
}
