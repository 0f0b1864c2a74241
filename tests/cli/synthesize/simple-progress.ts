import { makePlan } from '@/cli/synthesize/plan'
import type { LedgerRow } from '@/cli/synthesize/programme-csv'
import type { CommunitySpec } from '@/cli/synthesize/specs'
import type { Day } from '@/domain/day'
import { parseDay } from '@/domain/day'
import type { BaselineRow } from '@/domain/programme'

/**
 * The progress rules a second time, as short as can be and slow: the sample data are judged by
 * these, not by the code that will show them.
 */
const plan = makePlan()
const itemOf = new Map(plan.items.map((item) => [item.code, item]))

export type Lamp = 'normal' | 'warning' | 'late'

export interface Standing {
  actual: number
  planned: number
  gap: number
  lamp: Lamp
  /** Item with the largest weighted gap, or the most overdue milestone if only that makes it late. */
  cause: string
  missing: string[]
  overdueDays: number
}

export class SimpleProgress {
  readonly specs: readonly CommunitySpec[]
  readonly baseline: readonly BaselineRow[]
  readonly ledger: ReadonlyMap<string, readonly LedgerRow[]>

  constructor(specs: readonly CommunitySpec[], baseline: readonly BaselineRow[], ledger: readonly LedgerRow[]) {
    this.specs = specs
    this.baseline = baseline
    this.ledger = new Map(specs.map(({ id }) => [id, ledger.filter(({ communityId }) => communityId === id)]))
  }

  rowsOf(communityId: string, on: Day): LedgerRow[] {
    return this.ledger.get(communityId)!.filter(({ reportedOn }) => reportedOn <= on)
  }

  /** Last reported share; 0 before it is due; null if missing. */
  shareOf(row: BaselineRow, on: Day): number | null {
    const spec = this.specs.find(({ id }) => id === row.communityId)!
    const reports = this.rowsOf(row.communityId, on)
      .filter(({ kind, subject }) => kind === 'progress' && subject === row.itemCode)
    const last = (buildingId: string | null) =>
      reports.filter((report) => report.buildingId === buildingId).at(-1)?.doneShare ?? (on <= row.plannedStart ? 0 : null)
    if (itemOf.get(row.itemCode)!.scope !== 'building') return last(null)
    const known = spec.buildings.flatMap(({ id, floorAreaM2 }) => {
      const share = last(id)
      return share === null ? [] : [[share, floorAreaM2] as const]
    })
    if (known.length === 0) return null
    return known.reduce((sum, [share, area]) => sum + share * area, 0) / known.reduce((sum, [, area]) => sum + area, 0)
  }

  standing(communityId: string, on: Day): Standing {
    const rows = this.baseline.filter((row) => row.communityId === communityId)
    const items = rows.map((row) => ({ row, share: this.shareOf(row, on), planned: plannedShare(row, on) }))
    const known = items.flatMap(({ row, share, planned }) => (share === null ? [] : [{ row, share, planned }]))
    const weight = known.reduce((sum, { row }) => sum + row.weight, 0)
    const actual = known.reduce((sum, { row, share }) => sum + row.weight * share, 0) / weight
    const planned = known.reduce((sum, { row, planned }) => sum + row.weight * planned, 0) / weight
    const gap = planned - actual
    const behind = (entry: (typeof known)[number]) => entry.row.weight * (entry.planned - entry.share)
    const worst = known.reduce((a, b) => (behind(b) > behind(a) ? b : a))
    const overdue = this.mostOverdue(communityId, on)
    const byGap: Lamp = gap > 0.15 ? 'late' : gap > 0.05 ? 'warning' : 'normal'
    const lamp = overdue.days > 10 ? 'late' : byGap
    return {
      actual, planned, gap, lamp, overdueDays: overdue.days,
      cause: lamp === 'normal' ? '' : lamp === byGap ? worst.row.itemCode : overdue.code,
      missing: items.flatMap(({ row, share }) => (share === null ? [row.itemCode] : [])),
    }
  }

  mostOverdue(communityId: string, on: Day): { code: string; days: number } {
    const reached = this.rowsOf(communityId, on).filter(({ kind }) => kind === 'milestone').map(({ subject }) => subject)
    const open = plan.milestones.filter(({ code }) => !reached.includes(code))
    return open.map(({ code, plannedOn }) => ({ code, days: on - parseDay(plannedOn)! }))
      .reduce((a, b) => (b.days > a.days ? b : a), { code: '', days: 0 })
  }

  /** Floor-area-weighted over communities. */
  programme(on: Day, districtId?: string): { actual: number; planned: number } {
    const specs = this.specs.filter((spec) => !districtId || spec.districtId === districtId)
    const area = specs.reduce((sum, spec) => sum + spec.floorAreaM2, 0)
    const standings = specs.map((spec) => ({ spec, standing: this.standing(spec.id, on) }))
    return {
      actual: standings.reduce((sum, { spec, standing }) => sum + spec.floorAreaM2 * standing.actual, 0) / area,
      planned: standings.reduce((sum, { spec, standing }) => sum + spec.floorAreaM2 * standing.planned, 0) / area,
    }
  }
}

function plannedShare({ plannedStart, plannedFinish }: BaselineRow, on: Day): number {
  return Math.min(1, Math.max(0, (on - plannedStart) / (plannedFinish - plannedStart)))
}
