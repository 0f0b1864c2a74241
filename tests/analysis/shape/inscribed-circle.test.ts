import { describe, expect, it } from 'vitest'
import type { Polygon } from 'geojson'
import { flattenShapes } from '@/analysis/shape/flatten-shapes'
import { inscribedCircle } from '@/analysis/shape/inscribed-circle'
import { createPlaneShape, loadPlaneShape } from '@/analysis/shape/plane-shape'

function circle(...rings: [number, number][][]) {
  const shape = createPlaneShape()
  const geometry: Polygon = { type: 'Polygon', coordinates: rings }
  loadPlaneShape(shape, flattenShapes([geometry]), 0, { lon: 0, lat: 0, lonM: 1, latM: 1 })
  return inscribedCircle(shape)
}

describe('inscribedCircle', () => {
  /*
   *  20 ┌──────┐
   *     │      │              the arms are 8 wide; the circle in the bend
   *   8 │   ╭──┴─────────┐    touches both outer walls and the inner corner (8, 8):
   *     │   o            │    r = (8 − r)·√2, r = 8√2 / (1 + √2) = 4.686
   *   0 └────────────────┘
   *     0      8        20
   */
  it('sits in the bend of an L', () => {
    const { radiusM, x, y } = circle([[0, 0], [20, 0], [20, 8], [8, 8], [8, 20], [0, 20]])
    expect(Math.abs(radiusM - 4.686)).toBeLessThan(0.025)
    expect([x, y].map((value) => Math.abs(value - 4.686) < 0.3)).toEqual([true, true])
  })

  it.each([
    ['a strip', [[[0, 0], [300, 0], [300, 4], [0, 4]]], 2],
    ['a triangle 3-4-5', [[[0, 0], [4, 0], [0, 3]]], 1],
    ['a square with a hole in its middle', [[[0, 0], [20, 0], [20, 20], [0, 20]], [[8, 8], [12, 8], [12, 12], [8, 12]]], 8 * Math.SQRT2 / (1 + Math.SQRT2)],
    ['a line', [[[0, 0], [4, 0], [4, 0]]], 0],
  ] as [string, [number, number][][], number][])('measures %s', (_, rings, radiusM) => {
    expect(Math.abs(circle(...rings).radiusM - radiusM)).toBeLessThan(0.025)
  })
})
