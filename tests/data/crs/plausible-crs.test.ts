import { describe, expect, it } from 'vitest'
import { crsLabel } from '@/data/crs/judge-crs'
import { plausibleCrs } from '@/data/crs/plausible-crs'
import type { Bounds } from '@/data/crs/plausible-crs'

const COUNTY: Bounds = [118.7, 36.05, 119.5, 36.7]
const labels = (x: number, y: number, bounds: Bounds | null = COUNTY) => plausibleCrs([[x, y]], bounds).map(crsLabel)

describe('plausibleCrs', () => {
  it('reads degrees of China in four ways', () => {
    expect(labels(119.2, 36.4)).toEqual(['EPSG:4326', 'EPSG:4490', 'GCJ-02', 'BD-09'])
    expect(labels(36.4, 119.2)).toEqual(['EPSG:4326 (y, x)', 'EPSG:4490 (y, x)', 'GCJ-02 (y, x)', 'BD-09 (y, x)'])
  })

  it('reads degrees elsewhere as WGS 84 only, both ways where both could be', () => {
    expect(labels(2.3, 48.9)).toEqual(['EPSG:4326', 'EPSG:4326 (y, x)'])
  })

  it('offers the zones around the plan for an easting without a zone number', () => {
    expect(labels(428284.98, 4036328.44)).toEqual(['EPSG:4548', 'EPSG:4549', 'EPSG:4550', 'EPSG:4509', 'EPSG:4510'])
    expect(labels(4036328.44, 428284.98)).toEqual(['EPSG:4548 (y, x)', 'EPSG:4549 (y, x)', 'EPSG:4550 (y, x)', 'EPSG:4509 (y, x)', 'EPSG:4510 (y, x)'])
  })

  it('offers all zones where there is no plan', () => {
    expect(labels(428284.98, 4036328.44, null)).toHaveLength(32)
  })

  it('knows the zone by its number, wherever the plan is', () => {
    expect(labels(40428284.98, 4036328.44)).toEqual(['EPSG:4528'])
    expect(labels(39697228.78, 4038281.5)).toEqual(['EPSG:4527'])
    expect(labels(30697228.78, 3038281.5)).toEqual(['EPSG:4518'])
    expect(labels(20697228.78, 4038281.5)).toEqual(['EPSG:4498'])
  })

  it('offers Web Mercator for metres of that size', () => {
    expect(labels(13269283.3, 4363410.64)).toContain('EPSG:3857')
    expect(labels(4363410.64, 13269283.3)).toContain('EPSG:3857 (y, x)')
  })

  it.each([[1e9, 1e9], [NaN, NaN], [500, 200], [-428284, -4036328]])('offers nothing for %d, %d', (x, y) => {
    expect(labels(x, y)).toEqual([])
  })

  it('goes by the median', () => {
    expect(plausibleCrs([[119.1, 36.4], [1e7, 1e7], [119.3, 36.5]], COUNTY).map(crsLabel)).toContain('GCJ-02')
  })
})
