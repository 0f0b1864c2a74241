import { compareReported, compareShares } from '@/analysis/progress/compare-shares'
import type { IndexedCommunity, ProgrammeIndex } from '@/analysis/progress/index-programme'
import { measureCommunity, shareOn } from '@/analysis/progress/measure-community'
import { measureRates } from '@/analysis/progress/measure-rates'
import { plannedShareOn } from '@/analysis/progress/planned-share'
import { valueOn } from '@/analysis/progress/report-series'
import type { Day } from '@/domain/day'
import type { Community } from '@/domain/programme'
import type { BuildingProgress, CommunityProgress, GroupProgress, ProgrammeProgress, ShareComparison, Weighting } from '@/domain/progress'

/**
 * All figures of the programme on one day.
 *
 * Only reports made on or before `day` count, and only the frozen baseline is the plan: no clock, no
 * later plan. Fast enough (about 1 ms for 35 communities) to run at every step of a date slider.
 */
export function measureProgress(index: ProgrammeIndex, day: Day, weighting: Weighting = 'floorArea'): ProgrammeProgress {
  const communities = new Map<string, CommunityProgress>()
  const buildings = new Map<string, BuildingProgress>()
  for (const indexed of index.communities) {
    const community = measureCommunity(indexed, index, day)
    communities.set(indexed.community.id, community)
    indexed.buildings.forEach((_, i) => {
      const building = measureBuilding(indexed, i, community, day)
      buildings.set(building.buildingId, building)
    })
  }
  const group = (id: string, members: readonly IndexedCommunity[]): GroupProgress =>
    measureGroup(id, members.map(({ community }) => community), communities, weighting)
  return {
    day,
    weighting,
    programme: group('programme', index.communities),
    districts: index.plan.districts.map(({ id }) =>
      group(id, index.communities.filter(({ community }) => community.districtId === id)),
    ),
    communities,
    buildings,
    rates: measureRates(communities, buildings, index.plan.controlTotals),
  }
}

/** Weighted mean over the communities of a district or the programme. Households that are not told weigh nothing. */
export function measureGroup(
  id: string,
  members: readonly Community[],
  progress: ReadonlyMap<string, ShareComparison>,
  weighting: Weighting,
): GroupProgress {
  const weightOf = { floorArea: (c: Community) => c.floorAreaM2, households: (c: Community) => c.households ?? 0, communities: () => 1 }
  const shares = members.map((community) => {
    const { comparablePlannedShare, plannedShare, actualShare } = progress.get(community.id)!
    return { id: community.id, weight: weightOf[weighting](community), plannedShare, comparablePlannedShare, actualShare }
  })
  // Inside a community missing items are already left out of both sides; keep that when comparing groups.
  const comparable = compareShares(shares.map((s) => ({ ...s, plannedShare: s.comparablePlannedShare ?? s.plannedShare })))
  return {
    id,
    weighting,
    communityIds: members.map((community) => community.id),
    unreportedIds: shares.filter(({ actualShare }) => actualShare === null).map((s) => s.id),
    ...comparable,
    plannedShare: compareShares(shares).plannedShare,
  }
}

/** A building by its own items; without any it shows the share of its community and says so. */
function measureBuilding(indexed: IndexedCommunity, position: number, community: CommunityProgress, day: Day): BuildingProgress {
  const building = indexed.buildings[position]!
  const own = indexed.items
    .filter(({ item }) => item.scope === 'building')
    .map(({ item, row, shares }) => {
      const reported = valueOn(shares[position]!, day)
      return {
        itemCode: item.code,
        weight: row.weight,
        plannedShare: plannedShareOn(day, row.plannedStart, row.plannedFinish),
        actualShare: shareOn(reported, row.plannedStart, day),
        isReported: reported !== null,
      }
    })
  const usesCommunityShare = own.length === 0
  const communityDone = community.stage === 'finished' || community.stage === 'accepted'
  return {
    buildingId: building.id,
    communityId: building.communityId,
    usesCommunityShare,
    ...(usesCommunityShare ? sharesOf(community) : compareReported(own)),
    items: own.map(({ itemCode, plannedShare, actualShare }) => ({ itemCode, plannedShare, actualShare })),
    isFinished: usesCommunityShare ? communityDone : own.every(({ actualShare }) => actualShare !== null && actualShare >= 1),
  }
}

function sharesOf({ plannedShare, actualShare, comparablePlannedShare, gapShare, spi }: CommunityProgress) {
  return { plannedShare, actualShare, comparablePlannedShare, gapShare, spi }
}
