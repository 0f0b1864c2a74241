import { describe, expect, it } from 'vitest'
import type { LandInput } from '@/analysis/land/land-input'
import { measureSites } from '@/analysis/land/measure-sites'
import type { LandQuestion } from '@/domain/land'
import { box, drawnRules, drawnTown, space, SPACES } from '../../fixtures/drawn-town'
import { measured, S2 } from '../../fixtures/drawn-answers'

/** `measureSites` as `measureLand` asks it. */
function measureOf(id: string, question: Partial<LandQuestion> = {}, own: Partial<LandInput> = {}) {
  const { sites, measures } = measured(question, own)
  return measures[sites.findIndex((site) => site.id === id)]!
}
const [NEW, WALK, FIT, TENURE, SHORTFALL, HAZARD, SUN] = [0, 1, 2, 3, 4, 5, 6]

describe('measureSites', () => {
  it('is asked for every site', () => {
    expect(measureSites).toBeTypeOf('function')
    expect(measured().measures).toHaveLength(4)
  })

  it.each([
    // R1 10 + R2 20; 20 + 40 households.
    ['S1', 30, 60],
    // R5 20 + R8 20 + R9 10 + B2 10; 40 + 10 + 20 + 20.
    [S2, 60, 90],
    ['S3', 30, 60],
    // R2 20 + R3 10 + B1 40; 40 + 20 + 40.
    ['S9', 70, 100],
  ])('%s reaches %i old people in %i households', (id, people, households) => {
    expect(measureOf(id)).toMatchObject({ reachedPeople: people, newlyReachedPeople: people, reachedHouseholds: households })
  })

  it('counts as new only whom no existing facility serves', () => {
    // S8, allowed to be small, reaches R6 40 (whom F1 serves), R9 10 and B2 10.
    expect(measureOf('S8', { minLandAreaM2: 150 })).toMatchObject({ reachedPeople: 60, newlyReachedPeople: 20, reachedHouseholds: 120 })
  })

  it.each([
    ['S1', 70],
    // (20 × 160 + 20 × 60 + 10 × 125 + 10 × 160) / 60.
    [S2, 7250 / 60],
    ['S3', 170],
    // (20 × 180 + 10 × 180 + 40 × 115) / 70.
    ['S9', 10_000 / 70],
  ])('walks to %s %d m on average, at 60 m a minute', (id, metres) => {
    expect(measureOf(id).meanWalkMin).toBeCloseTo(metres / 60, 4)
  })

  it.each([
    // 400 m² per 100 households. Land × 2 storeys × 0.4.
    ['S1', 240, 240, 960],
    [S2, 360, 360, 1196.8],
    ['S3', 240, 240, 200],
    ['S9', 400, 400, 960],
  ])('%s: norm %d m², short %d m², can hold %d m²', (id, norm, shortfall, floor) => {
    const measure = measureOf(id)
    expect(measure.normFloorAreaM2).toBeCloseTo(norm, 6)
    expect(measure.shortfallM2).toBeCloseTo(shortfall, 6)
    expect(measure.floorAreaM2).toBeCloseTo(floor, 1)
  })

  it('takes off the shortfall what an existing facility gives to the same households', () => {
    // 120 households ask for 480; F1 has 100 m² for R6's 80 households, all of which S8 shares.
    const measure = measureOf('S8', { minLandAreaM2: 150 })
    expect([measure.normFloorAreaM2, measure.shortfallM2]).toEqual([480, 380])
    // S8 can hold 200 × 0.8 = 160 m²: more it cannot relieve.
    expect(measure.values[SHORTFALL]).toBeCloseTo(160, 2)
  })

  it('does not know the shortfall beside a facility of unknown size', () => {
    const facilities = drawnTown().facilities!.map((one) => ({ ...one, floorAreaM2: null }))
    const measure = measureOf('S8', { minLandAreaM2: 150 }, { facilities })
    expect([measure.shortfallM2, measure.values[SHORTFALL], measure.missingFacts]).toEqual([null, null, ['shortfall']])
    expect(measureOf('S1', {}, { facilities }).shortfallM2).toBe(240)
  })

  it.each([
    // Floor area / 4 m² a household × old people a household.
    ['S1', (960 / 4) * (30 / 60)],
    [S2, (1196.8 / 4) * (60 / 90)],
    ['S3', (200 / 4) * (30 / 60)],
    ['S9', (960 / 4) * (70 / 100)],
  ])('%s has room for %d old people', (id, people) => {
    expect(measureOf(id).capacityPeople).toBeCloseTo(people, 1)
  })

  it('is as hard to get as its hardest part', () => {
    expect(measureOf('S1').values[TENURE]).toBe(0.2)
    // One part of three is allocated (0.4), two are in reserve (0.2).
    expect(measureOf(S2).values[TENURE]).toBe(0.4)
  })

  it('takes the part nearest to a danger', () => {
    // From the fuel station at (460, −50) to (180, −50), (240, 310), (610, 50), (290, 60).
    expect(measureOf('S1').values[HAZARD]).toBeCloseTo(280, 1)
    expect(measureOf(S2).values[HAZARD]).toBeCloseTo(Math.hypot(220, 360), 1)
    expect(measureOf('S3').values[HAZARD]).toBeCloseTo(Math.hypot(150, 100), 1)
    expect(measureOf('S9').values[HAZARD]).toBeCloseTo(Math.hypot(170, 110), 1)
  })

  it('gives newly reached people and minutes as criteria, and the sun by area', () => {
    const { values, meanWalkMin } = measureOf(S2)
    expect(values[NEW]).toBe(60)
    expect(values[WALK]).toBe(meanWalkMin)
    expect(values[SUN]).toBe(1)
  })

  it('holds the floor area against what the catchment asks for, and at least against the smallest facility', () => {
    const { values, normFloorAreaM2 } = measureOf(S2)
    expect(normFloorAreaM2).toBeGreaterThan(200)
    expect(values[FIT]).toBeCloseTo(1196.8 / normFloorAreaM2!, 2)
    // Nobody within 50 m asks for anything: the smallest facility is 200 m².
    expect(measureOf(S2, { radiusM: 1 }).values[FIT]).toBeCloseTo(1196.8 / 200, 2)
  })

  it('weighs the sun of the parts by their area', () => {
    // A tower of 60 m shades all 900 m² of A and none of the 1800 m² of B beside it.
    const spaces = [space('A', box(300, 400, 330, 430)), space('B', box(330, 400, 390, 430))]
    const tower = { ...drawnTown().contextBuildings![0]!, heightM: 60, geometry: box(299, 380, 330, 399) }
    expect(measureOf('A+B', {}, { spaces, contextBuildings: [tower] }).values[SUN]).toBeCloseTo(2 / 3, 4)
  })

  it('names the facts that are missing, if they count', () => {
    expect(measureOf('S1', {}, { hazards: null }).missingFacts).toEqual(['hazard'])
    expect(measureOf('S1', {}, { contextBuildings: null }).missingFacts).toEqual(['sun'])
    expect(measureOf('S1', {}, { spaces: [{ ...SPACES.S1, tenure: 'unknown' }] }).missingFacts).toEqual(['tenure'])
    expect(measureOf('S3', {}, { spaces: [{ ...SPACES.S3, storey: null }] }).missingFacts).toEqual(['storey'])
    expect(measureOf('S3', {}, { spaces: [{ ...SPACES.S3, floorAreaM2: null }] }).missingFacts).toEqual(['floorAreaM2'])
    // Nobody within 50 m: no mean time.
    expect(measureOf('S1', { radiusM: 50 }).missingFacts).toEqual(['reach'])
    const { criteria } = drawnRules()
    expect(measureOf('S1', { criteria: { ...criteria, hazard: { ...criteria.hazard, weight: 0 } } }, { hazards: null }).missingFacts).toEqual([])
  })

  it('finds no danger near where there is none at all', () => {
    expect(measureOf('S1', {}, { hazards: [] }).values[HAZARD]).toBe(5000)
  })
})
