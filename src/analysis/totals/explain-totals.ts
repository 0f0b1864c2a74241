import {
  isDifferent, toHundredths, type CommunityDifference, type CommunityFigure, type Reconciliation, type TotalCheck, type TotalKey,
} from '@/analysis/totals/reconcile-totals'
import type { Finding } from '@/domain/finding'

/** The figure of a community that adds up to a total. */
const FIGURE_OF: Record<TotalKey, CommunityFigure | null> = {
  communities: null, buildings: 'buildingCount', households: 'households', floorAreaM2: 'floorAreaM2',
}

/** A plan prints its area in 万㎡ with two decimals, so up to half a step is rounding. */
const PRINTED_AREA_STEP_M2 = 50

export interface TotalPlaces {
  plan: string
  communities: string
  buildings: string
  /** Ids of communities and buildings that stand in the files but cannot be used. */
  rejectedCommunityIds: readonly string[]
  rejectedBuildingIds: readonly string[]
}

/**
 * Findings of a reconciliation, each named to the feature.
 *
 * A total that differs names the features that explain it: those that cannot be used, and the
 * communities whose own figure is not the sum of their buildings. What nothing explains is said
 * too: then figures were changed consistently and only the source list can tell. A community that
 * lacks buildings is one finding with all that is lacking. Unknown districts are dangling references
 * and are found where the programme is put together.
 */
export function explainTotals(reconciliation: Reconciliation, places: TotalPlaces): Finding[] {
  const { totals, communities, missingShowcases, extraShowcaseIds } = reconciliation
  const lacking = new Set(communities.filter(isLacking).map(({ communityId }) => communityId))
  const whole = communities.filter(({ communityId }) => !lacking.has(communityId))
  return [
    ...totals.filter(isKnown).filter(({ key, difference }) => isDifferent(key, difference))
      .map((total) => totalFinding(total, total.key === 'buildings' ? communities : whole, places)),
    ...communities.filter(isLacking).map((one) => lackingFinding(one, communities, places)),
    ...whole.map((one) => sumFinding(one, places)),
    ...missingShowcases.map((name): Finding => (
      { code: 'showcase-missing', severity: 'error', file: places.communities, feature: null, field: 'showcase', params: { name } }
    )),
    ...extraShowcaseIds.map((feature): Finding => (
      { code: 'showcase-missing', severity: 'warning', file: places.communities, feature, field: 'showcase', params: { problem: 'not-in-plan' } }
    )),
  ]
}

/** True for a community that states more buildings than are drawn. */
function isLacking({ figure, difference }: CommunityDifference): boolean {
  return figure === 'buildingCount' && difference < 0
}

type KnownTotal = TotalCheck & { found: number; difference: number }

function isKnown(total: TotalCheck): total is KnownTotal {
  return total.found !== null && total.difference !== null
}

function totalFinding(total: KnownTotal, communities: readonly CommunityDifference[], places: TotalPlaces): Finding {
  const { key, planned, found, difference } = total
  const differing = communities.filter((one) => one.figure === FIGURE_OF[key])
  const rejected = key === 'buildings' ? places.rejectedBuildingIds : places.rejectedCommunityIds
  const isRounding = key === 'floorAreaM2' && Math.abs(difference) <= PRINTED_AREA_STEP_M2
  return {
    code: 'total-differs',
    severity: isRounding ? 'warning' : 'error',
    file: key === 'buildings' ? places.buildings : places.communities,
    feature: null,
    field: key,
    params: {
      planned, found, difference,
      explained: differing.map((one) => `${one.communityId} (${signed(explains(key, one))})`).join(', '),
      rejected: list(rejected),
      remainder: rejected.length > 0 ? '' : toHundredths(difference - differing.reduce((sum, one) => sum + explains(key, one), 0)),
    },
  }
}

/** The part of a total's difference that one community explains: drawn buildings count, figures are the community's own. */
function explains(key: TotalKey, { difference }: CommunityDifference): number {
  return key === 'buildings' ? difference : -difference
}

function lackingFinding(lacking: CommunityDifference, communities: readonly CommunityDifference[], places: TotalPlaces): Finding {
  const { communityId, figure, own, sum, buildingIds } = lacking
  const less = (of: CommunityFigure) => -(communities.find((one) => one.communityId === communityId && one.figure === of)?.difference ?? 0)
  // Ids of buildings begin with that of their community; a rejected feature has no other known tie to it.
  const rejected = places.rejectedBuildingIds.filter((id) => id.startsWith(`${communityId}-`))
  const params = {
    own, sum, households: less('households'), floorAreaM2: less('floorAreaM2'), buildings: buildingIds.join(', '), rejected: list(rejected),
  }
  return { code: 'building-missing', severity: 'error', file: places.communities, feature: communityId, field: figure, params }
}

function sumFinding({ communityId, figure, own, sum, difference, buildingIds }: CommunityDifference, places: TotalPlaces): Finding {
  const params = { own, sum, difference, buildings: buildingIds.join(', ') }
  return { code: 'community-sum-differs', severity: 'warning', file: places.communities, feature: communityId, field: figure, params }
}

const signed = (value: number): string => (value > 0 ? `+${value}` : `−${Math.abs(value)}`)
const list = (ids: readonly string[]): string => (ids.length > 10 ? `${ids.slice(0, 10).join(', ')} …` : ids.join(', '))
