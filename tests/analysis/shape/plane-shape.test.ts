import { describe, expect, it } from 'vitest'
import { flattenShapes } from '@/analysis/shape/flatten-shapes'
import { createPlaneShape, isInPlaneShape, loadPlaneShape } from '@/analysis/shape/plane-shape'
import type { LocalPlane } from '@/analysis/shape/plane-shape'
import { ORIGIN, at, rectangle, withHole } from '../../fixtures/drawn'
import { metresPerDegree } from '@/analysis/shape/metric'

const plane: LocalPlane = { ...ORIGIN, ...metresPerDegree(ORIGIN.lat) }
const A = withHole(rectangle(2, 3, 20, 10), rectangle(4, 5, 2, 2))

describe('loadPlaneShape', () => {
  it('gives metres from the origin and the box', () => {
    const shape = createPlaneShape()
    loadPlaneShape(shape, flattenShapes([rectangle(0, 0, 1, 1), A]), 1, plane)
    expect(shape.ringCount).toBe(2)
    expect([...shape.ringStarts.subarray(0, 3)]).toEqual([0, 5, 10])
    expect(shape.x[1]).toBeCloseTo(22, 6)
    expect(shape.y[7]).toBeCloseTo(7, 6)
    expect([shape.minX, shape.minY, shape.maxX, shape.maxY].map(Math.round)).toEqual([2, 3, 22, 13])
  })

  it('makes an edge without length of a point, after a larger shape', () => {
    const shape = createPlaneShape()
    const shapes = flattenShapes([A, { type: 'Point', coordinates: at(7, 8) }])
    loadPlaneShape(shape, shapes, 0, plane)
    loadPlaneShape(shape, shapes, 1, plane)
    expect([...shape.ringStarts.subarray(0, 2)]).toEqual([0, 2])
    expect(shape.x[1]).toBeCloseTo(7, 6)
    expect(shape.maxX).toBeCloseTo(7, 6)
  })

  it('grows for a shape of many corners', () => {
    const shape = createPlaneShape()
    const ring = Array.from({ length: 500 }, (_, i) => at(i, i * i))
    loadPlaneShape(shape, flattenShapes([{ type: 'Polygon', coordinates: Array.from({ length: 30 }, () => ring) }]), 0, plane)
    expect(shape.ringStarts[30]).toBe(30 * 501)
    expect(shape.maxX).toBeCloseTo(499, 4)
  })
})

describe('isInPlaneShape', () => {
  it('knows the hole', () => {
    const shape = createPlaneShape()
    loadPlaneShape(shape, flattenShapes([A]), 0, plane)
    expect([[3, 4], [5, 6], [21, 12], [1, 4], [3, 14]].map(([x, y]) => isInPlaneShape(shape, x!, y!))).toEqual([true, false, true, false, false])
  })
})
