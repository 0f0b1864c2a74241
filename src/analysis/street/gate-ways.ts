import type { Position } from 'geojson'
import { sortOrder } from '@/analysis/shape/sort-order'
import type { Barriers } from '@/analysis/street/build-barriers'
import { nearestStreet } from '@/analysis/street/nearest-street'
import type { Connectors, Gates, Streets, Ways } from '@/analysis/street/streets'

/** Gates as columns: the community of each point or shape (null: none), and the gates of each community that has some. */
export function gatesOf(communityIds: readonly (string | null)[], gatesById: ReadonlyMap<string, readonly Position[]>): Gates {
  const ids = [...gatesById.keys()].filter((id) => gatesById.get(id)!.length > 0).sort()
  const groups = new Map(ids.map((id, group) => [id, group]))
  const positions = ids.map((id) => gatesById.get(id)!.toSorted((p, q) => p[0]! - q[0]! || p[1]! - q[1]!))
  const starts = new Uint32Array(ids.length + 1)
  positions.forEach((list, group) => (starts[group + 1] = starts[group]! + list.length))
  return {
    groupOf: Int32Array.from(communityIds, (id) => (id === null ? -1 : groups.get(id) ?? -1)),
    starts,
    lon: Float64Array.from(positions.flat(), ([x]) => x ?? NaN),
    lat: Float64Array.from(positions.flat(), ([, y]) => y ?? NaN),
  }
}

/** Way from each gate to the street; edge −1 for a gate without one. */
export function listGateWays(streets: Streets, barriers: Barriers, gates: Gates, maxConnectorM: number): Ways {
  const ways = emptyWays(gates.lon.length)
  const foot = { edge: -1, alongM: NaN, connectorM: Infinity }
  for (let gate = 0; gate < gates.lon.length; gate++) {
    nearestStreet(streets, barriers, gates.lon[gate]!, gates.lat[gate]!, maxConnectorM, foot)
    ways.edge[gate] = foot.edge
    ways.alongM[gate] = foot.alongM
    ways.connectorM[gate] = foot.connectorM
  }
  return ways
}

/** Takes ways in any order of their length; the shortest of each index (of equal ones the first) becomes its main way. */
export function collectWays(count: number): {
  add: (index: number, edge: number, alongM: number, connectorM: number) => void
  finish: () => Connectors
} {
  const main = emptyWays(count)
  const others: [owner: number, edge: number, alongM: number, connectorM: number][] = []
  return {
    add(index, edge, alongM, connectorM) {
      const isShorter = connectorM < main.connectorM[index]!
      if (!isShorter) others.push([index, edge, alongM, connectorM])
      else if (main.edge[index]! >= 0) others.push([index, main.edge[index]!, main.alongM[index]!, main.connectorM[index]!])
      if (!isShorter) return
      main.edge[index] = edge
      main.alongM[index] = alongM
      main.connectorM[index] = connectorM
    },
    finish: () => ({
      ...main,
      others: others.length === 0 ? null : {
        owner: Uint32Array.from(others, ([owner]) => owner),
        edge: Int32Array.from(others, ([, edge]) => edge),
        alongM: Float64Array.from(others, ([, , alongM]) => alongM),
        connectorM: Float64Array.from(others, ([, , , connectorM]) => connectorM),
      },
    }),
  }
}

function emptyWays(count: number): Ways {
  return { edge: new Int32Array(count).fill(-1), alongM: new Float64Array(count).fill(NaN), connectorM: new Float64Array(count).fill(Infinity) }
}

/** Every way of every index in one list, in order of index; unroutable ones have none. */
export function listWays({ edge, alongM, connectorM, others }: Connectors): Ways & { count: number; owner: Uint32Array } {
  const size = edge.length + (others?.owner.length ?? 0)
  const ways = { owner: new Uint32Array(size), ...emptyWays(size) }
  // Other ways by owner, in the order in which they were found.
  const order = others ? sortOrder(others.owner) : new Uint32Array(0)
  let count = 0
  let other = 0
  const take = (owner: number, from: Ways, k: number) => {
    ways.owner[count] = owner
    ways.edge[count] = from.edge[k]!
    ways.alongM[count] = from.alongM[k]!
    ways.connectorM[count++] = from.connectorM[k]!
  }
  const main = { edge, alongM, connectorM }
  for (let i = 0; i < edge.length; i++) {
    if (edge[i]! >= 0) take(i, main, i)
    for (; others && other < order.length && others.owner[order[other]!] === i; other++) take(i, others, order[other]!)
  }
  return {
    count,
    owner: ways.owner.subarray(0, count), edge: ways.edge.subarray(0, count),
    alongM: ways.alongM.subarray(0, count), connectorM: ways.connectorM.subarray(0, count),
  }
}
