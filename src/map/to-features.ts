import type { FeatureCollection, GeoJsonProperties, Geometry } from 'geojson'
import { shortLabel } from '@/map/short-label'

/** Properties that are drawn as text of their own. */
const DRAWN = ['name', 'label'] as const

/**
 * A feature collection of shapes with only the properties the map needs, so that little goes to its worker. A `name` or
 * `label` is cut to what can be drawn.
 */
export function toFeatures<T extends { geometry: Geometry }>(
  shapes: readonly T[],
  propertiesOf: (shape: T) => GeoJsonProperties,
): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: shapes.map((shape) => ({ type: 'Feature', properties: drawable(propertiesOf(shape)), geometry: shape.geometry })),
  }
}

function drawable(properties: GeoJsonProperties): GeoJsonProperties {
  const cut = DRAWN.flatMap((key) => {
    const text: unknown = properties?.[key]
    return typeof text === 'string' ? [[key, shortLabel(text)] as const] : []
  })
  return cut.length === 0 ? properties : { ...properties, ...Object.fromEntries(cut) }
}
