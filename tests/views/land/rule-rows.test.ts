import { describe, expect, it } from 'vitest'
import { landZh } from '@/i18n/land-zh'
import { toRuleGroups } from '@/views/land/rule-rows'
import { smallLandRules } from '../../fixtures/small-land-rules'

const names = { text: landZh, isChinese: true }
const groupsOf = (rules = smallLandRules()) => toRuleGroups(rules, smallLandRules(), 'elderlyCare', names)
const rowOf = (id: string, rules = smallLandRules()) => groupsOf(rules).flatMap(({ rows }) => rows).find((row) => row.id === id)!

describe('toRuleGroups', () => {
  it('lists every group of the chosen facility, and no empty one', () => {
    expect(groupsOf().map(({ title }) => title)).toEqual(['通用', '养老设施', '危险源退让', '不宜相邻', '权属'])
    expect(toRuleGroups({ ...smallLandRules(), neighbours: [] }, smallLandRules(), 'elderlyCare', names).map(({ id }) => id)).not.toContain('neighbours')
  })

  it('has every number with its source, and leaves out what the facility has no rule for', () => {
    expect(rowOf('facility-radiusM')).toMatchObject({ name: '服务半径 m', value: 500, isEdited: false, source: { state: 'assumption', source: '测试用' } })
    expect(rowOf('facility-maxStorey')).toBeUndefined()
    expect(rowOf('form-elderlyCare-form')).toMatchObject({ name: '形式最小建筑面积 ㎡', value: 350 })
  })

  it('changes one number and nothing else', () => {
    const rules = smallLandRules()
    const next = rowOf('facility-radiusM', rules).with(560)
    expect(next.facilities[0]!.radiusM).toEqual({ ...rules.facilities[0]!.radiusM, value: 560 })
    expect({ ...next, facilities: [{ ...next.facilities[0]!, radiusM: rules.facilities[0]!.radiusM }, next.facilities[1]!] }).toEqual(rules)
    expect(rules).toEqual(smallLandRules())
  })

  it.each([
    ['walkSpeedMPerMin', 50, (rules: ReturnType<typeof smallLandRules>) => rules.walkSpeedMPerMin.value],
    ['gap', 5, (rules: ReturnType<typeof smallLandRules>) => rules.assembly.gapM],
    ['hazard-0', 80, (rules: ReturnType<typeof smallLandRules>) => rules.hazards[0]!.setbackM],
    ['neighbour-0', 40, (rules: ReturnType<typeof smallLandRules>) => rules.neighbours[0]!.distanceM],
    ['tenure-1', 0.9, (rules: ReturnType<typeof smallLandRules>) => rules.tenures[1]!.difficulty],
    ['form-elderlyCare-form', 300, (rules: ReturnType<typeof smallLandRules>) => rules.facilities[0]!.forms[0]!.minFloorAreaM2],
  ])('writes %s where it belongs, and marks it as edited', (id, value, read) => {
    const next = rowOf(id).with(value)
    expect(read(next)).toBe(value)
    expect(rowOf(id, next)).toMatchObject({ value, isEdited: true })
  })

  it('switches a must to an advice, and a tenure off', () => {
    expect(rowOf('hazard-0', rowOf('hazard-0').isHard!.with(false)).isEdited).toBe(true)
    expect(rowOf('neighbour-0', rowOf('neighbour-0').isHard!.with(false)).isHard!.value).toBe(false)
    expect(rowOf('hazard-0').isHard!.with(false).hazards[0]).toMatchObject({ isHard: false, setbackM: 50 })
    expect(rowOf('tenure-out-2').with(true).tenures.map(({ isExcluded }) => isExcluded)).toEqual([false, false, true, false, false, false, false])
  })
})
