import { metresPerDegree } from '@/analysis/shape/metric'

/**
 * Metric of a latitude and how it changes northwards. At `y` metres north of `lat` a degree of longitude is
 * lonM·(1 + lon1·y + lon2·y²) metres long, a degree of latitude latM·(1 + lat1·y + lat2·y²): right to a nanometre in a
 * kilometre for 10 km north or south, without a sine for every pair of places.
 */
export interface LatitudeMetric {
  lat: number
  lonM: number
  latM: number
  lon1: number
  lon2: number
  lat1: number
  lat2: number
}

const RADIANS = Math.PI / 180
const ECCENTRICITY_2 = (2 - 1 / 298.257223563) / 298.257223563

/** First two derivatives of both radii of curvature of WGS84, by way of their logarithms. */
export function latitudeMetric(lat: number): LatitudeMetric {
  const { lonM, latM } = metresPerDegree(lat)
  const sin = Math.sin(lat * RADIANS)
  const cos = Math.cos(lat * RADIANS)
  const w2 = 1 - ECCENTRICITY_2 * sin * sin
  const perM = RADIANS / latM
  // N = a/w and M = a(1 − e²)/w³: (ln N)′ = g, (ln M)′ = 3g with g = e² sin cos / w².
  const g = (ECCENTRICITY_2 * sin * cos) / w2
  const gChange = (ECCENTRICITY_2 * (cos * cos - sin * sin)) / w2 + 2 * g * g
  const lonChange = g - sin / cos
  return {
    lat, lonM, latM,
    lon1: lonChange * perM,
    lon2: ((lonChange * lonChange + gChange - 1 / (cos * cos)) * perM * perM) / 2,
    lat1: 3 * g * perM,
    lat2: ((9 * g * g + 3 * gChange) * perM * perM) / 2,
  }
}
