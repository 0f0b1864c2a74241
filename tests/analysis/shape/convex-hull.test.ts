import { expect, it } from 'vitest'
import { convexHull } from '@/analysis/shape/convex-hull'

const points = (...list: [number, number][]) => list.map(([x, y]) => ({ x, y }))

it('keeps the corners, counter-clockwise', () => {
  expect(convexHull(points([4, 3], [0, 0], [2, 1], [4, 0], [2, 0], [0, 3]))).toEqual(points([0, 0], [4, 0], [4, 3], [0, 3]))
})

it('has fewer than three corners for a line or nothing', () => {
  expect(convexHull(points([0, 0], [1, 1], [3, 3])).length).toBeLessThan(3)
  expect(convexHull([])).toEqual([])
})
