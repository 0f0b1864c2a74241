import { expect, it } from 'vitest'
import { flattenShapes } from '@/analysis/shape/flatten-shapes'
import { measureBoxes } from '@/analysis/shape/shape-boxes'

it('gives west, south, east, north of each shape, NaN where a position is missing or broken', () => {
  const boxes = measureBoxes(flattenShapes([
    { type: 'Polygon', coordinates: [[[3, 1], [5, 2], [4, 7]], [[0, 0], [1, 1], [1, 0]]] },
    { type: 'Polygon', coordinates: [] },
    { type: 'Polygon', coordinates: [[[3, NaN], [5, 2], [4, 7]]] },
    { type: 'Point', coordinates: [8, 9] },
  ]))
  expect([...boxes]).toEqual([0, 0, 5, 7, NaN, NaN, NaN, NaN, NaN, NaN, NaN, NaN, 8, 9, 8, 9])
})
