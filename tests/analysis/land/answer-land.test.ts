import { describe, expect, it } from 'vitest'
import { composeAnswer } from '@/analysis/land/answer-land'
import { chooseSites } from '@/analysis/land/choose-sites'
import { drawnRules, drawnTown, SPACES } from '../../fixtures/drawn-town'
import { answered, measured, S2 } from '../../fixtures/drawn-answers'

const notesOf = (...args: Parameters<typeof answered>) => answered(...args).notes

describe('composeAnswer', () => {
  it('ranks by score', () => {
    // 73.7, 72.3, 58.6, 50 or so.
    expect(answered().sites.map(({ id, rank }) => [id, rank])).toEqual([[S2, 1], ['S9', 2], ['S1', 3], ['S3', 4]])
    expect(answered().sites.map(({ score }) => Math.round(score! * 10) / 10).slice(0, 3)).toEqual([73.7, 72.3, 58.6])
  })

  it('says how heavy a criterion may get before another comes first', () => {
    // S2 leads S9 by 73.7114 − 72.2841 = 1.4273. Each weight that goes to newly reached people costs it 0.7 − 0.6 of itself:
    // 40 + 1.4273 / 0.1.
    const range = answered().weightRanges.find(({ criterion }) => criterion === 'newlyReached')!
    expect(range.weight).toBe(40)
    expect(range.from).toBe(0)
    expect(range.to).toBeCloseTo(40 + 14.273, 1)
  })

  it('says how often a site stays among the first three', () => {
    // Third and fourth are 8 points apart; a fifth more or less of any weight does not turn them round.
    expect(answered().sites.map(({ firstThreeShare }) => firstThreeShare)).toEqual([1, 1, 1, 0])
  })

  it('says what each site is large enough for', () => {
    const [s2, s9, s1, s3] = answered().sites.map(({ fits }) => fits)
    expect(s1![0]).toMatchObject({ formId: 'elderlyCare-form', neededFloorAreaM2: 350 })
    expect(s1![0]!.spareFloorAreaM2).toBeCloseTo(960 - 350, 1)
    expect(s2![0]!.spareFloorAreaM2).toBeCloseTo(1196.8 - 350, 1)
    expect(s9![0]!.spareFloorAreaM2).toBeCloseTo(610, 1)
    expect(s3![0]!.spareFloorAreaM2).toBe(-150)
  })

  it('marks the chosen, and names where the answer comes from', () => {
    const answer = answered({ siteCount: 1 })
    expect(answer.sites.filter(({ isChosen }) => isChosen).map(({ id }) => id)).toEqual(['S9'])
    expect(answer.provenance).toEqual(drawnTown().provenance)
    expect(answer).toMatchObject({ mode: 'walk', group: 'aged60Plus', unroutableIds: ['R7'] })
    expect(answer.question.siteCount).toBe(1)
  })

  it('puts the unscored last and gives them no rank', () => {
    const spaces = Object.values(SPACES).map((space) => (space.id === 'S2a' ? { ...space, tenure: 'unknown' as const } : space))
    const { sites } = answered({}, { spaces })
    expect(sites.map(({ id, rank }) => [id, rank])).toEqual([['S9', 1], ['S1', 2], ['S3', 3], [S2, null]])
    expect(sites[3]).toMatchObject({ score: null, missingFacts: ['tenure'], firstThreeShare: null })
  })

  it('compares no site that has no score, whatever else is known of it', () => {
    const spaces = Object.values(SPACES).map((space) => (space.id === 'S3' ? { ...space, storey: null } : space))
    expect(answered({}, { spaces }).sites.map(({ id, firstThreeShare }) => [id, firstThreeShare])).toEqual([[S2, 1], ['S9', 1], ['S1', 1], ['S3', null]])
  })

  it('tells of spaces that are broken or outside, and of nothing else when all is well', () => {
    expect(notesOf()).toEqual([
      { code: 'roads-blocked', params: { count: 1, ids: 'west' } }, { code: 'unroutable', params: { count: 1, maxConnectorM: 100 } },
      { code: 'invalid-space', params: { count: 1, ids: 'S6' } }, { code: 'outside-space', params: { count: 1, ids: 'S7' } },
    ])
  })

  it('tells of facilities whose size is not known, if they count', () => {
    const unknown = { facilities: drawnTown().facilities!.map((one) => ({ ...one, floorAreaM2: null, capacity: null })) }
    expect(notesOf({}, unknown)).toContainEqual({ code: 'facility-area-unknown', params: { count: 1, ids: 'F1' } })
    expect(notesOf({}, unknown)).toContainEqual({ code: 'facility-capacity-unknown', params: { count: 1, ids: 'F1' } })
    expect(notesOf({ facilityType: 'childcare' })).toContainEqual({ code: 'facility-area-unknown', params: { count: 1, ids: 'F2' } })
  })

  it('tells when fewer sites can be chosen than are asked for', () => {
    expect(notesOf({ siteCount: 5 })).toContainEqual({ code: 'sites-fewer', params: { count: 4, asked: 5 } })
    expect(notesOf({ siteCount: 4, mustExclude: ['S1'] })).toContainEqual({ code: 'sites-fewer', params: { count: 3, asked: 4 } })
  })

  it('tells of wishes for sites that do not exist', () => {
    expect(notesOf({ mustInclude: ['nowhere', 'S1'], mustExclude: ['S4'] })).toContainEqual({ code: 'unknown-site', params: { count: 2, ids: 'nowhere, S4' } })
  })

  it('has no ranking without weights, and says so', () => {
    const { criteria } = drawnRules()
    const none = Object.fromEntries(Object.entries(criteria).map(([id, setting]) => [id, { ...setting, weight: 0 }])) as typeof criteria
    const answer = answered({ criteria: none })
    expect(answer.notes).toContainEqual({ code: 'weights-zero', params: {} })
    expect(answer.sites.map(({ rank, score }) => [rank, score])).toEqual(Array(4).fill([null, null]))
    // The choice asks for people, not for points.
    expect(answer.choice.newlyCoveredPeople).toBe(160)
  })

  it('is the same for every step of the choice but for what was chosen', () => {
    const land = measured()
    const answers = [...chooseSites(land)].map((choice) => composeAnswer(land, choice))
    for (const { choice, sites, before } of answers) {
      expect(sites.filter(({ isChosen }) => isChosen).map(({ id }) => id).sort()).toEqual([...choice.siteIds].sort())
      expect(before.coveredPeople).toBe(40)
    }
  })
})
