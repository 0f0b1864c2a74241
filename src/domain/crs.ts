/**
 * A coordinate system that files of a Chinese county come in.
 *
 * `EPSG:4326` WGS 84, `EPSG:4490` CGCS2000, `EPSG:3857` Web Mercator; CGCS2000 Gauss-Krüger: 3-degree zones
 * `EPSG:4513`…`4533` (easting with zone number) and `EPSG:4534`…`4554` (without), 6-degree zones `EPSG:4491`…`4501`
 * and `EPSG:4502`…`4512`; `GCJ-02` and `BD-09` are the shifted systems of Chinese web maps.
 */
export type CrsId = `EPSG:${number}` | 'GCJ-02' | 'BD-09'

/** A system, and whether the file has its two axes the other way round than longitude/easting first. */
export interface CrsChoice {
  crs: CrsId
  isSwapped: boolean
}

/** Where the data of a file would fall if it were in this system. */
export interface CrsCandidate {
  choice: CrsChoice
  /** West, south, east, north in WGS 84 degrees. */
  bounds: readonly [number, number, number, number]
  /** Median over features of the distance to the nearest known community, 0 inside one; null if none is known. */
  distanceM: number | null
  /** How far it lies from where the first candidate puts it, m; null if either is nowhere. */
  shiftM: number | null
  /** Features whose middle lies in a known community. */
  insideCount: number
  featureCount: number
  /** True if all of it lies in the bounds of the plan. */
  isInBounds: boolean
}

/** How a file's system became known. `standard`: its format has one (KML, GPX, GeoJSON). */
export type CrsOrigin = 'prj' | 'member' | 'standard' | 'chosen' | 'unknown'
