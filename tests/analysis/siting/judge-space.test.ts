import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BUILT_IN_RULES } from '@/analysis/siting/built-in-rules'
import { hazardDistanceM, judgeSpace, missingSpaceFacts, prepareSpaceFacts } from '@/analysis/siting/judge-space'
import type { SpaceFactsParts } from '@/analysis/siting/judge-space'
import type { LandRules } from '@/domain/land-rules'
import type { Facility, FacilityType, Hazard, SpareSpace } from '@/domain/place'
import { at, drawn, ORIGIN, rectangle } from '../../fixtures/drawn'

/** A parcel of 30 × 20 m that no rule has anything against. */
const space = (own: Partial<SpareSpace> = {}): SpareSpace => ({
  id: 'S001', name: '地块', kind: 'parcel', registeredAreaM2: null, floorAreaM2: null, storey: null, tenure: 'stateReserve', holder: null,
  landUseCode: '2301', plannedUseCode: '0702', communityId: null, availableYears: 10, surveyState: 'desk', published: false,
  provenance: 'synthetic', geometry: rectangle(0, 0, 30, 20), ...own,
})
const hazard = (id: string, kind: Hazard['kind'], x: number, y: number, name: string | null = null): Hazard =>
  ({ id, kind, name, provenance: 'synthetic', geometry: { type: 'Point', coordinates: at(x, y) } })
const facility = (id: string, type: FacilityType, x: number, y: number): Facility =>
  ({ id, type, name: '示例', floorAreaM2: null, capacity: null, provenance: 'synthetic', geometry: { type: 'Point', coordinates: at(x, y) } })
const standardOf = (type: FacilityType, rules = BUILT_IN_RULES) => rules.facilities.find((standard) => standard.type === type)!

const around: SpaceFactsParts = { spaces: [space()], hazards: [], facilities: [], bounds: null }
const judge = (parts: Partial<SpaceFactsParts>, type: FacilityType = 'elderlyCare', rules: LandRules = BUILT_IN_RULES, index = 0) =>
  judgeSpace(prepareSpaceFacts({ ...around, ...parts }), index, rules, standardOf(type, rules))
const judgeOwn = (own: Partial<SpareSpace>, type: FacilityType = 'elderlyCare', rules = BUILT_IN_RULES) => judge({ spaces: [space(own)] }, type, rules)

describe('judgeSpace', () => {
  it('has nothing against a space that keeps every rule', () => {
    expect(judgeOwn({})).toEqual([])
  })

  describe('land use', () => {
    it('excludes a planned park, though the ground is vacant today', () => {
      expect(judgeOwn({ plannedUseCode: '1401' })).toEqual([
        { ruleId: 'land-use', id: 'S001', isHard: true, actual: '1401', limit: 'forbidden', unit: 'code', missingBy: null, because: 'plannedUseCode' },
      ])
    })

    it('excludes present water', () => {
      expect(judgeOwn({ landUseCode: '170101' })).toMatchObject([{ isHard: true, actual: '170101', because: 'landUseCode' }])
    })

    it('wants a code checked that may be allowed, or that no rule knows', () => {
      expect(judgeOwn({ landUseCode: '1001', plannedUseCode: '0810' })).toMatchObject([
        { isHard: false, actual: '1001', limit: 'toCheck', because: 'landUseCode' }, { isHard: false, actual: '0810', limit: 'toCheck', because: 'plannedUseCode' },
      ])
    })

    it('tells a missing code without excluding', () => {
      expect(judgeOwn({ landUseCode: null, plannedUseCode: null })).toMatchObject([
        { isHard: false, actual: null, limit: null, because: 'landUseCode' }, { isHard: false, actual: null, limit: null, because: 'plannedUseCode' },
      ])
    })

    it('goes by the longest prefix, whatever the order of the rules', () => {
      const [first] = BUILT_IN_RULES.landUses
      const wholesale = { ...first!, codePrefix: '090102', verdict: 'forbidden' as const }
      for (const landUses of [[wholesale, ...BUILT_IN_RULES.landUses], [...BUILT_IN_RULES.landUses, wholesale]]) {
        expect(judgeOwn({ landUseCode: '090102' }, 'elderlyCare', { ...BUILT_IN_RULES, landUses })).toMatchObject([{ isHard: true, actual: '090102' }])
        expect(judgeOwn({ landUseCode: '090101' }, 'elderlyCare', { ...BUILT_IN_RULES, landUses })).toEqual([])
      }
    })
  })

  describe('tenure and time', () => {
    it('excludes a tenure only if the rules say so', () => {
      const tenures = BUILT_IN_RULES.tenures.map((rule) => ({ ...rule, isExcluded: rule.tenure === 'collectiveOther' }))
      expect(judgeOwn({ tenure: 'collectiveOther' })).toEqual([])
      expect(judgeOwn({ tenure: 'collectiveOther' }, 'elderlyCare', { ...BUILT_IN_RULES, tenures })).toEqual([
        { ruleId: 'tenure', id: 'S001', isHard: true, actual: 'collectiveOther', limit: null, unit: 'tenure', missingBy: null, because: null },
      ])
    })

    it('tells an unknown tenure', () => {
      expect(judgeOwn({ tenure: 'unknown' })).toMatchObject([{ ruleId: 'tenure', isHard: false, actual: null }])
    })

    it('says how many years are missing; exactly enough is enough', () => {
      expect(judgeOwn({ availableYears: 5 })).toEqual([])
      expect(judgeOwn({ availableYears: 3 })).toMatchObject([
        { ruleId: 'availability', isHard: true, actual: 3, limit: 5, unit: 'year', missingBy: 2 },
      ])
      // Childcare asks for a lease of three years.
      expect(judgeOwn({ availableYears: 3 }, 'childcare')).toEqual([])
    })

    it('lets unknown or unlimited years pass, and tells', () => {
      expect(judgeOwn({ availableYears: null })).toMatchObject([{ ruleId: 'availability', isHard: false, actual: null, limit: 5, missingBy: null }])
    })
  })

  describe('storey', () => {
    const room = { kind: 'room' as const, floorAreaM2: 400 }

    it('excludes a basement: the ground floor is one storey up, there is no storey 0', () => {
      expect(judgeOwn({ ...room, storey: -1 })).toMatchObject([
        { ruleId: 'storey', isHard: true, actual: -1, limit: 1, unit: 'storey', missingBy: 1 },
      ])
      expect(judgeOwn({ ...room, storey: -2 })).toMatchObject([{ missingBy: 2 }])
      expect(judgeOwn({ ...room, storey: 1 })).toEqual([])
    })

    it('excludes what is too high for small children only', () => {
      expect(judgeOwn({ ...room, storey: 4 }, 'childcare')).toMatchObject([{ ruleId: 'storey', actual: 4, limit: 2, missingBy: 2 }])
      expect(judgeOwn({ ...room, storey: 4 })).toEqual([])
    })

    it('tells an unknown storey of rooms, and asks none of ground', () => {
      expect(judgeOwn({ ...room, storey: null })).toMatchObject([{ ruleId: 'storey', isHard: false, actual: null, limit: 1 }])
      expect(judgeOwn({ kind: 'cleared', storey: null })).toEqual([])
    })
  })

  describe('hazards and neighbours', () => {
    //   ┌──────┐  20 m   ● H01 fuel station (50, 10): set-back 50 m
    //   │ 30×20│
    //   └──────┘
    const fuel = hazard('H01', 'fuelStation', 50, 10, '示例加油站')

    it('names the hazard and by how much it is too near to the boundary', () => {
      const [found, ...others] = judge({ hazards: [fuel, hazard('H02', 'fuelStation', 70, 10)] })
      expect(others).toEqual([])
      expect(found).toMatchObject({ ruleId: 'hazard', isHard: true, limit: 50, unit: 'm', because: 'H01 示例加油站' })
      expect(found!.actual).toBeCloseTo(20, 3)
      expect(found!.missingBy).toBeCloseTo(30, 3)
    })

    it('has nothing against one that is farther than the set-back', () => {
      expect(judge({ hazards: [hazard('H01', 'fuelStation', 80.1, 10)] })).toEqual([])
      expect(judge({ hazards: [hazard('H01', 'fuelStation', 79.9, 10)] })).toHaveLength(1)
    })

    it('measures to a power line between its poles', () => {
      const line: Hazard = { ...hazard('H11', 'powerLine', 0, 0), geometry: { type: 'LineString', coordinates: [at(-300, 32), at(400, 32)] } }
      const [found] = judge({ hazards: [line] })
      expect(found).toMatchObject({ isHard: true, limit: 20, because: 'H11' })
      expect(found!.actual).toBeCloseTo(12, 3)
    })

    it('advises where a rule is not hard, and only the types it is for', () => {
      const crowded = hazard('H10', 'crowdedMarket', 40, 10)
      expect(judge({ hazards: [crowded] }, 'childcare')).toMatchObject([{ ruleId: 'hazard', isHard: true, limit: 30 }])
      expect(judge({ hazards: [crowded] }, 'elderlyCare')).toEqual([])
      const waste = hazard('H07', 'wasteStation', 40, 10)
      expect(judge({ hazards: [waste] }, 'canteen')).toMatchObject([{ isHard: true }])
      expect(judge({ hazards: [waste] }, 'market')).toMatchObject([{ isHard: false }])
    })

    it('follows an edited set-back', () => {
      const hazards = BUILT_IN_RULES.hazards.map((rule) => ({ ...rule, setbackM: 15 }))
      expect(judge({ hazards: [fuel] }, 'elderlyCare', { ...BUILT_IN_RULES, hazards })).toEqual([])
    })

    it('does not take unknown dangers for none', () => {
      expect(judge({ hazards: null })).toEqual([
        { ruleId: 'hazard', id: 'S001', isHard: false, actual: null, limit: 100, unit: 'm', missingBy: null, because: null },
      ])
    })

    it('keeps a market and childcare apart, from both sides', () => {
      expect(judge({ facilities: [facility('F020', 'market', 45, 10)] }, 'childcare')).toMatchObject([
        { ruleId: 'neighbour', isHard: true, limit: 30, because: 'F020 示例' },
      ])
      expect(judge({ facilities: [facility('F006', 'childcare', 45, 10)] }, 'market')).toMatchObject([{ ruleId: 'neighbour', because: 'F006 示例' }])
      expect(judge({ facilities: [facility('F020', 'market', 45, 10)] }, 'canteen')).toEqual([])
      expect(judge({ facilities: [facility('F020', 'market', 61, 10)] }, 'childcare')).toEqual([])
    })

    it('tells that neighbours are unknown only where they matter', () => {
      expect(judge({ facilities: null }, 'childcare')).toMatchObject([{ ruleId: 'neighbour', isHard: false, actual: null, limit: 30 }])
      expect(judge({ facilities: null }, 'elderlyCare')).toEqual([])
    })
  })

  describe('shape and place', () => {
    it('excludes a shape without inside, and measures nothing from it', () => {
      const bowTie = drawn([0, 0], [30, 20], [30, 0], [0, 20])
      expect(judge({ spaces: [space({ geometry: bowTie })], hazards: [hazard('H01', 'fuelStation', 40, 10)] })).toMatchObject([
        { ruleId: 'invalid-shape', isHard: true, actual: 'crossesItself', limit: null, missingBy: null },
      ])
    })

    it('excludes what reaches over the bounds, and says how far', () => {
      const [east] = at(25, 0) as [number, number]
      const [found] = judge({ bounds: [ORIGIN.lon - 1, ORIGIN.lat - 1, east, ORIGIN.lat + 1] })
      expect(found).toMatchObject({ ruleId: 'outside-area', isHard: true, limit: 0, unit: 'm' })
      expect(found!.actual).toBeCloseTo(5, 3)
      expect(found!.missingBy).toBe(found!.actual)
      expect(judge({ bounds: [ORIGIN.lon - 1, ORIGIN.lat - 1, ORIGIN.lon + 1, ORIGIN.lat + 1] })).toEqual([])
    })
  })

  it('lists every rule that fails, not only the first', () => {
    const own = { kind: 'room' as const, storey: -1, plannedUseCode: '1402', availableYears: 1 }
    const found = judge({ spaces: [space(own)], hazards: [hazard('H01', 'dangerousGoods', 50, 10), hazard('H02', 'substation', 40, 10)] })
    expect(found.filter(({ isHard }) => isHard).map(({ ruleId }) => ruleId)).toEqual(['land-use', 'availability', 'storey', 'hazard', 'hazard'])
  })
})

describe('laws of judgeSpace', () => {
  const spot = fc.tuple(fc.integer({ min: -200, max: 200 }), fc.integer({ min: -200, max: 200 }))
  const hazards = fc.array(fc.tuple(spot, fc.constantFrom<Hazard['kind'][]>('fuelStation', 'powerLine', 'gasRegulator')), { maxLength: 6 })
    .map((list) => list.map(([[x, y], kind], i) => hazard(`H${i}`, kind, x, y)))

  it('changes nothing for a space when another is added, before it or after it', () => {
    fc.assert(fc.property(hazards, spot, (list, [x, y]) => {
      const other = space({ id: 'S000', landUseCode: '1401', geometry: rectangle(x, y, 15, 15) })
      const alone = judge({ hazards: list })
      expect(judge({ hazards: list, spaces: [space(), other] })).toEqual(alone)
      expect(judge({ hazards: list, spaces: [other, space()] }, 'elderlyCare', BUILT_IN_RULES, 1)).toEqual(alone)
    }))
  })

  it('never lets a space back in when set-backs grow, and always misses a positive amount', () => {
    fc.assert(fc.property(hazards, fc.integer({ min: 0, max: 80 }), (list, moreM) => {
      const wider = { ...BUILT_IN_RULES, hazards: BUILT_IN_RULES.hazards.map((rule) => ({ ...rule, setbackM: rule.setbackM + moreM })) }
      const before = judge({ hazards: list })
      const after = judge({ hazards: list }, 'elderlyCare', wider)
      expect(after.filter(({ isHard }) => isHard).length).toBeGreaterThanOrEqual(before.filter(({ isHard }) => isHard).length)
      for (const { missingBy } of after) expect(missingBy).toBeGreaterThan(0)
    }))
  })

  it('does not depend on the order of the hazards', () => {
    fc.assert(fc.property(hazards, (list) => {
      expect(judge({ hazards: [...list].reverse() })).toEqual(judge({ hazards: list }))
    }))
  })
})

describe('hazardDistanceM', () => {
  const facts = (parts: Partial<SpaceFactsParts>) => prepareSpaceFacts({ ...around, ...parts })
  const distanceOf = (parts: Partial<SpaceFactsParts>, type: FacilityType = 'elderlyCare') => hazardDistanceM(facts(parts), 0, BUILT_IN_RULES, type)

  it('is the nearest of the kinds that matter for the type', () => {
    const hazards = [hazard('H1', 'crowdedMarket', 40, 10), hazard('H2', 'gasRegulator', 90, 10), hazard('H3', 'fuelStation', 330, 10)]
    expect(distanceOf({ hazards })).toBeCloseTo(60, 2)
    expect(distanceOf({ hazards }, 'childcare')).toBeCloseTo(10, 3)
  })

  it('is null where nobody knows, endless where there is none', () => {
    expect(distanceOf({ hazards: null })).toBeNull()
    expect(distanceOf({ hazards: [], spaces: [space({ geometry: drawn([0, 0], [30, 20], [30, 0], [0, 20]) })] })).toBeNull()
    expect(distanceOf({ hazards: [] })).toBe(Infinity)
  })
})

describe('missingSpaceFacts', () => {
  it('names what a space cannot be scored without', () => {
    expect(missingSpaceFacts(space({ tenure: 'unknown', landUseCode: null, availableYears: null }), BUILT_IN_RULES)).toEqual(['tenure'])
    expect(missingSpaceFacts(space({ kind: 'room' }), BUILT_IN_RULES)).toEqual(['storey', 'floorAreaM2'])
    expect(missingSpaceFacts(space({ kind: 'room', storey: 1, floorAreaM2: 80 }), BUILT_IN_RULES)).toEqual([])
  })
})
