import type { Geometry } from 'geojson'
import { describe, expect, it } from 'vitest'
import { measureSample } from '@/data/crs/measure-sample'

const point = (x: number, y = 0): Geometry => ({ type: 'Point', coordinates: [x, y] })

describe('measureSample', () => {
  it('takes the centre of gravity of an area', () => {
    // An L of three unit squares: (0.5 + 1.5 + 0.5) / 3 on both axes.
    const el: Geometry = { type: 'Polygon', coordinates: [[[0, 0], [2, 0], [2, 1], [1, 1], [1, 2], [0, 2], [0, 0]]] }
    const [shape] = measureSample([el], 10)
    expect(shape!.middle[0]).toBeCloseTo(5 / 6)
    expect(shape!.middle[1]).toBeCloseTo(5 / 6)
    expect(shape!.corners).toEqual([[0, 0], [2, 0], [2, 2], [0, 2]])
  })

  it('takes the middle of the box of a line or a collection', () => {
    const line: Geometry = { type: 'LineString', coordinates: [[0, 0], [4, 0], [4, 2]] }
    expect(measureSample([line, { type: 'GeometryCollection', geometries: [line, point(10)] }], 10).map(({ middle }) => middle)).toEqual([[2, 1], [5, 1]])
  })

  it('takes evenly from many', () => {
    expect(measureSample(Array.from({ length: 10 }, (_, i) => point(i)), 4).map(({ middle }) => middle[0])).toEqual([0, 2, 5, 7])
  })

  it('leaves out what has no proper position', () => {
    const broken = [{ type: 'Point', coordinates: [NaN, 1] }, { type: 'Polygon', coordinates: [[['a', 1]]] }, { type: 'Polygon', coordinates: [] }, { type: 'Point' }] as unknown as Geometry[]
    expect(measureSample(broken, 10)).toEqual([])
  })
})
