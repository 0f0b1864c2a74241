import { describe, expect, it } from 'vitest'
import { traceStrip } from '@/analysis/assembly/trace-strip'
import { flattenShapes } from '@/analysis/shape/flatten-shapes'
import { createPlaneShape, loadPlaneShape } from '@/analysis/shape/plane-shape'

function shape(...ring: [number, number][]) {
  const loaded = createPlaneShape()
  loadPlaneShape(loaded, flattenShapes([{ type: 'Polygon', coordinates: [ring] }]), 0, { lon: 0, lat: 0, lonM: 1, latM: 1 })
  return loaded
}
const points = (...list: [number, number][]) => list.map(([x, y]) => ({ x, y }))

describe('traceStrip', () => {
  /*
   *  10 ┌──┐····┌──┐     the point (6, 5) of A reaches into the hull (4, 0) (10, 0) (10, 10) (4, 10)
   *     │A  ╲   │B │
   *     │   ╱   │  │
   *   0 └──┘····└──┘
   *     0  4 6  10 14
   */
  const A = [[0, 0], [4, 0], [6, 5], [4, 10], [0, 10]] as [number, number][]
  const B = shape([10, 0], [14, 0], [14, 10], [10, 10])
  const hull = points([4, 0], [10, 0], [10, 10], [4, 10])

  it('follows a boundary that reaches into the hull, whichever way its ring runs', () => {
    const expected = points([4, 0], [10, 0], [10, 10], [4, 10])
    expect(traceStrip(hull, [shape([0, 0], [4, 0], [4, 10], [0, 10]), B])).toEqual(expected)
    for (const ring of [A, [...A].reverse()]) {
      expect(traceStrip(hull, [shape(...ring), B])!.filter(({ x }) => x === 6)).toEqual(points([6, 5]))
    }
  })

  it('gives up where no way stays in the hull', () => {
    const wide = shape([4, 0], [4, -5], [20, 5], [4, 15], [4, 10], [-3, 5])
    expect(traceStrip(hull, [wide])).toBeNull()
  })
})
