import type { CrsChoice, CrsId } from '@/domain/crs'

/**
 * A coordinate system this program reads. Gauss-Krüger and UTM carry the parameters of their transverse Mercator
 * projection; all others have null there.
 */
export interface CrsEntry {
  id: CrsId
  /** Name of the EPSG registry, or the usual one. */
  name: string
  kind: 'geographic' | 'gauss-kruger-3' | 'gauss-kruger-6' | 'utm' | 'web-mercator' | 'shifted'
  zone: number | null
  centralMeridianDeg: number | null
  falseEastingM: number | null
}

const WGS84: CrsEntry = { id: 'EPSG:4326', name: 'WGS 84', kind: 'geographic', zone: null, centralMeridianDeg: null, falseEastingM: null }
const CGCS2000: CrsEntry = { ...WGS84, id: 'EPSG:4490', name: 'China Geodetic Coordinate System 2000' }
const WEB_MERCATOR: CrsEntry = { ...WGS84, id: 'EPSG:3857', name: 'WGS 84 / Pseudo-Mercator', kind: 'web-mercator' }
const GCJ02: CrsEntry = { ...WGS84, id: 'GCJ-02', name: 'GCJ-02', kind: 'shifted' }
const BD09: CrsEntry = { ...WGS84, id: 'BD-09', name: 'BD-09', kind: 'shifted' }

/** Zones 25 to 45 with central meridians 75 to 135° E; EPSG 4513… with the zone before the easting, 4534… without. */
function threeDegreeZones(hasPrefix: boolean): CrsEntry[] {
  return Array.from({ length: 21 }, (_, i) => ({
    id: `EPSG:${(hasPrefix ? 4513 : 4534) + i}` as CrsId,
    name: `CGCS2000 / 3-degree Gauss-Kruger ${hasPrefix ? `zone ${25 + i}` : `CM ${75 + 3 * i}E`}`,
    kind: 'gauss-kruger-3' as const, zone: 25 + i, centralMeridianDeg: 75 + 3 * i,
    falseEastingM: 500_000 + (hasPrefix ? (25 + i) * 1_000_000 : 0),
  }))
}

/** Zones 13 to 23 with central meridians 75 to 135° E; EPSG 4491… with the zone before the easting, 4502… without. */
function sixDegreeZones(hasPrefix: boolean): CrsEntry[] {
  return Array.from({ length: 11 }, (_, i) => ({
    id: `EPSG:${(hasPrefix ? 4491 : 4502) + i}` as CrsId,
    name: `CGCS2000 / Gauss-Kruger ${hasPrefix ? `zone ${13 + i}` : `CM ${75 + 6 * i}E`}`,
    kind: 'gauss-kruger-6' as const, zone: 13 + i, centralMeridianDeg: 75 + 6 * i,
    falseEastingM: 500_000 + (hasPrefix ? (13 + i) * 1_000_000 : 0),
  }))
}

/** The northern UTM zones China lies in, 43 to 53: what satellite pictures and some receivers come in. */
function utmZones(): CrsEntry[] {
  return Array.from({ length: 11 }, (_, i) => ({
    id: `EPSG:${32643 + i}` as CrsId, name: `WGS 84 / UTM zone ${43 + i}N`, kind: 'utm' as const,
    zone: 43 + i, centralMeridianDeg: 75 + 6 * i, falseEastingM: 500_000,
  }))
}

/** All systems that are read, in the order in which they are offered. Numbers and names: EPSG registry. */
export const CRS_LIST: readonly CrsEntry[] = [
  WGS84, CGCS2000, GCJ02, BD09,
  ...threeDegreeZones(false), ...threeDegreeZones(true), ...sixDegreeZones(false), ...sixDegreeZones(true),
  WEB_MERCATOR, ...utmZones(),
]

const BY_ID = new Map<string, CrsEntry>(CRS_LIST.map((entry) => [entry.id, entry]))

/** Null for a system that is not read. */
export function crsEntry(id: string): CrsEntry | null {
  return BY_ID.get(id) ?? null
}

/**
 * The CGCS2000 Gauss-Krüger system with these parameters, null if none is defined. Systems of 3 and of 6 degrees with the
 * same central meridian and no zone number are one and the same projection; `widthDeg` says which name is wanted.
 */
export function gaussKruger(options: { centralMeridianDeg: number; falseEastingM: number; widthDeg: 3 | 6 }): CrsEntry | null {
  const fitting = CRS_LIST.filter((entry) => entry.kind.startsWith('gauss-kruger')
    && entry.centralMeridianDeg === options.centralMeridianDeg && entry.falseEastingM === options.falseEastingM)
  return fitting.find((entry) => entry.kind === `gauss-kruger-${options.widthDeg}`) ?? fitting[0] ?? null
}

/**
 * System by its name in a `crs` member of GeoJSON 2008 or on a command line: `EPSG:4549`, `urn:ogc:def:crs:EPSG::4490`,
 * `urn:ogc:def:crs:OGC:1.3:CRS84`, `http://www.opengis.net/def/crs/EPSG/0/4490`, `GCJ-02`, `gcj02`, `BD09`. Null if not known.
 *
 * Axes are never swapped by it: GeoJSON has longitude or easting first whatever the registry says.
 */
export function crsOfName(name: string): CrsChoice | null {
  const plain = name.trim().slice(0, 200).toUpperCase()
  const code = /^(?:URN:OGC:DEF:CRS:EPSG:[\d.]*:|HTTPS?:\/\/WWW\.OPENGIS\.NET\/DEF\/CRS\/EPSG\/[\d.]+\/|EPSG:{1,2})(\d{4,6})$/.exec(plain)?.[1]
  const id = code ? `EPSG:${code}` : NAMES.get(plain.replace(/[^A-Z0-9]/g, ''))
  const entry = id === undefined ? null : crsEntry(id)
  return entry ? { crs: entry.id, isSwapped: false } : null
}

const NAMES = new Map<string, CrsId>([
  ['CRS84', 'EPSG:4326'], ['URNOGCDEFCRSOGC13CRS84', 'EPSG:4326'], ['URNOGCDEFCRSOGCCRS84', 'EPSG:4326'],
  ['HTTPWWWOPENGISNETDEFCRSOGC13CRS84', 'EPSG:4326'], ['WGS84', 'EPSG:4326'],
  ['CGCS2000', 'EPSG:4490'], ['GCJ02', 'GCJ-02'], ['BD09', 'BD-09'],
])
