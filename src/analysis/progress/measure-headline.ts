import { indexProgramme } from '@/analysis/progress/index-programme'
import { measureProgress } from '@/analysis/progress/measure-progress'
import type { Headline } from '@/domain/import'
import type { Programme } from '@/domain/programme'

/** The figures a leader looks at first, on the data date of the programme, weighted by floor area as the screens begin. */
export function measureHeadline(programme: Programme): Headline {
  const { programme: all, rates, communities } = measureProgress(indexProgramme(programme), programme.dataDate)
  return {
    dataDate: programme.dataDate, actualShare: all.actualShare, plannedShare: all.plannedShare,
    finishedCommunities: rates.finished.ids.length, finishedBuildings: rates.buildingsFinished.ids.length,
    lateCommunities: [...communities.values()].filter(({ lamp }) => lamp === 'late').length,
  }
}
