import { describe, expect, it } from 'vitest'
import { BUILT_IN_RULES } from '@/analysis/siting/built-in-rules'
import { defaultQuestion, standardOf } from '@/analysis/siting/default-question'

describe('the default question', () => {
  it('takes radius and minima from the standard of the type', () => {
    const standard = standardOf(BUILT_IN_RULES, 'childcare')
    expect(defaultQuestion(BUILT_IN_RULES, 'childcare', null)).toMatchObject({
      facilityType: 'childcare', mode: 'walk', radiusM: standard.radiusM.value, minLandAreaM2: standard.minLandAreaM2.value,
      minFloorAreaM2: standard.minFloorAreaM2.value, gapM: BUILT_IN_RULES.assembly.gapM, siteCount: 3, wantedShare: null,
    })
  })

  it('fits the bounds of people reached to the group', () => {
    const defaults = { personsPerHousehold: 2.7, share60Plus: 0.2, share65Plus: 0.15, share0To14: 0.19, shareUnder3: 0.02 }
    const { best } = BUILT_IN_RULES.criteria.newlyReached
    expect(defaultQuestion(BUILT_IN_RULES, 'childcare', defaults).criteria.newlyReached.best).toBe(best / 10)
  })

  it('falls back on the first type that the rules know', () => {
    expect(defaultQuestion(BUILT_IN_RULES, 'kindergarten', null).facilityType).toBe(BUILT_IN_RULES.facilities[0]!.type)
  })

  it('says so if the rules know none', () => {
    expect(() => standardOf({ ...BUILT_IN_RULES, facilities: [] }, 'childcare')).toThrow('The rules name no facility')
  })
})
