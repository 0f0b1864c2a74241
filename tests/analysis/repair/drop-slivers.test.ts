import { describe, expect, it } from 'vitest'
import { dropSlivers, isSliver } from '@/analysis/repair/drop-slivers'
import { at, rectangle } from '../../fixtures/small-geodata'

describe('isSliver', () => {
  it.each([
    [100, 80, false], [1.1, 1, false], [0.9, 1, true], [100, 0.15, false], [100, 0.08, true],
  ])('%d m × %d m: %s', (widthM, heightM, expected) => {
    expect(isSliver(rectangle(0, 0, widthM, heightM))).toBe(expected)
  })

  it('is a ring that cannot have an inside', () => {
    expect(isSliver([at(0, 0), at(10, 0), at(0, 0)])).toBe(true)
  })
})

describe('dropSlivers', () => {
  it('leaves out slivers and fills holes that are slivers', () => {
    const big = rectangle(0, 0, 100, 80)
    expect(dropSlivers([[big, rectangle(5, 5, 0.5, 0.5), rectangle(20, 20, 5, 5)], [rectangle(200, 0, 0.5, 0.5)]])).toEqual([[big, rectangle(20, 20, 5, 5)]])
    const kept = [[big]]
    expect(dropSlivers(kept)).toBe(kept)
  })
})
