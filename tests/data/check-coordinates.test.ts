import { describe, expect, it } from 'vitest'
import { checkCoordinates, type Bounds } from '@/data/check-coordinates'

const ANQIU: Bounds = [118.7, 36.05, 119.5, 36.7]
const square = (lon = 119.2, lat = 36.4) => [[lon, lat], [lon + 0.001, lat], [lon + 0.001, lat + 0.001], [lon, lat]]

describe('checkCoordinates', () => {
  it.each([
    ['Point', [119.2, 36.4]],
    ['Point', [119.2, 36.4, 55]],
    ['LineString', [[119.2, 36.4], [119.3, 36.5]]],
    ['Polygon', [square()]],
    ['MultiPolygon', [[square()], [square(119.3)]]],
  ])('has nothing against a good %s', (type, coordinates) => {
    expect(checkCoordinates(type, coordinates, ANQIU)).toEqual([])
    expect(checkCoordinates(type, coordinates, null)).toEqual([])
  })

  // The pair of EPSG:4549 and 4528 is the check point of the county, 119.20 E 36.43 N.
  it.each([
    ['swapped axes', [36.43, 119.2], ANQIU, 'axes-swapped', {}],
    ['swapped axes without an area', [36.43, 119.2], null, 'axes-swapped', {}],
    ['CGCS2000 in 3-degree zones', [428_262, 4_033_554], ANQIU, 'looks-projected', { system: 'EPSG:4549' }],
    ['the same with northing first', [4_033_554, 428_262], ANQIU, 'looks-projected', { system: 'EPSG:4549' }],
    ['with the zone number', [40_428_262, 4_033_554], ANQIU, 'looks-projected', { system: 'EPSG:4528' }],
    ['web Mercator', [13_269_283, 4_358_993], ANQIU, 'looks-projected', { system: 'EPSG:3857' }],
    ['a local grid', [5_000, 7_000], ANQIU, 'looks-projected', { system: '?' }],
    ['a latitude of 95', [119.2, 95], ANQIU, 'out-of-range', {}],
    ['a longitude of 181', [181, 36.4], null, 'out-of-range', {}],
    ['another county', [121.4, 31.2], ANQIU, 'out-of-area', { bounds: '118.7, 36.05, 119.5, 36.7' }],
    ['null', [null, 36.4], ANQIU, 'not-finite', { found: 'null' }],
    ['an infinite number', [119.2, Infinity], ANQIU, 'not-finite', { found: 'NaN' }],
  ] as const)('names %s', (_, position, bounds, code, params) => {
    const problems = checkCoordinates('Point', position, bounds)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({ code, field: 'coordinates', params })
  })

  it('gives the first place and counts the others', () => {
    const line = [[119.2, 36.4], [121, 31], [122, 31], [119.3, 36.4]]
    expect(checkCoordinates('LineString', line, ANQIU)).toMatchObject([{ code: 'out-of-area', field: 'coordinates[1]', params: { found: '121, 31', places: 2 } }])
  })

  it.each([
    ['an open ring', [square().slice(0, -1).concat([[119.2, 36.41]])], 'ring-unclosed', 'coordinates[0]'],
    ['an open hole', [square(), square().slice(1).concat([[119.2, 36.41]])], 'ring-unclosed', 'coordinates[1]'],
    ['three positions', [[[119.2, 36.4], [119.3, 36.4], [119.2, 36.4]]], 'ring-too-short', 'coordinates[0]'],
    ['an empty ring', [[]], 'ring-too-short', 'coordinates[0]'],
    ['no ring', [], 'ring-too-short', 'coordinates'],
  ])('names %s', (_, coordinates, code, field) => {
    expect(checkCoordinates('Polygon', coordinates, ANQIU)).toMatchObject([{ code, field }])
  })

  it('names a part without rings', () => {
    expect(checkCoordinates('MultiPolygon', [[square()], []], ANQIU)).toMatchObject([{ code: 'ring-too-short', field: 'coordinates[1]' }])
  })

  it('stops at a nesting no geometry has, without recursion', () => {
    let nested: unknown = [119.2, 36.4]
    for (let i = 0; i < 100_000; i++) nested = [nested]
    expect(checkCoordinates('Polygon', nested, ANQIU)).toEqual([{ code: 'too-deep', field: 'coordinates', params: { limit: 64 } }])
  })

  it('leaves to the structure check what is no list of numbers', () => {
    for (const odd of [null, 'here', {}, ['a', 'b'], [{}], undefined]) expect(checkCoordinates('Point', odd, ANQIU)).toEqual([])
  })
})
