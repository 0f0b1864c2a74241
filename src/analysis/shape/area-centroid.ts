import type { MultiPolygon, Polygon, Position } from 'geojson'

/**
 * Centre of gravity of an area, degrees; holes count as missing. Of an area of no size, the mean of its corners.
 * NaN without positions. Degrees may stand for metres here: a centre of gravity moves with any stretching.
 */
export function areaCentroid(geometry: Polygon | MultiPolygon): { lon: number; lat: number } {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  const origin = polygons[0]?.[0]?.[0] ?? [NaN, NaN]
  let area = 0
  let x = 0
  let y = 0
  for (const rings of polygons) {
    for (const [r, ring] of rings.entries()) {
      const moment = momentOf(ring, origin)
      // Whatever way a ring runs, the first of a polygon is ground and the others are holes.
      const sign = (r === 0 ? 1 : -1) * Math.sign(moment.area)
      area += sign * moment.area
      x += sign * moment.x
      y += sign * moment.y
    }
  }
  if (!(area > 0)) return meanCorner(polygons.flat())
  return { lon: origin[0]! + x / area, lat: origin[1]! + y / area }
}

/** Signed area of a ring and its first moments (Green's theorem), measured from the origin so that no digits are lost. */
function momentOf(ring: readonly Position[], origin: Position): { area: number; x: number; y: number } {
  let area = 0
  let x = 0
  let y = 0
  for (let i = 0; i < ring.length; i++) {
    const [x0, y0] = [ring[i]![0]! - origin[0]!, ring[i]![1]! - origin[1]!]
    const next = ring[(i + 1) % ring.length]!
    const [x1, y1] = [next[0]! - origin[0]!, next[1]! - origin[1]!]
    const cross = x0 * y1 - x1 * y0
    area += cross / 2
    x += ((x0 + x1) * cross) / 6
    y += ((y0 + y1) * cross) / 6
  }
  return { area, x, y }
}

function meanCorner(rings: readonly Position[][]): { lon: number; lat: number } {
  // The closing position repeats the first.
  const corners = rings.flatMap((ring) => (ring.length > 1 ? ring.slice(1) : ring))
  const mean = (axis: 0 | 1) => corners.reduce((sum, corner) => sum + corner[axis]!, 0) / corners.length
  return { lon: mean(0), lat: mean(1) }
}
