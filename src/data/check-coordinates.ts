import { shown } from '@/data/check-fields'
import type { Finding } from '@/domain/finding'

/** West, south, east, north in degrees. */
export type Bounds = readonly [number, number, number, number]

/** No honest geometry is nested deeper. */
export const DEPTH_LIMIT = 64

/** Depth of arrays around a position, and positions a line or ring needs. */
const SHAPES: Record<string, { depth: number; ring: boolean }> = {
  Point: { depth: 0, ring: false },
  LineString: { depth: 1, ring: false },
  Polygon: { depth: 2, ring: true },
  MultiPolygon: { depth: 3, ring: true },
}

type Problem = Pick<Finding, 'code' | 'field' | 'params'>

/**
 * Own rules for the coordinates of one geometry, beyond what geojson-validation checks: at most one
 * problem of each code, at its first place, with the number of places.
 *
 * Walks with an explicit stack: JSON may be nested deeper than the call stack.
 *
 * @param bounds - Area in which data may lie; null if not known.
 */
export function checkCoordinates(type: string, coordinates: unknown, bounds: Bounds | null): Problem[] {
  const shape = SHAPES[type]
  const found = new Map<Finding['code'], Problem & { params: Record<string, string | number> }>()
  const report = (code: Finding['code'], path: readonly number[], params: Record<string, string | number>) => {
    const known = found.get(code)
    if (known) known.params['places'] = (known.params['places'] as number) + 1
    else found.set(code, { code, field: fieldOf(path), params: { ...params, places: 1 } })
  }

  const todo: { value: unknown; path: readonly number[] }[] = [{ value: coordinates, path: [] }]
  while (todo.length > 0) {
    const { value, path } = todo.pop()!
    if (!Array.isArray(value)) continue
    if (path.length >= DEPTH_LIMIT) return [{ code: 'too-deep', field: 'coordinates', params: { limit: DEPTH_LIMIT } }]
    if (shape?.ring && path.length === shape.depth - 1) checkRing(value, path, report)
    if (shape?.ring && path.length < shape.depth - 1 && value.length === 0) report('ring-too-short', path, { positions: 0 })
    if (isPosition(value)) checkPosition(value, path, bounds, report)
    // Most arrays are positions: they are checked at once, their path is only made for a report.
    else if (value.every(isPosition)) value.forEach((position: unknown[], i) => checkPosition(position, path, bounds, report, i))
    else for (let i = value.length - 1; i >= 0; i--) todo.push({ value: value[i], path: [...path, i] })
  }
  return [...found.values()]
}

type Report = (code: Finding['code'], path: readonly number[], params: Record<string, string | number>) => void

/** True for an array that stands where a position should: it begins with something that is no array. */
function isPosition(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && !Array.isArray(value[0])
}

function checkRing(ring: readonly unknown[], path: readonly number[], report: Report): void {
  if (ring.length < 4) report('ring-too-short', path, { positions: ring.length })
  const [first, last] = [ring[0], ring.at(-1)]
  if (!Array.isArray(first) || !Array.isArray(last)) return
  if (first[0] !== last[0] || first[1] !== last[1]) {
    report('ring-unclosed', path, { first: positionText(first), last: positionText(last) })
  }
}

/** @param index - Place of the position in the array at `path`; left out if `path` is its own. */
function checkPosition(position: readonly unknown[], path: readonly number[], bounds: Bounds | null, report: Report, index?: number): void {
  const own = () => (index === undefined ? path : [...path, index])
  // Infinity is a bare NaN of the file (see parseJson); null is what JSON writers make of it.
  const broken = position.findIndex((value) => value === null || (typeof value === 'number' && !Number.isFinite(value)))
  if (broken >= 0) return report('not-finite', own(), { found: position[broken] === null ? 'null' : 'NaN' })
  const [lon, lat] = position
  if (typeof lon !== 'number' || typeof lat !== 'number') return
  const code = misplaced(lon, lat, bounds)
  if (code === null) return
  const params: Record<string, string | number> = { found: positionText(position) }
  if (code === 'looks-projected') params['system'] = projectedSystem(lon, lat)
  if (code === 'out-of-area' && bounds) params['bounds'] = bounds.join(', ')
  report(code, own(), params)
}

/** Why a position cannot be a longitude and latitude in the area; null if it can. */
function misplaced(lon: number, lat: number, bounds: Bounds | null): Finding['code'] | null {
  const onEarth = Math.abs(lon) <= 180 && Math.abs(lat) <= 90
  if (onEarth && (bounds === null || isInside(lon, lat, bounds))) return null
  if (bounds ? isInside(lat, lon, bounds) : Math.abs(lon) <= 90 && Math.abs(lat) <= 180) return 'axes-swapped'
  if (Math.abs(lon) > 1000 || Math.abs(lat) > 1000) return 'looks-projected'
  return onEarth ? 'out-of-area' : 'out-of-range'
}

function isInside(lon: number, lat: number, [west, south, east, north]: Bounds): boolean {
  return lon >= west && lon <= east && lat >= south && lat <= north
}

/** The projected system that eastings and northings of the county's area suggest, as an EPSG code; `?` if none. */
function projectedSystem(x: number, y: number): string {
  const [easting, northing] = y > 1e7 || (x > 3e6 && x < 6e6 && y < 1e6) ? [y, x] : [x, y]
  if (easting >= 4.0e7 && easting < 4.1e7) return 'EPSG:4528'
  if (easting >= 1.2e5 && easting <= 8.8e5 && northing >= 3e6 && northing <= 6e6) return 'EPSG:4549'
  if (easting >= 1.2e7 && easting <= 1.4e7) return 'EPSG:3857'
  return '?'
}

const positionText = (position: readonly unknown[]) => position.slice(0, 3).map(shown).join(', ')
const fieldOf = (path: readonly number[]) => `coordinates${path.map((index) => `[${index}]`).join('')}`
