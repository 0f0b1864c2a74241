import type { FeatureCollection, GeoJsonProperties, Geometry } from 'geojson'

/** A feature collection of shapes with only the properties the map needs, so that little goes to its worker. */
export function toFeatures<T extends { geometry: Geometry }>(
  shapes: readonly T[],
  propertiesOf: (shape: T) => GeoJsonProperties,
): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: shapes.map((shape) => ({ type: 'Feature', properties: propertiesOf(shape), geometry: shape.geometry })),
  }
}
