import { describe, expect, it } from 'vitest'
import { CRS_LIST, crsEntry, crsOfName, gaussKruger } from '@/data/crs/crs-list'

describe('CRS_LIST', () => {
  it('lists every zone of the registry once', () => {
    const ids = CRS_LIST.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (let code = 4491; code <= 4554; code++) if (code !== 4490) expect(ids).toContain(`EPSG:${code}`)
    expect(ids).toEqual(expect.arrayContaining(['EPSG:4326', 'EPSG:4490', 'EPSG:3857', 'GCJ-02', 'BD-09']))
  })

  // Last zones of each kind, from the EPSG registry.
  it.each([
    ['EPSG:4513', 75, 25_500_000], ['EPSG:4533', 135, 45_500_000], ['EPSG:4534', 75, 500_000], ['EPSG:4554', 135, 500_000],
    ['EPSG:4491', 75, 13_500_000], ['EPSG:4501', 135, 23_500_000], ['EPSG:4502', 75, 500_000], ['EPSG:4512', 135, 500_000],
    ['EPSG:4528', 120, 40_500_000], ['EPSG:4549', 120, 500_000], ['EPSG:32650', 117, 500_000],
  ])('has the parameters of %s', (id, centralMeridianDeg, falseEastingM) => {
    expect(crsEntry(id)).toMatchObject({ centralMeridianDeg, falseEastingM })
  })

  it('finds a zone by its parameters', () => {
    expect(gaussKruger({ centralMeridianDeg: 117, falseEastingM: 500_000, widthDeg: 3 })?.id).toBe('EPSG:4548')
    expect(gaussKruger({ centralMeridianDeg: 117, falseEastingM: 500_000, widthDeg: 6 })?.id).toBe('EPSG:4509')
    expect(gaussKruger({ centralMeridianDeg: 120, falseEastingM: 500_000, widthDeg: 6 })?.id).toBe('EPSG:4549')
    expect(gaussKruger({ centralMeridianDeg: 117, falseEastingM: 20_500_000, widthDeg: 3 })?.id).toBe('EPSG:4498')
    expect(gaussKruger({ centralMeridianDeg: 119, falseEastingM: 500_000, widthDeg: 3 })).toBeNull()
  })
})

describe('crsOfName', () => {
  it.each([
    ['EPSG:4549', 'EPSG:4549'], ['epsg:4490', 'EPSG:4490'], ['urn:ogc:def:crs:EPSG::4528', 'EPSG:4528'], ['urn:ogc:def:crs:EPSG:6.9:3857', 'EPSG:3857'],
    ['urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:4326'], ['http://www.opengis.net/def/crs/EPSG/0/4490', 'EPSG:4490'],
    ['gcj02', 'GCJ-02'], ['BD-09', 'BD-09'], [' WGS84 ', 'EPSG:4326'],
  ])('reads %s', (name, crs) => {
    expect(crsOfName(name)).toEqual({ crs, isSwapped: false })
  })

  it.each(['EPSG:2385', 'EPSG:9999', 'Beijing54', '', '4549', '__proto__'])('does not know %j', (name) => {
    expect(crsOfName(name)).toBeNull()
  })
})
