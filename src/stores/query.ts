/** Parts of an address that every view has. */
export type Query = Record<string, string>

/** Where the map looks from: centre WGS84, degrees. */
export interface Viewpoint {
  lon: number
  lat: number
  zoom: number
  pitchDeg: number
  bearingDeg: number
}

const NUMBER = /^-?\d+(\.\d+)?$/

/** `lon,lat,zoom,pitch,bearing`. */
export function writeViewpoint({ lon, lat, zoom, pitchDeg, bearingDeg }: Viewpoint): string {
  return [lon.toFixed(5), lat.toFixed(5), zoom.toFixed(2), Math.round(pitchDeg), Math.round(bearingDeg)].join(',')
}

/** Null if it is no viewpoint. */
export function readViewpoint(text: string): Viewpoint | null {
  const parts = text.split(',')
  if (parts.length !== 5 || !parts.every((part) => NUMBER.test(part))) return null
  const [lon, lat, zoom, pitchDeg, bearingDeg] = parts.map(Number)
  const isUsable = Math.abs(lon!) <= 180 && Math.abs(lat!) <= 85 && zoom! >= 0 && zoom! <= 24
    && pitchDeg! >= 0 && pitchDeg! <= 85 && Math.abs(bearingDeg!) <= 360
  return isUsable ? { lon: lon!, lat: lat!, zoom: zoom!, pitchDeg: pitchDeg!, bearingDeg: bearingDeg! } : null
}

/** The allowed value that the text is, or null. */
export function oneOf<T extends string>(allowed: readonly T[], text: string): T | null {
  return allowed.find((value) => value === text) ?? null
}
