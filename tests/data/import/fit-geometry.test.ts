import type { Geometry, Position } from 'geojson'
import { describe, expect, it } from 'vitest'
import { fitGeometry, roundPosition } from '@/data/import/fit-geometry'
import { at, rectangle } from '../../fixtures/small-geodata'

const AREAS = ['Polygon', 'MultiPolygon']
const polygon: Geometry = { type: 'Polygon', coordinates: [rectangle(0, 0, 10, 10)] }
const point: Geometry = { type: 'Point', coordinates: at(0, 0) }

describe('fitGeometry', () => {
  it('leaves what fits, and what nothing can be made of', () => {
    expect(fitGeometry(polygon, AREAS)).toBe(polygon)
    expect(fitGeometry(point, AREAS)).toBe(point)
    const points: Geometry = { type: 'MultiPoint', coordinates: [at(0, 0), at(1, 0)] }
    expect(fitGeometry(points, ['Point'])).toBe(points)
  })

  it('takes the areas of a collection, as phones draw an outline with its label', () => {
    const second: Geometry = { type: 'Polygon', coordinates: [rectangle(20, 0, 10, 10)] }
    expect(fitGeometry({ type: 'GeometryCollection', geometries: [point, polygon] }, AREAS)).toEqual(polygon)
    const nested: Geometry = { type: 'GeometryCollection', geometries: [polygon, { type: 'GeometryCollection', geometries: [second] }] }
    expect(fitGeometry(nested, AREAS)).toEqual({ type: 'MultiPolygon', coordinates: [polygon.coordinates, second.coordinates] })
  })

  it('takes the only one of several', () => {
    expect(fitGeometry({ type: 'MultiPoint', coordinates: [at(0, 0)] }, ['Point'])).toEqual(point)
    expect(fitGeometry({ type: 'MultiLineString', coordinates: [[at(0, 0), at(1, 0)]] }, ['Point', 'LineString'])).toEqual({ type: 'LineString', coordinates: [at(0, 0), at(1, 0)] })
  })

  it('makes an area of a closed line, not of an open one', () => {
    expect(fitGeometry({ type: 'LineString', coordinates: rectangle(0, 0, 10, 10) }, AREAS)).toEqual(polygon)
    const open: Geometry = { type: 'LineString', coordinates: rectangle(0, 0, 10, 10).slice(0, 4) }
    expect(fitGeometry(open, AREAS)).toBe(open)
  })
})

describe('roundPosition', () => {
  it('keeps 7 decimals and no height', () => {
    expect(roundPosition([119.123456789, 36.4, 25])).toEqual([119.1234568, 36.4])
    expect(roundPosition([NaN, 36.4] as Position)).toEqual([NaN, 36.4])
  })
})
