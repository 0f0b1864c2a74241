import type { MultiPolygon, Polygon, Position } from 'geojson'

/** A plan drawing: shapes as SVG paths in a box of `width` × `height`, north up. */
export interface CompoundPaths {
  ground: string
  buildings: readonly { id: string; path: string }[]
}

const MARGIN = 6
const METRES_PER_DEGREE = 111_320

/**
 * Draw a community and its buildings into a box, as large as fits.
 *
 * @param ground - Outline of the community, WGS84.
 * @param width - Width of the box, its own units; `height` likewise.
 */
export function compoundPaths(
  ground: Polygon | MultiPolygon,
  buildings: readonly { id: string; geometry: Polygon | MultiPolygon }[],
  width: number,
  height: number,
): CompoundPaths {
  const all = [ground, ...buildings.map(({ geometry }) => geometry)].flatMap(ringsOf).flat()
  const [lons, lats] = [all.map(([lon]) => lon!), all.map(([, lat]) => lat!)]
  const [west, east, south, north] = [Math.min(...lons), Math.max(...lons), Math.min(...lats), Math.max(...lats)]
  const eastScale = METRES_PER_DEGREE * Math.cos((((south + north) / 2) * Math.PI) / 180)
  const [widthM, heightM] = [(east - west) * eastScale, (north - south) * METRES_PER_DEGREE]
  const scale = Math.min((width - 2 * MARGIN) / Math.max(widthM, 1), (height - 2 * MARGIN) / Math.max(heightM, 1))
  const [left, top] = [(width - widthM * scale) / 2, (height - heightM * scale) / 2]
  const place = ([lon, lat]: Position): string =>
    `${(left + (lon! - west) * eastScale * scale).toFixed(1)} ${(top + (north - lat!) * METRES_PER_DEGREE * scale).toFixed(1)}`
  const pathOf = (geometry: Polygon | MultiPolygon): string => ringsOf(geometry).map((ring) => `M${ring.map(place).join('L')}Z`).join('')
  return { ground: pathOf(ground), buildings: buildings.map(({ id, geometry }) => ({ id, path: pathOf(geometry) })) }
}

function ringsOf(geometry: Polygon | MultiPolygon): Position[][] {
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()
}
