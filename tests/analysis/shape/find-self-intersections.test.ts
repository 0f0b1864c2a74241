import type { MultiPolygon, Polygon, Position } from 'geojson'
import { describe, expect, it } from 'vitest'
import { findSelfIntersections } from '@/analysis/shape/find-self-intersections'

const polygon = (...coordinates: Position[][]): Polygon => ({ type: 'Polygon', coordinates })
const square = (x: number, y: number, side: number): Position[] => [[x, y], [x + side, y], [x + side, y + side], [x, y + side], [x, y]]
const find = (geometry: Polygon | MultiPolygon) => findSelfIntersections([{ id: 'A', geometry }], 'a.geojson')

describe('findSelfIntersections', () => {
  it.each([
    ['a square', polygon(square(0, 0, 4))],
    ['a hole', polygon(square(0, 0, 4), square(1, 1, 1))],
    ['a hole that touches the outline at a vertex', polygon(square(0, 0, 4), [[0, 0], [1, 2], [2, 1], [0, 0]])],
    ['a vertex repeated in a row', polygon([[0, 0], [2, 0], [2, 0], [2, 2], [0, 2], [0, 0]])],
    ['two parts', { type: 'MultiPolygon', coordinates: [[square(0, 0, 1)], [square(2, 0, 1)]] } as MultiPolygon],
  ])('has nothing against %s', (_, geometry) => {
    expect(find(geometry)).toEqual([])
  })

  it('gives the place of a bow-tie', () => {
    expect(find(polygon([[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]))).toEqual([{
      code: 'self-intersection', severity: 'error', file: 'a.geojson', feature: 'A', field: 'geometry', params: { lon: 0.5, lat: 0.5, places: 1 },
    }])
  })

  it.each([
    ['a spike out and back', polygon([[0, 0], [2, 0], [2, 2], [2, 3], [2, 2], [0, 2], [0, 0]]), 1],
    ['a ring that touches its own edge', polygon([[0, 0], [2, 0], [2, 2], [1, 0], [0, 2], [0, 0]]), 1],
    ['a hole across the outline', polygon(square(0, 0, 4), [[1, 1], [5, 1], [5, 2], [1, 2], [1, 1]]), 2],
    ['parts that cross', { type: 'MultiPolygon', coordinates: [[square(0, 0, 2)], [square(1, 1, 2)]] } as MultiPolygon, 2],
  ])('finds %s', (_, geometry, places) => {
    expect(find(geometry)).toMatchObject([{ feature: 'A', params: { places } }])
  })
})
