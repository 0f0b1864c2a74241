import { groupRings } from '@/data/format/group-rings'
import { LIMITS } from '@/data/limits'
import type { Finding, FindingCode } from '@/domain/finding'
import type { Geometry, Position } from 'geojson'

/** One shape, in the order of the file. */
export interface Shape {
  /** Null for a null shape and for one that cannot be used. */
  geometry: Geometry | null
  problem: ShapeProblem | null
}

export interface ShapeProblem {
  code: Extract<FindingCode, 'shapefile-broken' | 'vertex-too-many' | 'row-too-many' | 'ring-unclosed' | 'ring-too-short'>
  params: Finding['params']
}

const MAGIC = 9994
const HEADER_SIZE = 100
const RECORD_HEADER_SIZE = 8
const NULL_SHAPE = 0
const MULTIPATCH = 31
/** Codes of the standard: plain, with Z (and M), with M only. */
const KINDS: ReadonlyMap<number, 'point' | 'line' | 'polygon' | 'points'> = new Map([
  [1, 'point'], [11, 'point'], [21, 'point'], [3, 'line'], [13, 'line'], [23, 'line'],
  [5, 'polygon'], [15, 'polygon'], [25, 'polygon'], [8, 'points'], [18, 'points'], [28, 'points'],
])

const broken = (problem: string, params: Record<string, string | number> = {}): ShapeProblem => ({ code: 'shapefile-broken', params: { problem, ...params } })

/** True for bytes that begin like a `.shp` or `.shx`. */
export function isShp(bytes: Uint8Array): boolean {
  return bytes.length >= 4 && new DataView(bytes.buffer, bytes.byteOffset, 4).getInt32(0) === MAGIC
}

/**
 * Shapes of a `.shp` (ESRI Shapefile Technical Description, 1998), walked from record to record without its index.
 * Heights and measures are left out: nothing here uses them.
 *
 * A file that is shorter or longer than its header says, or whose records do not join, is refused as a whole; a record
 * whose content is wrong is a shape with a problem. Positions are in the coordinates of the file, polygons wound as
 * RFC 7946 wants them.
 */
export function readShp(bytes: Uint8Array): Shape[] | ShapeProblem {
  if (bytes.length < HEADER_SIZE) return broken('short', { expected: HEADER_SIZE, found: bytes.length })
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getInt32(0) !== MAGIC) return broken('magic')
  const length = view.getInt32(24) * 2
  if (length !== bytes.length) return broken('length', { expected: length, found: bytes.length })
  const fileType = view.getInt32(32, true)
  if (fileType === MULTIPATCH) return broken('multipatch')
  if (fileType !== NULL_SHAPE && !KINDS.has(fileType)) return broken('type', { expected: '1–28', found: fileType })

  const shapes: Shape[] = []
  let vertexCount = 0
  for (let at = HEADER_SIZE; at < length;) {
    const record = shapes.length + 1
    const size = at + RECORD_HEADER_SIZE <= length ? view.getInt32(at + 4) * 2 : -1
    const from = at + RECORD_HEADER_SIZE
    if (size < 4 || from + size > length) return broken('record', { record })
    if (record > LIMITS.rows) return { code: 'row-too-many', params: { found: record, limit: LIMITS.rows } }
    vertexCount += countOf(view, from, size)
    if (vertexCount > LIMITS.vertices) return { code: 'vertex-too-many', params: { found: vertexCount, limit: LIMITS.vertices } }
    shapes.push(readShape(new DataView(bytes.buffer, bytes.byteOffset + from, size), fileType))
    at = from + size
  }
  return shapes
}

/** Vertices a record says it has, as far as it can have them. */
function countOf(view: DataView, from: number, size: number): number {
  const kind = KINDS.get(view.getInt32(from, true))
  if (kind === 'point') return 1
  const at = kind === 'points' ? 36 : 40
  return kind && size >= at + 4 ? Math.min(view.getUint32(from + at, true), size / 16) : 0
}

function readShape(record: DataView, fileType: number): Shape {
  const type = record.getInt32(0, true)
  const bad = (problem: string): Shape => ({ geometry: null, problem: broken(problem) })
  if (type === NULL_SHAPE) return { geometry: null, problem: null }
  if (type === MULTIPATCH) return bad('multipatch')
  const kind = KINDS.get(type)
  if (!kind) return bad('type')
  if (type !== fileType) return bad('mixed')
  if (kind === 'point') {
    const [position] = record.byteLength >= 20 ? (readPositions(record, 4, 1) ?? []) : []
    return position ? { geometry: { type: 'Point', coordinates: position }, problem: null } : bad('number')
  }
  if (kind === 'points') {
    const count = record.byteLength >= 40 ? record.getUint32(36, true) : -1
    if (count < 0 || 40 + count * 16 > record.byteLength) return bad('parts')
    const positions = readPositions(record, 40, count)
    if (!positions) return bad('number')
    return { geometry: count === 0 ? null : { type: 'MultiPoint', coordinates: positions }, problem: null }
  }
  const parts = readParts(record)
  if (typeof parts === 'string') return bad(parts)
  if (parts.length === 0) return { geometry: null, problem: null }
  return kind === 'line' ? lineOf(parts) : polygonOf(parts)
}

/** Positions of each part, or what is wrong. */
function readParts(record: DataView): Position[][] | string {
  if (record.byteLength < 44) return 'parts'
  const [partCount, count] = [record.getUint32(36, true), record.getUint32(40, true)]
  const pointsAt = 44 + partCount * 4
  if (pointsAt + count * 16 > record.byteLength) return 'parts'
  const positions = readPositions(record, pointsAt, count)
  if (!positions) return 'number'
  const parts: Position[][] = []
  for (let i = 0; i < partCount; i++) {
    const start = record.getUint32(44 + i * 4, true)
    const end = i + 1 < partCount ? record.getUint32(48 + i * 4, true) : count
    if ((i === 0 && start !== 0) || start >= end || end > count) return 'parts'
    parts.push(positions.slice(start, end))
  }
  return partCount === 0 && count > 0 ? 'parts' : parts
}

/** Null if one is no number. */
function readPositions(record: DataView, from: number, count: number): Position[] | null {
  const positions: Position[] = []
  for (let at = from; at < from + count * 16; at += 16) {
    const [x, y] = [record.getFloat64(at, true), record.getFloat64(at + 8, true)]
    // Below −10³⁸ the standard has "no data", which a position cannot be.
    if (!(Math.abs(x) < 1e38 && Math.abs(y) < 1e38)) return null
    positions.push([x, y])
  }
  return positions
}

function lineOf(parts: Position[][]): Shape {
  if (parts.some(({ length }) => length < 2)) return { geometry: null, problem: broken('parts') }
  const [only] = parts
  const geometry: Geometry = parts.length === 1 ? { type: 'LineString', coordinates: only! } : { type: 'MultiLineString', coordinates: parts }
  return { geometry, problem: null }
}

/** A ring that is not closed is left as it is, for it can be repaired. */
function polygonOf(rings: Position[][]): Shape {
  const isOpen = (ring: Position[]): boolean => ring[0]![0] !== ring.at(-1)![0] || ring[0]![1] !== ring.at(-1)![1]
  const short = rings.findIndex((ring) => ring.length < (isOpen(ring) ? 3 : 4))
  if (short >= 0) return { geometry: null, problem: { code: 'ring-too-short', params: { positions: rings[short]!.length, places: 1 } } }
  const polygons = groupRings(rings)
  if (!polygons) return { geometry: null, problem: broken('parts') }
  const open = rings.filter(isOpen)
  const geometry: Geometry = polygons.length === 1 ? { type: 'Polygon', coordinates: polygons[0]! } : { type: 'MultiPolygon', coordinates: polygons }
  const params = open[0] && { first: open[0][0]!.join(', '), last: open[0].at(-1)!.join(', '), places: open.length }
  return { geometry, problem: params ? { code: 'ring-unclosed', params } : null }
}
