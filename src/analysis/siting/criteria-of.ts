import type { AgeGroup, CriterionId, CriterionSetting, FacilityStandard, LandRules } from '@/domain/land-rules'
import type { DemandDefaults } from '@/domain/plan'

type Shares = Pick<DemandDefaults, 'share60Plus' | 'shareUnder3'>

/**
 * Criteria of the rules for one type of facility. Bounds of people newly reached are written for the old: among small
 * children there are eleven times fewer to reach, among everyone five times more. They are stretched by the shares of
 * the plan, to two digits, so that a site full of children is no poor site.
 */
export function criteriaOf(
  { criteria }: Pick<LandRules, 'criteria'>, { group }: Pick<FacilityStandard, 'group'>, shares: Shares,
): Readonly<Record<CriterionId, CriterionSetting>> {
  const stretch = shareOf(group, shares) / shares.share60Plus
  if (group === 'aged60Plus' || !(stretch > 0 && Number.isFinite(stretch))) return criteria
  const { weight, worst, best } = criteria.newlyReached
  return { ...criteria, newlyReached: { weight, worst: twoDigits(worst * stretch), best: twoDigits(best * stretch) } }
}

function shareOf(group: AgeGroup, { share60Plus, shareUnder3 }: Shares): number {
  return { aged60Plus: share60Plus, under3: shareUnder3, all: 1 }[group]
}

function twoDigits(value: number): number {
  return Number(value.toPrecision(2))
}
