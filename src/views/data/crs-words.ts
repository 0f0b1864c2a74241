import type { CrsChoice, CrsId } from '@/domain/crs'

/** The few words of a coordinate system that are not the same in every language. */
export interface CrsWords {
  zone: (name: string, zone: string) => string
  meridian: (name: string, degrees: string) => string
  swapped: string
}

const PLAIN: Readonly<Record<string, string>> = { 'EPSG:4326': 'WGS84', 'EPSG:4490': 'CGCS2000', 'EPSG:3857': 'Web Mercator', 'GCJ-02': 'GCJ-02', 'BD-09': 'BD-09' }

/** First code of a row of Gauss-Krüger zones, how many there are, first zone and first meridian, degrees between two. */
const ROWS = [
  { first: 4491, count: 11, zone: 13, stepDeg: 6, hasZone: true },
  { first: 4502, count: 11, zone: 13, stepDeg: 6, hasZone: false },
  { first: 4513, count: 21, zone: 25, stepDeg: 3, hasZone: true },
  { first: 4534, count: 21, zone: 25, stepDeg: 3, hasZone: false },
] as const
const FIRST_MERIDIAN_DEG = 75
const UTM_NORTH = 32_600

/** A system as surveyors call it: `CGCS2000 120°E`, with its EPSG code unless the name alone says all. */
export function crsName(crs: CrsId, words: CrsWords): string {
  const plain = PLAIN[crs]
  if (plain) return plain
  const code = Number(crs.slice('EPSG:'.length))
  const row = ROWS.find(({ first, count }) => code >= first && code < first + count)
  if (row) {
    const at = code - row.first
    const name = row.hasZone ? words.zone('CGCS2000', String(row.zone + at)) : words.meridian('CGCS2000', String(FIRST_MERIDIAN_DEG + row.stepDeg * at))
    return `${name} · ${crs}`
  }
  return code > UTM_NORTH && code <= UTM_NORTH + 60 ? `UTM ${code - UTM_NORTH}N · ${crs}` : crs
}

/** As short as a label on the map or a line of facts: `CGCS2000 / EPSG:4549`. */
export function crsShort({ crs }: CrsChoice): string {
  return PLAIN[crs] ?? (Number(crs.slice('EPSG:'.length)) > UTM_NORTH ? crs : `CGCS2000 / ${crs}`)
}

/** The same with a word if the axes stand the other way round. */
export function choiceName({ crs, isSwapped }: CrsChoice, words: CrsWords): string {
  return isSwapped ? `${crsName(crs, words)} · ${words.swapped}` : crsName(crs, words)
}

export const isSameChoice = (a: CrsChoice | null, b: CrsChoice | null): boolean => a?.crs === b?.crs && a?.isSwapped === b?.isSwapped
