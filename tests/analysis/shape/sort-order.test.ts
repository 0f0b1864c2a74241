import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sortOrder } from '@/analysis/shape/sort-order'

describe('sortOrder', () => {
  it('sorts by key and keeps equal keys in order', () => {
    expect([...sortOrder(Uint32Array.of(70_000, 3, 0xffff_ffff, 3, 0))]).toEqual([4, 1, 3, 0, 2])
  })

  it('has nothing to sort in an empty list', () => {
    expect([...sortOrder(new Uint32Array(0))]).toEqual([])
  })

  it('agrees with a comparison sort', () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.nat(5), fc.nat(0xffff_ffff))), (keys) => {
      const expected = keys.map((_, i) => i).sort((a, b) => keys[a]! - keys[b]! || a - b)
      expect([...sortOrder(Uint32Array.from(keys))]).toEqual(expected)
    }))
  })
})
