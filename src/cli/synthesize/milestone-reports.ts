import { dayOf } from '@/cli/synthesize/day-of'
import type { Story } from '@/cli/synthesize/ledger-stories'
import type { LedgerRow } from '@/cli/synthesize/programme-csv'
import { nextReportingDay } from '@/cli/synthesize/reporting-days'
import { finishedOn, LAST_DAY, type Site } from '@/cli/synthesize/site-simulation'
import type { CommunitySpec } from '@/cli/synthesize/specs'
import type { Day } from '@/domain/day'

/** Usual day of the paper work before the works; each community follows within a few days. */
const PAPER_WORK: readonly (readonly [code: string, usualDay: string])[] = [
  ['M03', '2024-05-09'], ['M01', '2024-05-13'], ['M04', '2024-05-15'], ['M05', '2024-05-20'],
  ['M06', '2024-05-23'], ['M07', '2024-05-26'], ['M08', '2024-05-28'],
]
/** Share of communities whose tender took up to a week longer. */
const LATE_TENDER_CHANCE = 0.15

/**
 * Report the milestones of one community, each on the first reporting day after it was reached.
 *
 * Paper work follows the usual days; removal, start and finish follow the simulated site;
 * acceptance and handover follow the story.
 */
export function reportMilestones(spec: CommunitySpec, site: Site, story: Story, random: () => number): LedgerRow[] {
  const reached = new Map<string, Day | null>()
  for (const [code, usualDay] of PAPER_WORK) {
    const late = code === 'M08' && !spec.showcase && random() < LATE_TENDER_CHANCE ? 2 + Math.floor(4 * random()) : 0
    reached.set(code, dayOf(usualDay) + Math.floor(3 * random()) + late)
  }
  reached.set('M02', finishedOn(site.tasks.filter(({ itemCode }) => itemCode === 'J01')))
  reached.set('M09', site.startedOn)
  const complete = finishedOn(site.tasks)
  reached.set('M11', complete === null ? null : complete + 1 + Math.floor(3 * random()))
  if (story.acceptedOn) reached.set('M12', dayOf(story.acceptedOn))
  if (story.handedOverOn) reached.set('M13', dayOf(story.handedOverOn))

  return [...reached].flatMap(([subject, date]): LedgerRow[] => {
    if (date === null) return []
    const reportedOn = nextReportingDay(date)
    if (reportedOn > LAST_DAY) return []
    const kind = 'milestone'
    return [{ reportedOn, communityId: spec.id, buildingId: null, kind, subject, doneShare: null, date, note: '' }]
  })
}
