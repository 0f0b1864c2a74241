import { appendReport } from '@/data/workspace/edit/append-report'
import { notThere, pathOf, type EditContext, type EditResult } from '@/data/workspace/edit/edit-context'
import { defaultPath } from '@/data/fields'
import { formatDay } from '@/domain/day'
import { tellsShare, type Programme, type Report } from '@/domain/programme'
import type { WorkEdit, WorkspaceStep } from '@/domain/workspace'

type Of<K extends WorkEdit['kind']> = Extract<WorkEdit, { kind: K }>

/** Decimals of a share in a ledger: a hundredth of a percent. */
const SHARE_STEPS = 10_000

/** A report of how much of an item is done; as a correction if more was reported before. */
export function editProgress(edit: Of<'progress'>, context: EditContext): EditResult {
  const { communityId, buildingId, itemCode, reportedOn, note } = edit
  const programme = context.folder.programme
  const item = programme?.plan.items.find(({ code }) => code === itemCode)
  if (!programme || !item) return unknown(context, 'subject', 'items', itemCode)
  const doneShare = Math.round(edit.doneShare * SHARE_STEPS) / SHARE_STEPS
  const before = shareBefore(programme, edit)
  const isCorrection = before !== null && doneShare < before
  const report = { ...EMPTY, reportedOn, communityId, buildingId, kind: isCorrection ? 'correction' : 'progress', subject: itemCode, doneShare, note } as const
  const building = buildingId === null ? '' : programme.buildings.find(({ id }) => id === buildingId)?.name ?? buildingId
  const params = { item: item.shortName, itemCode, building, buildingId: buildingId ?? '', from: before ?? '', to: doneShare, isCorrection: isCorrection ? 1 : 0 }
  return append(context, report, params)
}

/** The day on which a milestone was reached. A day reported before stays in the ledger; the later row counts. */
export function editMilestone({ communityId, milestoneCode, date, reportedOn, note }: Of<'milestone'>, context: EditContext): EditResult {
  const programme = context.folder.programme
  const milestone = programme?.plan.milestones.find(({ code }) => code === milestoneCode)
  if (!programme || !milestone) return unknown(context, 'subject', 'milestones', milestoneCode)
  const before = programme.reports.findLast((report) =>
    report.kind === 'milestone' && report.communityId === communityId && report.subject === milestoneCode)?.date ?? null
  const params = { milestone: milestone.shortName, milestoneCode, from: before === null ? '' : formatDay(before), to: formatDay(date) }
  return append(context, { ...EMPTY, reportedOn, communityId, kind: 'milestone', subject: milestoneCode, date, note }, params)
}

/** Words about a community. */
export function editRemark({ communityId, reportedOn, note }: Of<'remark'>, context: EditContext): EditResult {
  if (note.trim() === '') {
    const file = pathOf(context.folder, 'ledger') ?? defaultPath('ledger')
    return { findings: [{ code: 'field-missing', severity: 'error', file, feature: null, field: 'note', params: { kind: 'remark' } }] }
  }
  return append(context, { ...EMPTY, reportedOn, communityId, kind: 'remark', note }, { note: note.trim().slice(0, 80) })
}

const EMPTY = { buildingId: null, subject: null, doneShare: null, date: null, note: '' } as const

/** Share that was reported last up to the day of the edit; null if none was. */
function shareBefore({ reports }: Programme, { communityId, buildingId, itemCode, reportedOn }: Of<'progress'>): number | null {
  const last = reports.findLast((report) => tellsShare(report.kind) && report.communityId === communityId && report.buildingId === buildingId
    && report.subject === itemCode && report.reportedOn <= reportedOn)
  return last?.doneShare ?? null
}

function append({ folder, files, today }: EditContext, report: Omit<Report, 'row'>, params: WorkspaceStep['params']): EditResult {
  const path = pathOf(folder, 'ledger') ?? defaultPath('ledger')
  const community = folder.programme?.communities.find(({ id }) => id === report.communityId)
  if (!community) return notThere(path, null, 'communityId', 'communities', report.communityId)
  if (report.reportedOn > today) {
    const days = { found: formatDay(report.reportedOn), dataDate: formatDay(today) }
    return { findings: [{ code: 'report-future', severity: 'error', file: path, feature: null, field: 'reportedOn', params: days }] }
  }
  return {
    changed: new Map([[path, appendReport(files.get(path) ?? new Uint8Array(), report)]]),
    reportedOn: report.reportedOn,
    params: { community: community.name, communityId: community.id, ...params, reportedOn: formatDay(report.reportedOn) },
  }
}

function unknown({ folder }: EditContext, field: string, refersTo: string, found: string): EditResult {
  return notThere(pathOf(folder, 'ledger') ?? defaultPath('ledger'), null, field, refersTo, found)
}
