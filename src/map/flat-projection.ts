import type { Geometry, Position } from 'geojson'
import type { Padding, Size } from '@/map/camera'

/** Place on the screen, px from its upper left corner. */
export type FlatPoint = readonly [x: number, y: number]

/** A map seen from straight above, north up, without any graphics unit. */
export interface FlatProjection {
  point(position: Position): FlatPoint
  /** Commands of an SVG path, with tenths of px; polygons are closed, points are left out. */
  path(geometry: Geometry): string
  /** px per metre on the ground. */
  pxPerM: number
}

const EARTH_RADIUS_M = 6_378_137
/** One small community does not fill the screen. */
const MAX_PX_PER_M = 1.2

const toRadians = (degrees: number) => (degrees * Math.PI) / 180
/** Mercator, m at the equator, y to the south. */
const project = ([lon, lat]: Position): [number, number] => (
  [EARTH_RADIUS_M * toRadians(lon!), -EARTH_RADIUS_M * Math.asinh(Math.tan(toRadians(lat!)))]
)

/**
 * The projection that shows all positions as large as possible inside the uncovered part of the screen, in its middle.
 *
 * @param positions - What must be seen, degrees WGS84; at least one.
 */
export function fitFlatProjection(positions: readonly Position[], { width, height }: Size, padding: Padding): FlatProjection {
  const projected = positions.map(project)
  const [xs, ys] = [projected.map(([x]) => x), projected.map(([, y]) => y)]
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const middleLat = (Math.atan(Math.sinh(-(top + bottom) / 2 / EARTH_RADIUS_M)) * 180) / Math.PI
  const groundM = Math.cos(toRadians(middleLat))
  const free = {
    width: Math.max(width - padding.left - padding.right, 40),
    height: Math.max(height - padding.top - padding.bottom, 40),
  }
  const scale = Math.min(free.width / Math.max(right - left, 1e-6), free.height / Math.max(bottom - top, 1e-6), MAX_PX_PER_M * groundM)
  const originX = padding.left + free.width / 2 - ((left + right) / 2) * scale
  const originY = padding.top + free.height / 2 - ((top + bottom) / 2) * scale
  const point = (position: Position): FlatPoint => {
    const [x, y] = project(position)
    return [x * scale + originX, y * scale + originY]
  }
  return { point, path: (geometry) => pathOf(geometry, point), pxPerM: scale / groundM }
}

function pathOf(geometry: Geometry, point: FlatProjection['point']): string {
  const line = (positions: readonly Position[]) => positions.map((position, index) => {
    const [x, y] = point(position)
    return `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`
  }).join('')
  const ring = (positions: readonly Position[]) => `${line(positions.slice(0, -1))}Z`
  switch (geometry.type) {
    case 'LineString': return line(geometry.coordinates)
    case 'MultiLineString': return geometry.coordinates.map(line).join('')
    case 'Polygon': return geometry.coordinates.map(ring).join('')
    case 'MultiPolygon': return geometry.coordinates.flat().map(ring).join('')
    case 'GeometryCollection': return geometry.geometries.map((part) => pathOf(part, point)).join('')
    default: return ''
  }
}
