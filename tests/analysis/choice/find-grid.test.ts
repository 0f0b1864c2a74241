import { describe, expect, it } from 'vitest'
import { findGrid } from '@/analysis/choice/find-grid'

describe('findGrid', () => {
  it.each([
    [[6, 9, 15], 3],
    [[0.624, 1.248, 6.24], 0.624],
    [[2.5, 4], 0.5],
    [[1 / 3, 2], 0],
    [[Math.PI], 0],
  ])('of %o is %d', (values, grid) => expect(findGrid(Float64Array.from(values))).toBeCloseTo(grid, 12))
})
