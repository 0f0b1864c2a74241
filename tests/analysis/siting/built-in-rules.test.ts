import { describe, expect, it } from 'vitest'
import { BUILT_IN_RULES } from '@/analysis/siting/built-in-rules'
import { CRITERIA, SOURCE_STATES } from '@/domain/land-rules'
import { HAZARD_KINDS } from '@/domain/place'

const standardOf = (type: string) => BUILT_IN_RULES.facilities.find((standard) => standard.type === type)!

/** Every object in the rules that says where it comes from. */
function sourcesIn(value: unknown): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return []
  const own = 'state' in value ? [value as Record<string, unknown>] : []
  return [...own, ...Object.values(value).flatMap(sourcesIn)]
}

describe('BUILT_IN_RULES', () => {
  it('offers the six types of the plan', () => {
    expect(BUILT_IN_RULES.facilities.map(({ type }) => type)).toEqual(['elderlyCare', 'childcare', 'health', 'market', 'canteen', 'serviceCentre'])
  })

  it('says of every number where it comes from, in both languages and in words of the reader', () => {
    const sources = sourcesIn(BUILT_IN_RULES)
    expect(sources.length).toBeGreaterThan(70)
    for (const { state, source, sourceEn } of sources) {
      expect(SOURCE_STATES).toContain(state)
      expect(source).toMatch(/[\u4e00-\u9fff]/)
      expect(sourceEn).toMatch(/^[A-Z0-9].{8,}/)
      expect(sourceEn).not.toMatch(/[\u4e00-\u9fff]/)
      // No key of a list of references, which nobody outside can resolve.
      expect(`${source}${sourceEn}`).not.toMatch(/\bS\d+\b|GH-|stored/)
    }
  })

  it('calls verified only what was read in a published text', () => {
    const elderly = standardOf('elderlyCare')
    expect(elderly.per100HouseholdsM2).toMatchObject({ value: 20, state: 'verified' })
    expect(elderly.minFloorAreaM2).toMatchObject({ value: 350, state: 'verified' })
    expect(elderly.radiusM).toMatchObject({ value: 300, state: 'fromMemory' })
    expect(elderly.minLandAreaM2).toMatchObject({ value: 440, state: 'assumption' })
    expect(standardOf('childcare').radiusM).toMatchObject({ value: 300, state: 'verified' })
    expect(standardOf('serviceCentre').per100HouseholdsM2).toMatchObject({ value: 30, state: 'verified' })
    const limits = [...BUILT_IN_RULES.hazards, ...BUILT_IN_RULES.neighbours, ...BUILT_IN_RULES.landUses, ...BUILT_IN_RULES.tenures]
    expect(new Set(limits.map(({ state }) => state))).toEqual(new Set(['assumption']))
  })

  it('asks for land that holds the smallest floor area with 2 storeys at a density of 0.4', () => {
    // 350 / 0.8 = 437.5, 150 / 0.8 = 187.5, 750 / 0.8 = 937.5, 100 / 0.8 = 125, 600 / 0.8 = 750, each up to the next ten.
    const landOf = (type: string) => standardOf(type).minLandAreaM2.value
    expect(['elderlyCare', 'health', 'market', 'canteen', 'serviceCentre'].map(landOf)).toEqual([440, 190, 940, 130, 750])
  })

  it('gives forms between the smallest floor area and what is larger', () => {
    const sizes = BUILT_IN_RULES.facilities.map(({ forms }) => forms.map(({ minFloorAreaM2, maxFloorAreaM2 }) => [minFloorAreaM2, maxFloorAreaM2]))
    expect(sizes).toEqual([
      [[350, null], [350, 750]], [[200, null]], [[150, 270]], [[750, 1500]], [[100, null]], [[600, null], [800, null]],
    ])
    const ids = BUILT_IN_RULES.facilities.flatMap(({ forms }) => forms.map(({ id }) => id))
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('has a set-back for every kind of hazard, hard only for what endangers or for where people stay or eat', () => {
    expect(new Set(BUILT_IN_RULES.hazards.map(({ kind }) => kind))).toEqual(new Set(HAZARD_KINDS))
    const hard = BUILT_IN_RULES.hazards.filter(({ isHard }) => isHard).map(({ kind, setbackM }) => `${kind} ${setbackM}`)
    expect(hard).toEqual(['dangerousGoods 100', 'fuelStation 50', 'substation 30', 'powerLine 20', 'wasteStation 50', 'crowdedMarket 30'])
  })

  it('keeps collective land apart from all land of the state, and knows no difficulty of an unknown tenure', () => {
    expect(BUILT_IN_RULES.assembly.incompatibleTenures).toHaveLength(2 * 5)
    expect(BUILT_IN_RULES.assembly.incompatibleTenures).toContainEqual(['collectiveOther', 'stateReserve'])
    expect(BUILT_IN_RULES.tenures.map(({ tenure }) => tenure)).not.toContain('unknown')
  })

  it('has bounds that differ for every criterion', () => {
    for (const id of CRITERIA) expect(BUILT_IN_RULES.criteria[id].worst).not.toBe(BUILT_IN_RULES.criteria[id].best)
  })

  it('survives JSON', () => {
    expect(JSON.parse(JSON.stringify(BUILT_IN_RULES))).toEqual(BUILT_IN_RULES)
  })
})
