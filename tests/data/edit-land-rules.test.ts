import { describe, expect, it } from 'vitest'
import { BUILT_IN_RULES } from '@/analysis/siting/built-in-rules'
import type { RuleChange } from '@/analysis/siting/change-rules'
import { editLandRules } from '@/data/edit-land-rules'
import { smallLandRules } from '../fixtures/small-land-rules'

describe('editLandRules', () => {
  it('takes every change that keeps the rules lawful', () => {
    const edited = editLandRules(smallLandRules(), [['walkSpeedMPerMin.value', 50], ['landUses.0.verdict', 'toCheck'], ['communityDemand.C02.share60Plus', 0.5]])
    expect([edited.walkSpeedMPerMin.value, edited.landUses[0]!.verdict, edited.communityDemand[1]!.share60Plus]).toEqual([50, 'toCheck', 0.5])
  })

  it.each<RuleChange>([
    ['walkSpeedMPerMin.value', 0], ['facilities.0.minWidthM.value', -1], ['densityShare.value', 1.5], ['tenures.0.difficulty', 2],
    ['communityDemand.C02.share60Plus', 1.2], ['communityDemand.C02.personsPerHousehold', 0], ['criteria.sun.worst', 1],
  ])('leaves out %s = %s, and keeps the change beside it', (path, value) => {
    const edited = editLandRules(smallLandRules(), [[path, value], ['assembly.gapM', 5]])
    expect(edited).toEqual({ ...smallLandRules(), assembly: { ...smallLandRules().assembly, gapM: 5 } })
  })

  it('gives the very same rules without a change', () => expect(editLandRules(BUILT_IN_RULES, [])).toBe(BUILT_IN_RULES))

  it('finds the shipped rules lawful, so that one bad change costs no other', () => {
    expect(editLandRules(BUILT_IN_RULES, [['assembly.gapM', -5], ['storeys.value', 3]]).storeys.value).toBe(3)
  })
})
