import { describe, expect, it } from 'vitest'
import type { LandInput } from '@/analysis/land/land-input'
import { effectiveMode, prepareTown } from '@/analysis/land/prepare-town'
import { applyRuleChanges } from '@/analysis/siting/change-rules'
import { drawnTown, OLD, residence, RESIDENCES, street } from '../../fixtures/drawn-town'

const town = (own: Partial<LandInput> = {}) => prepareTown(drawnTown(own))
const codes = (own: Partial<LandInput> = {}) => town(own).notes.map(({ code }) => code)
const noteOf = (code: string, own: Partial<LandInput> = {}) => town(own).notes.find((note) => note.code === code)?.params

describe('prepareTown', () => {
  it('counts the people of every building, whole people', () => {
    const { demand } = town()
    expect(demand.ids).toEqual(['B1', 'B2', 'R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7', 'R8', 'R9'])
    expect(Object.fromEntries(demand.ids.map((id, p) => [id, demand.aged60Plus[p]]))).toEqual(OLD)
    // B1 100, B2 40, R1 40, R2 80, R3 40, R4 120, R5 80, R6 160, R7 40, R8 50, R9 40.
    expect(demand.all.reduce((sum, people) => sum + people, 0)).toBe(790)
    // A tenth of all but R8, of whom a fifth: 74 + 10.
    expect(demand.under3.reduce((sum, people) => sum + people, 0)).toBeCloseTo(84, 9)
  })

  it('lets a residence speak for the building it stands in, as part of its community', () => {
    const { demand } = town()
    const r9 = demand.ids.indexOf('R9')
    expect(demand.ids).not.toContain('B3')
    expect([demand.households[r9], demand.communityIds[r9]]).toEqual([20, 'C2'])
  })

  it('counts otherwise where somebody said so for a community', () => {
    const rules = applyRuleChanges(drawnTown().rules, [['communityDemand.C2.share60Plus', 0.5], ['communityDemand.C1.personsPerHousehold', 'default']])
    const { demand } = town({ rules })
    const old = (id: string) => demand.aged60Plus[demand.ids.indexOf(id)]
    // B2: 20 households × 2, half of them old. B1: 40 × the plan's 2, 0.4 of them old. R1 is in no community.
    expect([old('B2'), old('B1'), old('R1')]).toEqual([20, 32, 10])
  })

  it('joins buildings to streets: straight, through the gate, or not at all', () => {
    const { demand, pointConnectors, isUnroutable } = town()
    const way = (id: string) => pointConnectors!.connectorM[demand.ids.indexOf(id)]
    expect(way('R1')).toBeCloseTo(10, 2)
    // 60 east and 45 north of the gate, which is 20 from the street.
    expect(way('B1')).toBeCloseTo(95, 2)
    // C2 has no gate in the data: it is open.
    expect(way('B2')).toBeCloseTo(20, 2)
    expect(demand.ids.filter((_, p) => isUnroutable[p] === 1)).toEqual(['R7'])
  })

  it('goes straight from a community without known gates', () => {
    const open = town({ gates: null })
    // (380, 115) lies 80 from the bridge street.
    expect(open.pointConnectors!.connectorM[0]).toBeCloseTo(80, 2)
    expect(codes({ gates: null })).toContain('no-gates')
    expect(codes({ gates: [] })).not.toContain('no-gates')
  })

  it('tells where a road meets the river without a bridge, and who has no street', () => {
    expect(noteOf('roads-blocked')).toEqual({ count: 1, ids: 'west' })
    expect(noteOf('unroutable')).toEqual({ count: 1, maxConnectorM: 100 })
    expect(codes()).toEqual(['roads-blocked', 'unroutable'])
  })

  it('measures in a straight line, and says so, where nobody can walk along anything', () => {
    const blind = town({ roads: [] })
    expect([blind.streets, blind.pointConnectors, blind.facilityConnectors]).toEqual([null, null, null])
    expect(effectiveMode(blind, 'walk')).toBe('line')
    expect(codes({ roads: [] })).toEqual(['no-roads'])
    expect(codes({ roads: [street('motorway', [[0, 0], [600, 0]], { walkable: false })] })).toEqual(['no-roads'])
    expect(effectiveMode(town(), 'walk')).toBe('walk')
    expect(effectiveMode(town(), 'line')).toBe('line')
  })

  it('says what is not known', () => {
    expect(codes({ facilities: null })).toContain('no-facilities')
    expect(codes({ facilities: [] })).toContain('no-facilities')
    expect(codes({ contextBuildings: null })).toContain('no-heights')
    expect(codes({ areRulesBuiltIn: true })).toContain('rules-built-in')
    expect(codes({ residences: [], buildings: [] })).toContain('no-residents')
  })

  it('leaves out and names residents who cannot be counted', () => {
    const broken = [residence('X1', 100, 10, NaN), residence('X2', 100, 10, -5), residence('X3', NaN, 10, 5), residence('X4', 0, 10, 5, { share60Plus: 1.2 })]
    expect(noteOf('invalid-feature', { residences: [...RESIDENCES, ...broken] })).toEqual({ count: 4, ids: 'X1, X2, X3, X4' })
    expect(town({ residences: [...RESIDENCES, ...broken] }).demand).toEqual(town().demand)
  })

  it('does not depend on the order of the layers', () => {
    const { residences, buildings, facilities } = drawnTown()
    const turned = town({ residences: residences.toReversed(), buildings: buildings.toReversed(), facilities: facilities!.toReversed() })
    expect(turned.demand).toEqual(town().demand)
    expect(turned.facilities).toEqual(town().facilities)
  })
})
