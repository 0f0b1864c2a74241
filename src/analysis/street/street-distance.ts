import type { Position } from 'geojson'
import { listWays } from '@/analysis/street/gate-ways'
import { createStreetSearch } from '@/analysis/street/search-streets'
import type { Connectors, Streets } from '@/analysis/street/streets'

/** How far every point of the streets is from some origins. */
export interface StreetDistance {
  streets: Streets
  /** Per node, m; Infinity beyond the bound. */
  nodeM: Float64Array
  /** Where ways of the origins meet an edge. */
  startsOnEdge: ReadonlyMap<number, readonly { alongM: number; connectorM: number }[]>
  /** Edges that are reached from an end or from within, ascending. */
  edges: readonly number[]
}

/** Distances from the nearest of some origins, up to `maxM`, their connectors included. */
export function measureStreets(streets: Streets, origins: Connectors, originIndices: readonly number[], maxM: number): StreetDistance {
  const wanted = new Set(originIndices)
  const ways = listWays(origins)
  const search = createStreetSearch(streets, maxM)
  const startsOnEdge = new Map<number, { alongM: number; connectorM: number }[]>()
  for (let way = 0; way < ways.count; way++) {
    if (!wanted.has(ways.owner[way]!)) continue
    const [edge, alongM, connectorM] = [ways.edge[way]!, ways.alongM[way]!, ways.connectorM[way]!]
    search.start(streets.edgeFrom[edge]!, connectorM + alongM)
    search.start(streets.edgeTo[edge]!, connectorM + (streets.lengthM[edge]! - alongM))
    if (connectorM > maxM) continue
    const list = startsOnEdge.get(edge)
    if (list) list.push({ alongM, connectorM })
    else startsOnEdge.set(edge, [{ alongM, connectorM }])
  }
  search.run()
  const nodeM = search.distanceM
  const edges: number[] = []
  for (let edge = 0; edge < streets.edgeCount; edge++) {
    if (nodeM[streets.edgeFrom[edge]!]! < Infinity || nodeM[streets.edgeTo[edge]!]! < Infinity || startsOnEdge.has(edge)) edges.push(edge)
  }
  return { streets, nodeM, startsOnEdge, edges }
}

/** Distance of a point on an edge, m. */
export function distanceOnEdge({ streets, nodeM, startsOnEdge }: StreetDistance, edge: number, alongM: number): number {
  let metres = Math.min(nodeM[streets.edgeFrom[edge]!]! + alongM, nodeM[streets.edgeTo[edge]!]! + streets.lengthM[edge]! - alongM)
  for (const start of startsOnEdge.get(edge) ?? []) metres = Math.min(metres, start.connectorM + Math.abs(alongM - start.alongM))
  return metres
}

/** Pieces of street not farther than `maxM`, cut where the distance ends. Pieces shorter than 1 cm are left out. */
export function reachedPieces(distance: StreetDistance, maxM: number): Position[][] {
  return distance.edges.flatMap((edge) => reachedParts(distance, edge, maxM).map(([fromM, toM]) => cutEdge(distance.streets, edge, fromM, toM)))
}

/** Reached parts of an edge as metres along it: one from each end and one around each start, put together where they meet. */
function reachedParts({ streets, nodeM, startsOnEdge }: StreetDistance, edge: number, maxM: number): [number, number][] {
  const lengthM = streets.lengthM[edge]!
  const parts: [number, number][] = [
    [0, maxM - nodeM[streets.edgeFrom[edge]!]!],
    [lengthM - (maxM - nodeM[streets.edgeTo[edge]!]!), lengthM],
    ...(startsOnEdge.get(edge) ?? []).map(({ alongM, connectorM }): [number, number] => [alongM - (maxM - connectorM), alongM + (maxM - connectorM)]),
  ]
  const merged: [number, number][] = []
  for (const [from, to] of parts.filter(([a, b]) => a <= b).sort((a, b) => a[0] - b[0])) {
    const last = merged[merged.length - 1]
    if (last && Math.max(0, from) <= last[1]) last[1] = Math.max(last[1], Math.min(lengthM, to))
    else merged.push([Math.max(0, from), Math.min(lengthM, to)])
  }
  return merged.filter(([from, to]) => to - from >= 0.01)
}

function cutEdge({ lon, lat, vertexStarts, vertexPlace, vertexAlongM }: Streets, edge: number, fromM: number, toM: number): Position[] {
  const [first, last] = [vertexStarts[edge]!, vertexStarts[edge + 1]! - 1]
  const at = (v: number, alongM: number): Position => {
    const share = (alongM - vertexAlongM[v]!) / (vertexAlongM[v + 1]! - vertexAlongM[v]!)
    const [a, b] = [vertexPlace[v]!, vertexPlace[v + 1]!]
    return [lon[a]! + share * (lon[b]! - lon[a]!), lat[a]! + share * (lat[b]! - lat[a]!)]
  }
  const line: Position[] = []
  for (let v = first; v < last; v++) {
    const [startM, endM] = [vertexAlongM[v]!, vertexAlongM[v + 1]!]
    if (endM <= fromM || startM >= toM) continue
    if (line.length === 0) line.push(at(v, Math.max(fromM, startM)))
    line.push(at(v, Math.min(toM, endM)))
  }
  return line
}
