import { listWays } from '@/analysis/street/gate-ways'
import type { Connectors, Streets } from '@/analysis/street/streets'

/**
 * The origin nearest to each point on foot, however far: one search from all origins together (Dijkstra 1959).
 * Equally far: the lower index. Infinity and −1 if none can be reached.
 */
export function nearestOnFoot(streets: Streets, points: Connectors, origins: Connectors): { distanceM: Float64Array; which: Int32Array } {
  const { edgeFrom, edgeTo, lengthM } = streets
  const starts = listWays(origins)
  const onEdge = new Map<number, number[]>()
  for (let way = 0; way < starts.count; way++) {
    const list = onEdge.get(starts.edge[way]!)
    if (list) list.push(way)
    else onEdge.set(starts.edge[way]!, [way])
  }
  const nodes = spread(streets, starts)
  const distanceM = new Float64Array(points.edge.length).fill(Infinity)
  const which = new Int32Array(points.edge.length).fill(-1)
  const ways = listWays(points)
  for (let way = 0; way < ways.count; way++) {
    const point = ways.owner[way]!
    const [edge, alongM, connectorM] = [ways.edge[way]!, ways.alongM[way]!, ways.connectorM[way]!]
    const offer = (metres: number, origin: number) => {
      if (!(metres < distanceM[point]! || (metres === distanceM[point] && metres < Infinity && origin < which[point]!))) return
      distanceM[point] = metres
      which[point] = origin
    }
    const [from, to] = [edgeFrom[edge]!, edgeTo[edge]!]
    offer(nodes.distanceM[from]! + (alongM + connectorM), nodes.which[from]!)
    offer(nodes.distanceM[to]! + (lengthM[edge]! - alongM + connectorM), nodes.which[to]!)
    for (const other of onEdge.get(edge) ?? []) {
      offer(starts.connectorM[other]! + Math.abs(alongM - starts.alongM[other]!) + connectorM, starts.owner[other]!)
    }
  }
  return { distanceM, which }
}

/** Distance and nearest origin of every node. */
function spread(streets: Streets, starts: ReturnType<typeof listWays>): { distanceM: Float64Array; which: Int32Array } {
  const { nodeCount, neighbour, stepM, edgeFrom, edgeTo, lengthM } = streets
  const distanceM = new Float64Array(nodeCount).fill(Infinity)
  const which = new Int32Array(nodeCount).fill(-1)
  const heap = createHeap()
  const offer = (node: number, metres: number, origin: number) => {
    if (!(metres < distanceM[node]! || (metres === distanceM[node] && origin < which[node]!))) return
    distanceM[node] = metres
    which[node] = origin
    heap.push(node, metres)
  }
  for (let way = 0; way < starts.count; way++) {
    const edge = starts.edge[way]!
    offer(edgeFrom[edge]!, starts.connectorM[way]! + starts.alongM[way]!, starts.owner[way]!)
    offer(edgeTo[edge]!, starts.connectorM[way]! + (lengthM[edge]! - starts.alongM[way]!), starts.owner[way]!)
  }
  while (heap.size() > 0) {
    const metres = heap.leastM()
    const node = heap.pop()
    if (metres > distanceM[node]!) continue
    for (let i = streets.starts[node]!; i < streets.starts[node + 1]!; i++) offer(neighbour[i]!, metres + stepM[i]!, which[node]!)
  }
  return { distanceM, which }
}

/** Binary heap on typed arrays, least metres first. */
function createHeap() {
  let [keys, nodes, count] = [new Float64Array(1024), new Uint32Array(1024), 0]
  const set = (at: number, key: number, node: number) => {
    keys[at] = key
    nodes[at] = node
  }
  return {
    size: () => count,
    leastM: () => keys[0]!,
    push(node: number, key: number) {
      if (count === keys.length) {
        const [oldKeys, oldNodes] = [keys, nodes]
        keys = new Float64Array(count * 2)
        nodes = new Uint32Array(count * 2)
        keys.set(oldKeys)
        nodes.set(oldNodes)
      }
      let at = count++
      while (at > 0) {
        const parent = (at - 1) >> 1
        if (keys[parent]! <= key) break
        set(at, keys[parent]!, nodes[parent]!)
        at = parent
      }
      set(at, key, node)
    },
    pop(): number {
      const top = nodes[0]!
      const [key, node] = [keys[--count]!, nodes[count]!]
      let at = 0
      for (let child = 1; child < count; child = 2 * at + 1) {
        if (child + 1 < count && keys[child + 1]! < keys[child]!) child++
        if (keys[child]! >= key) break
        set(at, keys[child]!, nodes[child]!)
        at = child
      }
      set(at, key, node)
      return top
    },
  }
}
