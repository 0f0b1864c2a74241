import type { Day } from '@/domain/day'
import type { Report, ReportKind } from '@/domain/programme'

/** What somebody wrote beside a report. */
export interface Remark {
  reportedOn: Day
  kind: ReportKind
  /** Item or milestone code; null for a stop, a resumption or a remark about the community. */
  subject: string | null
  note: string
}

/**
 * Latest remarks of a community up to a day, newest first. The same words said again about the same
 * subject are listed once, with their latest day.
 */
export function listRemarks(reports: readonly Report[], communityId: string, day: Day, limit: number): Remark[] {
  const said = new Map<string, Remark>()
  const own = reports.filter((report) => report.communityId === communityId && report.reportedOn <= day && report.note !== '')
  for (const { reportedOn, kind, subject, note } of own.sort((a, b) => a.reportedOn - b.reportedOn || a.row - b.row)) {
    const key = `${subject ?? ''} ${note}`
    said.delete(key)
    said.set(key, { reportedOn, kind, subject, note })
  }
  return [...said.values()].reverse().slice(0, limit)
}
