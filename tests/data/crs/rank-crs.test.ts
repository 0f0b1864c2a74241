import type { Geometry, Polygon } from 'geojson'
import { describe, expect, it } from 'vitest'
import type { CrsId } from '@/domain/crs'
import { crsLabel } from '@/data/crs/judge-crs'
import { loadProjection } from '@/data/crs/projection'
import { isSameChoice, rankCrs } from '@/data/crs/rank-crs'
import { transformGeometry } from '@/data/crs/transform-geometry'
import communityFile from '../../../geodata/communities.geojson?raw'

const projection = await loadProjection()
const COMMUNITIES = (JSON.parse(communityFile) as { features: { geometry: Polygon }[] }).features.map(({ geometry }) => geometry)
const BOUNDS = [118.7, 36.05, 119.5, 36.7] as const

const inCrs = (crs: CrsId, geometries: readonly Geometry[] = COMMUNITIES) => geometries.map((geometry) => transformGeometry(geometry, projection.fromWgs84(crs)))
const swapped = (geometries: readonly Geometry[]) => geometries.map((geometry) => transformGeometry(geometry, ([x = NaN, y = NaN]) => [y, x]))
const rank = (geometries: readonly Geometry[], knownCommunities = COMMUNITIES) => rankCrs({ geometries, knownCommunities, bounds: BOUNDS, projection })

describe('rankCrs', () => {
  it.each<CrsId>(['EPSG:4326', 'EPSG:4549', 'EPSG:4528', 'EPSG:4548', 'EPSG:4527', 'EPSG:4498', 'EPSG:3857', 'GCJ-02', 'BD-09'])('puts %s first for data in it', (crs) => {
    const [best, next] = rank(inCrs(crs))
    expect(best).toMatchObject({ choice: { crs, isSwapped: false }, insideCount: 35, featureCount: 35, distanceM: 0, isInBounds: true })
    expect(next ? next.insideCount : 0).toBeLessThanOrEqual(35)
  })

  it.each<CrsId>(['EPSG:4326', 'EPSG:4549', 'EPSG:4528', 'EPSG:3857', 'GCJ-02', 'BD-09'])('sees that the axes of %s are swapped', (crs) => {
    expect(rank(swapped(inCrs(crs)))[0]).toMatchObject({ choice: { crs, isSwapped: true }, insideCount: 35, isInBounds: true })
  })

  it('shows where GCJ-02 would fall if it were taken for WGS 84: half a kilometre off', () => {
    const point = COMMUNITIES.slice(0, 1)
    const found = rankCrs({ geometries: inCrs('GCJ-02', point), knownCommunities: point, bounds: BOUNDS, projection })
    expect(found.map(({ choice }) => crsLabel(choice))).toEqual(['GCJ-02', 'EPSG:4326', 'EPSG:4490', 'BD-09'])
    expect(found[1]!.distanceM).toBeGreaterThan(400)
    expect(found[1]!.distanceM).toBeLessThan(518)
    // The shift itself, by the library of the vectors: 516 m and 1,287 m at Anqiu.
    const shifts = found.map(({ shiftM }) => Math.round(shiftM!))
    expect(shifts[0]).toBe(0)
    expect(Math.abs(shifts[1]! - 516)).toBeLessThan(6)
  })

  it('measures the median to the nearest community', () => {
    // A square of 0.01° at 36° N; a degree of longitude is 90,163.7 m there (WGS 84).
    const square: Polygon = { type: 'Polygon', coordinates: [[[119, 35.995], [119.01, 35.995], [119.01, 36.005], [119, 36.005], [119, 35.995]]] }
    const points = [119.005, 119.02, 119.03].map((lon) => ({ type: 'Point' as const, coordinates: [lon, 36] }))
    const found = rank(points, [square]).find(({ choice }) => choice.crs === 'EPSG:4326')!
    expect(found.distanceM).toBeCloseTo(901.637, 2)
    expect(found).toMatchObject({ insideCount: 1, featureCount: 3, bounds: [119.005, 36, 119.03, 36], isInBounds: false })
  })

  it('puts four of ten inside before a nearer median', () => {
    const square: Polygon = { type: 'Polygon', coordinates: [[[119, 36.4], [119.002, 36.4], [119.002, 36.402], [119, 36.402], [119, 36.4]]] }
    // GCJ-02 would bring the six in the east half a kilometre nearer.
    const points = Array.from({ length: 10 }, (_, i) => ({ type: 'Point' as const, coordinates: [i < 4 ? 119.001 : 119.04, 36.401] }))
    const [best, ...others] = rank(points, [square])
    expect(best!.choice.crs).toBe('EPSG:4326')
    expect(others.find(({ choice }) => choice.crs === 'GCJ-02')!.distanceM).toBeLessThan(best!.distanceM! - 400)
  })

  it('has no distance while no community is known', () => {
    expect(rank(inCrs('EPSG:4549'), []).find(({ choice }) => choice.crs === 'EPSG:4549')).toMatchObject({ distanceM: null, insideCount: 0, isInBounds: true })
  })

  it('always has what is asked for, also where it makes no sense', () => {
    const degrees = { crs: 'EPSG:4326' as const, isSwapped: false }
    const found = rankCrs({ geometries: inCrs('EPSG:4549'), knownCommunities: COMMUNITIES, bounds: BOUNDS, projection, always: [degrees, null] })
    expect(found.find(({ choice }) => isSameChoice(choice, degrees))).toMatchObject({ distanceM: null, isInBounds: false })
  })

  it('lets no stray feature decide', () => {
    const found = rank([...inCrs('EPSG:4549'), { type: 'Point', coordinates: [0, 0] }, { type: 'Point', coordinates: [NaN, 5] }])
    expect(found[0]).toMatchObject({ choice: { crs: 'EPSG:4549' }, insideCount: 35, featureCount: 36, isInBounds: false })
  })

  it('has nothing to say where nothing has a position', () => {
    expect(rank([])).toEqual([])
    expect(rank([{ type: 'Point', coordinates: [] }])).toEqual([])
  })

  it('gives the same for the same', () => {
    expect(rank(inCrs('GCJ-02'))).toEqual(rank(inCrs('GCJ-02')))
  })

  it('looks at 2,000 features of many', () => {
    const many = Array.from({ length: 150 }, () => inCrs('GCJ-02')).flat()
    const start = performance.now()
    expect(rank(many)[0]).toMatchObject({ choice: { crs: 'GCJ-02' }, featureCount: 2000, insideCount: 2000 })
    expect(performance.now() - start).toBeLessThan(8000)
  })
})
