import type { CrsChoice, CrsId } from '@/domain/crs'
import { CRS_LIST, gaussKruger } from '@/data/crs/crs-list'
import { findWkt, parseWkt } from '@/data/crs/parse-wkt'
import type { WktNode } from '@/data/crs/parse-wkt'

/** What a `.prj` says. `choice` is null with the reason in `problem`. */
export interface ParsedPrj {
  choice: CrsChoice | null
  /** Name of the system as written, empty if there is none. */
  name: string
  /** `needs-parameters`: Beijing 1954 or Xian 1980, which only seven local parameters join to WGS 84. */
  problem: null | 'needs-parameters' | 'not-understood'
}

/**
 * System of a `.prj` by its datum, ellipsoid and parameters. A name alone decides nothing: one that contradicts them
 * makes the whole text `not-understood`, and a person is asked. Axes are never swapped by it: a shapefile has the
 * easting first, whatever order the text gives.
 */
export function parsePrj(text: string): ParsedPrj {
  const code = Number(/^[^[]{0,60}EPSG:[\d.]{0,10}:?(\d{4,5})\s*$/i.exec(text.slice(0, 100))?.[1])
  if (LEGACY_CODES.some(([first, last]) => code >= first && code <= last)) return { choice: null, name: text.trim(), problem: 'needs-parameters' }
  const root = parseWkt(text)
  const system = root && findWkt(root, 'PROJCS', 'PROJCRS', 'PROJECTEDCRS', 'GEOGCS', 'GEOGCRS', 'GEOGRAPHICCRS', 'GEODCRS', 'GEODETICCRS')
  if (!system) return { choice: null, name: '', problem: 'not-understood' }
  const name = textOf(system).replace(/\s+/g, ' ').slice(0, 100)
  const datum = datumOf(system)
  if (datum === 'beijing-1954' || datum === 'xian-1980') return { choice: null, name, problem: 'needs-parameters' }
  const crs = datum === null ? null : /^PROJ/.test(system.keyword) ? projectedOf(system, datum) : geographicOf(system, datum)
  return crs ? { choice: { crs, isSwapped: false }, name, problem: null } : { choice: null, name, problem: 'not-understood' }
}

/** Codes of Beijing 1954 and Xian 1980 in the EPSG registry, which some files give instead of a definition. */
const LEGACY_CODES: readonly (readonly [number, number])[] = [[4214, 4214], [4610, 4610], [2327, 2390], [2401, 2442], [21413, 21423], [21453, 21463], [21473, 21483]]

type Datum = 'wgs-84' | 'cgcs2000' | 'beijing-1954' | 'xian-1980'

/** Semi-major axis m and inverse flattening: EPSG registry (7024 Krassowsky, 7049 IAG 1975, 1024 CGCS2000, 7030 WGS 84). */
const ELLIPSOIDS: readonly { datums: readonly Datum[]; axisM: number; inverseFlattening: number }[] = [
  { datums: ['beijing-1954'], axisM: 6_378_245, inverseFlattening: 298.3 },
  { datums: ['xian-1980'], axisM: 6_378_140, inverseFlattening: 298.257 },
  { datums: ['cgcs2000'], axisM: 6_378_137, inverseFlattening: 298.257222101 },
  // Programs that know no other ellipsoid write this one for CGCS2000 too: 0.1 mm.
  { datums: ['wgs-84', 'cgcs2000'], axisM: 6_378_137, inverseFlattening: 298.257223563 },
]
/** CGCS2000 and WGS 84 differ by 1.5e-6 in the inverse flattening. */
const FLATTENING_TOLERANCE = 5e-7
const AXIS_TOLERANCE_M = 0.01

const DATUM_NAMES: readonly [Datum, RegExp][] = [
  ['cgcs2000', /china_?2000|cgcs_?2000|china_geodetic_coordinate_system_2000|国家大地坐标系/i],
  ['beijing-1954', /beijing_?1954|beijing_?54|北京/i],
  ['xian-1980', /xian_?1980|xian_?80|西安/i],
  ['wgs-84', /wgs_?(19)?84|world_geodetic_system_1984/i],
]

/** The datum on which ellipsoid and all names that say something agree; null if they do not. */
function datumOf(system: WktNode): Datum | null {
  const ellipsoid = findWkt(system, 'SPHEROID', 'ELLIPSOID')
  const meridian = findWkt(system, 'PRIMEM', 'PRIMEMERIDIAN')
  const [axisM, inverseFlattening] = ellipsoid ? numbersOf(ellipsoid) : []
  if (axisM === undefined || inverseFlattening === undefined || (meridian && numbersOf(meridian)[0] !== 0)) return null
  const shape = ELLIPSOIDS.find((each) => Math.abs(each.axisM - axisM) < AXIS_TOLERANCE_M
    && Math.abs(each.inverseFlattening - inverseFlattening) < FLATTENING_TOLERANCE)
  const datum = findWkt(system, 'DATUM', 'GEODETICDATUM', 'TRF', 'ENSEMBLE')
  if (!shape || !datum) return null
  const base = findWkt(system, 'GEOGCS', 'BASEGEOGCRS', 'BASEGEODCRS')
  const named = new Set([textOf(datum), textOf(system), base ? textOf(base) : ''].flatMap(datumsNamed))
  // A system named CGCS2000 may stand on a datum called WGS 84 of the same size; nothing else may differ.
  if (named.has('cgcs2000') && named.size === 2 && named.has('wgs-84')) named.delete('wgs-84')
  const [only] = named
  if (named.size !== 1 || !only || !shape.datums.includes(only)) return null
  return only
}

const datumsNamed = (name: string): Datum[] => {
  const plain = name.replace(/[\s'’-]+/g, '_').replace(/xi_an/i, 'xian')
  return DATUM_NAMES.filter(([, pattern]) => pattern.test(plain)).map(([datum]) => datum)
}

function geographicOf(system: WktNode, datum: Datum): CrsId | null {
  return isInDegrees(system) ? (datum === 'cgcs2000' ? 'EPSG:4490' : 'EPSG:4326') : null
}

const DEGREE = Math.PI / 180
const isInDegrees = (node: WktNode) => {
  const unit = findWkt(node, 'ANGLEUNIT') ?? node.children.find((each) => each.keyword === 'UNIT') ?? findWkt(node, 'UNIT')
  return !unit || Math.abs((numbersOf(unit)[0] ?? NaN) - DEGREE) < 1e-9
}
const isInMetres = (node: WktNode) => {
  const unit = node.children.find((each) => each.keyword === 'UNIT' || each.keyword === 'LENGTHUNIT') ?? findWkt(node, 'LENGTHUNIT')
  return unit !== null && numbersOf(unit)[0] === 1
}

function projectedOf(system: WktNode, datum: Datum): CrsId | null {
  const base = findWkt(system, 'GEOGCS', 'BASEGEOGCRS', 'BASEGEODCRS')
  const method = plainName(textOf(findWkt(system, 'PROJECTION', 'METHOD') ?? system))
  const parameters = parametersOf(system)
  const isPlain = (parameters.latitude ?? 0) === 0 && (parameters.falseNorthingM ?? 0) === 0
  if (!base || !isInDegrees(base) || !isInMetres(unitHolderOf(system)) || !isPlain) return null
  if (['gausskruger', 'transversemercator', 'gausskrueger'].includes(method)) return transverseMercatorOf(system, datum, parameters)
  const isWebMercator = ['mercatorauxiliarysphere', 'popularvisualisationpseudomercator'].includes(method)
    || (method === 'mercator1sp' && /pseudo-mercator/i.test(textOf(system)))
  const isAtOrigin = (parameters.meridianDeg ?? 0) === 0 && (parameters.falseEastingM ?? 0) === 0
  return isWebMercator && isAtOrigin && datum === 'wgs-84' ? 'EPSG:3857' : null
}

/** In version 1 the unit of length stands in the system itself, in version 2 it may stand in its axes. */
const unitHolderOf = (system: WktNode): WktNode => ({ ...system, children: system.children.filter((each) => !/^(BASE)?GEO/.test(each.keyword) && each.keyword !== 'CONVERSION') })

interface Parameters {
  meridianDeg: number | null
  latitude: number | null
  scale: number | null
  falseEastingM: number | null
  falseNorthingM: number | null
}

function transverseMercatorOf(system: WktNode, datum: Datum, { meridianDeg, falseEastingM, scale }: Parameters): CrsId | null {
  if (meridianDeg === null || falseEastingM === null) return null
  if (datum === 'wgs-84' && Math.abs((scale ?? 1) - 0.9996) < 1e-9) {
    return CRS_LIST.find((entry) => entry.kind === 'utm' && entry.centralMeridianDeg === meridianDeg && entry.falseEastingM === falseEastingM)?.id ?? null
  }
  if (datum !== 'cgcs2000' || Math.abs((scale ?? 1) - 1) > 1e-9) return null
  const isThreeDegree = /(^|[^\d])3.?deg|三度|3度/i.test(textOf(system))
  const isSixDegree = /(^|[^\d])6.?deg|六度|6度|2000.{0,3}(GK|Gauss.?Kruger)/i.test(textOf(system))
  return gaussKruger({ centralMeridianDeg: meridianDeg, falseEastingM, widthDeg: isSixDegree && !isThreeDegree ? 6 : 3 })?.id ?? null
}

function parametersOf(system: WktNode): Parameters {
  const found = new Map<string, number>()
  const walk = (node: WktNode): void => node.children.forEach((child) => {
    const [value] = numbersOf(child)
    if (child.keyword === 'PARAMETER' && value !== undefined) found.set(plainName(textOf(child)), value)
    walk(child)
  })
  walk(system)
  const first = (...names: string[]) => names.map((name) => found.get(name)).find((value) => value !== undefined) ?? null
  return {
    meridianDeg: first('centralmeridian', 'longitudeofnaturalorigin', 'longitudeoforigin'),
    latitude: first('latitudeoforigin', 'latitudeofnaturalorigin', 'standardparallel1'),
    scale: first('scalefactor', 'scalefactoratnaturalorigin'),
    falseEastingM: first('falseeasting'),
    falseNorthingM: first('falsenorthing'),
  }
}

const plainName = (name: string) => name.toLowerCase().replace('ü', 'u').replace('ß', 'ss').replace(/[^a-z0-9]/g, '')
const textOf = (node: WktNode): string => node.values.find((value): value is string => typeof value === 'string') ?? ''
const numbersOf = (node: WktNode): number[] => node.values.filter((value): value is number => typeof value === 'number')
