import { describe, expect, it } from 'vitest'
import { latitudeMetric } from '@/analysis/shape/latitude-metric'
import { metresPerDegree } from '@/analysis/shape/metric'

describe('latitudeMetric', () => {
  it.each([0, 18.2, 36.43, -33.9, 53.5, 70])('follows the metric of WGS84 near latitude %d', (lat) => {
    const { lonM, latM, lon1, lon2, lat1, lat2 } = latitudeMetric(lat)
    for (const y of [-3000, -700, 0, 250, 1000]) {
      const there = metresPerDegree(lat + y / latM)
      // A share of 1e−10 is a tenth of a micrometre in a kilometre.
      expect(Math.abs((lonM * (1 + y * (lon1 + y * lon2))) / there.lonM - 1)).toBeLessThan(1e-9 * (Math.abs(y) > 1000 ? 1 : 0.1))
      expect(Math.abs((latM * (1 + y * (lat1 + y * lat2))) / there.latM - 1)).toBeLessThan(1e-10)
    }
  })

  it('gets narrower northwards on this half of the earth and wider on the other', () => {
    expect(latitudeMetric(36).lon1).toBeLessThan(0)
    expect(latitudeMetric(-36).lon1).toBeGreaterThan(0)
    expect(latitudeMetric(36).lat1).toBeGreaterThan(0)
  })
})
