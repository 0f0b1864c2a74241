import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildSegmentGrid, visitCells } from '@/analysis/shape/segment-grid'
import { places } from '../../fixtures/drawn-streets'

const gridOf = (...ends: [number, number][]) => {
  const count = ends.length / 2
  const a = Uint32Array.from({ length: count }, (_, i) => 2 * i)
  return buildSegmentGrid({ count, ...places(...ends), a, b: a.map((i) => i + 1) })
}
const cellsOf = (grid: ReturnType<typeof gridOf>, i: number) =>
  [...grid.starts.slice(0, -1).keys()].filter((cell) => grid.segment.subarray(grid.starts[cell], grid.starts[cell + 1]).includes(i))

describe('buildSegmentGrid', () => {
  it('lists a segment in every cell it passes through and in no other', () => {
    //  row 2  ·  ·  0    a square of 60 m; seventeen segments in the corner make cells of the smallest size, 25 m
    //  row 1  ·  0  ·
    //  row 0  0  ·  1
    const corner = Array.from({ length: 17 }, (): [number, number][] => [[55, 0], [60, 0]])
    const grid = gridOf([0, 0], [60, 60], ...corner.flat())
    expect([grid.columns, grid.rows]).toEqual([3, 3])
    expect(cellsOf(grid, 1)).toEqual([2])
    expect(cellsOf(grid, 0)).toEqual(expect.arrayContaining([0, 4, 8]))
    expect(cellsOf(grid, 0)).not.toEqual(expect.arrayContaining([2]))
    expect(cellsOf(grid, 0)).not.toEqual(expect.arrayContaining([6]))
  })

  it('keeps its size when two segments lie a country apart', () => {
    const grid = gridOf([0, 0], [10, 0], [900_000, 700_000], [900_010, 700_000])
    expect(grid.columns * grid.rows).toBeLessThan(10_000)
  })

  it('leaves out what is no number or not wanted', () => {
    expect(gridOf([NaN, 0], [10, 0]).segment).toHaveLength(0)
    const two = { count: 2, ...places([0, 0], [10, 0], [20, 0], [30, 0]), a: Uint32Array.of(0, 2), b: Uint32Array.of(1, 3) }
    expect([...new Set(buildSegmentGrid(two, (i) => i === 0).segment)]).toEqual([1])
  })

  it('has no cells without segments', () => {
    expect(gridOf()).toMatchObject({ columns: 0, rows: 0 })
  })
})

describe('visitCells', () => {
  it('meets a cell in common with every segment it crosses', () => {
    const metre = fc.integer({ min: 0, max: 500 })
    const place = fc.tuple(metre, metre)
    fc.assert(fc.property(place, place, place, place, fc.array(place, { minLength: 4, maxLength: 4 }), (a, b, c, d, more) => {
      const grid = gridOf(a, b, c, d, ...more)
      const { lon, lat } = places(a, b, c, d)
      const side = (p: number, q: number, r: number) => Math.sign((lon[q]! - lon[p]!) * (lat[r]! - lat[p]!) - (lat[q]! - lat[p]!) * (lon[r]! - lon[p]!))
      fc.pre(side(0, 1, 2) * side(0, 1, 3) < 0 && side(2, 3, 0) * side(2, 3, 1) < 0)
      const own = new Set(cellsOf(grid, 1))
      expect(visitCells(grid, lon[0]!, lat[0]!, lon[1]!, lat[1]!, (cell) => own.has(cell))).toBe(true)
    }))
  })

  it('visits nothing outside the grid', () => {
    const grid = gridOf([0, 0], [60, 60])
    const { lon, lat } = places([200, 0], [300, 0], [NaN, 0])
    expect(visitCells(grid, lon[0]!, lat[0]!, lon[1]!, lat[1]!, () => true)).toBe(false)
    expect(visitCells(grid, lon[0]!, lat[0]!, lon[2]!, lat[2]!, () => true)).toBe(false)
  })
})
