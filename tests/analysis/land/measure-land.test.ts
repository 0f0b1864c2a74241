import { describe, expect, it } from 'vitest'
import type { LandInput } from '@/analysis/land/land-input'
import { measureLand } from '@/analysis/land/measure-land'
import type { LandQuestion } from '@/domain/land'
import { CRITERIA } from '@/domain/land-rules'
import { box, drawnQuestion, drawnRules, space, SPACES, street } from '../../fixtures/drawn-town'
import { measured, prepared, REACHED, S2 } from '../../fixtures/drawn-answers'

const idsOf = (question: Partial<LandQuestion> = {}, own: Partial<LandInput> = {}) => measured(question, own).sites.map(({ id }) => id)
function hardFindings(id: string, question: Partial<LandQuestion> = {}, own: Partial<LandInput> = {}) {
  return measured(question, own).exclusions.find((exclusion) => exclusion.id === id)?.findings.filter(({ isHard }) => isHard)
}
function reachedBy(id: string, question: Partial<LandQuestion> = {}, own: Partial<LandInput> = {}): string[] {
  const { sites, reach, land } = measured(question, own)
  const s = sites.findIndex((site) => site.id === id)
  return [...reach.point.subarray(reach.starts[s], reach.starts[s + 1])].map((p) => land.town.demand.ids[p]!)
}

describe('measureLand', () => {
  it('puts fragments together and leaves the rest alone', () => {
    expect(idsOf()).toEqual(['S1', S2, 'S3', 'S9'])
  })

  it('adds up the parts of a site and never the ground between them', () => {
    const site = measured().sites[1]!
    // 440 + 440 + 616; two strips of 44 × 5 between them.
    expect(site.landAreaM2).toBeCloseTo(1496, 1)
    expect(site.gapAreaM2).toBeCloseTo(440, 1)
    expect(site.widestGapM).toBeCloseTo(5, 3)
    // S2c is the largest: 4π × 616 ÷ 116².
    expect(site.compactness).toBeCloseTo((4 * Math.PI * 616) / 116 ** 2, 4)
    // The circle in the triangle S2a: 4 × 440 ÷ (44 + 2 × √(22² + 20²)).
    expect(site.widthM).toBeCloseTo((4 * 440) / (44 + 2 * Math.hypot(22, 20)), 1)
    expect(site).toMatchObject({
      name: 'S2c place', partIds: ['S2a', 'S2b', 'S2c'], kinds: ['parcel', 'cleared'], tenures: ['stateAllocated', 'stateReserve'], holderCount: 2,
      floorAreaM2: 0, contact: 'apart',
    })
    // 60 + 50 + 50 around 1200 m².
    expect(measured().sites[0]!.compactness).toBeCloseTo((4 * Math.PI * 1200) / 160 ** 2, 4)
    expect(measured().sites[0]!.widthM).toBeCloseTo(30, 1)
  })

  it.each([
    // A is 30 × 30 m. 5 cm to the east: 30 × 0.05 m² between.
    ['5 cm apart', 330.05, 400, 1800, 1.5], ['that touch', 330, 400, 1800, 0], ['that share a corner', 330, 430, 1800, 0],
    // Half of B lies on A.
    ['that overlap', 315, 400, 1350, 0],
  ])('puts parts together %s', (_, x, y, landM2, gapM2) => {
    const spaces = [space('A', box(300, 400, 330, 430)), space('B', box(x, y, x + 30, y + 30))]
    const [site, ...others] = measured({ gapM: 0.1 }, { spaces }).sites
    expect([site!.id, others]).toEqual(['A+B', []])
    expect(site!.landAreaM2).toBeCloseTo(landM2, 2)
    expect(site!.gapAreaM2).toBeCloseTo(gapM2, 2)
  })

  it('keeps fragments apart that are farther apart than asked', () => {
    // 5 m between them. S2b alone is 10 m wide, 2 m too narrow.
    expect(idsOf({ gapM: 4.9 })).toEqual(['S1', 'S2a', 'S2c', 'S3', 'S9'])
    expect(hardFindings('S2b', { gapM: 4.9 })).toMatchObject([{ ruleId: 'min-width', limit: 12, unit: 'm' }])
    expect(hardFindings('S2b', { gapM: 4.9 })![0]!.missingBy).toBeCloseTo(2, 1)
    expect(idsOf({ gapM: 0 })).toEqual(['S1', 'S2a', 'S2c', 'S3', 'S9'])
  })

  it('keeps fragments apart that a road, water or their tenures part', () => {
    const rules = drawnRules()
    const lane = street('lane', [[200, 347.5], [280, 347.5]], { class: 'arterial' })
    expect(idsOf({}, { roads: [...prepared().town.input.roads, lane] })).toContain('S2a+S2b')
    expect(idsOf({}, { roads: [...prepared().town.input.roads, { ...lane, class: 'lane' }] })).toContain(S2)
    const ditch = { ...prepared().town.input.water[0]!, id: 'W2', geometry: box(200, 331, 280, 334) }
    expect(idsOf({}, { water: [...prepared().town.input.water, ditch] })).toContain('S2b+S2c')
    const apart = { ...rules, assembly: { ...rules.assembly, incompatibleTenures: [['stateAllocated', 'stateReserve']] as const } }
    expect(idsOf({}, { rules: apart })).toContain('S2b+S2c')
  })

  it.each([
    ['S4', { ruleId: 'storey', actual: -1, limit: 1, unit: 'storey', missingBy: 1 }, NaN],
    // 30 m from the fuel station, 20 too near.
    ['S5', { ruleId: 'hazard', limit: 50, unit: 'm', because: 'H1' }, 20],
    ['S6', { ruleId: 'invalid-shape', actual: 'crossesItself', missingBy: null }, NaN],
    // Its far corners are 2040 east, the plan ends at 800.
    ['S7', { ruleId: 'outside-area', limit: 0, unit: 'm' }, 1240],
    ['S8', { ruleId: 'min-area', limit: 400, unit: 'm2', because: 'landAreaM2' }, 200],
  ])('excludes %s by its rule and says by how much', (id, finding, missingBy) => {
    const found = hardFindings(id)!
    expect(found).toMatchObject([finding])
    // East of the corner by its own parallel: a centimetre.
    if (!Number.isNaN(missingBy)) expect(Math.abs(found[0]!.missingBy! - missingBy)).toBeLessThan(0.01)
  })

  it('excludes for childcare what lies beside the market', () => {
    // The market is 10 m from the base of S9, 30 are asked.
    expect(hardFindings('S9', { facilityType: 'childcare' })).toMatchObject([{ ruleId: 'neighbour', limit: 30, because: 'F3 F3 place' }])
    expect(hardFindings('S9', { facilityType: 'childcare' })![0]!.missingBy).toBeCloseTo(20, 2)
    expect(hardFindings('S9')).toBeUndefined()
  })

  it('never says a space is both in and out, and loses none', () => {
    const { sites, exclusions, land } = measured()
    const parts = [...sites, ...exclusions].flatMap(({ partIds }) => partIds)
    expect(parts.toSorted()).toEqual(land.spaces.map(({ id }) => id))
  })

  it.each(Object.keys(REACHED))('reaches on foot from %s whom the table says', (id) => {
    expect(reachedBy(id)).toEqual([...REACHED[id]!].sort())
  })

  it('reaches a building whose way is exactly the radius', () => {
    const { reach, sites } = measured({ radiusM: 1500 })
    const s = sites.findIndex(({ id }) => id === 'S3')
    // R4 is the nearest to S3.
    const wayM = Math.min(...reach.distanceM.subarray(reach.starts[s], reach.starts[s + 1]))
    expect(wayM).toBeCloseTo(170, 2)
    expect(reachedBy('S3', { radiusM: wayM })).toEqual(['R4'])
    expect(reachedBy('S3', { radiusM: wayM - 1e-6 })).toEqual([])
  })

  it('goes over the bridge and through the gate', () => {
    // B1: 95 + 10 + 10 = 115 to S9 through its gate; straight to the street it would be 80 + 55 + 10 = 145.
    expect(reachedBy('S9', { radiusM: 130 })).toEqual(['B1'])
    expect(reachedBy('S9', { radiusM: 130 }, { gates: null })).toEqual([])
    // R9 is 305 from S9, over the bridge; without it no way leads across the river.
    expect(reachedBy('S9', { radiusM: 310 })).toContain('R9')
    const roads = prepared().town.input.roads.map((road) => ({ ...road, bridge: false }))
    expect(reachedBy('S9', { radiusM: 1400 }, { roads })).not.toContain('R9')
  })

  it.each([
    // As the crow flies, to the boundary: S9 R1 151, R2 54, R3 121, B1 105. S3 R4 117, R7 100.5.
    ['S1', ['R1', 'R2']], [S2, ['B2', 'R5', 'R8', 'R9']], ['S3', ['R4', 'R7']], ['S9', ['B1', 'R1', 'R2', 'R3']],
  ])('reaches from %s in a straight line', (id, ids) => {
    expect(reachedBy(id, { mode: 'line' })).toEqual(ids)
    expect(reachedBy(id, {}, { roads: [] })).toEqual(ids)
  })

  it('finds served whom an existing facility of the type reaches', () => {
    const servedIn = (question: Partial<LandQuestion>) => {
      const { isServed, land } = measured(question)
      return land.town.demand.ids.filter((_, p) => isServed[p] === 1)
    }
    expect(servedIn({})).toEqual(['R6'])
    // B2 is 182 from F1 in a straight line, 210 on foot.
    expect(servedIn({ mode: 'line' })).toEqual(['B2', 'R6'])
    expect(servedIn({ radiusM: 215 })).toEqual(['B2', 'R6'])
    // F2, 10 off the street at 100: R1 20, R2 120.
    expect(servedIn({ facilityType: 'childcare' })).toEqual(['R1', 'R2'])
  })

  it('scores by the criteria in their units', () => {
    const { scores } = measured()
    // S1: 30 of 100 people × 40, (6 − 1.1667) / 5 min × 20, 10, 0.8 × 10, 240 of 400 m² × 10, 280 of 560 m × 5, 0.16 × 5.
    expect(scores[0]!.contributions.map(({ points }) => Number(points.toFixed(2)))).toEqual([12, 19.33, 10, 8, 6, 2.5, 0.8])
    expect(scores[0]!.score).toBeCloseTo(58.6333, 3)
    // S2: 24 + (6 − 2.0139) / 5 × 20 + 10 + 6 + 9 + 421.9 / 560 × 5 + 5.
    expect(scores[1]!.score).toBeCloseTo(73.7114, 3)
    // S9: 28 + (6 − 2.3810) / 5 × 20 + 10 + 3 + 10 + 202.48 / 560 × 5 + 5.
    expect(scores[3]!.score).toBeCloseTo(72.2841, 3)
    for (const { score, contributions } of scores) expect(contributions.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(score!, 9)
    expect(scores[0]!.contributions.map(({ criterion }) => criterion)).toEqual([...CRITERIA])
  })

  it('asks nothing of the shortfall where there is no norm', () => {
    const rules = drawnRules()
    const own = { rules: { ...rules, facilities: rules.facilities.map((standard) => ({ ...standard, per100HouseholdsM2: null })) } }
    const { criteria, measures, scores } = measured({}, own)
    expect([criteria.shortfall.weight, measures[0]!.normFloorAreaM2, measures[0]!.capacityPeople, measures[0]!.missingFacts]).toEqual([0, null, null, []])
    // Without the 6 points of 10: (58.6333 − 6) / 90 × 100.
    expect(scores[0]!.score).toBeCloseTo((52.6333 / 90) * 100, 3)
  })

  it('does not score a site that lacks a fact', () => {
    const { scores, measures } = measured({}, { hazards: null })
    expect(scores.every(({ score }) => score === null)).toBe(true)
    expect(measures.map(({ missingFacts }) => missingFacts)).toEqual(Array(5).fill(['hazard']))
  })

  it('does not score a room whose storey nobody knows', () => {
    const { scores, measures } = measured({}, { spaces: [{ ...SPACES.S3, storey: null }] })
    expect([scores[0]!.score, measures[0]!.missingFacts]).toEqual([null, ['storey']])
    // What is known is still shown.
    expect(scores[0]!.contributions[0]!.points).toBe(12)
  })

  it('names the sites that a smaller minimum would let in', () => {
    // S8 is too small only; of the fragments apart S2a is too small, S2b too narrow as well.
    expect(measured({ gapM: 0, minLandAreaM2: 500 }).tooSmall.map(({ id }) => id)).toEqual(['S2a', 'S8'])
  })

  it('is not changed by what is asked afterwards', () => {
    const land = prepared()
    const first = measureLand(land, drawnQuestion())
    measureLand(land, drawnQuestion({ radiusM: 2000, gapM: 0 }))
    expect(JSON.stringify(measureLand(land, drawnQuestion()).measures)).toBe(JSON.stringify(first.measures))
  })
})
