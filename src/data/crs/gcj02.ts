import type { Position } from 'geojson'

/**
 * GCJ-02 and BD-09, the shifted systems of Chinese web maps. Neither is published; the formulas are those of open
 * re-engineerings that agree with each other: googollee/eviltransform (MIT), wandergis/coordtransform (MIT) and
 * hujiulong/gcoord (MIT, whose constants are used here). Longitude and latitude in degrees.
 */
const SEMI_MAJOR_M = 6_378_245
const ECCENTRICITY_2 = 0.006693421622965823
const BD_ANGLE = (Math.PI * 3000) / 180
const RADIANS = Math.PI / 180
/** The inverses end when a step is below this, degrees (a hundredth of a millimetre). */
const STEP_DEG = 1e-10
const MAX_STEPS = 30

/** The shift is applied in this box only, as gcoord and eviltransform do: outside of China the systems are WGS 84. */
function isInChina(lon: number, lat: number): boolean {
  return lon >= 72.004 && lon <= 137.8347 && lat >= 0.8293 && lat <= 55.8271
}

export function wgs84ToGcj02([lon = NaN, lat = NaN]: Position): Position {
  if (!isInChina(lon, lat)) return [lon, lat]
  const [dLon, dLat] = shiftAt(lon, lat)
  return [lon + dLon, lat + dLat]
}

/**
 * Inverse by iteration: the shift at the place found so far is taken off until nothing moves. Exact to 1e-9 degrees,
 * where one step would be wrong by up to 2 m.
 */
export function gcj02ToWgs84([lon = NaN, lat = NaN]: Position): Position {
  if (!isInChina(lon, lat)) return [lon, lat]
  return solve([lon, lat], ([x = NaN, y = NaN]) => {
    const [dLon, dLat] = shiftAt(x, y)
    return [x + dLon, y + dLat]
  }, [lon, lat])
}

export function gcj02ToBd09([lon = NaN, lat = NaN]: Position): Position {
  return isInChina(lon, lat) ? toBaidu([lon, lat]) : [lon, lat]
}

/** The usual closed inverse is off by up to 0.2 m; it is only where the iteration begins. */
export function bd09ToGcj02([lon = NaN, lat = NaN]: Position): Position {
  if (!isInChina(lon, lat)) return [lon, lat]
  const x = lon - 0.0065
  const y = lat - 0.006
  const radius = Math.hypot(x, y) - 0.00002 * Math.sin(y * BD_ANGLE)
  const angle = Math.atan2(y, x) - 0.000003 * Math.cos(x * BD_ANGLE)
  return solve([lon, lat], toBaidu, [radius * Math.cos(angle), radius * Math.sin(angle)])
}

export const wgs84ToBd09 = (position: Position): Position => gcj02ToBd09(wgs84ToGcj02(position))

export const bd09ToWgs84 = (position: Position): Position => gcj02ToWgs84(bd09ToGcj02(position))

function toBaidu([x = NaN, y = NaN]: Position): Position {
  const radius = Math.hypot(x, y) + 0.00002 * Math.sin(y * BD_ANGLE)
  const angle = Math.atan2(y, x) + 0.000003 * Math.cos(x * BD_ANGLE)
  return [radius * Math.cos(angle) + 0.0065, radius * Math.sin(angle) + 0.006]
}

/** The place that `forward` takes to `target`: both systems move so evenly that each step is a thousandth of the last. */
function solve(target: Position, forward: (position: Position) => Position, start: Position): Position {
  let [lon, lat] = start as [number, number]
  for (let step = 0; step < MAX_STEPS; step++) {
    const [x, y] = forward([lon, lat]) as [number, number]
    const [dLon, dLat] = [target[0]! - x, target[1]! - y]
    lon += dLon
    lat += dLat
    if (Math.abs(dLon) < STEP_DEG && Math.abs(dLat) < STEP_DEG) break
  }
  return [lon, lat]
}

/** GCJ-02 minus WGS 84 at a WGS 84 place, degrees. */
function shiftAt(lon: number, lat: number): [number, number] {
  const x = lon - 105
  const y = lat - 35
  const root = Math.sqrt(Math.abs(x))
  const wave = ((20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI)) * 2) / 3
  const north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root + wave
    + ((20 * Math.sin(y * Math.PI) + 40 * Math.sin((y / 3) * Math.PI)) * 2) / 3
    + ((160 * Math.sin((y / 12) * Math.PI) + 320 * Math.sin((y * Math.PI) / 30)) * 2) / 3
  const east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root + wave
    + ((20 * Math.sin(x * Math.PI) + 40 * Math.sin((x / 3) * Math.PI)) * 2) / 3
    + ((150 * Math.sin((x / 12) * Math.PI) + 300 * Math.sin((x / 30) * Math.PI)) * 2) / 3
  const sin = Math.sin(lat * RADIANS)
  const w2 = 1 - ECCENTRICITY_2 * sin * sin
  const w = Math.sqrt(w2)
  return [
    east / ((SEMI_MAJOR_M / w) * Math.cos(lat * RADIANS) * RADIANS),
    north / (((SEMI_MAJOR_M * (1 - ECCENTRICITY_2)) / (w2 * w)) * RADIANS),
  ]
}
