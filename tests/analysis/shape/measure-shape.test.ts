import type { MultiPolygon, Polygon } from 'geojson'
import { describe, expect, it } from 'vitest'
import { isMeasurable, measureShape } from '@/analysis/shape/measure-shape'
import { at, drawn, rectangle, withHole } from '../../fixtures/drawn'

describe('measureShape', () => {
  it('measures a rectangle', () => {
    const { areaM2, perimeterM, widthM, compactness } = measureShape(rectangle(0, 0, 20, 15))
    expect(areaM2).toBeCloseTo(300, 2)
    expect(perimeterM).toBeCloseTo(70, 3)
    expect(Math.abs(widthM - 15)).toBeLessThan(0.05)
    expect(compactness).toBeCloseTo((4 * Math.PI * 300) / 4900, 5)
  })

  it('measures a slanted triangle the other way round', () => {
    expect(measureShape(drawn([0, 0], [5, 40], [30, 10])).areaM2).toBeCloseTo(575, 1)
  })

  it('takes holes out and adds parts', () => {
    const court = withHole(rectangle(0, 0, 20, 20), rectangle(5, 5, 10, 10))
    const both: MultiPolygon = { type: 'MultiPolygon', coordinates: [court.coordinates, rectangle(30, 0, 12, 10).coordinates] }
    const { areaM2, perimeterM, widthM } = measureShape(both)
    expect(areaM2).toBeCloseTo(420, 1)
    expect(perimeterM).toBeCloseTo(80 + 40 + 44, 2)
    expect(Math.abs(widthM - 10)).toBeLessThan(0.05)
  })

  it('knows the ellipsoid: 0.001° by 0.001° at 36.431° N', () => {
    // Area of the cell between two parallels of WGS84 (closed formula of the zone): 9,950.47 m²; a sphere of 6,378,137 m says 9,970.
    const square: Polygon = { type: 'Polygon', coordinates: [[[119, 36.4305], [119.001, 36.4305], [119.001, 36.4315], [119, 36.4315]]] }
    expect(measureShape(square).areaM2).toBeCloseTo(9950.47, 1)
  })
})

describe('isMeasurable', () => {
  it.each([
    ['a rectangle', rectangle(0, 0, 2, 2)],
    ['an open ring', { type: 'Polygon', coordinates: [[at(0, 0), at(5, 0), at(5, 5)]] }],
    ['a hole', withHole(rectangle(0, 0, 20, 20), rectangle(5, 5, 10, 10))],
    ['two parts', { type: 'MultiPolygon', coordinates: [rectangle(0, 0, 5, 5).coordinates, rectangle(9, 0, 5, 5).coordinates] }],
  ] as [string, Polygon | MultiPolygon][])('accepts %s', (_, geometry) => {
    expect(isMeasurable(geometry)).toBe(true)
  })

  it.each([
    ['no ring', { type: 'Polygon', coordinates: [] }],
    ['no part', { type: 'MultiPolygon', coordinates: [] }],
    ['an empty ring', { type: 'Polygon', coordinates: [[]] }],
    ['a bow-tie', drawn([0, 0], [10, 10], [10, 0], [0, 10])],
    ['no area', drawn([0, 0], [10, 0], [20, 0])],
    ['two distinct positions', drawn([0, 0], [10, 0], [0, 0])],
    ['a coordinate that is no number', { type: 'Polygon', coordinates: [[at(0, 0), [NaN, 36.4], at(5, 5)]] }],
    ['a missing coordinate', { type: 'Polygon', coordinates: [[at(0, 0), [119], at(5, 5)]] }],
    ['metres for degrees', { type: 'Polygon', coordinates: [[[428262, 4033554], [428272, 4033554], [428272, 4033564]]] }],
    ['parts that cross', { type: 'MultiPolygon', coordinates: [rectangle(0, 0, 5, 5).coordinates, rectangle(3, 3, 5, 5).coordinates] }],
  ] as [string, Polygon | MultiPolygon][])('refuses %s', (_, geometry) => {
    expect(isMeasurable(geometry)).toBe(false)
  })
})
