import { describe, expect, it } from 'vitest'
import { sortRow } from '@/analysis/reach/sort-row'

describe('sortRow', () => {
  it.each([5, 48, 49, 300])('sorts the points of one row of %d with their distances, and no other', (length) => {
    // 17 has no divisor in common with these lengths: every point once.
    const mixed = Array.from({ length }, (_, i) => (i * 17) % length)
    const point = Uint32Array.from([9, ...mixed, 1])
    const distanceM = Float64Array.from([9.5, ...mixed.map((p) => p / 2), 1.5])
    sortRow(point, distanceM, 1, length + 1)
    expect([...point]).toEqual([9, ...mixed.map((_, i) => i), 1])
    expect([...distanceM]).toEqual([9.5, ...mixed.map((_, i) => i / 2), 1.5])
  })
})
