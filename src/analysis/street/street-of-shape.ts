import type { FlatShapes } from '@/analysis/shape/flat-shapes'
import { metresPerDegree } from '@/analysis/shape/metric'
import { pointInShape, TOUCH_M } from '@/analysis/shape/shape-distance'
import { crossesBarrier } from '@/analysis/street/build-barriers'
import type { Barriers } from '@/analysis/street/build-barriers'
import { edgeOfVertex } from '@/analysis/street/nearest-street'
import type { Foot } from '@/analysis/street/nearest-street'
import type { Streets } from '@/analysis/street/streets'

/**
 * A function that finds the street nearest to the boundary of shape `s`, at most `maxM` away, whose straight way crosses
 * no water or rails, and false if there is none. Equally near ones: the more western, then the more southern.
 * Distances are taken in a plane at the middle latitude of the shape.
 */
export function createStreetFinder(streets: Streets, barriers: Barriers, shapes: FlatShapes, maxM: number): (s: number, foot: Foot) => boolean {
  const { grid, vertexPlace, vertexAlongM } = streets
  const near: Near = { distance2: Infinity, share: 0, ringX: 0, ringY: 0 }
  return (s, foot) => {
    foot.edge = -1
    foot.alongM = NaN
    foot.connectorM = Infinity
    const box = boxOf(shapes, s)
    if (grid.columns === 0 || !box) return false
    const { lonM, latM } = metresPerDegree((box.south + box.north) / 2)
    const plane = { lon: box.west, lat: box.south, lonM, latM }
    const [widthM, heightM] = [(box.east - box.west) * lonM, (box.north - box.south) * latM]
    let nearest2 = maxM * maxM
    let [vertex, share, footLon, footLat] = [-1, 0, NaN, NaN]
    const tryVertex = (v: number) => {
      const [a, b] = [vertexPlace[v]!, vertexPlace[v + 1]!]
      const [lonA, latA, lonB, latB] = [streets.lon[a]!, streets.lat[a]!, streets.lon[b]!, streets.lat[b]!]
      const [x1, y1, x2, y2] = [(lonA - plane.lon) * lonM, (latA - plane.lat) * latM, (lonB - plane.lon) * lonM, (latB - plane.lat) * latM]
      const gapX = Math.max(0, Math.min(x1, x2) - widthM, -Math.max(x1, x2))
      const gapY = Math.max(0, Math.min(y1, y2) - heightM, -Math.max(y1, y2))
      if (gapX * gapX + gapY * gapY > nearest2) return
      near.distance2 = Infinity
      if (gapX === 0 && gapY === 0 && pointInShape(lonA, latA, shapes, s)) {
        near.distance2 = near.share = 0
      } else nearestOnRings(shapes, s, plane, x1, y1, x2, y2, near)
      if (!(near.distance2 <= nearest2)) return
      const [x, y] = near.share === 1 ? [lonB, latB] : [lonA + near.share * (lonB - lonA), latA + near.share * (latB - latA)]
      if (near.distance2 === nearest2 && vertex >= 0 && !(x < footLon || (x === footLon && (y < footLat || (y === footLat && v < vertex))))) return
      const isAway = near.distance2 > TOUCH_M * TOUCH_M
      if (isAway && crossesBarrier(barriers, plane.lon + near.ringX / lonM, plane.lat + near.ringY / latM, x, y)) return
      nearest2 = near.distance2
      vertex = v
      share = near.share
      footLon = x
      footLat = y
    }
    // Window of cells around the box of the shape, wider by one cell on every side each time.
    const column = (lon: number) => Math.floor((lon - grid.west) / grid.lonPerCell)
    const row = (lat: number) => Math.floor((lat - grid.south) / grid.latPerCell)
    const [left, right, low, high] = [column(box.west), column(box.east), row(box.south), row(box.north)]
    const cellM = Math.min(grid.lonPerCell * lonM, grid.latPerCell * latM)
    for (let ring = 0; ring === 0 || ((ring - 1) * cellM) ** 2 <= nearest2; ring++) {
      for (let r = Math.max(0, low - ring); r <= Math.min(grid.rows - 1, high + ring); r++) {
        const isRim = ring === 0 || r === low - ring || r === high + ring
        const step = isRim ? 1 : right - left + 2 * ring
        for (let c = left - ring; c <= Math.min(grid.columns - 1, right + ring); c += step) {
          if (c < 0) continue
          const cell = r * grid.columns + c
          for (let k = grid.starts[cell]!; k < grid.starts[cell + 1]!; k++) tryVertex(grid.segment[k]!)
        }
      }
      if (left - ring <= 0 && low - ring <= 0 && right + ring >= grid.columns && high + ring >= grid.rows) break
    }
    if (vertex < 0) return false
    const connectorM = Math.sqrt(nearest2)
    foot.edge = edgeOfVertex(streets, vertex)
    foot.alongM = vertexAlongM[vertex]! + share * (vertexAlongM[vertex + 1]! - vertexAlongM[vertex]!)
    foot.connectorM = connectorM < TOUCH_M ? 0 : connectorM
    return true
  }
}

/** Nearest pair of a street segment and the rings of a shape: share along the street, and the place on the boundary. */
interface Near {
  distance2: number
  share: number
  ringX: number
  ringY: number
}

function boxOf({ lon, lat, ringStarts, shapeStarts }: FlatShapes, s: number) {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = ringStarts[shapeStarts[s]!]!; i < ringStarts[shapeStarts[s + 1]!]!; i++) {
    west = Math.min(west, lon[i]!)
    east = Math.max(east, lon[i]!)
    south = Math.min(south, lat[i]!)
    north = Math.max(north, lat[i]!)
  }
  return east >= west && north >= south && Number.isFinite(east - west + north - south) ? { west, south, east, north } : null
}

function nearestOnRings(
  shapes: FlatShapes, s: number, plane: { lon: number; lat: number; lonM: number; latM: number },
  x1: number, y1: number, x2: number, y2: number, near: Near,
): void {
  for (let r = shapes.shapeStarts[s]!; r < shapes.shapeStarts[s + 1]!; r++) {
    const [first, end] = [shapes.ringStarts[r]!, shapes.ringStarts[r + 1]!]
    for (let i = first; i < end; i++) {
      // A ring of one position is a point.
      if (i === first && end - first > 1) continue
      const j = i === first ? i : i - 1
      const [x3, y3] = [(shapes.lon[j]! - plane.lon) * plane.lonM, (shapes.lat[j]! - plane.lat) * plane.latM]
      const [x4, y4] = [(shapes.lon[i]! - plane.lon) * plane.lonM, (shapes.lat[i]! - plane.lat) * plane.latM]
      nearestOfPair(x1, y1, x2, y2, x3, y3, x4, y4, near)
    }
  }
}

/** Takes over the pair if it is nearer than `near`: where the lines cross, or else an end of one and the other line. */
function nearestOfPair(
  x1: number, y1: number, x2: number, y2: number, x3: number, y3: number, x4: number, y4: number, near: Near,
): void {
  const [dx, dy, ex, ey] = [x2 - x1, y2 - y1, x4 - x3, y4 - y3]
  const cross = dx * ey - dy * ex
  if (cross !== 0) {
    const t = ((x3 - x1) * ey - (y3 - y1) * ex) / cross
    const u = ((x3 - x1) * dy - (y3 - y1) * dx) / cross
    if (t >= 0 && t <= 1 && u >= 0 && u <= 1) {
      if (near.distance2 > 0 || t < near.share) take(near, 0, t, x1 + t * dx, y1 + t * dy)
      return
    }
  }
  const length2 = dx * dx + dy * dy
  for (let end = 0; end < 2; end++) {
    const [x, y] = end === 0 ? [x3, y3] : [x4, y4]
    const t = Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / length2))
    const distance2 = (x1 + t * dx - x) ** 2 + (y1 + t * dy - y) ** 2
    if (distance2 < near.distance2) take(near, distance2, t, x, y)
  }
  const side2 = ex * ex + ey * ey
  for (let t = 0; t < 2; t++) {
    const [x, y] = t === 0 ? [x1, y1] : [x2, y2]
    const u = side2 > 0 ? Math.min(1, Math.max(0, ((x - x3) * ex + (y - y3) * ey) / side2)) : 0
    const distance2 = (x3 + u * ex - x) ** 2 + (y3 + u * ey - y) ** 2
    if (distance2 < near.distance2) take(near, distance2, t, x3 + u * ex, y3 + u * ey)
  }
}

function take(near: Near, distance2: number, share: number, ringX: number, ringY: number): void {
  near.distance2 = distance2
  near.share = share
  near.ringX = ringX
  near.ringY = ringY
}
