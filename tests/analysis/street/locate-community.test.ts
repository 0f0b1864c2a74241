import type { Polygon } from 'geojson'
import { describe, expect, it } from 'vitest'
import { communityLocator } from '@/analysis/street/locate-community'

const square = (west: number): Polygon => ({ type: 'Polygon', coordinates: [[[west, 0], [west + 2, 0], [west + 2, 2], [west, 2], [west, 0]]] })

describe('communityLocator', () => {
  it('finds the community that a place lies in', () => {
    const at = communityLocator([{ id: 'B', geometry: square(5) }, { id: 'A', geometry: { type: 'MultiPolygon', coordinates: [square(0).coordinates, square(10).coordinates] } }])
    expect([at(1, 1), at(6, 1), at(11, 1), at(3, 1), at(NaN, 1)]).toEqual(['A', 'B', 'A', null, null])
  })

  it('takes the lowest id where two overlap, in whatever order they come', () => {
    const [a, b] = [{ id: 'A', geometry: square(0) }, { id: 'B', geometry: square(1) }]
    expect([communityLocator([a, b])(1.5, 1), communityLocator([b, a])(1.5, 1)]).toEqual(['A', 'A'])
  })
})
