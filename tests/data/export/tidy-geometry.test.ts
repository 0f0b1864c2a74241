import { describe, expect, it } from 'vitest'
import { tidyDegrees, tidyGeometry } from '@/data/export/tidy-geometry'

const clockwise = [[0, 0], [0, 1.000000049], [1, 1], [0, 0]]

describe('tidyGeometry', () => {
  it('winds rings by RFC 7946 and keeps seven decimals', () => {
    expect(tidyGeometry({ type: 'Polygon', coordinates: [clockwise] })).toEqual({ type: 'Polygon', coordinates: [[[0, 0], [1, 1], [0, 1], [0, 0]]] })
    expect(tidyGeometry({ type: 'MultiPolygon', coordinates: [[clockwise]] })).toEqual({ type: 'MultiPolygon', coordinates: [[[[0, 0], [1, 1], [0, 1], [0, 0]]]] })
  })

  it('leaves heights out and other geometries as they are', () => {
    expect(tidyGeometry({ type: 'Point', coordinates: [119.12345678, 36, 52] })).toEqual({ type: 'Point', coordinates: [119.1234568, 36] })
    expect(tidyGeometry({ type: 'LineString', coordinates: [[0, 0, 1], [1, 1, 1]] })).toEqual({ type: 'LineString', coordinates: [[0, 0], [1, 1]] })
    expect(tidyGeometry({ type: 'GeometryCollection', geometries: [{ type: 'MultiLineString', coordinates: [[[0, 0], [1, 1.00000001]]] }] }))
      .toEqual({ type: 'GeometryCollection', geometries: [{ type: 'MultiLineString', coordinates: [[[0, 0], [1, 1]]] }] })
  })
})

describe('tidyDegrees', () => {
  it('rounds numbers and takes nothing else for one', () => expect([119.12345678, NaN, null].map(tidyDegrees)).toEqual([119.1234568, null, null]))
})
