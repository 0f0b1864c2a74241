import { describe, expect, it } from 'vitest'
import { chooseSites } from '@/analysis/land/choose-sites'
import type { LandInput } from '@/analysis/land/land-input'
import { relaxQuestion } from '@/analysis/land/relax-question'
import type { LandQuestion, Relaxation } from '@/domain/land'
import { drawnTown, RESIDENCES, SPACES } from '../../fixtures/drawn-town'
import { answered, measured, S2 } from '../../fixtures/drawn-answers'

function relaxed(question: Partial<LandQuestion>, own: Partial<LandInput> = {}): Relaxation[] {
  const land = measured(question, own)
  return relaxQuestion(land, [...chooseSites(land)].at(-1)!)
}
const ofKind = (kind: Relaxation['kind'], question: Partial<LandQuestion>, own: Partial<LandInput> = {}) =>
  relaxed(question, own).find((relaxation) => relaxation.kind === kind)

describe('relaxQuestion', () => {
  it('has nothing to say where all is well, or where a site must be both in and out', () => {
    expect(relaxed({})).toEqual([])
    expect(relaxed({ siteCount: 1, mustInclude: ['S1', 'S3'], mustExclude: ['S1'] })).toEqual([])
  })

  it('makes room for all that must be included', () => {
    // S1 and S9 share R2: 30 + 70 − 20.
    expect(relaxed({ siteCount: 1, mustInclude: ['S1', 'S9'] })).toEqual([{ kind: 'siteCount', from: 1, to: 2, unit: 'site', newlyCoveredPeople: 80 }])
  })

  it('finds the walk that reaches the first people', () => {
    // From S2 60 m to R8 (20 people), from S1 70 m to R1 and R2.
    const radius = ofKind('radius', { radiusM: 50 })!
    expect(radius).toMatchObject({ kind: 'radius', from: 50, unit: 'm' })
    expect(radius.to).toBeGreaterThan(59.99)
    expect(radius.to).toBeLessThanOrEqual(70)
    expect(answered({ radiusM: radius.to }).choice.newlyCoveredPeople).toBe(radius.newlyCoveredPeople)
  })

  it('finds the minimum area at which the largest site passes', () => {
    // S2 has 1496 m².
    expect(relaxed({ minLandAreaM2: 2000, minFloorAreaM2: 2000 })).toEqual([{ kind: 'minLandArea', from: 2000, to: 1496, unit: 'm2', newlyCoveredPeople: 60 }])
  })

  it('finds the gap that puts enough land together', () => {
    // Only the three fragments, 5 m apart, which are too small alone.
    const fragments = { spaces: [SPACES.S2a, SPACES.S2b, SPACES.S2c] }
    const gap = ofKind('gap', { gapM: 2, minLandAreaM2: 1400 }, fragments)!
    expect(gap).toMatchObject({ kind: 'gap', from: 2, unit: 'm', newlyCoveredPeople: 60 })
    expect(gap.to).toBeGreaterThanOrEqual(5)
    expect(gap.to).toBeLessThanOrEqual(5.5)
    expect(answered({ gapM: gap.to, minLandAreaM2: 1400 }, fragments).sites.map(({ id }) => id)).toEqual([S2])
  })

  it('finds how many more sites a wanted share takes', () => {
    // 0.8 of 220 is 176; 40 + 130 with two, 40 + 160 with three.
    expect(ofKind('siteCount', { wantedShare: 0.8, siteCount: 2 })).toEqual({ kind: 'siteCount', from: 2, to: 3, unit: 'site', newlyCoveredPeople: 160 })
  })

  it('offers for a wanted share only what really reaches it', () => {
    for (const { kind, to } of relaxed({ wantedShare: 0.8, siteCount: 2 })) {
      const change = { radius: { radiusM: to }, siteCount: { siteCount: to }, minLandArea: { minLandAreaM2: to }, gap: { gapM: to } }[kind]
      const { after } = answered({ wantedShare: 0.8, siteCount: 2, ...change })
      expect(after.coveredPeople / after.people, kind).toBeGreaterThanOrEqual(0.8)
    }
  })

  it('reaches everybody in spite of fractions of people', () => {
    // 2.7 persons a household, 20.9 % of them old; without R7 all four sites and F1 reach everybody.
    const defaults = { ...drawnTown().defaults, personsPerHousehold: 2.7, share60Plus: 0.209 }
    for (const more of [11, 28, 45]) {
      const residences = RESIDENCES.filter(({ id }) => id !== 'R7').map((one, i) => ({ ...one, households: one.households + (more * (i + 3)) % 17 }))
      expect(ofKind('siteCount', { wantedShare: 1, siteCount: 2 }, { defaults, residences })).toMatchObject({ from: 2, to: 4 })
    }
  })

  it('offers nothing that does not help', () => {
    expect(relaxed({}, { spaces: [] })).toEqual([])
    expect(relaxed({}, { spaces: [SPACES.S4, SPACES.S6] })).toEqual([])
  })
})
