import { formatDay } from '@/domain/day'
import type { Finding } from '@/domain/finding'
import { MILESTONE_PHASES, type MilestonePhase, type Plan } from '@/domain/plan'
import type { Report } from '@/domain/programme'

/** Phases that follow one another on every site; the preparations overlap. */
const ORDERED: readonly MilestonePhase[] = MILESTONE_PHASES.filter((phase) => phase !== 'preparation')

/**
 * Milestones that contradict each other or the shares.
 *
 * - reached before a milestone of an earlier phase: the later row is left out;
 * - reported twice with different days: the later row counts, with a warning;
 * - finished although an item of the community is known to be unfinished: a warning.
 *
 * @param reports - Usable reports by day and row.
 * @param lastShares - Last progress report of each item of each community or building.
 * @returns The reports without those left out.
 */
export function checkMilestones(
  reports: readonly Report[], lastShares: readonly Report[], plan: Plan, file: string, findings: Finding[],
): Report[] {
  const phases = new Map(plan.milestones.map(({ code, phase }) => [code, phase]))
  const reached = new Map<string, Map<string, Report>>()
  return reports.filter((report) => {
    if (report.kind !== 'milestone' || report.subject === null || report.date === null) return true
    const ofCommunity = reached.get(report.communityId) ?? new Map<string, Report>()
    reached.set(report.communityId, ofCommunity)
    const place = { code: 'milestone-contradiction', file, feature: `row ${report.row}` } as const
    const rank = rankOf(phases.get(report.subject))

    const other = [...ofCommunity.values()].find((earlier) => contradicts(report, rank, earlier, rankOf(phases.get(earlier.subject!))))
    if (other) {
      const params = { problem: 'order', found: formatDay(report.date), subject: report.subject, ...rowOf(other) }
      findings.push({ ...place, severity: 'error', field: 'date', params })
      return false
    }
    const same = ofCommunity.get(report.subject)
    if (same && same.date !== report.date) {
      const params = { problem: 'twice', found: formatDay(report.date), subject: report.subject, ...rowOf(same) }
      findings.push({ ...place, severity: 'warning', field: 'date', params })
    }
    ofCommunity.set(report.subject, report)
    const unfinished = rank >= rankOf('finish') ? unfinishedItems(report.communityId, lastShares) : ''
    if (unfinished !== '') {
      const params = { problem: 'unfinished', subject: report.subject, items: unfinished }
      findings.push({ ...place, severity: 'warning', field: 'subject', params })
    }
    return true
  })
}

/** −1 for a phase without an order. */
function rankOf(phase: MilestonePhase | undefined): number {
  return phase === undefined ? -1 : ORDERED.indexOf(phase)
}

function contradicts(report: Report, rank: number, earlier: Report, otherRank: number): boolean {
  if (rank < 0 || otherRank < 0 || rank === otherRank) return false
  return rank > otherRank ? report.date! < earlier.date! : report.date! > earlier.date!
}

const rowOf = ({ row, subject, date }: Report) => ({ row, other: subject!, otherDate: formatDay(date!) })

/** Items below 100 %, each once with its smallest share: `J02 (55%)`. */
function unfinishedItems(communityId: string, lastShares: readonly Report[]): string {
  const smallest = new Map<string, number>()
  for (const { communityId: id, subject, doneShare } of lastShares) {
    if (id !== communityId || subject === null || doneShare === null || doneShare >= 1) continue
    smallest.set(subject, Math.min(doneShare, smallest.get(subject) ?? 1))
  }
  return [...smallest].map(([item, share]) => `${item} (${Math.floor(share * 1000) / 10}%)`).sort().join(', ')
}
