import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BUILT_IN_RULES } from '@/analysis/siting/built-in-rules'
import { applyRuleChanges, listRuleChanges, type RuleChange } from '@/analysis/siting/change-rules'
import type { LandRules } from '@/domain/land-rules'

const changes = [['walkSpeedMPerMin.value', 50], ['facilities.0.radiusM.value', 400], ['hazards.0.isHard', false]] as const

describe('rule changes', () => {
  it('are the numbers and switches that differ', () => {
    expect(listRuleChanges(BUILT_IN_RULES, applyRuleChanges(BUILT_IN_RULES, changes))).toEqual([...changes].sort((a, b) => order(a[0]) - order(b[0])))
    expect(listRuleChanges(BUILT_IN_RULES, structuredClone(BUILT_IN_RULES))).toEqual([])
  })

  it('leave the rules they start from as they are', () => {
    const before = JSON.stringify(BUILT_IN_RULES)
    expect(applyRuleChanges(BUILT_IN_RULES, changes).walkSpeedMPerMin.value).toBe(50)
    expect(JSON.stringify(BUILT_IN_RULES)).toBe(before)
  })

  it.each([
    ['title', 'allowed'], ['landUses.0.verdict', 'perhaps'], ['landUses.0.verdict', 1], ['landUses.99.verdict', 'allowed'], ['assembly.blockingRoadClasses.river', true],
    ['assembly.blockingRoadClasses.local', 0], ['assembly.incompatibleTenures.workUnit-workUnit', true], ['assembly.incompatibleTenures.0', true],
    ['communityDemand.C01.holder', 1], ['communityDemand.C01.share60Plus', true], ['communityDemand.C01.share60Plus', 'many'],
    ['nowhere.value', 1], ['facilities.99.radiusM.value', 1], ['walkSpeedMPerMin.value', true], ['title', 1], ['__proto__.polluted', 1], ['constructor.name', 1],
  ] as const)('leave alone what does not fit: %s', (path, value) => {
    expect(applyRuleChanges(BUILT_IN_RULES, [[path, value]])).toEqual(BUILT_IN_RULES)
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
})

describe('rules that are words', () => {
  const edited = (...changed: RuleChange[]) => applyRuleChanges(BUILT_IN_RULES, changed)
  const back = (rules: LandRules) => listRuleChanges(BUILT_IN_RULES, rules)

  it('change what a land-use code means', () => {
    const rules = edited(['landUses.0.verdict', 'forbidden'])
    expect(rules.landUses.slice(0, 2).map(({ verdict }) => verdict)).toEqual(['forbidden', 'allowed'])
    expect(back(rules)).toEqual([['landUses.0.verdict', 'forbidden']])
  })

  it('switch a class of roads in and out, and end where they began', () => {
    expect(edited(['assembly.blockingRoadClasses.local', false]).assembly.blockingRoadClasses).toEqual(['arterial', 'secondary'])
    expect(edited(['assembly.blockingRoadClasses.lane', true]).assembly.blockingRoadClasses).toEqual(['arterial', 'secondary', 'local', 'lane'])
    expect(back(edited(['assembly.blockingRoadClasses.lane', true]))).toEqual([['assembly.blockingRoadClasses.lane', true]])
    expect(edited(['assembly.blockingRoadClasses.local', false], ['assembly.blockingRoadClasses.local', true])).toEqual(BUILT_IN_RULES)
  })

  it('switch a pair of tenures, whichever of the two the rules name first', () => {
    // The shipped rules write [collectiveOther, stateGranted].
    const path = 'assembly.incompatibleTenures.stateGranted-collectiveOther'
    const joined = (rules: LandRules) => rules.assembly.incompatibleTenures.map((pair) => [...pair].sort().join())
    expect(joined(BUILT_IN_RULES)).toContain('collectiveOther,stateGranted')
    expect(joined(edited([path, false]))).toEqual(joined(BUILT_IN_RULES).filter((pair) => pair !== 'collectiveOther,stateGranted'))
    expect(back(edited([path, false]))).toEqual([[path, false]])
    expect(edited([path, true])).toEqual(BUILT_IN_RULES)
    expect(joined(edited(['assembly.incompatibleTenures.workUnit-ownersCommon', true])).at(-1)).toBe('ownersCommon,workUnit')
  })

  it('say what a community has, also one that the rules did not name', () => {
    const rules = edited(['communityDemand.C01.share60Plus', 0.4], ['communityDemand.C01.personsPerHousehold', 2.1])
    expect(rules.communityDemand).toEqual([{ communityId: 'C01', personsPerHousehold: 2.1, share60Plus: 0.4, shareUnder3: null }])
    expect(back(rules)).toEqual([['communityDemand.C01.personsPerHousehold', 2.1], ['communityDemand.C01.share60Plus', 0.4]])
    expect(applyRuleChanges(rules, [['communityDemand.C01.share60Plus', 'default'], ['communityDemand.C01.personsPerHousehold', 'default']])).toEqual(BUILT_IN_RULES)
  })

  it('give a community back to the plan, also where the file says otherwise', () => {
    const original = { ...BUILT_IN_RULES, communityDemand: [{ communityId: 'C01', personsPerHousehold: null, share60Plus: 0.3, shareUnder3: null }] }
    const without = applyRuleChanges(original, [['communityDemand.C01.share60Plus', 'default']])
    expect(without.communityDemand).toEqual([])
    expect(listRuleChanges(original, without)).toEqual([['communityDemand.C01.share60Plus', 'default']])
  })

  it('come out the same after they were listed, whatever was changed', () => {
    const known = [...back(edited(['landUses.3.verdict', 'toCheck'], ['assembly.blockingRoadClasses.lane', true])), ['communityDemand.C7.shareUnder3', 0.05], ['storeys.value', 3]] as const
    fc.assert(fc.property(fc.shuffledSubarray([...known]), (chosen) => {
      const rules = applyRuleChanges(BUILT_IN_RULES, chosen)
      expect(applyRuleChanges(BUILT_IN_RULES, back(rules))).toEqual(rules)
      expect(back(rules)).toHaveLength(chosen.length)
    }))
  })
})

/** Changes are listed in the order of the rules themselves. */
function order(path: string): number {
  return Object.keys(BUILT_IN_RULES).indexOf(path.split('.')[0]!)
}
