import { describe, expect, it } from 'vitest'
import { measureShift } from '@/analysis/repair/measure-shift'
import { at, rectangle } from '../../fixtures/small-geodata'

const area = (...rings: [number, number][][]) => ({ type: 'Polygon' as const, coordinates: rings })

describe('measureShift', () => {
  it('is 0 for the same boundary, whatever corner it begins with', () => {
    expect(measureShift(area(rectangle(0, 0, 100, 80)), area([at(100, 0), at(100, 80), at(0, 80), at(0, 0), at(100, 0)]))).toBe(0)
  })

  it('is the way of the side that moved', () => {
    expect(measureShift(area(rectangle(0, 0, 100, 80)), area(rectangle(0, 0, 97, 80)))).toBeCloseTo(3, 1)
  })

  it('sees what is gone: the far end of a spike', () => {
    const spiked = area([at(0, 0), at(100, 0), at(100, 80), at(50, 80), at(50, 120), at(50, 80), at(0, 80), at(0, 0)])
    expect(measureShift(spiked, area(rectangle(0, 0, 100, 80)))).toBeCloseTo(40, 0)
  })

  it('is not known without a boundary', () => {
    expect(measureShift(area(rectangle(0, 0, 1, 1)), { type: 'MultiPolygon', coordinates: [] })).toBeNull()
  })

  it('is not known where measuring would take too long', () => {
    const zigzag = (offset: number) => area(Array.from({ length: 4000 }, (_, i) => at(i, offset + (i % 2))))
    expect(measureShift(zigzag(0), zigzag(5))).toBeNull()
  })
})
