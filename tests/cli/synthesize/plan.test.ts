import { describe, expect, it } from 'vitest'
import { makePlan } from '@/cli/synthesize/plan'
import { parseDay } from '@/domain/day'

const plan = makePlan()
const byCode = new Map(plan.items.map((item) => [item.code, item]))

describe('makePlan', () => {
  it('lists the 36 items as 15 basic, 13 improved and 8 enhanced', () => {
    expect(new Set(plan.items.map(({ code }) => code)).size).toBe(36)
    const counted = ['basic', 'improved', 'enhanced'].map((id) => plan.items.filter((item) => item.class === id).length)
    expect(counted).toEqual([15, 13, 8])
  })

  it('has short names of at most six characters, all different', () => {
    for (const { shortName } of [...plan.items, ...plan.milestones]) expect(shortName.length).toBeLessThanOrEqual(6)
    expect(new Set(plan.items.map(({ shortName }) => shortName)).size).toBe(36)
  })

  it('scopes items to buildings, communities and surroundings as the catalogue does', () => {
    const codes = (scope: string) => plan.items.filter((item) => item.scope === scope).map(({ code }) => code)
    expect(codes('building')).toEqual(['J14', 'J15', 'W07', 'W08', 'W09', 'W10'])
    expect(codes('surroundings')).toEqual(['T01', 'T02', 'T03', 'T04', 'T05', 'T07', 'T08'])
  })

  it('makes the road surface wait for what lies under it', () => {
    expect(byCode.get('J09')!.after).toEqual(['J02', 'J03', 'J05', 'J06', 'J07'])
    for (const code of byCode.get('J09')!.after) expect(byCode.get(code)!.underground).toBe(true)
    expect(plan.items.filter(({ after }) => after.length > 0).length).toBe(1)
  })

  it('asks for consent where residents pay', () => {
    expect(plan.items.filter(({ needsConsent }) => needsConsent).map(({ code }) => code)).toEqual(['W07', 'W08', 'W09'])
  })

  it('counts 21 items whose words stand in the official plan', () => {
    expect(plan.items.filter(({ inPlan }) => inPlan).length).toBe(21)
  })

  it('has twelve milestones with real days in order, the last two assumed', () => {
    expect(plan.milestones.map(({ code }) => code).join(' ')).toBe('M01 M02 M03 M04 M05 M06 M07 M08 M09 M11 M12 M13')
    const days = plan.milestones.map(({ plannedOn }) => parseDay(plannedOn)!)
    expect(days).toEqual([...days].sort((a, b) => a - b))
    expect(days.every(Number.isInteger)).toBe(true)
    expect(plan.milestones.filter(({ assumed }) => assumed).map(({ code }) => code)).toEqual(['M12', 'M13'])
  })

  it('survives being written as JSON', () => {
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan)
  })
})
