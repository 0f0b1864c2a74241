import { isFeature } from 'geojson-validation'
import { shown } from '@/data/check-fields'

/** The geometry types of RFC 7946. */
export const GEOJSON_GEOMETRIES: readonly string[] = [
  'Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon', 'GeometryCollection',
]

/** More messages than this help nobody, and joining them is slow. */
export const MESSAGE_LIMIT = 100

/**
 * What geojson-validation has against the structure of one feature; empty if nothing.
 *
 * The library throws for an empty ring, accepts `type: 'valueOf'` because it looks types up on a
 * prototype, and is quadratic over a collection. So it sees one feature at a time, only after the
 * types are known to be own members with an allowed value, and only an array counts as its answer.
 */
export function structureMessages(feature: unknown): string[] {
  if (typeof feature !== 'object' || feature === null || Array.isArray(feature)) return ['a feature must be an object']
  const type = ownMember(feature, 'type')
  if (type !== 'Feature') return [`type must be "Feature", got ${shown(type)}`]
  const properties = ownMember(feature, 'properties')
  if (typeof properties !== 'object' || properties === null || Array.isArray(properties)) return ['properties must be an object']
  const geometry = ownMember(feature, 'geometry')
  const geometryType = ownMember(geometry, 'type')
  if (typeof geometryType !== 'string' || !GEOJSON_GEOMETRIES.includes(geometryType)) {
    return [`geometry.type must be one of ${GEOJSON_GEOMETRIES.join(', ')}, got ${shown(geometryType)}`]
  }
  try {
    const messages = isFeature(feature, true)
    if (!Array.isArray(messages)) return [`unexpected verdict ${shown(messages)}`]
    return messages.slice(0, MESSAGE_LIMIT).map((message) => shown(message))
  } catch (error) {
    return [`cannot be read: ${error instanceof Error ? error.message : shown(error)}`]
  }
}

/** A member of an object itself, never one of its prototype. */
export function ownMember(object: unknown, name: string): unknown {
  if (typeof object !== 'object' || object === null) return undefined
  return Object.hasOwn(object, name) ? (object as Record<string, unknown>)[name] : undefined
}
