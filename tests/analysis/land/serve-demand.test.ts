import { describe, expect, it } from 'vitest'
import { chooseSites } from '@/analysis/land/choose-sites'
import type { LandInput } from '@/analysis/land/land-input'
import { serveDemand } from '@/analysis/land/serve-demand'
import type { LandQuestion } from '@/domain/land'
import type { BuildingId } from '../../fixtures/drawn-town'
import { drawnTown } from '../../fixtures/drawn-town'
import { measured, S2, WAY_AFTER, WAY_TO_F1 } from '../../fixtures/drawn-answers'

function served(question: Partial<LandQuestion> = {}, own: Partial<LandInput> = {}) {
  const land = measured(question, own)
  const choice = [...chooseSites(land)].at(-1)!
  return { ...serveDemand(land, choice), choice }
}
const byId = ({ demand }: ReturnType<typeof served>, column: ArrayLike<number>) =>
  Object.fromEntries(demand.ids.map((id, p) => [id, column[p]!])) as Record<BuildingId, number>

describe('serveDemand', () => {
  it('measures the way to the nearest existing facility, also beyond the radius', () => {
    const answer = served()
    const ways = byId(answer, answer.demand.distanceBeforeM)
    for (const id of Object.keys(WAY_TO_F1) as BuildingId[]) expect(ways[id], id).toBeCloseTo(WAY_TO_F1[id], 2)
  })

  it('measures the way to the nearest of what there is and what was chosen', () => {
    const answer = served()
    expect(answer.choice.siteIds).toEqual([S2, 'S3', 'S9'])
    const ways = byId(answer, answer.demand.distanceAfterM)
    for (const id of Object.keys(WAY_AFTER) as BuildingId[]) expect(ways[id], id).toBeCloseTo(WAY_AFTER[id], 2)
  })

  it('says which chosen site is the nearest', () => {
    const answer = served()
    // R1 is nearest to S9 (280 m), although nobody serves it. R6 stays with F1, R7 has no way.
    expect(byId(answer, answer.demand.nearestChosen)).toEqual({ B1: 2, B2: 0, R1: 2, R2: 2, R3: 2, R4: 1, R5: 0, R6: -1, R7: -1, R8: 0, R9: 0 })
  })

  it('counts who is served before and after', () => {
    const answer = served()
    expect(answer.before).toEqual({ people: 220, coveredPeople: 40 })
    // R1 10 and R7 10 stay outside.
    expect(answer.after).toEqual({ people: 220, coveredPeople: 200 })
    expect(answer.demand.ids.filter((_, p) => answer.demand.isServedBefore[p] === 1)).toEqual(['R6'])
    expect(answer.demand.ids.filter((_, p) => answer.demand.isServedAfter[p] === 0)).toEqual(['R1', 'R7'])
  })

  it('does not change who was served before', () => {
    const land = measured()
    serveDemand(land, [...chooseSites(land)].at(-1)!)
    expect(land.isServed.reduce((sum, one) => sum + one, 0)).toBe(1)
  })

  it('serves with limited places only as many as there is room for', () => {
    // S3 has room for 25 of R4's 30: 40 + 70 + 60 + 25.
    const answer = served({ isCapacityLimited: true })
    expect(answer.after.coveredPeople).toBeCloseTo(195, 6)
  })

  it('says per community who serves most of it, and how far away', () => {
    const [c1, c2] = served().communities
    expect(c1).toMatchObject({ communityId: 'C1', people: 40, servedBeforePeople: 0, servedAfterPeople: 40, nearestId: 'S9', nearestKind: 'site' })
    expect(c1!.nearestDistanceM).toBeCloseTo(115, 2)
    expect(c1!.nearestMin).toBeCloseTo(115 / 60, 4)
    // B2 10 people at 160 m, R9 10 at 125.
    expect(c2).toMatchObject({ communityId: 'C2', people: 20, servedBeforePeople: 0, servedAfterPeople: 20, nearestId: S2, nearestKind: 'site' })
    expect(c2!.nearestDistanceM).toBeCloseTo(142.5, 2)
  })

  it('names for a divided community what most of its people go to, of equals the first', () => {
    // S8 is 140 m from B2 and 175 from R9; S2 160 and 125.
    const both = { siteCount: 2, minLandAreaM2: 150, mustInclude: [S2, 'S8'] }
    const { communities: [, equal] } = served(both)
    expect(equal).toMatchObject({ nearestId: S2, servedAfterPeople: 20 })
    expect(equal!.nearestDistanceM).toBeCloseTo(125, 2)
    const buildings = drawnTown().buildings.map((one) => (one.id === 'B2' ? { ...one, households: 22 } : one))
    const { communities: [, more] } = served(both, { buildings })
    expect(more).toMatchObject({ nearestId: 'S8', people: 21 })
    expect(more!.nearestDistanceM).toBeCloseTo(140, 2)
  })

  it('leaves a community uncovered that no chosen site reaches', () => {
    // S9 alone: C2 has (210 + 245) / 2 m to F1, which is too far.
    const { choice, communities: [c1, c2] } = served({ siteCount: 1 })
    expect(choice.siteIds).toEqual(['S9'])
    expect(c1!.servedAfterPeople).toBe(40)
    expect(c2).toMatchObject({ people: 20, servedAfterPeople: 0, nearestId: 'F1', nearestKind: 'facility' })
    expect(c2!.nearestDistanceM).toBeCloseTo(227.5, 2)
    expect(c2!.nearestMin).toBeCloseTo(227.5 / 60, 4)
  })

  it('knows of nothing near where there is nothing', () => {
    const { communities, before, after, demand } = served({}, { facilities: [], spaces: [] })
    expect(communities[0]).toEqual({
      communityId: 'C1', people: 40, servedBeforePeople: 0, servedAfterPeople: 0, nearestId: null, nearestKind: null, nearestDistanceM: null, nearestMin: null,
    })
    expect([before, after]).toEqual([{ people: 220, coveredPeople: 0 }, { people: 220, coveredPeople: 0 }])
    expect(demand.distanceAfterM.every((metres) => metres === Infinity)).toBe(true)
  })

  it('names no minutes of a straight line', () => {
    const { communities, demand } = served({ mode: 'line', siteCount: 1 })
    expect(communities.map(({ nearestMin }) => nearestMin)).toEqual([null, null])
    // From (500, 290) to F1 at (550, 310).
    expect(demand.distanceBeforeM[demand.ids.indexOf('R6')]).toBeCloseTo(Math.hypot(50, 20), 2)
  })

  it('shares the places of a facility among those who reach it', () => {
    const old = served()
    // 20 places, R6's 40 old people.
    expect(byId(old, old.demand.accessibility)).toMatchObject({ R6: 0.5, B2: 0, R1: 0, R7: 0 })
    const small = served({ facilityType: 'childcare' })
    // 5 places; R1 4 and R2 8 small children.
    expect(byId(small, small.demand.accessibility).R1).toBeCloseTo(5 / 12, 9)
    const unknown = served({}, { facilities: drawnTown().facilities!.map((one) => ({ ...one, capacity: null })) })
    expect(byId(unknown, unknown.demand.accessibility).R6).toBeNaN()
  })
})
