import { describe, expect, it } from 'vitest'
import { BUILT_IN_RULES } from '@/analysis/siting/built-in-rules'
import { readLandRules } from '@/data/read-land-rules'
import { put, smallLandRules } from '../fixtures/small-land-rules'

type Change = readonly [path: string, value: unknown]

function read(...changes: readonly Change[]) {
  const rules = smallLandRules()
  for (const [path, value] of changes) put(rules, path, value)
  return readLandRules(JSON.stringify(rules), 'land-rules.json')
}

describe('readLandRules', () => {
  it('reads small rules and the built-in ones as they are', () => {
    for (const rules of [smallLandRules(), BUILT_IN_RULES]) {
      expect(readLandRules(JSON.stringify(rules), 'land-rules.json')).toEqual({ value: rules, findings: [] })
    }
  })

  it.each<[string, Change, string, string, string | null]>([
    ['a radius of nothing', ['facilities.0.radiusM.value', 0], 'out-of-bounds', 'facilities[0].radiusM.value', 'elderlyCare'],
    ['a radius as text', ['facilities.1.radiusM.value', '500'], 'wrong-type', 'facilities[1].radiusM.value', 'childcare'],
    ['a number without a source', ['walkSpeedMPerMin.source', undefined], 'field-missing', 'walkSpeedMPerMin.source', null],
    ['an unknown state of a source', ['storeys.state', 'sure'], 'wrong-enumeration', 'storeys.state', null],
    ['a missing member', ['densityShare', undefined], 'field-missing', 'densityShare', null],
    ['no facilities', ['facilities', []], 'out-of-bounds', 'facilities', null],
    ['an unknown type of facility', ['facilities.0.type', 'casino'], 'wrong-enumeration', 'facilities[0].type', 'casino'],
    ['a negative gap', ['assembly.gapM', -1], 'out-of-bounds', 'assembly.gapM', null],
    ['an unknown road class', ['assembly.blockingRoadClasses.1', 'motorway'], 'wrong-enumeration', 'assembly.blockingRoadClasses[1]', null],
    ['a tenure that is incompatible with nothing', ['assembly.incompatibleTenures.0', ['unknown']], 'out-of-bounds', 'assembly.incompatibleTenures[0]', null],
    ['an unknown verdict', ['landUses.0.verdict', 'maybe'], 'wrong-enumeration', 'landUses[0].verdict', '2301'],
    ['a difficulty above 1', ['tenures.2.difficulty', 30], 'share-out-of-range', 'tenures[2].difficulty', 'stateReserve'],
    ['a set-back that is not finite', ['hazards.0.setbackM', null], 'field-missing', 'hazards[0].setbackM', null],
    ['a switch as text', ['neighbours.0.isHard', 'yes'], 'wrong-type', 'neighbours[0].isHard', null],
    ['a negative weight', ['criteria.sun.weight', -1], 'out-of-bounds', 'criteria.sun.weight', null],
    ['a missing criterion', ['criteria.walkTime', undefined], 'field-missing', 'criteria.walkTime', null],
    ['a criterion whose best is its worst', ['criteria.walkTime.best', 8], 'wrong-type', 'criteria.walkTime.best', 'walkTime'],
    ['a highest storey below the lowest', ['facilities.0.maxStorey', { ...smallLandRules().facilities[0]!.minStorey, value: -1 }], 'out-of-bounds', 'facilities[0].maxStorey.value', 'elderlyCare'],
    ['a form that is smaller than its smallest', ['facilities.0.forms.0.maxFloorAreaM2', 100], 'out-of-bounds', 'facilities[0].forms[0].maxFloorAreaM2', 'elderlyCare'],
    ['a share above 1 for a community', ['communityDemand.0.share60Plus', 21], 'share-out-of-range', 'communityDemand[0].share60Plus', 'C01'],
  ])('has no rules with %s, and says where', (_, change, code, field, feature) => {
    const { value, findings } = read(change)
    expect(value).toBeNull()
    expect(findings).toMatchObject([{ code, severity: 'error', file: 'land-rules.json', field, feature }])
  })

  it('takes worst above best, zero weights and missing values that may be missing', () => {
    const { value, findings } = read(
      ['criteria.sun', { weight: 0, worst: 5, best: -5 }], ['facilities.0.per100HouseholdsM2', null], ['communityDemand.0.personsPerHousehold', null],
    )
    expect(findings).toEqual([])
    expect(value!.criteria.sun).toEqual({ weight: 0, worst: 5, best: -5 })
  })

  it('warns of a tenure that nobody judged, but not of the unknown one', () => {
    const { value, findings } = read(['tenures', smallLandRules().tenures.slice(1)])
    expect(value!.tenures).toHaveLength(6)
    expect(findings).toMatchObject([{ code: 'field-missing', severity: 'warning', feature: 'stateAllocated', field: 'tenures.stateAllocated' }])
  })

  it('uses the first of two standards of one type', () => {
    const { value, findings } = read(['facilities.1.type', 'elderlyCare'])
    expect(value!.facilities).toHaveLength(1)
    expect(findings).toMatchObject([{ code: 'duplicate-id', feature: 'elderlyCare', field: 'facilities[1].type' }])
  })

  it('tolerates a remark of a bureau with a warning', () => {
    const { value, findings } = read(['remark', 'checked in May'])
    expect(value).toEqual(smallLandRules())
    expect(findings).toMatchObject([{ code: 'unknown-column', severity: 'warning', field: 'remark' }])
  })

  it.each(['', 'null', '[]', '"rules"', '{}', '{'])('gives findings for %j', (text) => {
    const { value, findings } = readLandRules(text, 'land-rules.json')
    expect(value).toBeNull()
    expect(findings.some(({ severity }) => severity === 'error')).toBe(true)
  })
})
