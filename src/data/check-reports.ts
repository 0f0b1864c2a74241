import { checkMilestones } from '@/data/check-milestones'
import { refers, type Lookup } from '@/data/references'
import { formatDay, type Day } from '@/domain/day'
import type { Finding } from '@/domain/finding'
import type { Plan } from '@/domain/plan'
import { tellsShare, type BaselineRow, type Report } from '@/domain/programme'

/** What the rows of the ledger are held against. */
export interface ReportContext {
  plan: Plan
  /** Last day the ledger may speak of. */
  dataDate: Day
  file: string
  communities: Lookup
  buildings: Lookup
  communityOfBuilding: ReadonlyMap<string, string>
  items: Lookup
  milestones: Lookup
  /** Null if the baseline could not be read: what is planned is then not known. */
  baseline: readonly BaselineRow[] | null
  /** False if rows of the baseline were rejected: an item that seems unplanned may stand in one of them. */
  isBaselineWhole: boolean
}

/**
 * Hold every report against plan, communities, buildings, baseline and the reports before it.
 *
 * @returns The usable reports, by day and row.
 */
export function checkReports(reports: readonly Report[], context: ReportContext, findings: Finding[]): Report[] {
  const inOrder = [...reports].sort((a, b) => a.reportedOn - b.reportedOn || a.row - b.row)
  const scopes = new Map(context.plan.items.map(({ code, scope }) => [code, scope]))
  const plannedStarts = new Map(context.baseline?.map((row) => [`${row.communityId} ${row.itemCode}`, row.plannedStart]))
  const shares = new Map<string, Report>()

  const usable = inOrder.filter((report) => {
    const place: Place = { file: context.file, feature: `row ${report.row}` }
    return isDated(report, context.dataDate, place, findings)
      && hasPlace(report, context, scopes, place, findings)
      && hasSubject(report, context, plannedStarts, place, findings)
      && isForward(report, shares, place, findings)
  })
  return checkMilestones(usable, [...shares.values()], context.plan, context.file, findings)
}

type Place = { file: string; feature: string }

function isDated(report: Report, dataDate: Day, place: Place, findings: Finding[]): boolean {
  if (report.reportedOn <= dataDate) return true
  const params = { found: formatDay(report.reportedOn), dataDate: formatDay(dataDate) }
  findings.push({ code: 'report-future', severity: 'error', ...place, field: 'reportedOn', params })
  return false
}

/** Community and building exist and fit together; the scope of the item says whether a building is named. */
function hasPlace(
  report: Report, context: ReportContext, scopes: ReadonlyMap<string, string>, place: Place, findings: Finding[],
): boolean {
  const { communityId, buildingId, subject } = report
  if (!refers(communityId, context.communities, { ...place, field: 'communityId', refersTo: 'communities' }, findings)) return false
  const isOfBuilding = (tellsShare(report.kind) || report.kind === 'replan') && subject !== null && scopes.get(subject) === 'building'
  if (buildingId === null) {
    // A new planned date may be given for all buildings of the community at once.
    if (!isOfBuilding || report.kind === 'replan') return true
    const params = { subject: subject ?? '' }
    findings.push({ code: 'building-required', severity: 'error', ...place, field: 'buildingId', params })
    return false
  }
  // An unknown subject is reported as such, not as a superfluous building.
  if (!isOfBuilding && (subject === null || report.kind === 'milestone' || scopes.has(subject))) {
    const params = { found: buildingId, subject: subject ?? report.kind }
    findings.push({ code: 'building-not-allowed', severity: 'error', ...place, field: 'buildingId', params })
    return false
  }
  if (!refers(buildingId, context.buildings, { ...place, field: 'buildingId', refersTo: 'buildings' }, findings)) return false
  const owner = context.communityOfBuilding.get(buildingId)
  if (owner === undefined || owner === communityId) return true
  const params = { found: buildingId, refersTo: 'buildings', owner, community: communityId }
  findings.push({ code: 'dangling-reference', severity: 'error', ...place, field: 'buildingId', params })
  return false
}

/** The subject exists and is planned for the community; a new date is not before the planned start. */
function hasSubject(
  report: Report, context: ReportContext, plannedStarts: ReadonlyMap<string, Day>, place: Place, findings: Finding[],
): boolean {
  const { communityId, subject, kind, date } = report
  if (subject === null) return true
  if (kind === 'milestone') return refers(subject, context.milestones, { ...place, field: 'subject', refersTo: 'milestones' }, findings)
  if (!refers(subject, context.items, { ...place, field: 'subject', refersTo: 'items' }, findings)) return false
  if (context.baseline === null) return true
  const plannedStart = plannedStarts.get(`${communityId} ${subject}`)
  if (plannedStart === undefined) {
    const params = { subject, community: communityId }
    if (context.isBaselineWhole) findings.push({ code: 'subject-not-planned', severity: 'error', ...place, field: 'subject', params })
    return false
  }
  if (kind !== 'replan' || date === null || date >= plannedStart) return true
  const params = { found: formatDay(date), relation: 'before', than: 'plannedStart', other: formatDay(plannedStart) }
  findings.push({ code: 'dates-out-of-order', severity: 'error', ...place, field: 'date', params })
  return false
}

/** Shares are cumulative: work that is done does not become undone, unless somebody says that it never was. Remembers the last share of each subject. */
function isForward(report: Report, shares: Map<string, Report>, place: Place, findings: Finding[]): boolean {
  if (!tellsShare(report.kind) || report.doneShare === null) return true
  const key = `${report.communityId} ${report.buildingId ?? ''} ${report.subject ?? ''}`
  const before = shares.get(key)
  if (report.kind === 'progress' && before?.doneShare != null && report.doneShare < before.doneShare) {
    const params = { found: report.doneShare, before: before.doneShare, row: before.row, on: formatDay(before.reportedOn) }
    findings.push({ code: 'share-decreases', severity: 'error', ...place, field: 'doneShare', params })
    return false
  }
  shares.set(key, report)
  return true
}
