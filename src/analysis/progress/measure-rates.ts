import type { ControlTotals } from '@/domain/plan'
import { STAGES, type BuildingProgress, type CommunityProgress, type Rate, type Rates, type Stage } from '@/domain/progress'

/**
 * 开工率, 完工率, 竣工验收率 by communities and the finished buildings.
 *
 * The denominator is the plan's control total, as in the monthly statistics, not the number of
 * features on the map; so a rate may exceed 1.
 */
export function measureRates(
  communities: ReadonlyMap<string, CommunityProgress>,
  buildings: ReadonlyMap<string, BuildingProgress>,
  totals: ControlTotals,
): Rates {
  const all = [...communities.values()]
  const fromStage = (stage: Stage): Rate =>
    rate(all.filter((c) => STAGES.indexOf(c.stage) >= STAGES.indexOf(stage)).map((c) => c.communityId), totals.communities)
  const finishedBuildings = [...buildings.values()].filter(({ isFinished }) => isFinished)
  return {
    started: fromStage('underConstruction'),
    finished: fromStage('finished'),
    accepted: fromStage('accepted'),
    buildingsFinished: rate(finishedBuildings.map(({ buildingId }) => buildingId), totals.buildings),
  }
}

function rate(ids: string[], denominator: number): Rate {
  return { ids, denominator, share: denominator > 0 ? ids.length / denominator : null }
}
