import type { RawLayer, SourceFile } from '@/domain/source-file'
import type { Geometry } from 'geojson'

export const FAULT_KINDS = ['throws', 'slow', 'polluted', 'no-verdict', 'unbounded', 'malformed'] as const
export type FaultKind = (typeof FAULT_KINDS)[number]
export interface Fault {
  kind: FaultKind
  message: string
}

/** What a cell may hold, and what a name, a parameter of a finding may be long. */
const MAX_CELL = 32_767
const MAX_NAME = 500
const MAX_FINDINGS = 5000
const GEOMETRIES = ['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon']

/** What is wrong with the answer of a reader, whatever the file was; null if it is as it should be. */
export function judgeResult(sources: readonly SourceFile[]): Fault | null {
  if (sources.length === 0) return { kind: 'no-verdict', message: 'no file in the answer' }
  const layerIds = new Set<string>()
  for (const source of sources) {
    const fallen = source.findings.find(({ code }) => code === 'reader-failed')
    if (fallen) return { kind: 'throws', message: String(fallen.params['message']) }
    // A file without features is a valid one; then it is said that there are none.
    const hasVerdict = source.findings.some(({ severity, code }) => severity === 'error' || (code === 'no-data' && source.layers.length > 0))
    const rowCount = source.layers.reduce((sum, { rows }) => sum + rows.length, 0)
    if (!hasVerdict && rowCount === 0) return { kind: 'no-verdict', message: `${source.name}: neither rows nor an error` }
    if (source.findings.length > MAX_FINDINGS) return { kind: 'unbounded', message: `${source.findings.length} findings` }
    for (const { code, params, file, field, feature } of source.findings) {
      const long = [code, file, field ?? '', feature ?? '', ...Object.values(params).map(String)].find((value) => value.length > MAX_NAME)
      if (long !== undefined) return { kind: 'unbounded', message: `${code}: ${long.length} characters in a finding` }
      if (Object.values(params).some((value) => typeof value !== 'string' && !Number.isFinite(value))) return { kind: 'malformed', message: `${code}: a parameter is no number` }
    }
    for (const layer of source.layers) {
      const fault = judgeLayer(layer)
      if (fault) return fault
      if (layerIds.has(layer.id)) return { kind: 'malformed', message: `layer ${layer.id} twice` }
      layerIds.add(layer.id)
    }
  }
  return null
}

function judgeLayer({ name, columns, rows, merges }: RawLayer): Fault | null {
  if ([name, ...columns].some((text) => text.length > MAX_NAME)) return { kind: 'unbounded', message: 'a name is too long' }
  if (new Set(columns).size !== columns.length) return { kind: 'malformed', message: 'a column twice' }
  if (columns.some((column) => ['__proto__', 'constructor', 'prototype'].includes(column))) return { kind: 'malformed', message: 'a dangerous column' }
  let last = 0
  for (const { number, values, geometry } of rows) {
    if (!Number.isInteger(number) || number <= last) return { kind: 'malformed', message: `row ${number} after row ${last}` }
    last = number
    if (columns.length > 0 && values.length > columns.length) return { kind: 'malformed', message: `row ${number} has more values than columns` }
    for (const value of values) {
      if (typeof value === 'string' && value.length > MAX_CELL) return { kind: 'unbounded', message: `${value.length} characters in a cell` }
      const isRaw = value === null || typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))
      if (!isRaw) return { kind: 'malformed', message: `row ${number} holds ${String(value)}` }
    }
    const reason = geometry && geometryFault(geometry, 0)
    if (reason) return { kind: 'malformed', message: `row ${number}: ${reason}` }
  }
  const isPlace = (at: number) => Number.isInteger(at) && at >= 0
  return merges.every(({ top, left, bottom, right }) => isPlace(top) && isPlace(left) && bottom >= top && right >= left && right < 500) ? null : { kind: 'malformed', message: 'merged cells' }
}

/** Whether types, nesting and numbers are as GeoJSON has them; whether a ring is closed is not asked. */
function geometryFault(geometry: Geometry, depth: number): string | null {
  if (geometry.type === 'GeometryCollection') {
    if (depth > 64) return 'collections too deep'
    return geometry.geometries.map((inner) => geometryFault(inner, depth + 1)).find((reason) => reason !== null) ?? null
  }
  const type = GEOMETRIES.indexOf(geometry.type)
  if (type < 0) return `a geometry ${String(geometry.type)}`
  return arePositions(geometry.coordinates, [0, 1, 1, 2, 2, 3][type]!) ? null : `coordinates of a ${geometry.type}`
}

function arePositions(value: unknown, depth: number): boolean {
  if (!Array.isArray(value)) return false
  return depth > 0 ? value.every((inner) => arePositions(inner, depth - 1)) : value.length >= 2 && value.every(Number.isFinite)
}
