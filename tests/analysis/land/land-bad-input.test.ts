import type { Polygon } from 'geojson'
import { describe, expect, it } from 'vitest'
import type { LandInput } from '@/analysis/land/land-input'
import type { LandQuestion, LandAnswer } from '@/domain/land'
import { CRITERIA } from '@/domain/land-rules'
import { at, box, drawnRules, drawnTown, polygon, space, SPACES } from '../../fixtures/drawn-town'
import { answered, measured, S2 } from '../../fixtures/drawn-answers'

const codesOf = (question: Partial<LandQuestion>, own: Partial<LandInput>) => answered(question, own).notes.map(({ code }) => code)
const note = (code: string, own: Partial<LandInput>, question: Partial<LandQuestion> = {}) => answered(question, own).notes.find((one) => one.code === code)?.params
const core = ({ sites, before, after, choice }: LandAnswer) => JSON.stringify({
  before, after, choice, sites: sites.map(({ id, reachedPeople, newlyReachedPeople, landAreaM2 }) => [id, reachedPeople, newlyReachedPeople, landAreaM2]),
})

/** Every number of an answer that a reader sees. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value]
  if (ArrayBuffer.isView(value) || value === null || typeof value !== 'object') return []
  return Object.values(value).flatMap(numbersIn)
}

const ring = (...corners: [number, number][]) => corners.map(([x, y]) => at(x, y))
const BROKEN: Record<string, Polygon> = {
  'crosses itself': polygon([0, 0], [40, 40], [40, 0], [0, 40]),
  'has no number': { type: 'Polygon', coordinates: [[...ring([0, 0], [40, 0]), [NaN, 36.43], ...ring([0, 40], [0, 0])]] },
  'is not closed': { type: 'Polygon', coordinates: [ring([0, 0], [40, 0], [40, 40], [0, 40])] },
  'has no area': polygon([0, 0], [40, 0], [20, 0]),
  'is one place': polygon([10, 10], [10, 10], [10, 10]),
  'has no positions': { type: 'Polygon', coordinates: [] },
  'has an empty ring': { type: 'Polygon', coordinates: [[]] },
  'goes to infinity': { type: 'Polygon', coordinates: [[...ring([0, 0], [40, 0]), [Infinity, 36.43], ...ring([0, 0])]] },
}

describe('finding land with empty layers', () => {
  it('has nobody to reach without residents, and says so', () => {
    const own = { residences: [], buildings: [] }
    const { before, after, choice, sites, demand } = answered({}, own)
    expect(codesOf({}, own)).toContain('no-residents')
    expect([before, after]).toEqual([{ people: 0, coveredPeople: 0 }, { people: 0, coveredPeople: 0 }])
    expect(choice).toMatchObject({ siteIds: [], newlyCoveredPeople: 0, problem: 'nobody-new' })
    expect(sites.map(({ id, score, meanWalkMin, missingFacts }) => [id, score, meanWalkMin, missingFacts]))
      .toEqual(['S1', S2, 'S3', 'S9'].map((id) => [id, null, null, ['reach']]))
    expect(demand.ids).toEqual([])
  })

  it('measures straight lines without roads, and says so', () => {
    const { mode, notes, demand } = answered({}, { roads: [] })
    expect(mode).toBe('line')
    expect(notes).toContainEqual({ code: 'no-roads', params: {} })
    // R7 has no street, but a straight line.
    expect(demand.isUnroutable.some((one) => one === 1)).toBe(false)
    expect(core(answered({}, { roads: [] }))).toBe(core(answered({ mode: 'line' })))
  })

  it('has no site without spaces, and says so', () => {
    const { sites, exclusions, choice, weightRanges, notes } = answered({}, { spaces: [] })
    expect([sites, exclusions, choice.siteIds, choice.problem]).toEqual([[], [], [], 'no-sites'])
    expect(notes).toContainEqual({ code: 'no-spaces', params: {} })
    expect(numbersIn(weightRanges).every((value) => !Number.isNaN(value))).toBe(true)
  })

  it.each([[null], [[]]])('serves nobody before without facilities (%j), and says so', (facilities) => {
    const answer = answered({}, { facilities })
    expect(answer.notes).toContainEqual({ code: 'no-facilities', params: {} })
    expect(answer.before).toEqual({ people: 220, coveredPeople: 0 })
    expect(answer.sites.map(({ newlyReachedPeople, reachedPeople }) => newlyReachedPeople - reachedPeople)).toEqual([0, 0, 0, 0])
  })

  it('passes for advice what unknown facilities would exclude', () => {
    // Nobody knows whether a market is near S9.
    const { sites } = answered({ facilityType: 'childcare' }, { facilities: null })
    expect(sites.find(({ id }) => id === 'S9')!.advice).toContainEqual(expect.objectContaining({ ruleId: 'neighbour', isHard: false, actual: null, limit: 30 }))
  })

  it('tells unknown dangers from none', () => {
    const unknown = answered({}, { hazards: null })
    expect(unknown.sites.map(({ score, missingFacts }) => [score, missingFacts])).toEqual(Array(5).fill([null, ['hazard']]))
    expect(unknown.sites.every(({ advice }) => advice.some(({ ruleId, actual, isHard }) => ruleId === 'hazard' && actual === null && !isHard))).toBe(true)
    expect(answered({}, { hazards: [] }).sites.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5])
  })

  it('misses the sun without the buildings around', () => {
    expect(codesOf({}, { contextBuildings: null })).toContain('no-heights')
    expect(answered({}, { contextBuildings: null }).sites.map(({ score, missingFacts }) => [score, missingFacts])).toEqual(Array(4).fill([null, ['sun']]))
  })

  it.each(['communities', 'railways', 'water', 'gates', 'buildings', 'residences'] as const)('answers without %s', (layer) => {
    const answer = answered({}, { [layer]: [] })
    expect(numbersIn([answer.sites, answer.before, answer.after, answer.choice]).some(Number.isNaN)).toBe(false)
    expect(answer.sites).toHaveLength(4)
  })

  it('answers with nothing at all', () => {
    const own = { communities: [], buildings: [], residences: [], roads: [], railways: [], water: [], facilities: null, hazards: null, contextBuildings: null, gates: null, spaces: [], bounds: null }
    expect(codesOf({}, own)).toEqual(expect.arrayContaining(['no-residents', 'no-roads', 'no-spaces', 'no-facilities', 'no-gates', 'no-heights']))
    expect(answered({}, own)).toMatchObject({ sites: [], communities: [], after: { people: 0, coveredPeople: 0 } })
  })
})

describe('finding land with broken shapes', () => {
  it.each(Object.keys(BROKEN))('leaves out and names a space that %s', (problem) => {
    const own = { spaces: [...Object.values(SPACES), space('X1', BROKEN[problem]!)] }
    expect(core(answered({}, own))).toBe(core(answered()))
    expect(note('invalid-space', own)).toEqual({ count: 2, ids: 'S6, X1' })
    expect(answered({}, own).exclusions.find(({ id }) => id === 'X1')!.findings).toContainEqual(expect.objectContaining({ ruleId: 'invalid-shape', isHard: true }))
  })

  it.each(Object.keys(BROKEN))('is not moved by a community that %s', (problem) => {
    const { communities } = drawnTown()
    const own = { communities: [...communities, { ...communities[0]!, id: 'X1', geometry: BROKEN[problem]! }] }
    expect(core(answered({}, own))).toBe(core(answered()))
  })

  it.each(['has no number', 'has no positions', 'has an empty ring', 'goes to infinity'])('leaves out and names a building that %s', (problem) => {
    const { buildings } = drawnTown()
    const own = { buildings: [...buildings, { ...buildings[0]!, id: 'X1', geometry: BROKEN[problem]! }] }
    const answer = answered({}, own)
    expect(Number.isFinite(answer.before.people)).toBe(true)
    expect(numbersIn(answer.sites).some(Number.isNaN)).toBe(false)
    expect(note('invalid-feature', own)).toEqual({ count: 1, ids: 'X1' })
    expect(core(answer)).toBe(core(answered()))
  })

  it.each(['crosses itself', 'is not closed', 'has no area', 'is one place'])('still counts the people of a building that %s: it has a place', (problem) => {
    const { buildings } = drawnTown()
    const { demand, before } = answered({}, { buildings: [...buildings, { ...buildings[0]!, id: 'X1', geometry: BROKEN[problem]! }] })
    // 40 households of C1: 40 old people. All these shapes lie between (0, 0) and (40, 40).
    expect(before.people).toBe(260)
    const [lon, lat] = demand.positions[demand.ids.indexOf('X1')]!
    expect(lon! >= at(0, 0)[0]! && lon! <= at(40, 0)[0]! && lat! >= at(0, 0)[1]! && lat! <= at(0, 40)[1]!).toBe(true)
  })

  it.each(Object.keys(BROKEN))('gives no wrong number beside water that %s', (problem) => {
    const { water } = drawnTown()
    // None of them lies between anybody and a site, whatever is made of it.
    const own = { water: [...water, { ...water[0]!, id: 'X1', geometry: BROKEN[problem]! }] }
    const answer = answered({}, own)
    expect(answer.sites.find(({ id }) => id === S2)).toMatchObject({ reachedPeople: 60 })
    expect(numbersIn(answer.sites).some(Number.isNaN)).toBe(false)
  })

  it('is not moved by context buildings, roads, gates, facilities and dangers without positions', () => {
    const town = drawnTown()
    const lost = { type: 'Point' as const, coordinates: [NaN, NaN] }
    const own: Partial<LandInput> = {
      contextBuildings: [...town.contextBuildings!, { ...town.contextBuildings![0]!, id: 'X1', geometry: { type: 'Polygon', coordinates: [] } }],
      roads: [...town.roads, { ...town.roads[0]!, id: 'X2', geometry: { type: 'LineString', coordinates: [] } },
        { ...town.roads[0]!, id: 'X3', geometry: { type: 'LineString', coordinates: [at(0, 0), [NaN, NaN]] } }],
      gates: [...town.gates!, { ...town.gates![0]!, id: 'X4', geometry: lost }],
      facilities: [...town.facilities!, { ...town.facilities![0]!, id: 'X5', geometry: lost, floorAreaM2: 50, capacity: 3 }],
      hazards: [...town.hazards!, { ...town.hazards![0]!, id: 'X6', geometry: lost }],
    }
    expect(core(answered({}, own))).toBe(core(answered()))
    expect(core(answered({ mode: 'line' }, own))).toBe(core(answered({ mode: 'line' })))
  })
})

describe('finding land outside the plan', () => {
  it('names spaces that stick out, wholly or in part', () => {
    const own = { spaces: [SPACES.S1, space('X1', box(-150, 0, -90, 60)), space('X2', box(-20_000, 0, -19_000, 60))] }
    const answer = answered({}, own)
    expect(answer.notes).toContainEqual({ code: 'outside-space', params: { count: 2, ids: 'X1, X2' } })
    expect(answer.exclusions[0]!.findings.find(({ ruleId }) => ruleId === 'outside-area')!.missingBy).toBeCloseTo(50, 1)
  })

  it('leaves nothing out where the plan has no bounds', () => {
    expect(answered({}, { bounds: null }).notes.map(({ code }) => code)).not.toContain('outside-space')
  })
})

describe('a question that cannot be answered', () => {
  it.each([
    ['radiusM', 0], ['radiusM', -1], ['radiusM', NaN], ['radiusM', Infinity], ['siteCount', 0], ['siteCount', -1], ['siteCount', 1.5], ['siteCount', NaN],
    ['siteCount', Infinity], ['gapM', -0.1], ['gapM', NaN], ['gapM', Infinity], ['gapM', 50.5], ['minLandAreaM2', -1], ['minLandAreaM2', NaN],
    ['minFloorAreaM2', -1], ['minFloorAreaM2', Infinity], ['minWidthM', -1], ['minWidthM', NaN], ['wantedShare', 0], ['wantedShare', 1.1], ['wantedShare', NaN],
  ] as const)('is refused: %s %d', (name, value) => {
    expect(() => measured({ [name]: value })).toThrow(RangeError)
    expect(() => measured({ [name]: value })).toThrow(name)
  })

  it.each(CRITERIA)('is refused with a weight or bound of %s that is no number', (id) => {
    const { criteria } = drawnRules()
    for (const change of [{ weight: -1 }, { weight: NaN }, { weight: Infinity }, { worst: NaN }, { best: Infinity }]) {
      expect(() => measured({ criteria: { ...criteria, [id]: { ...criteria[id], ...change } } })).toThrow(RangeError)
    }
  })

  it('is refused for a type without rules', () => {
    expect(() => measured({ facilityType: 'market' })).toThrow(RangeError)
  })

  it('may ask for nothing in particular', () => {
    expect(measured({ gapM: 0, minLandAreaM2: 0, minFloorAreaM2: 0, minWidthM: 0 }).sites.length).toBeGreaterThan(4)
  })
})

describe('ids that come twice', () => {
  it('uses neither of two spaces of one id, and names them', () => {
    const twice = [space('X1', box(380, 20, 420, 60)), space('X1', box(520, 320, 560, 360))]
    for (const spaces of [twice, twice.toReversed()]) {
      const own = { spaces: [...Object.values(SPACES), ...spaces] }
      expect(core(answered({}, own))).toBe(core(answered()))
      expect(note('invalid-space', own)).toEqual({ count: 2, ids: 'S6, X1' })
    }
  })
})
