import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findRelaxations, type Give } from '@/analysis/choice/find-relaxations'

const radius = (covered: number[], isMonotone = true): Give => ({
  kind: 'radius', unit: 'm', from: 500, values: covered.map((_, i) => 510 + 10 * i), peopleWith: (value) => covered[(value - 510) / 10]!, isMonotone,
})

describe('findRelaxations', () => {
  it('finds the smallest change of each number that is enough, and leaves out what cannot help', () => {
    const area: Give = { kind: 'minLandArea', unit: 'm2', from: 440, values: [400, 350], peopleWith: (value) => (value === 350 ? 120 : 0), isMonotone: true }
    const gap: Give = { kind: 'gap', unit: 'm', from: 8, values: [], peopleWith: () => 999, isMonotone: true }
    expect(findRelaxations([radius([0, 40, 90, 130, 130]), gap, area], (people) => people >= 100)).toEqual([
      { kind: 'radius', unit: 'm', from: 500, to: 540, newlyCoveredPeople: 130 },
      { kind: 'minLandArea', unit: 'm2', from: 440, to: 350, newlyCoveredPeople: 120 },
    ])
    expect(findRelaxations([radius([0, 40])], (people) => people >= 100)).toEqual([])
  })

  it('tries one after the other what may go up and down', () => {
    expect(findRelaxations([radius([0, 100, 0, 100, 0], false)], (people) => people >= 100)[0]!.to).toBe(520)
  })

  it('finds the same by halving', () => {
    fc.assert(fc.property(fc.array(fc.nat(50)), fc.nat(50), (values, wanted) => {
      const rising = values.sort((a, b) => a - b)
      const isEnough = (people: number): boolean => people >= wanted
      expect(findRelaxations([radius(rising, true)], isEnough)).toEqual(findRelaxations([radius(rising, false)], isEnough))
    }))
  })
})
