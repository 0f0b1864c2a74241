import type { Geometry, LineString, Point, Polygon, Position } from 'geojson'

export type SimpleGeometry = Point | LineString | Polygon

/** Parts of one feature as one geometry: itself, a Multi of one kind, or a collection of several kinds; null without parts. */
export function joinGeometries(parts: readonly SimpleGeometry[]): Geometry | null {
  const [first] = parts
  if (!first || parts.length === 1) return first ?? null
  if (parts.every(({ type }) => type === 'Point')) return { type: 'MultiPoint', coordinates: parts.map(({ coordinates }) => coordinates as Position) }
  if (parts.every(({ type }) => type === 'LineString')) return { type: 'MultiLineString', coordinates: parts.map(({ coordinates }) => coordinates as Position[]) }
  if (parts.every(({ type }) => type === 'Polygon')) return { type: 'MultiPolygon', coordinates: parts.map(({ coordinates }) => coordinates as Position[][]) }
  return { type: 'GeometryCollection', geometries: [...parts] }
}
