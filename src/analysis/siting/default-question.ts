import { criteriaOf } from '@/analysis/siting/criteria-of'
import type { LandQuestion } from '@/domain/land'
import type { FacilityStandard, LandRules } from '@/domain/land-rules'
import type { FacilityType } from '@/domain/place'
import type { DemandDefaults } from '@/domain/plan'

/** Standard of a type; that of the first type if the rules do not know it, so that a link cannot break the view. */
export function standardOf(rules: LandRules, type: FacilityType): FacilityStandard {
  const standard = rules.facilities.find((facility) => facility.type === type) ?? rules.facilities[0]
  if (!standard) throw new Error('The rules name no facility')
  return standard
}

/**
 * What is asked before the planner changed anything: the standard's own radius and minima, three sites.
 *
 * @param defaults - Of the plan, to fit the bounds of people reached to the group; null before the plan is read.
 */
export function defaultQuestion(rules: LandRules, type: FacilityType, defaults: DemandDefaults | null): LandQuestion {
  const standard = standardOf(rules, type)
  return {
    facilityType: standard.type, mode: 'walk', radiusM: standard.radiusM.value, gapM: rules.assembly.gapM,
    minLandAreaM2: standard.minLandAreaM2.value, minFloorAreaM2: standard.minFloorAreaM2.value, minWidthM: standard.minWidthM.value,
    siteCount: 3, criteria: defaults ? criteriaOf(rules, standard, defaults) : rules.criteria, isCapacityLimited: false, mustInclude: [], mustExclude: [], wantedShare: null,
  }
}
