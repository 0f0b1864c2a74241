import { describe, expect, it } from 'vitest'
import { allowedSites, chooseSites } from '@/analysis/land/choose-sites'
import type { LandInput } from '@/analysis/land/land-input'
import type { LandQuestion } from '@/domain/land'
import { measured, S2 } from '../../fixtures/drawn-answers'

const stepsOf = (question: Partial<LandQuestion> = {}, own: Partial<LandInput> = {}) => [...chooseSites(measured(question, own))]
const chosen = (question: Partial<LandQuestion> = {}, own: Partial<LandInput> = {}) => stepsOf(question, own).at(-1)!
const curveOf = (question: Partial<LandQuestion> = {}) => chosen(question).curve.map(({ siteCount, newlyCoveredPeople }) => [siteCount, newlyCoveredPeople])

/**
 * Newly reached old people within 200 m, R6 being served:
 *
 *   S1  R1 10  R2 20                     30
 *   S2               R5 20 R8 20 R9 10 B2 10    60
 *   S3                                        R4 30   30
 *   S9         R2 20  R3 10  B1 40             70
 *
 * Pairs: S9+S2 130, S9+S3 100, S2+S1 90, S2+S3 90, S9+S1 80 (R2 counts once), S1+S3 60. All four: 170.
 */
describe('chooseSites', () => {
  it.each([
    [1, ['S9'], 70], [2, [S2, 'S9'], 130], [3, [S2, 'S3', 'S9'], 160], [4, ['S1', S2, 'S3', 'S9'], 170],
  ])('finds the best %i', (siteCount, siteIds, newlyCoveredPeople) => {
    expect(chosen({ siteCount })).toMatchObject({ siteIds, newlyCoveredPeople, bound: newlyCoveredPeople, gapShare: 0, isProven: true, problem: null, relaxations: [] })
  })

  it('draws the curve of the best against the number', () => {
    expect(curveOf()).toEqual([[1, 70], [2, 130], [3, 160], [4, 170]])
    expect(curveOf({ siteCount: 1 })).toEqual([[1, 70], [2, 130], [3, 160], [4, 170]])
  })

  it('takes what must be in, and the best beside it', () => {
    expect(chosen({ siteCount: 1, mustInclude: ['S3'] })).toMatchObject({ siteIds: ['S3'], newlyCoveredPeople: 30, isProven: true })
    // S1 30 + S2 60 = 90, S1 + S9 is 80.
    expect(chosen({ siteCount: 2, mustInclude: ['S1'] })).toMatchObject({ siteIds: ['S1', S2], newlyCoveredPeople: 90 })
  })

  it('keeps a site that must be in even if it adds nobody', () => {
    // S8 adds R9 and B2, whom S2 reaches too.
    const { siteIds, newlyCoveredPeople } = chosen({ siteCount: 2, minLandAreaM2: 150, mustInclude: ['S8', S2] })
    expect([siteIds, newlyCoveredPeople]).toEqual([[S2, 'S8'], 60])
  })

  it('leaves out what must not be in', () => {
    expect(chosen({ siteCount: 1, mustExclude: ['S9'] })).toMatchObject({ siteIds: [S2], newlyCoveredPeople: 60 })
    expect(chosen({ siteCount: 2, mustExclude: ['S9', S2] })).toMatchObject({ siteIds: ['S1', 'S3'], newlyCoveredPeople: 60 })
  })

  it('chooses nothing where two wishes contradict', () => {
    const nothing = { siteIds: [], newlyCoveredPeople: 0, problem: 'conflict' }
    expect(stepsOf({ mustInclude: ['S1'], mustExclude: ['S1'] })).toMatchObject([{ ...nothing, relaxations: [] }])
    // Two sites would do: S1 30 + S3 30.
    const oneMore = { kind: 'siteCount', from: 1, to: 2, unit: 'site', newlyCoveredPeople: 60 }
    expect(stepsOf({ siteCount: 1, mustInclude: ['S1', 'S3', 'S3'] })).toMatchObject([{ ...nothing, relaxations: [oneMore] }])
  })

  it('is not moved by wishes for sites that do not exist, or that are told twice', () => {
    const wishes = { mustInclude: ['nowhere', 'S6', 'S4', 'S7', 'S5'], mustExclude: ['nowhere'] }
    expect(chosen(wishes)).toEqual(chosen())
    expect(chosen({ siteCount: 1, mustInclude: ['S3', 'S3'] })).toEqual(chosen({ siteCount: 1, mustInclude: ['S3'] }))
  })

  it('limits sites to the people they have room for', () => {
    // S3 has room for 25 of 30.
    const { siteIds, newlyCoveredPeople, isProven } = chosen({ isCapacityLimited: true })
    expect([siteIds, isProven]).toEqual([[S2, 'S3', 'S9'], true])
    expect(newlyCoveredPeople).toBeCloseTo(155, 6)
  })

  it.each([
    // Of 220 people 40 are served: 170, 200 and 210 with 2, 3 and 4 sites.
    [0.18, 0], [0.75, 2], [170 / 220, 2], [0.8, 3], [200 / 220, 3], [0.95, 4], [210 / 220, 4],
  ])('serves a share of %d with %d sites at least', (wantedShare, siteCount) => {
    expect(chosen({ wantedShare, siteCount: 4 })).toMatchObject({ fewestSites: { wantedShare, siteCount, isProven: true }, problem: null })
  })

  it('says when a wanted share cannot be reached, or not with so few sites', () => {
    expect(chosen({ wantedShare: 1 })).toMatchObject({ fewestSites: { siteCount: null, isProven: true }, problem: 'share-not-reached' })
    expect(chosen({ wantedShare: 0.8, siteCount: 2 })).toMatchObject({
      fewestSites: { siteCount: 3 }, problem: 'share-not-reached', relaxations: expect.arrayContaining([{ kind: 'siteCount', from: 2, to: 3, unit: 'site', newlyCoveredPeople: 160 }]),
    })
  })

  it('takes all there are where more are asked than there are', () => {
    expect(chosen({ siteCount: 10 })).toMatchObject({ siteIds: ['S1', S2, 'S3', 'S9'], newlyCoveredPeople: 170, problem: 'fewer-sites-than-asked' })
    // Two of four must not be chosen: three are asked, two are left.
    expect(chosen({ siteCount: 3, mustExclude: ['S1', 'S3'] })).toMatchObject({ siteIds: [S2, 'S9'], newlyCoveredPeople: 130, problem: 'fewer-sites-than-asked' })
    // All are ruled out: that is the reason, not that nobody new lives there.
    expect(chosen({ mustExclude: ['S1', S2, 'S3', 'S9'] })).toMatchObject({ siteIds: [], newlyCoveredPeople: 0, problem: 'fewer-sites-than-asked' })
    expect(allowedSites(measured({ mustExclude: ['S1', 'S3'] })).map(({ id }) => id)).toEqual([S2, 'S9'])
  })

  it('says why nothing can be chosen', () => {
    expect(chosen({}, { spaces: [] })).toMatchObject({ siteIds: [], curve: [], isProven: true, problem: 'no-sites' })
    expect(chosen({ minLandAreaM2: 5000, minFloorAreaM2: 5000 })).toMatchObject({ siteIds: [], problem: 'no-sites' })
    // The nearest, R8, is 60 m away.
    expect(chosen({ radiusM: 50 })).toMatchObject({ siteIds: [], newlyCoveredPeople: 0, problem: 'nobody-new' })
  })

  it('shows at once how far the first choice may be from the best', () => {
    // Greedily 70 + 60 + 30; all four sites together cover 170.
    const first = stepsOf()[0]!
    expect(first).toMatchObject({ siteIds: [S2, 'S3', 'S9'], newlyCoveredPeople: 160, bound: 170, isProven: false })
    expect(first.gapShare).toBeCloseTo(10 / 170, 9)
  })

  it('tells how the gap closes while it proves', () => {
    const told: [number, number][] = []
    const steps = chooseSites(measured({ siteCount: 2 }), ({ newlyCoveredPeople, bound }) => told.push([newlyCoveredPeople, bound]))
    expect(steps.next().value).toMatchObject({ newlyCoveredPeople: 130 })
    expect(told).toEqual([])
    steps.next()
    expect(told.length).toBeGreaterThan(0)
    expect(told.every(([covered, bound]) => covered === 130 && bound >= 130)).toBe(true)
  })

  it('goes from a good choice to a proven one, never down', () => {
    for (const question of [{}, { siteCount: 2, minLandAreaM2: 150, radiusM: 300 }, { isCapacityLimited: true }, { mustInclude: ['S1'] }]) {
      const steps = stepsOf(question)
      for (let i = 1; i < steps.length; i++) {
        expect(steps[i]!.newlyCoveredPeople).toBeGreaterThanOrEqual(steps[i - 1]!.newlyCoveredPeople)
        expect(steps[i]!.bound).toBeLessThanOrEqual(steps[i - 1]!.bound)
      }
      expect(steps.at(-1)!.isProven).toBe(true)
    }
  })
})
