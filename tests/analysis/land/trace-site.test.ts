import type { Position } from 'geojson'
import { describe, expect, it } from 'vitest'
import { traceSite } from '@/analysis/land/trace-site'
import { geodesicM } from '@/analysis/shape/metric'
import { prepared, S2 } from '../../fixtures/drawn-answers'

const lengthM = (lines: readonly Position[][]) => lines.reduce((sum, line) =>
  sum + line.slice(1).reduce((metres, [lon, lat], i) => metres + geodesicM(line[i]![0]!, line[i]![1]!, lon!, lat!), 0), 0)

describe('traceSite', () => {
  it('follows the streets until the distance ends', () => {
    const { siteId, bands } = traceSite(prepared(), 'S9', [200, 100])!
    expect([siteId, bands.map(({ maxM, minutes }) => [maxM, minutes])]).toEqual(['S9', [[200, 200 / 60], [100, 100 / 60]]])
    // S9 is 10 m from (300, 60). 190 left: 190 over the bridge, 60 down and 130 to each side.
    expect(lengthM(bands[0]!.streets.coordinates)).toBeCloseTo(190 + 60 + 2 * 130, 0)
    // 90 left: 90 up, 60 down, 30 to each side.
    expect(lengthM(bands[1]!.streets.coordinates)).toBeCloseTo(90 + 60 + 2 * 30, 0)
  })

  it('starts from all parts of a site', () => {
    // S2a is 10 m from (240, 300), S2b 35, S2c 50. 90 left from S2a: at most 180 m of the north street, within 100 m of it.
    const metres = lengthM(traceSite(prepared(), S2, [100])!.bands[0]!.streets.coordinates)
    // 60 of the 90 m to the east lie before the bridge at 300, from there 30 more on two streets.
    expect(metres).toBeCloseTo(90 + 60 + 30 + 30, 0)
  })

  it('draws no band that is no distance, and nothing for a site without a street', () => {
    expect(traceSite(prepared(), 'S9', [Infinity, 0, -5, NaN])!.bands).toEqual([])
    // S7 lies far east of all streets.
    expect(traceSite(prepared(), 'S7', [200])!.bands).toMatchObject([{ maxM: 200, streets: { coordinates: [] }, area: { coordinates: [] } }])
  })

  it('has no way for a site that is not there, or without streets', () => {
    expect(traceSite(prepared(), 'nowhere', [100])).toBeNull()
    expect(traceSite(prepared(), 'S9+nowhere', [100])).toBeNull()
    expect(traceSite(prepared({ roads: [] }), 'S9', [100])).toBeNull()
  })
})
