import { geodesicM, metresPerDegree } from '@/analysis/shape/metric'
import { crossesBarrier } from '@/analysis/street/build-barriers'
import type { Barriers } from '@/analysis/street/build-barriers'
import type { Streets } from '@/analysis/street/streets'

/** Where a straight way meets the network. Filled again for each question, so that a loop makes no garbage. */
export interface Foot {
  edge: number
  alongM: number
  connectorM: number
}

/**
 * Point of the network nearest to a place, at most `maxM` away, whose straight way crosses no water or rails; of each
 * street segment only its nearest point is tried. Equally near ones: the more western, then the more southern.
 * False, and edge −1, if there is none.
 */
export function nearestStreet(streets: Streets, barriers: Barriers, lon: number, lat: number, maxM: number, foot: Foot): boolean {
  const { grid, vertexPlace, vertexAlongM } = streets
  foot.edge = -1
  foot.alongM = NaN
  foot.connectorM = Infinity
  if (grid.columns === 0 || !Number.isFinite(lon) || !Number.isFinite(lat)) return false
  const { lonM, latM } = metresPerDegree(lat)
  const [column, row] = [Math.floor((lon - grid.west) / grid.lonPerCell), Math.floor((lat - grid.south) / grid.latPerCell)]
  // A little more than asked for: this plane differs from the geodesic, which has the last word, by 1 : 100 000.
  let nearest2 = (maxM * 1.0001) ** 2
  let [vertex, share, footLon, footLat] = [-1, 0, NaN, NaN]
  for (let ring = 0; ; ring++) {
    const [firstRow, lastRow] = [Math.max(0, row - ring), Math.min(grid.rows - 1, row + ring)]
    const [firstColumn, lastColumn] = [Math.max(0, column - ring), Math.min(grid.columns - 1, column + ring)]
    for (let r = firstRow; r <= lastRow; r++) {
      const step = r === row - ring || r === row + ring || ring === 0 ? 1 : 2 * ring
      for (let c = step === 1 ? firstColumn : column - ring; c <= lastColumn; c += step) {
        if (c < 0) continue
        const cell = r * grid.columns + c
        for (let k = grid.starts[cell]!; k < grid.starts[cell + 1]!; k++) {
          const v = grid.segment[k]!
          const [a, b] = [vertexPlace[v]!, vertexPlace[v + 1]!]
          const [lonA, latA] = [streets.lon[a]!, streets.lat[a]!]
          const [ax, ay] = [(lonA - lon) * lonM, (latA - lat) * latM]
          const [dx, dy] = [(streets.lon[b]! - lonA) * lonM, (streets.lat[b]! - latA) * latM]
          const t = Math.min(1, Math.max(0, -(ax * dx + ay * dy) / (dx * dx + dy * dy)))
          const distance2 = (ax + t * dx) ** 2 + (ay + t * dy) ** 2
          if (!(distance2 <= nearest2)) continue
          const [x, y] = t === 1 ? [streets.lon[b]!, streets.lat[b]!] : [lonA + t * (streets.lon[b]! - lonA), latA + t * (streets.lat[b]! - latA)]
          if (distance2 === nearest2 && vertex >= 0 && !isBefore(x, y, v, footLon, footLat, vertex)) continue
          if (crossesBarrier(barriers, lon, lat, x, y)) continue
          nearest2 = distance2
          vertex = v
          share = t
          footLon = x
          footLat = y
        }
      }
    }
    const coveredM = Math.min(
      (lon - grid.west - (column - ring) * grid.lonPerCell) * lonM, (grid.west + (column + ring + 1) * grid.lonPerCell - lon) * lonM,
      (lat - grid.south - (row - ring) * grid.latPerCell) * latM, (grid.south + (row + ring + 1) * grid.latPerCell - lat) * latM,
    )
    if (!(coveredM * coveredM <= nearest2)) break
    if (column - ring <= 0 && row - ring <= 0 && column + ring >= grid.columns && row + ring >= grid.rows) break
  }
  if (vertex < 0) return false
  const connectorM = geodesicM(lon, lat, footLon, footLat)
  if (!(connectorM <= maxM)) return false
  foot.edge = edgeOfVertex(streets, vertex)
  foot.alongM = vertexAlongM[vertex]! + share * (vertexAlongM[vertex + 1]! - vertexAlongM[vertex]!)
  foot.connectorM = connectorM
  return true
}

const isBefore = (x1: number, y1: number, v1: number, x2: number, y2: number, v2: number) =>
  x1 < x2 || (x1 === x2 && (y1 < y2 || (y1 === y2 && v1 < v2)))

/** Edge to which a vertex belongs, by bisection. */
export function edgeOfVertex({ vertexStarts }: Streets, vertex: number): number {
  let [low, high] = [0, vertexStarts.length - 2]
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    if (vertexStarts[middle]! <= vertex) low = middle
    else high = middle - 1
  }
  return low
}
