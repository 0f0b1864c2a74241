import { describe, expect, it } from 'vitest'
import { BUILT_IN_RULES } from '@/analysis/siting/built-in-rules'
import { floorAreaOf, formsFor, judgeFit } from '@/analysis/siting/judge-fit'

const standardOf = (type: string) => BUILT_IN_RULES.facilities.find((standard) => standard.type === type)!
const spareOf = (type: string, landAreaM2: number, floorAreaM2: number | null = 0) =>
  Object.fromEntries(judgeFit({ landAreaM2, floorAreaM2 }, standardOf(type), BUILT_IN_RULES).map(({ formId, spareFloorAreaM2 }) => [formId, spareFloorAreaM2]))

describe('floorAreaOf', () => {
  it('is land × 2 storeys × density 0.4, and the rooms', () => {
    expect(floorAreaOf({ landAreaM2: 525, floorAreaM2: 0 }, BUILT_IN_RULES)).toBe(420)
    expect(floorAreaOf({ landAreaM2: 0, floorAreaM2: 120 }, BUILT_IN_RULES)).toBe(120)
    expect(floorAreaOf({ landAreaM2: 100, floorAreaM2: 120 }, BUILT_IN_RULES)).toBe(200)
  })

  it('is unknown with a room of unknown floor area', () => {
    expect(floorAreaOf({ landAreaM2: 525, floorAreaM2: null }, BUILT_IN_RULES)).toBeNull()
  })

  it('follows the rules', () => {
    const storeys = { ...BUILT_IN_RULES.storeys, value: 3 }
    expect(floorAreaOf({ landAreaM2: 100, floorAreaM2: 0 }, { ...BUILT_IN_RULES, storeys })).toBe(120)
  })
})

describe('judgeFit', () => {
  it('fits a 350 m² day-care centre and is 180 m² short of a 600 m² complex', () => {
    // 525 m² × 0.8 = 420 m².
    expect(judgeFit({ landAreaM2: 525, floorAreaM2: 0 }, standardOf('elderlyCare'), BUILT_IN_RULES)).toEqual([
      { formId: 'elderly-station', floorAreaM2: 420, neededFloorAreaM2: 350, spareFloorAreaM2: 70 },
      { formId: 'day-care', floorAreaM2: 420, neededFloorAreaM2: 350, spareFloorAreaM2: 70 },
      { formId: 'complex', floorAreaM2: 420, neededFloorAreaM2: 600, spareFloorAreaM2: -180 },
      { formId: 'large-complex', floorAreaM2: 420, neededFloorAreaM2: 800, spareFloorAreaM2: -380 },
    ])
  })

  it('is not short by binary fractions: 187.5 × 0.8 = 150, 437.5 × 0.8 = 350', () => {
    expect(spareOf('health', 187.5)).toEqual({ 'health-station': 0 })
    expect(spareOf('elderlyCare', 437.5)['day-care']).toBe(0)
  })

  it('leaves a nursery its playground: 200 m² need 400 m² of land', () => {
    // At 200 ÷ 400 = 0.5 m² per m²: 350 m² hold 175 m², 25 m² short, though 0.8 would make 280 m².
    expect(spareOf('childcare', 400)['nursery']).toBe(0)
    expect(spareOf('childcare', 350)['nursery']).toBe(-25)
  })

  it('looks at a complex where the service is part of one', () => {
    expect(Object.keys(spareOf('canteen', 525))).toEqual(['meal-point', 'complex', 'large-complex'])
    expect(Object.keys(spareOf('serviceCentre', 525))).toEqual(['complex', 'large-complex'])
    expect(Object.keys(spareOf('market', 525))).toEqual(['market-hall'])
  })

  it('does without a complex if the rules have none', () => {
    const rules = { ...BUILT_IN_RULES, facilities: [standardOf('elderlyCare')] }
    expect(formsFor(standardOf('elderlyCare'), rules).map(({ id }) => id)).toEqual(['elderly-station', 'day-care'])
  })

  it('does not know what fits into rooms of unknown size', () => {
    expect(judgeFit({ landAreaM2: 525, floorAreaM2: null }, standardOf('health'), BUILT_IN_RULES))
      .toEqual([{ formId: 'health-station', floorAreaM2: null, neededFloorAreaM2: 150, spareFloorAreaM2: null }])
  })
})
