import type { Position } from 'geojson'
import type { CrsChoice, CrsId } from '@/domain/crs'
import { crsEntry } from '@/data/crs/crs-list'
import type { CrsEntry } from '@/data/crs/crs-list'
import { bd09ToWgs84, gcj02ToWgs84, wgs84ToBd09, wgs84ToGcj02 } from '@/data/crs/gcj02'

/**
 * Conversions between the systems of `CRS_LIST` and WGS 84 longitude, latitude in degrees. A position that cannot be
 * converted comes out as `[NaN, NaN]`; heights and what follows them stay. Nothing throws but a system that is not listed.
 */
export interface Projection {
  toWgs84(choice: CrsChoice): (position: Position) => Position
  fromWgs84(crs: CrsId): (position: Position) => Position
}

type Convert = (position: Position) => Position
type Proj4 = (definition: string) => { forward: (position: number[]) => number[]; inverse: (position: number[]) => number[] }

let loading: Promise<Projection> | null = null

/**
 * Loads proj4 (MIT; transverse Mercator by Poder and Engsager, within 0.07 mm of PROJ 9.5.1 at Anqiu) the first time.
 * A failed load is tried again by the next call.
 */
export function loadProjection(): Promise<Projection> {
  loading ??= import('proj4').then(
    (module) => createProjection(module.default as unknown as Proj4),
    (error: unknown) => {
      loading = null
      throw error
    },
  )
  return loading
}

function createProjection(proj4: Proj4): Projection {
  const pairs = new Map<CrsId, { forward: Convert; inverse: Convert }>()
  const pairOf = (crs: CrsId) => {
    let pair = pairs.get(crs)
    if (!pair) pairs.set(crs, (pair = pairFor(crs, proj4)))
    return pair
  }
  return {
    toWgs84({ crs, isSwapped }) {
      const { inverse } = pairOf(crs)
      return isSwapped ? guarded(([x = NaN, y = NaN]) => inverse([y, x]), isOnEarth) : guarded(inverse, isOnEarth)
    },
    fromWgs84: (crs) => guarded(pairOf(crs).forward, isNumber),
  }
}

function pairFor(crs: CrsId, proj4: Proj4): { forward: Convert; inverse: Convert } {
  const entry = crsEntry(crs)
  if (!entry) throw new RangeError(`not a listed coordinate system: ${crs}`)
  if (crs === 'GCJ-02') return { forward: wgs84ToGcj02, inverse: gcj02ToWgs84 }
  if (crs === 'BD-09') return { forward: wgs84ToBd09, inverse: bd09ToWgs84 }
  const definition = definitionOf(entry)
  if (definition === null) return { forward: (position) => [...position], inverse: (position) => [...position] }
  const { forward, inverse } = proj4(definition)
  return { forward: (position) => forward(position), inverse: (position) => inverse(position) }
}

/**
 * Definition in the words of PROJ; null for degrees. The ellipsoid of CGCS2000 and GRS 80 are the same to the last
 * digit that matters here, and CGCS2000 is taken for WGS 84: they differ by less than a metre, as all of it does.
 */
function definitionOf(entry: CrsEntry): string | null {
  if (entry.kind === 'web-mercator') return '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +wktext +no_defs'
  if (entry.centralMeridianDeg === null) return null
  const [scale, ellipsoid] = entry.kind === 'utm' ? [0.9996, 'WGS84'] : [1, 'GRS80']
  return `+proj=tmerc +lat_0=0 +lon_0=${entry.centralMeridianDeg} +k=${scale} +x_0=${entry.falseEastingM} +y_0=0 +ellps=${ellipsoid} +units=m +no_defs`
}

const isNumber = (x: number, y: number) => Number.isFinite(x) && Number.isFinite(y)
/** Metres that are read as degrees are no place; some programs count on beyond the date line. */
const isOnEarth = (lon: number, lat: number) => Math.abs(lon) <= 360 && Math.abs(lat) <= 90

/** Only the two axes go in and out, and only numbers do: proj4 throws for anything else. */
function guarded(convert: Convert, isGood: (x: number, y: number) => boolean): Convert {
  return (position) => {
    const [x, y, ...rest] = position
    if (!Number.isFinite(x) || !Number.isFinite(y)) return [NaN, NaN, ...rest]
    try {
      const [lon = NaN, lat = NaN] = convert([x!, y!])
      return isGood(lon, lat) ? [lon, lat, ...rest] : [NaN, NaN, ...rest]
    } catch {
      return [NaN, NaN, ...rest]
    }
  }
}
