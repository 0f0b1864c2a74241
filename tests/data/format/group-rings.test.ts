import { describe, expect, it } from 'vitest'
import { groupRings } from '@/data/format/group-rings'

type Ring = number[][]
/** Clockwise, as outer rings of a shapefile are. */
const square = (x: number, y: number, size: number): Ring => [[x, y], [x, y + size], [x + size, y + size], [x + size, y], [x, y]]
const hole = (x: number, y: number, size: number): Ring => [...square(x, y, size)].reverse()
/** Lower left corner and number of corners of each ring, per polygon. */
const corners = (rings: Ring[]) => groupRings(rings)!.map((polygon) => polygon.map((ring) => ring[0]!.join()))

describe('groupRings', () => {
  it('turns rings as RFC 7946 wants them', () => {
    expect(groupRings([square(0, 0, 9), hole(1, 1, 2)])).toEqual([[[...square(0, 0, 9)].reverse(), square(1, 1, 2)]])
  })

  it('makes a polygon of each outer ring, in their order', () => {
    expect(corners([square(0, 0, 1), square(5, 5, 9)])).toEqual([['0,0'], ['5,5']])
  })

  it('gives each hole to the smallest ring around it, whatever the order', () => {
    // An island (10) in a lake (hole 5) of an island (0), and the island has a pond (12).
    expect(corners([hole(12, 12, 1), hole(5, 5, 20), square(10, 10, 5), square(0, 0, 40)])).toEqual([['10,10', '12,12'], ['0,0', '5,5']])
  })

  it('finds the owner of a hole that touches its ring at a corner', () => {
    expect(corners([square(0, 0, 9), square(20, 0, 9), hole(20, 0, 2)])).toEqual([['0,0'], ['20,0', '20,0']])
  })

  it('asks the next corner where the first lies on a ring that the hole is not in', () => {
    // A thin L around two sides of a square; the hole of the square touches the inner corner of the L.
    const l: Ring = [[0, 0], [0, 10], [1, 10], [1, 1], [10, 1], [10, 0], [0, 0]]
    expect(corners([l, square(1, 1, 9), hole(1, 1, 2)])).toEqual([['0,0'], ['1,1', '1,1']])
  })

  it('takes a lone ring the wrong way round for a polygon', () => {
    expect(groupRings([hole(0, 0, 5)])).toEqual([[hole(0, 0, 5)]])
    expect(corners([square(0, 0, 5), hole(50, 50, 5)])).toEqual([['0,0'], ['50,50']])
  })

  it('gives up before it takes for ever', () => {
    // Every hole lies in the box of every ring and in none of them.
    const frame = (i: number): Ring => [[-i, -i], [-i, 100], [0, 100], [0, 99], [-i + 0.5, 99], [-i + 0.5, -i + 0.5], [99, -i + 0.5], [99, 0], [100, 0], [100, -i], [-i, -i]]
    const outer = Array.from({ length: 4000 }, (_, i) => frame(i + 2))
    const holes = Array.from({ length: 4000 }, (_, i) => hole(10 + (i % 60), 10 + Math.floor(i / 60), 0.5))
    expect(groupRings([...outer, ...holes])).toBeNull()
  })
})
