import { describe, expect, it } from 'vitest'
import { mergeStrips, sharedAreaM2, unionAreaM2 } from '@/analysis/assembly/merge-areas'
import { rectangle } from '../../fixtures/drawn'

describe('sharedAreaM2', () => {
  it.each([
    ['overlap of 4 × 15', rectangle(16, 0, 20, 15), 60],
    ['cover', rectangle(5, 5, 3, 3), 9],
    ['a cross without a corner inside', rectangle(5, -5, 10, 40), 150],
    ['the same ground', rectangle(0, 0, 20, 15), 300],
    ['touching', rectangle(20, 0, 20, 15), 0],
    ['apart', rectangle(25, 0, 20, 15), 0],
  ])('%s', (_, other, areaM2) => {
    expect(sharedAreaM2(rectangle(0, 0, 20, 15), other)).toBeCloseTo(areaM2, 1)
    expect(sharedAreaM2(other, rectangle(0, 0, 20, 15))).toBeCloseTo(areaM2, 1)
  })
})

describe('unionAreaM2', () => {
  it('counts shared ground once, also where three share it', () => {
    const one = rectangle(0, 0, 20, 10)
    expect(unionAreaM2([one, rectangle(10, 0, 20, 10), rectangle(10, 0, 10, 30)])).toBeCloseTo(300 + 200, 1)
    expect(unionAreaM2([one])).toBeCloseTo(200, 1)
    expect(unionAreaM2([])).toBe(0)
  })
})

describe('mergeStrips', () => {
  const strip = (...polygons: ReturnType<typeof rectangle>[]) => ({ areaM2: NaN, polygons })

  it('counts ground of two strips once and takes parts out', () => {
    const merged = mergeStrips([strip(rectangle(0, 0, 10, 10)), strip(rectangle(5, 0, 10, 10))], [rectangle(12, -5, 20, 30)])
    expect(merged.areaM2).toBeCloseTo(120, 1)
    expect(merged.polygons).toHaveLength(1)
  })

  it('gives nothing for nothing', () => {
    expect(mergeStrips([strip()], [rectangle(0, 0, 5, 5)])).toEqual({ areaM2: 0, polygons: [] })
    expect(mergeStrips([strip(rectangle(1, 1, 2, 2))], [rectangle(0, 0, 5, 5)])).toEqual({ areaM2: 0, polygons: [] })
  })
})
