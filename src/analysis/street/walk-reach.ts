import type { Reach } from '@/analysis/reach/reach'
import { createRows } from '@/analysis/reach/reach-rows'
import { sortOrder } from '@/analysis/shape/sort-order'
import { listWays } from '@/analysis/street/gate-ways'
import { createStreetSearch } from '@/analysis/street/search-streets'
import type { Connectors, Streets } from '@/analysis/street/streets'

/**
 * Which points each origin reaches on foot within `maxM` (distance ≤ `maxM`, exactly): connector + way along streets +
 * connector, the shortest of all; along the street for two places on one edge. Unroutable ones reach nothing.
 * A bound that is negative or no number reaches nothing; it must be finite.
 *
 * One bounded search per origin, in the order in which origins lie along the streets, so that one search finds in the
 * cache what the last one read. To measure: build `streets` with `streetsOfArrays`, `points` and `origins` with
 * `connectPoints` or `connectShapes` beforehand; this function is the search and the join.
 */
export function walkReach(streets: Streets, points: Connectors, origins: Connectors, maxM: number): Reach {
  const pointCount = points.edge.length
  const originCount = origins.edge.length
  const { edgeFrom, edgeTo, lengthM } = streets
  const ways = listWays(points)
  const ends = waysByNode(streets, ways)
  const byEdge = waysByEdge(ways.edge)
  const starts = listWays(origins)
  const firstWay = new Uint32Array(originCount + 1)
  for (let way = 0; way < starts.count; way++) firstWay[starts.owner[way]! + 1]!++
  for (let i = 0; i < originCount; i++) firstWay[i + 1]! += firstWay[i]!

  const search = createStreetSearch(streets, maxM)
  const { distanceM, touched } = search
  const pointM = new Float64Array(pointCount).fill(Infinity)
  const found = new Uint32Array(pointCount)
  const rows = createRows(originCount)
  let foundCount = 0
  const find = (point: number, metres: number) => {
    if (pointM[point] === Infinity) found[foundCount++] = point
    if (metres < pointM[point]!) pointM[point] = metres
  }
  for (const origin of sortOrder(new Uint32Array(origins.edge))) {
    foundCount = 0
    search.clear()
    for (let way = firstWay[origin]!; way < firstWay[origin + 1]!; way++) {
      const edge = starts.edge[way]!
      const alongM = starts.alongM[way]!
      const connectorM = starts.connectorM[way]!
      search.start(edgeFrom[edge]!, connectorM + alongM)
      search.start(edgeTo[edge]!, connectorM + (lengthM[edge]! - alongM))
      for (let k = byEdge.first(edge); byEdge.edge[k] === edge; k++) {
        const other = byEdge.order[k]!
        const metres = connectorM + Math.abs(alongM - ways.alongM[other]!) + ways.connectorM[other]!
        if (metres <= maxM) find(ways.owner[other]!, metres)
      }
    }
    const count = search.run()
    for (let i = 0; i < count; i++) {
      const node = touched[i]!
      const here = distanceM[node]!
      for (let k = ends.starts[node]!, end = ends.starts[node + 1]!; k < end; k++) {
        const metres = here + ends.metres[k]!
        if (metres <= maxM) find(ends.point[k]!, metres)
      }
    }
    rows.add(origin, found, foundCount, pointM)
    for (let i = 0; i < foundCount; i++) pointM[found[i]!] = Infinity
  }
  return rows.finish()
}

type ListedWays = ReturnType<typeof listWays>

/** Per node the points on its streets, each with the metres from the node. */
function waysByNode({ nodeCount, edgeFrom, edgeTo, lengthM }: Streets, { count, owner, edge, alongM, connectorM }: ListedWays) {
  const starts = new Uint32Array(nodeCount + 1)
  for (let way = 0; way < count; way++) {
    starts[edgeFrom[edge[way]!]! + 1]!++
    starts[edgeTo[edge[way]!]! + 1]!++
  }
  for (let node = 0; node < nodeCount; node++) starts[node + 1]! += starts[node]!
  const [point, metres] = [new Uint32Array(2 * count), new Float64Array(2 * count)]
  const next = starts.slice(0, -1)
  for (let way = 0; way < count; way++) {
    const e = edge[way]!
    const atFrom = next[edgeFrom[e]!]!++
    point[atFrom] = owner[way]!
    metres[atFrom] = alongM[way]! + connectorM[way]!
    const atTo = next[edgeTo[e]!]!++
    point[atTo] = owner[way]!
    metres[atTo] = lengthM[e]! - alongM[way]! + connectorM[way]!
  }
  return { starts, point, metres }
}

/** Ways in order of edge; `first(edge)` is the place of the first one on that edge or a later one. */
function waysByEdge(edgeOfWay: Int32Array): { order: Uint32Array; edge: Int32Array; first: (wanted: number) => number } {
  const order = sortOrder(new Uint32Array(edgeOfWay))
  const edge = new Int32Array(order.length)
  for (let k = 0; k < order.length; k++) edge[k] = edgeOfWay[order[k]!]!
  let last = 0
  return {
    order,
    edge,
    // Origins come in order of edge: the answer is near the last one, so look in growing steps from there.
    first(wanted) {
      let low = last
      let high = last
      for (let step = 1; low > 0 && edge[low - 1]! >= wanted; step *= 2) {
        high = low
        low = Math.max(0, low - step)
      }
      for (let step = 1; high < order.length && edge[high]! < wanted; step *= 2) {
        low = high + 1
        high = Math.min(order.length, high + step)
      }
      while (low < high) {
        const middle = (low + high) >>> 1
        if (edge[middle]! < wanted) low = middle + 1
        else high = middle
      }
      last = low
      return low
    },
  }
}
