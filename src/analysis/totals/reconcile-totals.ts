import { groupBy } from '@/analysis/progress/group-by'
import type { ControlTotals, Plan } from '@/domain/plan'
import type { Building, Community } from '@/domain/programme'

export type TotalKey = keyof ControlTotals
/** Figures a community states of itself and its buildings state together. */
export type CommunityFigure = 'buildingCount' | 'households' | 'floorAreaM2'

/** One of the four totals. `found` is what the screens show: the communities' own figures, and the drawn buildings. */
export interface TotalCheck {
  key: TotalKey
  planned: number
  /** Null: not told for every community, as in a public edition. */
  found: number | null
  /** found − planned. */
  difference: number | null
}

/** A community whose own figure is not the sum of its buildings. */
export interface CommunityDifference {
  communityId: string
  figure: CommunityFigure
  /** The community's own figure. */
  own: number
  /** Sum over its buildings. */
  sum: number
  /** sum − own. */
  difference: number
  /** Buildings that were summed, by id. */
  buildingIds: string[]
}

/** How the records differ from the plan, down to the feature. */
export interface Reconciliation {
  /** All four, in the order of the plan. */
  totals: TotalCheck[]
  /** By community and figure; empty if every community is the sum of its buildings. */
  communities: CommunityDifference[]
  /** Showcase names of the plan that no showcase community bears. */
  missingShowcases: string[]
  /** Communities marked as showcase that the plan does not name. */
  extraShowcaseIds: string[]
  /** Communities whose district the plan does not know. */
  unknownDistrictIds: { communityId: string; districtId: string }[]
}

/** Two decimals are kept in files; a smaller difference comes from adding. */
const AREA_TOLERANCE_M2 = 0.5

/**
 * Hold communities and buildings against the control totals and against each other.
 *
 * A building whose community is unknown counts in the totals but in no community. What a public edition does not tell
 * is compared with nothing.
 */
export function reconcileTotals(plan: Plan, communities: readonly Community[], buildings: readonly Building[]): Reconciliation {
  const found: Record<TotalKey, number | null> = {
    communities: communities.length,
    buildings: buildings.length,
    households: sum(communities, ({ households }) => households),
    floorAreaM2: sum(communities, ({ floorAreaM2 }) => floorAreaM2),
  }
  const showcases = communities.filter(({ showcase }) => showcase)
  const districts = new Set(plan.districts.map(({ id }) => id))
  const buildingsOf = groupBy(buildings, ({ communityId }) => communityId)
  return {
    totals: (['communities', 'buildings', 'households', 'floorAreaM2'] as const).map((key) => ({
      key, planned: plan.controlTotals[key], found: found[key], difference: differenceOf(found[key], plan.controlTotals[key]),
    })),
    communities: communities.flatMap((community) => differencesOf(community, buildingsOf.get(community.id) ?? [])),
    missingShowcases: plan.showcaseNames.filter((name) => !showcases.some((community) => community.name === name)),
    extraShowcaseIds: showcases.filter(({ name }) => !plan.showcaseNames.includes(name)).map(({ id }) => id),
    unknownDistrictIds: communities.filter(({ districtId }) => !districts.has(districtId))
      .map(({ id, districtId }) => ({ communityId: id, districtId })),
  }
}

/** True if a difference is more than rounding. */
export function isDifferent(figure: TotalKey | CommunityFigure, difference: number): boolean {
  return Math.abs(difference) > (figure === 'floorAreaM2' ? AREA_TOLERANCE_M2 : 0)
}

function differencesOf(community: Community, buildings: readonly Building[]): CommunityDifference[] {
  const sums: Record<CommunityFigure, number | null> = {
    buildingCount: buildings.length,
    households: sum(buildings, ({ households }) => households),
    floorAreaM2: sum(buildings, ({ floorAreaM2 }) => floorAreaM2),
  }
  const buildingIds = buildings.map(({ id }) => id).sort()
  return (['buildingCount', 'households', 'floorAreaM2'] as const)
    .flatMap((figure): CommunityDifference[] => {
      const [own, sum] = [community[figure], sums[figure]]
      if (own === null || sum === null) return []
      return [{ communityId: community.id, figure, own, sum: toHundredths(sum), difference: toHundredths(sum - own), buildingIds }]
    })
    .filter(({ figure, difference }) => isDifferent(figure, difference))
}

/** Null if one of the values is not told. */
function sum<T>(values: readonly T[], of: (value: T) => number | null): number | null {
  return values.reduce<number | null>((total, value) => addUp(total, of(value)), 0)
}

const addUp = (a: number | null, b: number | null) => (a === null || b === null ? null : a + b)
const differenceOf = (found: number | null, planned: number) => (found === null ? null : toHundredths(found - planned))

/** To 0.01, so that 0.1 + 0.2 does not look like a difference. */
export function toHundredths(value: number): number {
  return Math.round(value * 100) / 100
}
