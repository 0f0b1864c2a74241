import { describe, expect, it } from 'vitest'
import { createRows } from '@/analysis/reach/reach-rows'

describe('createRows', () => {
  it('puts rows that come in any order into the order of the origins, each by point', () => {
    const rows = createRows(3)
    const pointM = Float64Array.of(10, 20, 30, 40)
    rows.add(2, Uint32Array.of(3, 0, 99), 2, pointM)
    rows.add(0, Uint32Array.of(1), 1, pointM)
    const { starts, point, distanceM } = rows.finish()
    expect([...starts]).toEqual([0, 1, 1, 3])
    expect([...point]).toEqual([1, 0, 3])
    expect([...distanceM]).toEqual([20, 10, 40])
  })

  it('holds rows that fill more than one block', () => {
    const count = 100_000
    const rows = createRows(7)
    for (const row of [3, 1, 6, 0, 5]) {
      rows.add(row, Uint32Array.from({ length: count }, (_, i) => count - 1 - i), count, Float64Array.from({ length: count }, (_, i) => row + i / 2))
    }
    const { starts, point, distanceM } = rows.finish()
    expect([...starts]).toEqual([0, 1, 2, 2, 3, 3, 4, 5].map((rowsBefore) => rowsBefore * count))
    expect([point[0], point[count - 1], point[count], point[5 * count - 1]]).toEqual([0, count - 1, 0, count - 1])
    expect([0, 1, 3, 5, 6].map((row) => distanceM[starts[row]! + 8])).toEqual([4, 5, 7, 9, 10])
  })

  it('has empty rows without any', () => {
    expect([...createRows(2).finish().starts]).toEqual([0, 0, 0])
  })
})
