import { describe, expect, it } from 'vitest'
import type { CrsId } from '@/domain/crs'
import { metresPerDegree } from '@/analysis/shape/metric'
import { CRS_LIST } from '@/data/crs/crs-list'
import { loadProjection } from '@/data/crs/projection'
import { CITIES, PROJECTED } from './crs-vectors'

const projection = await loadProjection()
const MM = 0.001

/** Distance in m between two near places in degrees. */
function apartM(one: readonly number[], other: readonly number[]): number {
  const { lonM, latM } = metresPerDegree(other[1]!)
  return Math.hypot((one[0]! - other[0]!) * lonM, (one[1]! - other[1]!) * latM)
}

describe('loadProjection', () => {
  it.each(PROJECTED.flatMap(({ name, lonLat, at }) => Object.entries(at).map(([crs, xy]) => ({ name, lonLat, crs: crs as CrsId, xy }))))(
    'agrees with PROJ within 1 mm: $name in $crs',
    ({ lonLat, crs, xy }) => {
      const [x, y] = projection.fromWgs84(crs)(lonLat)
      expect(Math.abs(x! - xy[0])).toBeLessThan(MM)
      expect(Math.abs(y! - xy[1])).toBeLessThan(MM)
      expect(apartM(projection.toWgs84({ crs, isSwapped: false })(xy), lonLat)).toBeLessThan(MM)
    },
  )

  it('agrees with an independent test of Gauss-Krüger at 111° E, forward', () => {
    // magiccrazyman/geodetic, GaussKrugerProjectionCoordinateSystemTest.java; checked with PROJ.
    const [x, y] = projection.fromWgs84('EPSG:4546')([111.29954433333333, 30.757067361111112])
    expect(x).toBeCloseTo(528680.0889, 3)
    expect(y).toBeCloseTo(3404079.3582, 3)
  })

  it('agrees with it backward', () => {
    const [lon, lat] = projection.toWgs84({ crs: 'EPSG:4546', isSwapped: false })([624430.6672, 3404762.7444])
    expect(lon! * 3600).toBeCloseTo((112 * 60 + 17) * 60 + 58.3596, 3)
    expect(lat! * 3600).toBeCloseTo((30 * 60 + 45) * 60 + 25.4425, 3)
  })

  it('gives the registered bounds of EPSG:4549', () => {
    const forward = projection.fromWgs84('EPSG:4549')
    expect(forward([118.5, 24.43])[0]).toBeCloseTo(347872.2467, 3)
    expect(forward([121.5, 24.43])[0]).toBeCloseTo(652127.7533, 3)
    expect(forward([120, 24.43])[1]).toBeCloseTo(2702916.02917, 3)
    expect(forward([118.5, 53.33])[1]).toBeCloseTo(5912395.20024, 3)
  })

  it.each(CITIES)('agrees with the table of cities in Web Mercator, $name', ({ wgs84, mercator }) => {
    const [x, y] = projection.fromWgs84('EPSG:3857')(wgs84)
    expect(x).toBeCloseTo(mercator[0], 2)
    expect(y).toBeCloseTo(mercator[1], 2)
  })

  it.each(CRS_LIST.map(({ id }) => id))('comes back to where it started in %s', (id) => {
    const meridian = CRS_LIST.find((entry) => entry.id === id)!.centralMeridianDeg ?? 119
    const place = [meridian + 1.2, 36.455]
    expect(apartM(projection.toWgs84({ crs: id, isSwapped: false })(projection.fromWgs84(id)(place)), place)).toBeLessThan(1e-3)
  })

  it('reads a survey sheet, X north and Y east, as swapped axes', () => {
    const [lon, lat] = projection.toWgs84({ crs: 'EPSG:4549', isSwapped: true })([4036328.4399, 428284.9774])
    expect(lon).toBeCloseTo(119.2, 7)
    expect(lat).toBeCloseTo(36.455, 7)
  })

  it('lands three degrees off with the wrong central meridian', () => {
    const [lon, lat] = projection.toWgs84({ crs: 'EPSG:4548', isSwapped: false })([428284.9774, 4036328.4399])
    expect(lon).toBeCloseTo(116.2, 7)
    expect(lat).toBeCloseTo(36.455, 7)
  })

  it('takes CGCS2000 degrees for WGS 84 and keeps heights', () => {
    expect(projection.toWgs84({ crs: 'EPSG:4490', isSwapped: false })([119.2, 36.4, 51.5])).toEqual([119.2, 36.4, 51.5])
    expect(projection.toWgs84({ crs: 'GCJ-02', isSwapped: false })([119.205767783, 36.455237216, 7])[2]).toBe(7)
  })

  it.each([[[NaN, 1]], [[Infinity, 1]], [[1e300, -1e300]], [[]], [[5]]])('gives no number and no error for %j', (position) => {
    for (const { id } of CRS_LIST) {
      const found = projection.toWgs84({ crs: id, isSwapped: false })(position)
      const isSame = found[0] === position[0] && found[1] === position[1]
      expect(isSame || found.slice(0, 2).every((value) => Number.isNaN(value) || Number.isFinite(value))).toBe(true)
    }
    expect(projection.toWgs84({ crs: 'EPSG:4549', isSwapped: false })(position).slice(0, 2)).toEqual([NaN, NaN])
  })

  it.each([[[428284.9774, 4036328.4399]], [[120, 95]], [[361, 36]]])('is no place on Earth: %j as degrees', (position) => {
    expect(projection.toWgs84({ crs: 'EPSG:4326', isSwapped: false })(position)).toEqual([NaN, NaN])
  })

  it('leaves degrees beyond the date line as they are', () => {
    expect(projection.toWgs84({ crs: 'EPSG:4326', isSwapped: false })([182, -18])).toEqual([182, -18])
  })

  it('refuses a system that is not listed', () => {
    expect(() => projection.toWgs84({ crs: 'EPSG:9999', isSwapped: false })).toThrow(/EPSG:9999/)
  })
})
