import type { Geometry, Position } from 'geojson'

/** Two shapes as paths of an SVG in one frame, north up, lengths true to each other. */
export interface ShapeDrawing {
  viewBox: string
  before: string
  after: string
  /** Corners of one that the other does not have. */
  changedPoints: readonly Position[]
}

/** Length of the longer side of the frame in its own units. */
const FRAME = 100
const MARGIN = 8
/** A change smaller than this part of the whole is drawn once more, larger. */
const DETAIL_SHARE = 0.35
/** Positions closer than this are the same corner, degrees: about a millimetre. */
const SAME_DECIMALS = 8

const keyOf = ([lon, lat]: Position): string => `${lon!.toFixed(SAME_DECIMALS)} ${lat!.toFixed(SAME_DECIMALS)}`

function linesOf(geometry: Geometry): Position[][] {
  switch (geometry.type) {
    case 'Point': return [[geometry.coordinates]]
    case 'MultiPoint': return geometry.coordinates.map((position) => [position])
    case 'LineString': return [geometry.coordinates]
    case 'MultiLineString': case 'Polygon': return geometry.coordinates
    case 'MultiPolygon': return geometry.coordinates.flat()
    case 'GeometryCollection': return geometry.geometries.flatMap(linesOf)
  }
}

/** The whole of both shapes; null if they hold no position. */
export function drawShapes(before: Geometry, after: Geometry): ShapeDrawing | null {
  return drawIn(before, after, [...linesOf(before), ...linesOf(after)].flat())
}

/** The part in which the shapes differ; null if that is most of them, or nothing. */
export function drawDetail(before: Geometry, after: Geometry): ShapeDrawing | null {
  const changed = changedPositions(before, after)
  if (changed.length === 0) return null
  const [whole, part] = [[...linesOf(before), ...linesOf(after)].flat(), changed].map(spanOf)
  const around = Math.max(part!.width, part!.height, (whole!.width + whole!.height) * 0.04) * 1.2
  if (around > Math.max(whole!.width, whole!.height) * DETAIL_SHARE) return null
  const [lon, lat] = [(part!.west + part!.east) / 2, (part!.south + part!.north) / 2]
  const stretch = Math.cos((lat * Math.PI) / 180)
  return drawIn(before, after, [[lon - around / 2 / stretch, lat - around / 2], [lon + around / 2 / stretch, lat + around / 2]])
}

function changedPositions(before: Geometry, after: Geometry): Position[] {
  const [old, fresh] = [linesOf(before).flat(), linesOf(after).flat()]
  const [oldKeys, freshKeys] = [new Set(old.map(keyOf)), new Set(fresh.map(keyOf))]
  return [...old.filter((position) => !freshKeys.has(keyOf(position))), ...fresh.filter((position) => !oldKeys.has(keyOf(position)))]
}

/** Degrees, with the longitude shortened to the length of a degree of latitude. */
function spanOf(positions: readonly Position[]) {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [lon, lat] of positions) {
    west = Math.min(west, lon!)
    east = Math.max(east, lon!)
    south = Math.min(south, lat!)
    north = Math.max(north, lat!)
  }
  return { west, south, east, north, width: (east - west) * Math.cos((((south + north) / 2) * Math.PI) / 180), height: north - south }
}

function drawIn(before: Geometry, after: Geometry, frame: readonly Position[]): ShapeDrawing | null {
  if (frame.length === 0) return null
  const { west, south, north, width, height } = spanOf(frame)
  const longest = Math.max(width, height) || 1e-6
  const scale = FRAME / longest
  const stretch = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const place = ([lon, lat]: Position): string => `${((lon! - west) * stretch * scale).toFixed(2)} ${((north - lat!) * scale).toFixed(2)}`
  const path = (geometry: Geometry): string => linesOf(geometry).filter((line) => line.length > 1).map((line) => `M${line.map(place).join('L')}`).join('')
  const [w, h] = [Math.max(width * scale, FRAME / 3), Math.max(height * scale, FRAME / 3)]
  return {
    viewBox: [-MARGIN, -MARGIN, w + 2 * MARGIN, h + 2 * MARGIN].map((value) => value.toFixed(1)).join(' '),
    before: path(before), after: path(after),
    changedPoints: changedPositions(before, after).map((position) => place(position).split(' ').map(Number)),
  }
}
