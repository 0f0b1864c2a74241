import { compareDays } from '@/analysis/progress/compare-days'
import { indexProgramme } from '@/analysis/progress/index-programme'
import { measureProgress } from '@/analysis/progress/measure-progress'
import type { Programme } from '@/domain/programme'
import type { ShowNews } from '@/domain/tour'

/**
 * What newer data of the same programme bring: communities that have begun, were finished or accepted,
 * each by the figures of its own data date.
 *
 * Null if there is nothing to tell: no such community, data that go back in time (a correction is no
 * news), another plan, or data of another origin (the first real files in place of the examples).
 */
export function findNews(before: Programme | null, after: Programme): ShowNews | null {
  if (!before || after.dataDate < before.dataDate) return null
  if (before.provenance !== after.provenance || before.plan.title !== after.plan.title || before.plan.adcode !== after.plan.adcode) return null
  const [earlier, later] = [before, after].map((programme) => measureProgress(indexProgramme(programme), programme.dataDate))
  const { started, finished, accepted } = compareDays(earlier!, later!)
  if (started.length + finished.length + accepted.length === 0) return null
  return { finishedIds: finished, acceptedIds: accepted, startedIds: started, from: before.dataDate, to: after.dataDate }
}
