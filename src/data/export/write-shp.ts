import type { Geometry, Position } from 'geojson'
import { windRings } from '@/analysis/shape/wind-rings'

/** Kinds of shapefile this program writes; a file holds one. */
export const SHAPE_KINDS = ['point', 'line', 'polygon'] as const
export type ShapeKind = (typeof SHAPE_KINDS)[number]

const TYPE_OF: Readonly<Record<ShapeKind, number>> = { point: 1, line: 3, polygon: 5 }
const HEADER_BYTES = 100
const RECORD_HEADER_BYTES = 8
const FILE_CODE = 9994
const VERSION = 1000

/** Parts of one shape, in the order in which they are written. */
type Parts = readonly (readonly Position[])[]

/** The kind of shapefile a geometry goes to; null for what none of them holds. */
export function shapeKindOf({ type }: Geometry): ShapeKind | null {
  if (type === 'Point') return 'point'
  if (type === 'LineString' || type === 'MultiLineString') return 'line'
  return type === 'Polygon' || type === 'MultiPolygon' ? 'polygon' : null
}

/**
 * Geometries of one kind as `.shp` and `.shx` (ESRI Shapefile Technical Description, July 1998): outer rings clockwise,
 * holes counter-clockwise, all parts of a shape in one record. Only longitude and latitude, or easting and northing.
 */
export function writeShp(kind: ShapeKind, geometries: readonly Geometry[]): { shp: Uint8Array; shx: Uint8Array } {
  const shapes = geometries.map(partsOf)
  const lengths = shapes.map((parts) => contentBytes(kind, parts))
  const shpBytes = HEADER_BYTES + lengths.reduce((sum, length) => sum + RECORD_HEADER_BYTES + length, 0)
  const shxBytes = HEADER_BYTES + lengths.length * RECORD_HEADER_BYTES
  const [shp, shx] = [new DataView(new ArrayBuffer(shpBytes)), new DataView(new ArrayBuffer(shxBytes))]
  const box = boxOf(shapes.flat())
  writeHeader(shp, kind, box)
  writeHeader(shx, kind, box)
  let offset = HEADER_BYTES
  shapes.forEach((parts, at) => {
    // Lengths and offsets count words of 16 bits.
    shx.setInt32(HEADER_BYTES + at * RECORD_HEADER_BYTES, offset / 2)
    shx.setInt32(HEADER_BYTES + at * RECORD_HEADER_BYTES + 4, lengths[at]! / 2)
    shp.setInt32(offset, at + 1)
    shp.setInt32(offset + 4, lengths[at]! / 2)
    writeShape(shp, offset + RECORD_HEADER_BYTES, kind, parts)
    offset += RECORD_HEADER_BYTES + lengths[at]!
  })
  return { shp: new Uint8Array(shp.buffer), shx: new Uint8Array(shx.buffer) }
}

function partsOf(geometry: Geometry): Parts {
  switch (geometry.type) {
    case 'Point': return [[geometry.coordinates]]
    case 'LineString': return [geometry.coordinates]
    case 'MultiLineString': return geometry.coordinates
    case 'Polygon': return clockwise(geometry.coordinates)
    case 'MultiPolygon': return geometry.coordinates.flatMap(clockwise)
    default: return []
  }
}

/** The opposite of what GeoJSON wants. */
const clockwise = (rings: readonly Position[][]): Position[][] => windRings(rings).map((ring) => [...ring].reverse())

function contentBytes(kind: ShapeKind, parts: Parts): number {
  if (kind === 'point') return 20
  return 44 + 4 * parts.length + 16 * parts.reduce((sum, { length }) => sum + length, 0)
}

function writeShape(view: DataView, start: number, kind: ShapeKind, parts: Parts): void {
  view.setInt32(start, TYPE_OF[kind], true)
  if (kind === 'point') {
    writePosition(view, start + 4, parts[0]![0]!)
    return
  }
  boxOf(parts).forEach((value, i) => view.setFloat64(start + 4 + 8 * i, value, true))
  view.setInt32(start + 36, parts.length, true)
  view.setInt32(start + 40, parts.reduce((sum, { length }) => sum + length, 0), true)
  let point = 0
  parts.forEach((part, i) => {
    view.setInt32(start + 44 + 4 * i, point, true)
    for (const position of part) writePosition(view, start + 44 + 4 * parts.length + 16 * point++, position)
  })
}

function writePosition(view: DataView, at: number, position: Position): void {
  view.setFloat64(at, position[0]!, true)
  view.setFloat64(at + 8, position[1]!, true)
}

function writeHeader(view: DataView, kind: ShapeKind, box: readonly number[]): void {
  view.setInt32(0, FILE_CODE)
  view.setInt32(24, view.byteLength / 2)
  view.setInt32(28, VERSION, true)
  view.setInt32(32, TYPE_OF[kind], true)
  box.forEach((value, i) => view.setFloat64(36 + 8 * i, value, true))
}

/** Least and greatest x and y in the order of the file; zeros where there is nothing. */
function boxOf(parts: Parts): [minX: number, minY: number, maxX: number, maxY: number] {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const part of parts) {
    for (const [x, y] of part) {
      minX = Math.min(minX, x!)
      minY = Math.min(minY, y!)
      maxX = Math.max(maxX, x!)
      maxY = Math.max(maxY, y!)
    }
  }
  return minX <= maxX ? [minX, minY, maxX, maxY] : [0, 0, 0, 0]
}
