import type { Geometry, Position } from 'geojson'
import { windRings } from '@/analysis/shape/wind-rings'

/** A centimetre; more would only claim to have been measured (RFC 7946, 11.2). */
const DECIMALS = 7

/** Degrees as they are written. */
export function tidyDegrees(degrees: number | null): number | null {
  return degrees === null || !Number.isFinite(degrees) ? null : Number(degrees.toFixed(DECIMALS))
}

/** A geometry as RFC 7946 wants it: seven decimals, outer rings counter-clockwise, no heights. */
export function tidyGeometry(geometry: Geometry): Geometry {
  switch (geometry.type) {
    case 'Point': return { type: 'Point', coordinates: tidyPosition(geometry.coordinates) }
    case 'MultiPoint': case 'LineString': return { type: geometry.type, coordinates: geometry.coordinates.map(tidyPosition) }
    case 'MultiLineString': return { type: 'MultiLineString', coordinates: geometry.coordinates.map((line) => line.map(tidyPosition)) }
    case 'Polygon': return { type: 'Polygon', coordinates: tidyRings(geometry.coordinates) }
    case 'MultiPolygon': return { type: 'MultiPolygon', coordinates: geometry.coordinates.map(tidyRings) }
    case 'GeometryCollection': return { type: 'GeometryCollection', geometries: geometry.geometries.map(tidyGeometry) }
  }
}

const tidyRings = (rings: readonly Position[][]): Position[][] => windRings(rings.map((ring) => ring.map(tidyPosition)))
const tidyPosition = (position: Position): Position => position.slice(0, 2).map((degrees) => Number(degrees.toFixed(DECIMALS)))
