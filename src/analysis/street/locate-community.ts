import type { MultiPolygon, Polygon } from 'geojson'
import { flattenShapes } from '@/analysis/shape/flatten-shapes'
import { pointInShape } from '@/analysis/shape/shape-distance'
import type { Community } from '@/domain/programme'

/** Look-up of the community that a place lies in: its id, or null outside all of them. Of overlapping ones the lowest id. */
export function communityLocator(communities: readonly Pick<Community, 'id' | 'geometry'>[]): (lon: number, lat: number) => string | null {
  const ordered = [...communities].sort((a, b) => (a.id < b.id ? -1 : 1))
  const shapes = flattenShapes(ordered.map(({ geometry }) => geometry))
  const boxes = ordered.map(({ geometry }) => boxOf(geometry))
  return (lon, lat) => {
    const s = boxes.findIndex(([west, south, east, north], i) =>
      lon >= west && lon <= east && lat >= south && lat <= north && pointInShape(lon, lat, shapes, i))
    return ordered[s]?.id ?? null
  }
}

function boxOf({ coordinates, type }: Polygon | MultiPolygon): [west: number, south: number, east: number, north: number] {
  const corners = type === 'Polygon' ? coordinates.flat() : coordinates.flat(2)
  return corners.reduce<[number, number, number, number]>(
    ([west, south, east, north], [lon = NaN, lat = NaN]) => [Math.min(west, lon), Math.min(south, lat), Math.max(east, lon), Math.max(north, lat)],
    [Infinity, Infinity, -Infinity, -Infinity],
  )
}
