import { describe, expect, it } from 'vitest'
import { distanceOutsideM, distanceToOutlineM } from '@/analysis/shape/distance-outside'
import { at, rectangle } from '../../fixtures/small-geodata'

const compound = { type: 'Polygon' as const, coordinates: [rectangle(0, 0, 100, 80)] }

describe('distanceToOutlineM', () => {
  it.each([[-3, 40, 3], [50, 77, 3], [-3, -4, 5]])('measures from %i, %i to the nearest edge: %i m', (eastM, northM, distanceM) => {
    expect(distanceToOutlineM(at(eastM, northM), compound)).toBeCloseTo(distanceM, 1)
  })
})

describe('distanceOutsideM', () => {
  it('is the farthest corner of the part outside', () => {
    expect(distanceOutsideM({ type: 'Polygon', coordinates: [rectangle(-2, 10, 2, 12)] }, compound)).toBeCloseTo(2, 1)
  })

  it('is the mean width where every corner lies on the outline', () => {
    // A notch 10 m wide and 40 m deep that a building spans: all corners of what is outside lie on the outline.
    const notched = { type: 'Polygon' as const, coordinates: [[at(0, 0), at(30, 0), at(30, 40), at(40, 40), at(40, 0), at(100, 0), at(100, 80), at(0, 80), at(0, 0)]] }
    // 10 m × 12 m: twice the area over the perimeter is 240 / 44.
    expect(distanceOutsideM({ type: 'Polygon', coordinates: [rectangle(30, 10, 10, 12)] }, notched)).toBeCloseTo(240 / 44, 1)
  })
})
