import type { Day } from '@/domain/day'
import { tellsShare, type Report } from '@/domain/programme'

/** What reports around it say against a report that was brought in. `takes`: it counts for the reports after it. */
export type ShareVerdict =
  | { kind: 'fits' }
  | { kind: 'lower'; before: Report }
  | { kind: 'aboveLater'; after: Report }

/** A report that was brought in, with a day and a share. */
export interface NewShare {
  report: Report
  /** Lower shares are taken if somebody has called them corrections. */
  isCorrection: boolean
}

interface Entry {
  report: Report
  fresh: NewShare | null
}

/**
 * Hold new shares against those before and after them, per item and building. Linear but for sorting by day.
 *
 * Of one day a report that was brought in comes after those that are there, and new ones in their order: later rows correct
 * earlier ones.
 *
 * @param known - Reports of the ledger, by row.
 */
export function judgeShares(known: readonly Report[], fresh: readonly NewShare[]): Map<NewShare, ShareVerdict> {
  const verdicts = new Map<NewShare, ShareVerdict>()
  const subjects = new Set(fresh.map(({ report }) => subjectOf(report)))
  const series = new Map<string, Entry[]>()
  const add = (entry: Entry): void => {
    const key = subjectOf(entry.report)
    if (!subjects.has(key)) return
    const list = series.get(key)
    if (list) list.push(entry)
    else series.set(key, [entry])
  }
  for (const report of known) if (tellsShare(report.kind) && report.doneShare !== null) add({ report, fresh: null })
  for (const one of fresh) add({ report: one.report, fresh: one })
  for (const list of series.values()) judgeSeries(list.sort((a, b) => a.report.reportedOn - b.report.reportedOn), verdicts)
  return verdicts
}

function judgeSeries(entries: readonly Entry[], verdicts: Map<NewShare, ShareVerdict>): void {
  const later = laterKnown(entries)
  let last: Report | null = null
  entries.forEach(({ report, fresh }, i) => {
    const share = report.doneShare!
    const isLower = last !== null && share < last.doneShare! && report.kind !== 'correction'
    if (fresh === null) {
      if (!isLower) last = report
      return
    }
    const after = later[i] ?? null
    if (after && after.kind === 'progress' && share > after.doneShare!) return void verdicts.set(fresh, { kind: 'aboveLater', after })
    verdicts.set(fresh, isLower ? { kind: 'lower', before: last! } : { kind: 'fits' })
    if (!isLower || fresh.isCorrection) last = report
  })
}

/** For each entry the next report of the ledger itself that counts. */
function laterKnown(entries: readonly Entry[]): (Report | null)[] {
  // Reports that the ledger itself cannot use say nothing against a new one.
  let last: Report | null = null
  const counts = entries.map(({ report, fresh }) => {
    if (fresh !== null || (report.kind === 'progress' && last !== null && report.doneShare! < last.doneShare!)) return false
    last = report
    return true
  })
  const later: (Report | null)[] = []
  let next: Report | null = null
  for (let i = entries.length - 1; i >= 0; i--) {
    later[i] = next
    if (counts[i]) next = entries[i]!.report
  }
  return later
}

const subjectOf = ({ communityId, buildingId, subject }: Report): string => `${communityId} ${buildingId ?? ''} ${subject ?? ''}`

/** First day on which a report can have been made: a year before anything is planned, for preparations. */
export function firstReportDay(days: readonly Day[]): Day | null {
  const first = days.reduce<Day | null>((least, day) => (least === null || day < least ? day : least), null)
  return first === null ? null : first - 366
}
