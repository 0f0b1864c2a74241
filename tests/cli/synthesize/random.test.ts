import { describe, expect, it } from 'vitest'
import { makeRandom } from '@/cli/synthesize/random'

describe('makeRandom', () => {
  it('gives the reference sequence of mulberry32 for seed 1', () => {
    // 2693262067, 11749833, 2265367787: the first 32-bit words, worked separately with 64-bit integers.
    const random = makeRandom(1)
    expect([random(), random(), random()].map((value) => value * 2 ** 32)).toEqual([2693262067, 11749833, 2265367787])
  })

  it('spreads evenly over 0…1', () => {
    const random = makeRandom(7)
    const values = Array.from({ length: 10_000 }, random)
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length
    expect(mean).toBeGreaterThan(0.49)
    expect(mean).toBeLessThan(0.51)
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...values)).toBeLessThan(1)
  })
})
