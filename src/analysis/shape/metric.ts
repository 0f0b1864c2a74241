/** WGS84 ellipsoid: semi-major axis m, first eccentricity squared (NIMA TR8350.2). */
const SEMI_MAJOR_M = 6_378_137
const FLATTENING = 1 / 298.257223563
const ECCENTRICITY_2 = FLATTENING * (2 - FLATTENING)
const RADIANS = Math.PI / 180

/** Length of one degree of longitude and of latitude at a latitude, m: radii of curvature of the ellipsoid. */
export function metresPerDegree(latDeg: number): { lonM: number; latM: number } {
  const sin = Math.sin(latDeg * RADIANS)
  const w2 = 1 - ECCENTRICITY_2 * sin * sin
  const primeVertical = SEMI_MAJOR_M / Math.sqrt(w2)
  return {
    lonM: primeVertical * Math.cos(latDeg * RADIANS) * RADIANS,
    latM: (primeVertical * (1 - ECCENTRICITY_2) / w2) * RADIANS,
  }
}

/**
 * Length of the WGS84 geodesic between two near points, m, by the metric at the middle latitude of the pair:
 * off by micrometres at 1 km, where one ruler for a degree of latitude is off by metres and a sphere by 2 to 3 m.
 */
export function geodesicM(lon1: number, lat1: number, lon2: number, lat2: number): number {
  const { lonM, latM } = metresPerDegree((lat1 + lat2) / 2)
  return Math.hypot((lon2 - lon1) * lonM, (lat2 - lat1) * latM)
}
