import { describe, expect, it } from 'vitest'
import { geodesicM, metresPerDegree } from '@/analysis/shape/metric'

/** lat, lon, lat, lon in degrees and the length of the geodesic, m, by GeographicLib (Karney 2013), GeodSolve. */
const GEODESICS = [
  [36.431, 119.197, 36.440009, 119.197, 999.70255],
  [36.431, 119.197, 36.431, 119.208153, 1000.09537],
  [36.431, 119.197, 36.4373, 119.2049, 995.246874],
  [36.05, 118.7, 36.0563, 118.7078, 991.262945],
  [36.7, 119.5, 36.6937, 119.4922, 987.236011],
  [0, 0, 0.009, 0, 995.168482],
  [0, 0, 0, 0.009, 1001.875417],
  [60, 10, 60.0063, 10.0126, 993.422355],
  [-33.9, 18.4, -33.9063, 18.4078, 1004.373215],
  [36.431, 119.197, 36.431001, 119.197001, 0.142669],
] as const

describe('geodesicM', () => {
  it.each(GEODESICS)('agrees with GeographicLib from %d, %d to %d, %d', (lat1, lon1, lat2, lon2, lengthM) => {
    // GeodSolve was asked for micrometres. A centimetre is the promise, a tenth of a millimetre is what it keeps.
    expect(Math.abs(geodesicM(lon1, lat1, lon2, lat2) - lengthM)).toBeLessThan(1e-4)
  })

  it('keeps a centimetre at 2 km', () => {
    expect(Math.abs(geodesicM(119.197, 36.431, 119.2137, 36.4445) - 2118.084988)).toBeLessThan(0.01)
  })
})

describe('metresPerDegree', () => {
  it('is shorter along the parallel the further north', () => {
    expect(metresPerDegree(0).lonM).toBeCloseTo(111_319.49, 2)
    expect(metresPerDegree(60).lonM).toBeLessThan(metresPerDegree(36).lonM)
    expect(metresPerDegree(90).latM).toBeGreaterThan(metresPerDegree(0).latM)
  })
})
