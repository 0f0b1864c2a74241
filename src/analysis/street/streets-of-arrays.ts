import { geodesicM } from '@/analysis/shape/metric'
import { buildSegmentGrid } from '@/analysis/shape/segment-grid'
import { NO_PLACE, orderPlaces } from '@/analysis/street/order-places'
import type { Streets } from '@/analysis/street/streets'

/** A network as columns: vertices in degrees, and segments from vertex `from[i]` to vertex `to[i]`, all of them walkable. */
export interface StreetArrays {
  lon: Float64Array
  lat: Float64Array
  from: Uint32Array
  to: Uint32Array
}

interface Adjacency {
  starts: Uint32Array
  neighbour: Uint32Array
}

/**
 * Network from columns, without an object per road: for generated networks and for columns handed to a worker.
 * Vertices with exactly equal coordinates are one place; segments of no length, drawn twice or with a coordinate
 * that is no number count once or not at all. Segments are taken as walkable: barriers are the caller's matter.
 */
export function streetsOfArrays({ lon, lat, from, to }: StreetArrays): Streets {
  const places = orderPlaces(lon, lat)
  const adjacency = joinPlaces(places.lon.length, places.placeOf, from, to)
  const edges = traceEdges(places.lon, places.lat, adjacency)
  const { vertexPlace, vertexStarts } = edges
  const isLast = new Uint8Array(vertexPlace.length)
  for (let edge = 1; edge < vertexStarts.length; edge++) isLast[vertexStarts[edge]! - 1] = 1
  const grid = buildSegmentGrid(
    { count: Math.max(0, vertexPlace.length - 1), lon: places.lon, lat: places.lat, a: vertexPlace, b: vertexPlace.subarray(1) },
    (i) => isLast[i] === 1,
  )
  return { lon: places.lon, lat: places.lat, ...edges, ...joinNodes(edges), grid, blockedSegments: 0, blockedRoadIds: [] }
}

/** Neighbours of each place, ascending, each once. */
function joinPlaces(placeCount: number, placeOf: Uint32Array, from: Uint32Array, to: Uint32Array): Adjacency {
  const starts = new Uint32Array(placeCount + 1)
  const each = (visit: (a: number, b: number) => void) => {
    for (let i = 0; i < from.length; i++) {
      const [a, b] = [placeOf[from[i]!]!, placeOf[to[i]!]!]
      if (a === b || a === NO_PLACE || b === NO_PLACE) continue
      visit(a, b)
      visit(b, a)
    }
  }
  each((a) => void starts[a + 1]!++)
  for (let place = 0; place < placeCount; place++) starts[place + 1]! += starts[place]!
  const neighbour = new Uint32Array(starts[placeCount]!)
  const next = starts.slice(0, -1)
  each((a, b) => void (neighbour[next[a]!++] = b))
  let kept = 0
  for (let place = 0; place < placeCount; place++) {
    const [begin, end, first] = [starts[place]!, starts[place + 1]!, kept]
    sortFew(neighbour, begin, end)
    for (let i = begin; i < end; i++) if (kept === first || neighbour[i] !== neighbour[kept - 1]) neighbour[kept++] = neighbour[i]!
    starts[place] = first
  }
  starts[placeCount] = kept
  return { starts, neighbour: neighbour.slice(0, kept) }
}

function sortFew(values: Uint32Array, begin: number, end: number): void {
  for (let i = begin + 1; i < end; i++) {
    const value = values[i]!
    let j = i
    for (; j > begin && values[j - 1]! > value; j--) values[j] = values[j - 1]!
    values[j] = value
  }
}

type Edges = Pick<Streets, 'nodeCount' | 'edgeCount' | 'edgeFrom' | 'edgeTo' | 'lengthM' | 'vertexStarts' | 'vertexPlace' | 'vertexAlongM'>

/**
 * Follows every street from node to node, from the node with the lower number; a loop is followed towards its lower
 * neighbour. A ring that no other street meets gets its lowest place as node.
 */
function traceEdges(lon: Float64Array, lat: Float64Array, { starts, neighbour }: Adjacency): Edges {
  const placeCount = lon.length
  const isNode = markNodes({ starts, neighbour })
  const nodeOf = new Uint32Array(placeCount)
  let nodeCount = 0
  for (let place = 0; place < placeCount; place++) if (isNode[place]) nodeOf[place] = nodeCount++
  const capacity = neighbour.length + 1
  const [vertexPlace, vertexAlongM] = [new Uint32Array(capacity), new Float64Array(capacity)]
  const [edgeFrom, edgeTo, vertexStarts] = [new Uint32Array(capacity), new Uint32Array(capacity), new Uint32Array(capacity)]
  let [edgeCount, end] = [0, 0]
  for (let place = 0; place < placeCount; place++) {
    if (!isNode[place]) continue
    for (let i = starts[place]!; i < starts[place + 1]!; i++) {
      const first = end
      vertexPlace[end++] = place
      let [before, here] = [place, neighbour[i]!]
      while (!isNode[here]) {
        vertexPlace[end++] = here
        const next = neighbour[starts[here]!]! === before ? neighbour[starts[here]! + 1]! : neighbour[starts[here]!]!
        ;[before, here] = [here, next]
      }
      vertexPlace[end++] = here
      if (here < place || (here === place && before < neighbour[i]!)) {
        end = first
        continue
      }
      for (let v = first + 1; v < end; v++) {
        const [a, b] = [vertexPlace[v - 1]!, vertexPlace[v]!]
        vertexAlongM[v] = vertexAlongM[v - 1]! + geodesicM(lon[a]!, lat[a]!, lon[b]!, lat[b]!)
      }
      edgeFrom[edgeCount] = nodeOf[place]!
      edgeTo[edgeCount] = nodeOf[here]!
      vertexStarts[++edgeCount] = end
    }
  }
  const lengthM = new Float64Array(edgeCount)
  for (let edge = 0; edge < edgeCount; edge++) lengthM[edge] = vertexAlongM[vertexStarts[edge + 1]! - 1]!
  return {
    nodeCount, edgeCount, edgeFrom: edgeFrom.slice(0, edgeCount), edgeTo: edgeTo.slice(0, edgeCount),
    lengthM,
    vertexStarts: vertexStarts.slice(0, edgeCount + 1), vertexPlace: vertexPlace.slice(0, end), vertexAlongM: vertexAlongM.slice(0, end),
  }
}

/** 1 where not exactly two streets meet, and once in every ring that has no such place. */
function markNodes({ starts, neighbour }: Adjacency): Uint8Array {
  const placeCount = starts.length - 1
  const isNode = new Uint8Array(placeCount)
  const isSeen = new Uint8Array(placeCount)
  const follow = (start: number, towards: number) => {
    let [before, here] = [start, towards]
    while (!isNode[here] && !isSeen[here]) {
      isSeen[here] = 1
      const next = neighbour[starts[here]!]! === before ? neighbour[starts[here]! + 1]! : neighbour[starts[here]!]!
      ;[before, here] = [here, next]
    }
  }
  for (let place = 0; place < placeCount; place++) isNode[place] = starts[place + 1]! - starts[place]! === 2 ? 0 : 1
  for (let place = 0; place < placeCount; place++) {
    if (isNode[place]) for (let i = starts[place]!; i < starts[place + 1]!; i++) follow(place, neighbour[i]!)
  }
  for (let place = 0; place < placeCount; place++) {
    if (isNode[place] || isSeen[place]) continue
    isNode[place] = 1
    follow(place, neighbour[starts[place]!]!)
  }
  return isNode
}

/** Steps between nodes. A loop leads nowhere new and gives none. */
function joinNodes({ nodeCount, edgeCount, edgeFrom, edgeTo, lengthM }: Edges): Pick<Streets, 'starts' | 'neighbour' | 'stepM'> {
  const starts = new Uint32Array(nodeCount + 1)
  for (let edge = 0; edge < edgeCount; edge++) {
    if (edgeFrom[edge] === edgeTo[edge]) continue
    starts[edgeFrom[edge]! + 1]!++
    starts[edgeTo[edge]! + 1]!++
  }
  for (let node = 0; node < nodeCount; node++) starts[node + 1]! += starts[node]!
  const [neighbour, stepM] = [new Uint32Array(starts[nodeCount]!), new Float64Array(starts[nodeCount]!)]
  const next = starts.slice(0, -1)
  for (let edge = 0; edge < edgeCount; edge++) {
    const [from, to] = [edgeFrom[edge]!, edgeTo[edge]!]
    if (from === to) continue
    neighbour[next[from]!] = to
    stepM[next[from]!++] = lengthM[edge]!
    neighbour[next[to]!] = from
    stepM[next[to]!++] = lengthM[edge]!
  }
  for (let node = 0; node < nodeCount; node++) sortSteps(neighbour, stepM, starts[node]!, starts[node + 1]!)
  return { starts, neighbour, stepM }
}

/** Shortest first, so that a bounded search may stop at the first step that is too long. */
function sortSteps(neighbour: Uint32Array, stepM: Float64Array, begin: number, end: number): void {
  for (let i = begin + 1; i < end; i++) {
    const metres = stepM[i]!
    const node = neighbour[i]!
    let j = i
    for (; j > begin && stepM[j - 1]! > metres; j--) {
      stepM[j] = stepM[j - 1]!
      neighbour[j] = neighbour[j - 1]!
    }
    stepM[j] = metres
    neighbour[j] = node
  }
}
