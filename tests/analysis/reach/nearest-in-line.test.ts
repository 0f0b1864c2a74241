import { describe, expect, it } from 'vitest'
import { nearestInLine } from '@/analysis/reach/nearest-in-line'
import { flattenShapes } from '@/analysis/shape/flatten-shapes'

/** Three points on the equator, 0.009° of longitude = 1001.875417 m apart (GeographicLib): A at 0, B at 0.009, C at 0.018. */
const shapes = flattenShapes([0, 0.009, 0.018].map((lon) => ({ type: 'Point', coordinates: [lon, 0] })))
const points = { lon: new Float64Array([0, 0.009 * 0.75]), lat: new Float64Array(2) }

describe('nearestInLine', () => {
  it('finds the nearest of the asked shapes, however far', () => {
    const { distanceM, which } = nearestInLine(points, shapes, [2, 1])
    expect([...which]).toEqual([1, 1])
    expect(distanceM[0]).toBeCloseTo(1001.875417, 5)
    expect(distanceM[1]).toBeCloseTo(1001.875417 / 4, 4)
  })

  it('keeps the first of equal ones', () => {
    expect([...nearestInLine(points, shapes, [0, 0]).which]).toEqual([0, 0])
  })

  it('is nowhere without shapes', () => {
    expect(nearestInLine(points, shapes, [])).toEqual({ distanceM: new Float64Array([Infinity, Infinity]), which: new Int32Array([-1, -1]) })
  })
})
