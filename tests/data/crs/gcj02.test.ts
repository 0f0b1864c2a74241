import { describe, expect, it } from 'vitest'
import { bd09ToGcj02, bd09ToWgs84, gcj02ToBd09, gcj02ToWgs84, wgs84ToBd09, wgs84ToGcj02 } from '@/data/crs/gcj02'
import { ANQIU, CITIES, EVILTRANSFORM, GCOORD } from './crs-vectors'

const CONVERT = {
  'WGS84>GCJ02': wgs84ToGcj02, 'GCJ02>WGS84': gcj02ToWgs84, 'GCJ02>BD09': gcj02ToBd09, 'BD09>GCJ02': bd09ToGcj02,
  'WGS84>BD09': wgs84ToBd09, 'BD09>WGS84': bd09ToWgs84,
} as const

/** Greatest difference on either axis, degrees. */
const apart = (one: readonly number[], other: readonly number[]) => Math.max(Math.abs(one[0]! - other[0]!), Math.abs(one[1]! - other[1]!))

describe('GCJ-02 and BD-09', () => {
  it.each(EVILTRANSFORM)('agrees with eviltransform in $name', ({ wgs84, gcj02 }) => {
    expect(apart(wgs84ToGcj02(wgs84), gcj02)).toBeLessThan(5e-6)
    expect(apart(gcj02ToWgs84(gcj02), wgs84)).toBeLessThan(5e-6)
  })

  it.each(GCOORD)('agrees with gcoord from $from to $to', ({ from, to, at, gives }) => {
    const convert = CONVERT[`${from}>${to}` as keyof typeof CONVERT]
    expect(apart(convert(at), gives)).toBeLessThan(5e-6)
  })

  it.each(ANQIU)('agrees with three libraries at Anqiu, $name', ({ wgs84, gcj02, bd09 }) => {
    expect(apart(wgs84ToGcj02(wgs84), gcj02)).toBeLessThan(1e-8)
    expect(apart(wgs84ToBd09(wgs84), bd09)).toBeLessThan(1e-8)
    expect(apart(gcj02ToWgs84(gcj02), wgs84)).toBeLessThan(1e-8)
    expect(apart(bd09ToWgs84(bd09), wgs84)).toBeLessThan(1e-8)
  })

  it.each(CITIES)('agrees with the table of cities, $name', ({ wgs84, gcj02, bd09 }) => {
    expect(apart(wgs84ToGcj02(wgs84), gcj02)).toBeLessThan(1e-5)
    expect(apart(wgs84ToBd09(wgs84), bd09)).toBeLessThan(1e-5)
    expect(apart(gcj02ToBd09(gcj02), bd09)).toBeLessThan(1e-6)
    expect(apart(bd09ToWgs84(bd09), wgs84)).toBeLessThan(1e-5)
  })

  it('comes back to where it started, all over China, within a tenth of a millimetre', () => {
    let worst = 0
    for (let lon = 73.5; lon < 135; lon += 0.37) {
      for (let lat = 18; lat < 53; lat += 0.41) {
        worst = Math.max(worst, apart(gcj02ToWgs84(wgs84ToGcj02([lon, lat])), [lon, lat]), apart(bd09ToWgs84(wgs84ToBd09([lon, lat])), [lon, lat]))
      }
    }
    expect(worst).toBeLessThan(1e-9)
  })

  it.each([[183, 45], [2.35, 48.86], [-74, 40.7], [139.7, 35.7], [119, -36]])('shifts nothing outside of China: %d, %d', (lon, lat) => {
    for (const convert of Object.values(CONVERT)) expect(convert([lon, lat])).toEqual([lon, lat])
  })
})
