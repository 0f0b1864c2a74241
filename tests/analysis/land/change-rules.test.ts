import { describe, expect, it } from 'vitest'
import { BUILT_IN_RULES } from '@/analysis/land/built-in-rules'
import { applyRuleChanges, listRuleChanges } from '@/analysis/land/change-rules'

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
    ['nowhere.value', 1], ['facilities.99.radiusM.value', 1], ['walkSpeedMPerMin.value', true], ['title', 1], ['__proto__.polluted', 1], ['constructor.name', 1],
  ] as const)('leave alone what does not fit: %s', (path, value) => {
    expect(applyRuleChanges(BUILT_IN_RULES, [[path, value]])).toEqual(BUILT_IN_RULES)
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
})

/** Changes are listed in the order of the rules themselves. */
function order(path: string): number {
  return Object.keys(BUILT_IN_RULES).indexOf(path.split('.')[0]!)
}
