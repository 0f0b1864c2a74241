import type { Geometry } from 'geojson'
import { read } from 'shapefile'
import { describe, expect, it } from 'vitest'
import { shapeKindOf, writeShp, type ShapeKind } from '@/data/export/write-shp'

const outer = [[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]]
const hole = [[1, 1], [1, 2], [2, 2], [2, 1], [1, 1]]
const island = [[8, 0], [9, 0], [9, 1], [8, 0]]
const geometriesOf = async (kind: ShapeKind, geometries: Geometry[]) =>
  (await read(writeShp(kind, geometries).shp)).features.map(({ geometry }) => geometry)

describe('writeShp', () => {
  it('turns outer rings clockwise and holes the other way', () => {
    const { shp } = writeShp('polygon', [{ type: 'Polygon', coordinates: [outer, hole] }])
    const view = new DataView(shp.buffer)
    const at = (i: number) => [view.getFloat64(100 + 8 + 44 + 8 + 16 * i, true), view.getFloat64(100 + 8 + 44 + 8 + 16 * i + 8, true)]
    expect([0, 1, 2, 3, 4].map(at)).toEqual([[0, 0], [0, 4], [4, 4], [4, 0], [0, 0]])
    expect([5, 6, 7, 8, 9].map(at)).toEqual([[1, 1], [2, 1], [2, 2], [1, 2], [1, 1]])
  })

  it('writes all parts of a shape as one record', async () => {
    const both: Geometry = { type: 'MultiPolygon', coordinates: [[outer, hole], [island]] }
    const [found] = await geometriesOf('polygon', [both])
    expect(found!.type).toBe('MultiPolygon')
    expect((found as typeof both).coordinates.map((polygon) => polygon.length)).toEqual([2, 1])
  })

  it.each<[ShapeKind, Geometry]>([
    ['point', { type: 'Point', coordinates: [119.2152161, 36.4321147] }],
    ['line', { type: 'LineString', coordinates: [[0, 0], [1, 2], [3, 3]] }],
    ['line', { type: 'MultiLineString', coordinates: [[[0, 0], [1, 2]], [[5, 5], [6, 6]]] }],
  ])('writes a %s that reads the same: %j', async (kind, geometry) => {
    expect(shapeKindOf(geometry)).toBe(kind)
    expect(await geometriesOf(kind, [geometry, geometry])).toEqual([geometry, geometry])
  })

  it('states length, box and kind in both headers, by the standard', () => {
    const { shp, shx } = writeShp('point', [{ type: 'Point', coordinates: [1, 2] }, { type: 'Point', coordinates: [-3, 5] }])
    for (const [bytes, words] of [[shp, (100 + 2 * 28) / 2], [shx, (100 + 2 * 8) / 2]] as const) {
      const view = new DataView(bytes.buffer)
      expect([view.getInt32(0), view.getInt32(24), view.getInt32(28, true), view.getInt32(32, true)]).toEqual([9994, words, 1000, 1])
      expect([36, 44, 52, 60].map((at) => view.getFloat64(at, true))).toEqual([-3, 2, 1, 5])
    }
    const index = new DataView(shx.buffer)
    expect([index.getInt32(100), index.getInt32(104), index.getInt32(108)]).toEqual([50, 10, 64])
  })

  it('writes an empty file that is one', async () => {
    expect(await geometriesOf('polygon', [])).toEqual([])
  })
})

describe('shapeKindOf', () => {
  it('knows none for collections', () => expect(shapeKindOf({ type: 'GeometryCollection', geometries: [] })).toBeNull())
})
