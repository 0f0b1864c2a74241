import { describe, expect, it } from 'vitest'
import { subjectFinder } from '@/data/import/find-subject'
import { PLAN_WORDS } from '../../fixtures/grid-layer'

const find = subjectFinder(PLAN_WORDS)
const codesOf = (text: string) => [find(text).item?.code ?? null, find(text).milestone?.code ?? null]

describe('subjectFinder', () => {
  it.each([
    ['J02', 'J02'], ['w07', 'W07'], ['供水管网改造', 'J02'], ['供水管网', 'J02'], ['J02 供水管网', 'J02'], ['建筑节能（外墙保温）', 'W07'], ['外墙保温', 'W07'], ['自来水管网', 'J02'], ['暖气管网', 'J06'], ['燃气管道', 'J05'],
    ['道路', 'J09'], ['路面硬化', 'J09'], ['屋顶防水', 'J14'], ['楼道维修', 'J15'], ['弱电入地', 'J07'], ['路灯安装', 'J12'], ['监控', 'J11'], ['停车位', 'W02'], ['电梯', 'W09'], ['雨污分流改造', 'J03'], ['Water supply pipes', 'J02'], ['养老服务', 'T01'],
  ])('finds the item %s: %s', (text, code) => {
    expect(codesOf(text)[0]).toBe(code)
  })

  it.each([['M09', 'M09'], ['开工', 'M09'], ['实际开工时间', 'M09'], ['完工', 'M11'], ['竣工验收', 'M12'], ['验收时间', 'M12'], ['物业接管', 'M13'], ['勘察设计', 'M05']])('finds the milestone %s: %s', (text, code) => {
    expect(codesOf(text)[1]).toBe(code)
  })

  it('finds both where a name is both', () => {
    expect(codesOf('拆违拆临')).toEqual(['J01', 'M02'])
  })

  it.each(['管网', '充电', '外墙', '改造', '喷泉', '', '__proto__', 'constructor'])('does not choose for %s', (text) => {
    expect(codesOf(text)).toEqual([null, null])
  })

  it('finds nothing without a plan', () => {
    expect(subjectFinder(null)('J02')).toEqual({ item: null, milestone: null })
  })
})
