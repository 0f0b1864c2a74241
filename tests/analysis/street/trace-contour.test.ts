import { describe, expect, it } from 'vitest'
import { traceContour } from '@/analysis/street/trace-contour'
import type { Ring } from '@/analysis/street/trace-contour'

/** Levels drawn from the south: # is 1, · is −1. Crossings are halfway. */
function trace(...rowsFromNorth: string[]) {
  const rows = rowsFromNorth.toReversed()
  const columns = rows[0]!.length
  const level = Float64Array.from(rows.join(''), (sign) => (sign === '#' ? 1 : -1))
  return traceContour(level, columns, rows.length, (a, b) => ({
    position: [((a % columns) + (b % columns)) / 2, (Math.floor(a / columns) + Math.floor(b / columns)) / 2], isFixed: true,
  }))
}
const area = (ring: Ring) => ring.slice(1).reduce((sum, [x, y], i) => sum + ring[i]![0]! * y! - x! * ring[i]![1]!, 0) / 2

describe('traceContour', () => {
  it('goes round one point counter-clockwise', () => {
    const [ring, ...others] = trace('···', '·#·', '···')
    expect(others).toEqual([])
    expect(ring).toHaveLength(5)
    expect(ring![0]).toEqual(ring![4])
    expect(area(ring!)).toBe(0.5)
  })

  it('goes round a hole clockwise', () => {
    // 3 × 3 points without the middle one: 2 × 2 plus half a step around, less the corners; the hole is 0.5.
    const areas = trace('·····', '·###·', '·#·#·', '·###·', '·····').map(area).sort((a, b) => a - b)
    expect(areas).toEqual([-0.5, 8.5])
  })

  it.each([['·#', '#·'], ['#·', '·#']])('parts two spots that meet at a corner: %s/%s', (north, south) => {
    // Levels 1 and −1 cancel in the middle: joined, one ring.
    const rings = trace('····', `·${north}·`, `·${south}·`, '····')
    expect(rings.map(area).reduce((sum, one) => sum + one)).toBeGreaterThan(0)
    expect(rings).toHaveLength(1)
  })

  it('parts them if the middle is outside', () => {
    const level = Float64Array.from([-5, -5, -5, -5, -5, 1, -5, -5, -5, -5, 1, -5, -5, -5, -5, -5])
    const rings = traceContour(level, 4, 4, (a, b) => ({ position: [((a % 4) + (b % 4)) / 2, (Math.floor(a / 4) + Math.floor(b / 4)) / 2], isFixed: true }))
    expect(rings.map(area)).toEqual([0.5, 0.5])
  })

  it('rounds corners, but not beside a fixed crossing', () => {
    const level = Float64Array.from([-1, -1, -1, -1, 1, -1, -1, -1, -1])
    const round = (isFixed: boolean) => area(traceContour(level, 3, 3, (a, b) => (
      { position: [((a % 3) + (b % 3)) / 2, (Math.floor(a / 3) + Math.floor(b / 3)) / 2], isFixed }
    ))[0]!)
    expect(round(true)).toBe(0.5)
    expect(round(false)).toBe(0.125)
  })

  it('has no outline of nothing', () => {
    expect(trace('···', '···')).toEqual([])
  })
})
