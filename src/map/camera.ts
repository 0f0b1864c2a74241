import type { Geometry, Position } from 'geojson'

/** Where the map looks. Degrees WGS84; pitch 0 looks straight down; bearing is the direction that is up. */
export interface Camera {
  lon: number
  lat: number
  zoom: number
  pitchDeg: number
  bearingDeg: number
}

/** West, south, east, north, degrees WGS84. */
export type Bounds = readonly [west: number, south: number, east: number, north: number]

/** Part of the map covered by cards, px from each edge. */
export interface Padding {
  top: number
  right: number
  bottom: number
  left: number
}

export interface Size {
  width: number
  height: number
}

/** Size of the world at zoom 0, px. */
const WORLD_PX = 512
/** MapLibre looks from 1.5 times the height of the map: its field of view is 36.87°. */
const EYE_DISTANCE = 1.5
/** Flights do not go closer than this, so that one small building does not fill the screen. */
const MAX_FIT_ZOOM = 17.5
const FIT_STEPS = 12

const toRadians = (degrees: number) => (degrees * Math.PI) / 180

export const isBounds = (target: Bounds | Camera | readonly Position[]): target is Bounds =>
  Array.isArray(target) && typeof target[0] === 'number'

export const isPositions = (target: Camera | readonly Position[]): target is readonly Position[] => Array.isArray(target)

/** Smallest box around geometries; null if they hold no position. */
export function boundsOf(geometries: readonly Geometry[]): Bounds | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  const visit = ([lon, lat]: Position) => {
    west = Math.min(west, lon!)
    east = Math.max(east, lon!)
    south = Math.min(south, lat!)
    north = Math.max(north, lat!)
  }
  for (const geometry of geometries) eachPosition(geometry, visit)
  return west <= east && south <= north ? [west, south, east, north] : null
}

/** Call `visit` with every position of a geometry. */
export function eachPosition(geometry: Geometry, visit: (position: Position) => void): void {
  if (geometry.type === 'GeometryCollection') {
    for (const part of geometry.geometries) eachPosition(part, visit)
    return
  }
  const walk = (coordinates: unknown): void => {
    if (!Array.isArray(coordinates)) return
    if (typeof coordinates[0] === 'number') visit(coordinates as Position)
    else for (const part of coordinates) walk(part)
  }
  walk(geometry.coordinates)
}

/** Position in the square Mercator world, 0…1 from the north-west corner. */
function toWorld(lon: number, lat: number): [number, number] {
  return [(lon + 180) / 360, (1 - Math.asinh(Math.tan(toRadians(lat))) / Math.PI) / 2]
}

function fromWorld(x: number, y: number): { lon: number; lat: number } {
  return { lon: x * 360 - 180, lat: (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI }
}

/**
 * Where a position on the ground appears, px right of and below the middle of the uncovered area.
 *
 * @param mapHeight - Height of the whole map, px: it sets the distance of the eye.
 */
export function projectPosition(camera: Camera, [lon, lat]: Position, mapHeight: number): { x: number; y: number } {
  const scale = WORLD_PX * 2 ** camera.zoom
  const [centreX, centreY] = toWorld(camera.lon, camera.lat)
  const [worldX, worldY] = toWorld(lon!, lat!)
  const [east, south] = [(worldX - centreX) * scale, (worldY - centreY) * scale]
  const [turn, tilt] = [toRadians(camera.bearingDeg), toRadians(camera.pitchDeg)]
  const right = east * Math.cos(turn) + south * Math.sin(turn)
  const near = south * Math.cos(turn) - east * Math.sin(turn)
  const eye = EYE_DISTANCE * mapHeight
  // A point nearer than the eye cannot be drawn; keep it finite so that fitting can zoom out.
  const shrink = eye / Math.max(eye - near * Math.sin(tilt), eye / 20)
  return { x: right * shrink, y: near * Math.cos(tilt) * shrink }
}

/**
 * The camera that shows bounds as large as possible inside the uncovered part of the map.
 *
 * MapLibre's own fit ignores the pitch and so leaves half of a tilted view empty. Found by steps:
 * project the corners, scale and move by what is left over.
 *
 * @param view - Pitch and bearing to keep.
 */
export function fitCamera(
  bounds: Bounds, size: Size, padding: Padding, view: { pitchDeg: number; bearingDeg: number }, maxZoom = MAX_FIT_ZOOM,
): Camera {
  const [west, south, east, north] = bounds
  return fitPositions([[west, south], [east, south], [east, north], [west, north]], size, padding, view, maxZoom)
}

/**
 * The camera that shows all positions as large as possible. Closer than a fit of their box when the
 * view is turned: the corners of a box are mostly empty.
 *
 * @param positions - At least one.
 */
export function fitPositions(
  positions: readonly Position[], size: Size, padding: Padding, view: { pitchDeg: number; bearingDeg: number }, maxZoom = MAX_FIT_ZOOM,
): Camera {
  const lons = extent(positions.map(([lon]) => lon!))
  const lats = extent(positions.map(([, lat]) => lat!))
  const free = {
    width: Math.max(size.width - padding.left - padding.right, 40),
    height: Math.max(size.height - padding.top - padding.bottom, 40),
  }
  const [x0, y0] = toWorld(lons[0], lats[1])
  const [x1, y1] = toWorld(lons[1], lats[0])
  let camera: Camera = { ...fromWorld((x0 + x1) / 2, (y0 + y1) / 2), zoom: Math.min(12, maxZoom), ...view }
  for (let step = 0; step < FIT_STEPS; step++) {
    const points = positions.map((position) => projectPosition(camera, position, size.height))
    const [left, right] = extent(points.map(({ x }) => x))
    const [top, bottom] = extent(points.map(({ y }) => y))
    const grow = Math.min(free.width / Math.max(right - left, 1e-6), free.height / Math.max(bottom - top, 1e-6))
    camera = moveBy(camera, (left + right) / 2, (top + bottom) / 2)
    camera = { ...camera, zoom: Math.min(camera.zoom + Math.log2(grow), maxZoom) }
  }
  return camera
}

const extent = (values: number[]): [number, number] => [Math.min(...values), Math.max(...values)]

/** Move the camera over the ground by about so many screen pixels right and down. */
function moveBy(camera: Camera, rightPx: number, downPx: number): Camera {
  const scale = WORLD_PX * 2 ** camera.zoom
  const turn = toRadians(camera.bearingDeg)
  const near = downPx / Math.cos(toRadians(camera.pitchDeg))
  const east = rightPx * Math.cos(turn) - near * Math.sin(turn)
  const south = rightPx * Math.sin(turn) + near * Math.cos(turn)
  const [x, y] = toWorld(camera.lon, camera.lat)
  return { ...camera, ...fromWorld(x + east / scale, y + south / scale) }
}
