import type { Geometry, Position } from 'geojson'

/** The same geometry with every position replaced; winding and order stay. */
export function transformGeometry<T extends Geometry>(geometry: T, convert: (position: Position) => Position): T {
  const each = (value: unknown): unknown =>
    Array.isArray(value) ? (typeof value[0] === 'number' ? convert(value as Position) : value.map(each)) : value
  if (geometry.type === 'GeometryCollection') return { ...geometry, geometries: geometry.geometries.map((part) => transformGeometry(part, convert)) }
  return { ...geometry, coordinates: each(geometry.coordinates) }
}
