import { dayOf } from '@/cli/synthesize/day-of'
import { STORIES, type Story } from '@/cli/synthesize/ledger-stories'
import { reportMilestones } from '@/cli/synthesize/milestone-reports'
import { PLAN_ITEMS } from '@/cli/synthesize/plan-items'
import type { LedgerRow } from '@/cli/synthesize/programme-csv'
import { makeRandom, pick } from '@/cli/synthesize/random'
import { isAnyReportingDay, isReportingDay, type ReportingGroup } from '@/cli/synthesize/reporting-days'
import {
  FIRST_DAY, LAST_DAY, makeWeather, shareOn, simulateSite, type Site, type Task,
} from '@/cli/synthesize/site-simulation'
import type { CommunitySpec } from '@/cli/synthesize/specs'
import type { Day } from '@/domain/day'
import type { BaselineRow } from '@/domain/programme'

/** Day on which every site reports that nothing has been done yet, so that no item is missing. */
const OPENING_DAY = dayOf('2024-06-13')
/** Smaller steps are not worth a row. */
const SMALLEST_STEP = 0.02
/** An open item is reported again after this many days even if nothing moved. */
const REPEAT_DAYS = 14
/** Everyday remarks on ordinary rows. */
const REMARKS = ['材料已进场', '分段施工，保证通行', '夜间不施工', '雨后复查，未见渗漏', '与居民约定上午入户', '隐蔽工程已验收']
const REMARK_CHANCE = 0.03

/**
 * Make the append-only ledger from the first week of May to the data date, sorted by day of report.
 *
 * The contractor, the supervisors of buildings and other offices each have their weekday; showcase
 * communities report on all three. What happens on a site comes from the simulation and its
 * stories; this file decides only what is reported, and when.
 */
export function makeLedger(
  specs: readonly CommunitySpec[], baseline: readonly BaselineRow[], random: () => number,
): LedgerRow[] {
  const weather = makeWeather(random)
  const rows = specs.flatMap((spec) => {
    // A sequence of its own per community: changing one story leaves the others as they are.
    const ownRandom = makeRandom(Math.floor(random() * 2 ** 32))
    const story = STORIES[spec.id] ?? {}
    const planned = baseline.filter(({ communityId }) => communityId === spec.id)
    const site = simulateSite(spec, planned, story, weather, ownRandom)
    const written = [
      ...reportMilestones(spec, site, story, ownRandom), ...reportEvents(spec, story),
      ...reportProgress(spec, site, story, ownRandom),
    ]
    return written.filter(({ reportedOn }) => isHeard(story, reportedOn))
  })
  return rows.sort((a, b) => a.reportedOn - b.reportedOn || compareText(a.communityId, b.communityId))
}

function reportProgress(spec: CommunitySpec, site: Site, story: Story, random: () => number): LedgerRow[] {
  const { id: communityId, showcase } = spec
  const reported = site.tasks.filter(({ itemCode }) => !story.unreported?.includes(itemCode))
  return reported.flatMap((task) => {
    const rows: LedgerRow[] = []
    const { buildingId, itemCode: subject } = task
    const write = (reportedOn: Day, doneShare: number, note: string) =>
      rows.push({ reportedOn, communityId, buildingId, kind: 'progress', subject, doneShare, date: null, note })
    const opening = openingDay(task)
    write(opening, 0, '')
    for (let day = opening + 1; day <= LAST_DAY; day++) {
      const expected = showcase ? isAnyReportingDay(day) : isReportingDay(day, groupOf(task))
      if (!expected || !isHeard(story, day)) continue
      const last = rows.at(-1)!
      const share = Math.floor(shareOn(task, day) * 100 + 1e-9) / 100
      const moved = share - last.doneShare! >= SMALLEST_STEP - 1e-9 || (share === 1 && last.doneShare! < 1)
      const due = day >= task.plannedStart && last.doneShare! < 1 && day - last.reportedOn >= REPEAT_DAYS
      if (!moved && !due) continue
      const remark = random() < REMARK_CHANCE ? pick(random, REMARKS) : ''
      write(day, share, noteOn(task, story, day) || remark)
    }
    return rows
  })
}

/** Items around the community belong to other offices, which open their own sheet when their work is due. */
function openingDay(task: Task): Day {
  if (task.itemCode === 'J01') return FIRST_DAY
  if (itemOf(task.itemCode).scope !== 'surroundings') return OPENING_DAY
  let day = task.plannedStart
  while (!isReportingDay(day, 'offices')) day--
  return day
}

function groupOf({ itemCode }: Task): ReportingGroup {
  const { lead, scope } = itemOf(itemCode)
  if (scope === 'building') return 'buildings'
  return lead.endsWith('专营') || scope === 'surroundings' ? 'offices' : 'site'
}

/** Why a task stands still, if a story says so. */
function noteOn(task: Task, { stop, holds, startedOn }: Story, day: Day): string {
  if (stop && day >= dayOf(stop.on) && (stop.resumedOn === null || day < dayOf(stop.resumedOn))) return '停工中'
  if (startedOn && day < dayOf(startedOn)) return '施工单位未进场'
  const hold = holds?.find((other) => other.itemCode === task.itemCode && (other.until === null || day < dayOf(other.until)))
  return hold && shareOn(task, day) === shareOn(task, day - 3) ? hold.note : ''
}

function reportEvents({ id, buildings }: CommunitySpec, { stop, replans }: Story): LedgerRow[] {
  const rows: LedgerRow[] = []
  if (stop) rows.push(event(id, stop.on, 'stop', stop.note))
  if (stop?.resumedOn) rows.push(event(id, stop.resumedOn, 'resume', stop.resumeNote))
  for (const { itemCode, on, newFinish, note } of replans ?? []) {
    const buildingIds = itemOf(itemCode).scope === 'building' ? buildings.map((building) => building.id) : [null]
    for (const buildingId of buildingIds) {
      rows.push({ ...event(id, on, 'replan', note), buildingId, subject: itemCode, date: dayOf(newFinish) })
    }
  }
  return rows
}

function event(communityId: string, on: string, kind: 'stop' | 'resume' | 'replan', note: string): LedgerRow {
  const date = dayOf(on)
  return { reportedOn: date, communityId, buildingId: null, kind, subject: null, doneShare: null, date, note }
}

function isHeard({ silence }: Story, day: Day): boolean {
  return !silence || day < dayOf(silence[0]) || (silence[1] !== null && day > dayOf(silence[1]))
}

function itemOf(code: string) {
  return PLAN_ITEMS.find((item) => item.code === code)!
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
