import type { Geometry, Position } from 'geojson'
import { areaCentroid } from '@/analysis/shape/area-centroid'

/** One shape in the coordinates of its file. */
export interface SampledShape {
  /** Centre of gravity of an area, else of the bounding box. */
  middle: Position
  /** Of the bounding box; one of a point. */
  corners: readonly Position[]
}

/** Middles and corners of at most `maxCount` shapes, evenly taken from all; those without a proper position are left out. */
export function measureSample(geometries: readonly Geometry[], maxCount: number): SampledShape[] {
  const count = Math.min(geometries.length, maxCount)
  const found: SampledShape[] = []
  for (let i = 0; i < count; i++) {
    const shape = measure(geometries[Math.floor((i * geometries.length) / count)]!)
    if (shape) found.push(shape)
  }
  return found
}

function measure(geometry: Geometry): SampledShape | null {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity, isWhole: true }
  visit(geometry, (position) => {
    const [x, y] = position as unknown[]
    if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x + y)) return void (box.isWhole = false)
    box.west = Math.min(box.west, x)
    box.south = Math.min(box.south, y)
    box.east = Math.max(box.east, x)
    box.north = Math.max(box.north, y)
  })
  const { west, south, east, north } = box
  if (!box.isWhole || west > east) return null
  if (west === east && south === north) return { middle: [west, south], corners: [[west, south]] }
  const corners = [[west, south], [east, south], [east, north], [west, north]]
  if (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon') {
    const { lon, lat } = areaCentroid(geometry)
    if (lon >= west && lon <= east && lat >= south && lat <= north) return { middle: [lon, lat], corners }
  }
  return { middle: [(west + east) / 2, (south + north) / 2], corners }
}

/** Every position of a geometry; the depth is that of the types, so that nothing nests without end. */
function visit(geometry: Geometry, see: (position: Position) => void): void {
  if (geometry.type === 'GeometryCollection') return geometry.geometries.forEach((part) => part.type !== 'GeometryCollection' && visit(part, see))
  const depth = { Point: 0, MultiPoint: 1, LineString: 1, MultiLineString: 2, Polygon: 2, MultiPolygon: 3 }[geometry.type]
  const walk = (value: unknown, left: number): void => {
    if (!Array.isArray(value)) return
    if (left === 0) see(value as Position)
    else for (const part of value) walk(part, left - 1)
  }
  walk(geometry.coordinates, depth)
}
