import { describe, expect, it } from 'vitest'
import { makeBaseline } from '@/cli/synthesize/baseline'
import { makePlan } from '@/cli/synthesize/plan'
import { makeCommunitySpecs, PROGRAMME_SEED } from '@/cli/synthesize/programme-specs'
import { makeRandom } from '@/cli/synthesize/random'
import { parseDay } from '@/domain/day'

const specs = makeCommunitySpecs(makeRandom(PROGRAMME_SEED))
const baseline = makeBaseline(specs, makeRandom(PROGRAMME_SEED + 1))
const { items } = makePlan()
const rowsOf = (id: string) => baseline.filter(({ communityId }) => communityId === id)
const day = (text: string) => parseDay(text)!

describe('makeBaseline', () => {
  it('plans 10 to 20 items per community, each once, all from the catalogue', () => {
    for (const { id } of specs) {
      const codes = rowsOf(id).map(({ itemCode }) => itemCode)
      expect(codes.length).toBeGreaterThanOrEqual(10)
      expect(codes.length).toBeLessThanOrEqual(20)
      expect(new Set(codes).size).toBe(codes.length)
      for (const code of codes) expect(items.map((item) => item.code)).toContain(code)
    }
    expect(new Set(baseline.map(({ communityId }) => communityId)).size).toBe(35)
  })

  it('starts before it finishes, finishes by 30 November, and weighs something', () => {
    for (const { plannedStart, plannedFinish, weight } of baseline) {
      expect(plannedStart).toBeLessThan(plannedFinish)
      expect(plannedStart).toBeGreaterThanOrEqual(day('2024-05-06'))
      expect(plannedFinish).toBeLessThanOrEqual(day('2024-11-30'))
      expect(weight).toBeGreaterThan(0)
    }
  })

  it('removes illegal structures by 31 May and starts everything else from mid June', () => {
    for (const { itemCode, plannedStart, plannedFinish } of baseline) {
      if (itemCode === 'J01') expect(plannedFinish).toBeLessThanOrEqual(day('2024-05-31'))
      else expect(plannedStart).toBeGreaterThanOrEqual(day('2024-06-15'))
    }
  })

  it('plans the road surface after every underground item of the community', () => {
    const underground = items.filter((item) => item.underground).map(({ code }) => code)
    for (const { id } of specs) {
      const surface = rowsOf(id).find(({ itemCode }) => itemCode === 'J09')!
      const below = rowsOf(id).filter(({ itemCode }) => underground.includes(itemCode))
      expect(below.length).toBeGreaterThan(0)
      for (const { plannedFinish } of below) expect(surface.plannedStart).toBeGreaterThanOrEqual(plannedFinish)
    }
  })

  it('staggers the communities from late September to the end of November', () => {
    const finishes = specs.map(({ id }) => Math.max(...rowsOf(id).map(({ plannedFinish }) => plannedFinish)))
    expect(Math.min(...finishes)).toBeGreaterThanOrEqual(day('2024-09-20'))
    expect(Math.min(...finishes)).toBeLessThan(day('2024-10-01'))
    expect(Math.max(...finishes)).toBeGreaterThan(day('2024-11-25'))
    expect(new Set(finishes).size).toBeGreaterThan(15)
  })

  it('is mostly basic work, with a few communities in the basic class alone', () => {
    const letters = specs.map(({ id }) => new Set(rowsOf(id).map(({ itemCode }) => itemCode[0])))
    const basicOnly = letters.filter((set) => set.size === 1).length
    const enhanced = letters.filter((set) => set.has('T')).length
    expect(basicOnly).toBeGreaterThan(3)
    expect(enhanced).toBeGreaterThan(5)
    expect(enhanced).toBeLessThan(13)
    expect(baseline.filter(({ itemCode }) => itemCode.startsWith('J')).length).toBeGreaterThan(baseline.length / 2)
  })

  it('has paid insulation or windows in a few communities only', () => {
    const rows = baseline.filter(({ itemCode }) => ['W07', 'W08'].includes(itemCode))
    const paid = new Set(rows.map(({ communityId }) => communityId))
    expect(paid.size).toBeGreaterThan(1)
    expect(paid.size).toBeLessThan(7)
  })

  it('brings the showcase communities to the enhanced class', () => {
    for (const { id } of specs.filter(({ showcase }) => showcase)) {
      const codes = rowsOf(id).map(({ itemCode }) => itemCode)
      expect(codes).toEqual(expect.arrayContaining(['J07', 'J11', 'T01', 'T05', 'T06', 'W01']))
    }
  })

  it('gives the same baseline for the same seed', () => {
    expect(makeBaseline(specs, makeRandom(PROGRAMME_SEED + 1))).toEqual(baseline)
  })
})
