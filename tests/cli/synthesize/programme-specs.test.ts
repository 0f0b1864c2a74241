import { describe, expect, it } from 'vitest'
import { makeCommunitySpecs, PROGRAMME_SEED } from '@/cli/synthesize/programme-specs'
import { makeRandom } from '@/cli/synthesize/random'

const specs = makeCommunitySpecs(makeRandom(PROGRAMME_SEED))
const buildings = specs.flatMap((community) => community.buildings)
const total = (values: number[]) => values.reduce((sum, value) => sum + value, 0)

describe('makeCommunitySpecs', () => {
  it('meets the four control totals of the official plan', () => {
    expect(specs.length).toBe(35)
    expect(buildings.length).toBe(123)
    expect(total(buildings.map(({ households }) => households))).toBe(4419)
    expect(total(buildings.map(({ floorAreaM2 }) => floorAreaM2))).toBe(508_100)
  })

  it('gives every community the sums of its buildings', () => {
    for (const { buildings, households, floorAreaM2 } of specs) {
      expect(households).toBe(total(buildings.map((building) => building.households)))
      expect(floorAreaM2).toBe(total(buildings.map((building) => building.floorAreaM2)))
    }
  })

  it('numbers communities and buildings from one', () => {
    expect(specs.map(({ id }) => id)).toEqual(specs.map((_, i) => `C${String(i + 1).padStart(2, '0')}`))
    for (const { id, buildings } of specs) expect(buildings.map((b) => b.id)).toEqual(buildings.map((_, i) => `${id}-B${i + 1}`))
  })

  it('spreads the communities over the three districts', () => {
    const counted = ['jingkai', 'xingan', 'dawenhe'].map((id) => specs.filter(({ districtId }) => districtId === id).length)
    expect(counted).toEqual([6, 23, 6])
  })

  it('skews sizes to small communities', () => {
    const sizes = specs.map(({ buildings }) => buildings.length)
    expect(Math.min(...sizes)).toBe(1)
    expect(Math.max(...sizes)).toBe(8)
    expect(sizes.filter((size) => size <= 3).length).toBeGreaterThan(17)
    expect(sizes.filter((size) => size >= 6).length).toBeLessThan(7)
  })

  it('draws walk-ups: floor area within 1 % of length × depth × floors, households near two per landing', () => {
    for (const { floors, stairwells, households, floorAreaM2, lengthM, depthM, builtYear } of buildings) {
      expect(Math.abs((lengthM * depthM * floors) / floorAreaM2 - 1)).toBeLessThan(0.01)
      expect(Math.abs(households - floors * stairwells * 2)).toBeLessThanOrEqual(2)
      expect(floors).toBeGreaterThanOrEqual(4)
      expect(floors).toBeLessThanOrEqual(6)
      expect(depthM).toBeGreaterThanOrEqual(11.5)
      expect(depthM).toBeLessThanOrEqual(13.5)
      expect(builtYear).toBeGreaterThanOrEqual(1978)
      expect(builtYear).toBeLessThanOrEqual(2003)
    }
  })

  it('takes the two real names from the plan and invents the others on one pattern', () => {
    expect(specs.filter(({ showcase }) => showcase).map(({ name, districtId, neighbourhood }) => [name, districtId, neighbourhood]))
      .toEqual([['商场路国税局家属院', 'xingan', '城东社区'], ['网通邮电新村', 'dawenhe', '贾戈社区']])
    for (const { name, neighbourhood } of specs.filter(({ showcase }) => !showcase)) {
      expect(name).toMatch(/^..里$/)
      expect(neighbourhood).toMatch(/^示例.社区$/)
    }
    expect(new Set(specs.map(({ name }) => name)).size).toBe(35)
  })

  it('gives the same programme for the same seed', () => {
    expect(makeCommunitySpecs(makeRandom(PROGRAMME_SEED))).toEqual(specs)
    expect(makeCommunitySpecs(makeRandom(1))).not.toEqual(specs)
  })

  it.each([1, 2, 3, 99])('meets the totals whatever the seed (%i)', (seed) => {
    const others = makeCommunitySpecs(makeRandom(seed)).flatMap((community) => community.buildings)
    expect(total(others.map(({ households }) => households))).toBe(4419)
    expect(total(others.map(({ floorAreaM2 }) => floorAreaM2))).toBe(508_100)
  })
})
