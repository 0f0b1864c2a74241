import { cutOut } from '@/cli/synthesize/clip'
import type { Corridor, CorridorId } from '@/cli/synthesize/corridors'
import type { Street } from '@/cli/synthesize/layout'
import { crossing, distance, isInside, mix, nearestOnSegment, side, type Point } from '@/cli/synthesize/plane'

/** A piece of street, river bank or track between two nodes. */
export interface Edge {
  a: number
  b: number
  /** Null for a river bank or a track. */
  street: Street | null
  corridor: CorridorId | null
  bridge: boolean
}

/** All streets and barriers as one plane graph: what crosses shares a node. */
export interface Network {
  nodes: Point[]
  edges: Edge[]
}

/** A face of the graph: its nodes counter-clockwise, and the edge that starts at each. */
export interface Face { nodes: number[]; edges: Edge[] }

/** Nearer than this two nodes are one, m. */
const SNAP_M = 2.5

interface Piece { line: Point[]; street: Street | null; corridor: CorridorId | null }

export function makeNetwork(streets: readonly Street[], corridors: readonly Corridor[]): Network {
  const pieces: Piece[] = corridors.flatMap(({ id, barriers }) => barriers.map((line) => ({ line, street: null, corridor: id })))
  for (const street of streets) {
    let lines = [street.line]
    for (const corridor of corridors) {
      if (corridor.id === street.beside || street.crosses.includes(corridor.id)) continue
      lines = lines.flatMap((line) => cutOut(line, corridor.zone))
    }
    pieces.push(...lines.map((line) => ({ line, street, corridor: street.beside })))
  }
  const network = planarise(pieces)
  for (const edge of network.edges) {
    if (!edge.street) continue
    const middle = mix(network.nodes[edge.a]!, network.nodes[edge.b]!, 0.5)
    edge.bridge = corridors.some(({ id, zone }) => id !== edge.corridor && isInside(middle, zone))
  }
  return withoutStubs(network)
}

/** Cut all pieces where they meet. Every segment is compared with those of the same or a neighbouring cell. */
function planarise(pieces: readonly Piece[]): Network {
  const nodes: Point[] = []
  const nodeCells = new Map<string, number[]>()
  const nodeAt = (point: Point): number => {
    const [i, j] = [Math.floor(point[0] / SNAP_M), Math.floor(point[1] / SNAP_M)]
    for (let di = -1; di <= 1; di++) {
      for (let dj = -1; dj <= 1; dj++) {
        for (const node of nodeCells.get(`${i + di},${j + dj}`) ?? []) if (distance(nodes[node]!, point) < SNAP_M) return node
      }
    }
    nodes.push(point)
    const key = `${i},${j}`
    nodeCells.set(key, [...(nodeCells.get(key) ?? []), nodes.length - 1])
    return nodes.length - 1
  }
  const segments = pieces.flatMap((piece) => {
    const ids = piece.line.map(nodeAt)
    return ids.slice(1).flatMap((b, i) => (ids[i] === b ? [] : [{ piece, a: ids[i]!, b, on: [] as { t: number; node: number }[] }]))
  })
  for (const [one, other] of neighbours(segments, nodes)) {
    const [a, b, c, d] = [nodes[one.a]!, nodes[one.b]!, nodes[other.a]!, nodes[other.b]!]
    for (const [segment, from, to, ends] of [[one, a, b, [other.a, other.b]], [other, c, d, [one.a, one.b]]] as const) {
      for (const end of ends) {
        const near = nearestOnSegment(nodes[end]!, from, to)
        if (near.distanceM < 1.5) segment.on.push({ t: near.t, node: end })
      }
    }
    const hit = crossing(a, b, c, d)
    if (!hit) continue
    const node = nodeAt(hit.point)
    one.on.push({ t: hit.s, node })
    other.on.push({ t: hit.t, node })
  }
  const edges = new Map<string, Edge>()
  for (const { piece, a, b, on } of segments) {
    const chain = [a, ...on.sort((x, y) => x.t - y.t).map(({ node }) => node), b]
    for (let k = 0; k + 1 < chain.length; k++) {
      const [from, to] = [chain[k]!, chain[k + 1]!]
      const key = from < to ? `${from}-${to}` : `${to}-${from}`
      if (from !== to && !edges.has(key)) edges.set(key, { a: from, b: to, street: piece.street, corridor: piece.corridor, bridge: false })
    }
  }
  return { nodes, edges: [...edges.values()] }
}

function* neighbours<S extends { a: number; b: number }>(segments: readonly S[], nodes: readonly Point[]): Generator<[S, S]> {
  const cellM = 70
  const cells = new Map<string, number[]>()
  segments.forEach((segment, index) => {
    const [a, b] = [nodes[segment.a]!, nodes[segment.b]!]
    const [west, east] = [Math.floor((Math.min(a[0], b[0]) - 2) / cellM), Math.floor((Math.max(a[0], b[0]) + 2) / cellM)]
    const [south, north] = [Math.floor((Math.min(a[1], b[1]) - 2) / cellM), Math.floor((Math.max(a[1], b[1]) + 2) / cellM)]
    for (let i = west; i <= east; i++) for (let j = south; j <= north; j++) {
      const key = `${i},${j}`
      cells.set(key, [...(cells.get(key) ?? []), index])
    }
  })
  const seen = new Set<number>()
  for (const cell of cells.values()) {
    for (const i of cell) for (const j of cell) {
      const key = i * segments.length + j
      if (i >= j || seen.has(key)) continue
      seen.add(key)
      yield [segments[i]!, segments[j]!]
    }
  }
}

/** Without streets that end nowhere inside the town. */
function withoutStubs(network: Network): Network {
  let edges = network.edges
  for (;;) {
    const degree = degrees(edges)
    const kept = edges.filter(({ a, b, street }) => {
      const isLoose = (degree.get(a) ?? 0) < 2 || (degree.get(b) ?? 0) < 2
      const isFarOut = [a, b].some((node) => Math.abs(network.nodes[node]![0]) > 2900 || Math.abs(network.nodes[node]![1]) > 2600)
      return !isLoose || !street || isFarOut
    })
    if (kept.length === edges.length) return { nodes: network.nodes, edges }
    edges = kept
  }
}

function degrees(edges: readonly Edge[]): Map<number, number> {
  const degree = new Map<number, number>()
  for (const { a, b } of edges) for (const node of [a, b]) degree.set(node, (degree.get(node) ?? 0) + 1)
  return degree
}

/** Areas enclosed by edges. Loose ends belong to no face. */
export function findFaces({ nodes, edges: all }: Network): Face[] {
  let edges = all
  for (;;) {
    const degree = degrees(edges)
    const kept = edges.filter(({ a, b }) => degree.get(a)! > 1 && degree.get(b)! > 1)
    if (kept.length === edges.length) break
    edges = kept
  }
  const around = new Map<number, { to: number; edge: Edge; angle: number }[]>()
  for (const edge of edges) {
    for (const [from, to] of [[edge.a, edge.b], [edge.b, edge.a]] as const) {
      const angle = Math.atan2(nodes[to]![1] - nodes[from]![1], nodes[to]![0] - nodes[from]![0])
      around.set(from, [...(around.get(from) ?? []), { to, edge, angle }])
    }
  }
  for (const list of around.values()) list.sort((x, y) => x.angle - y.angle)
  const faces: Face[] = []
  const walked = new Set<string>()
  for (const [start, list] of around) {
    for (const first of list) {
      const face: Face = { nodes: [], edges: [] }
      let [from, step] = [start, first]
      while (!walked.has(`${from}>${step.to}`)) {
        walked.add(`${from}>${step.to}`)
        face.nodes.push(from)
        face.edges.push(step.edge)
        const onward = around.get(step.to)!
        const back = onward.findIndex(({ edge }) => edge === step.edge)
        // The next edge clockwise keeps the face on the left.
        ;[from, step] = [step.to, onward[(back + onward.length - 1) % onward.length]!]
      }
      const ring = face.nodes.map((node) => nodes[node]!)
      if (ring.length > 2 && signedArea(ring) > 100) faces.push(face)
    }
  }
  return faces
}

function signedArea(ring: readonly Point[]): number {
  return ring.reduce((sum, point, i) => sum + side([0, 0], point, ring[(i + 1) % ring.length]!), 0) / 2
}

/** Put a node on the street next to a point (within 1 m) and return it; null if no street is there. */
export function nodeOnStreet(network: Network, point: Point): number | null {
  for (const edge of network.edges) {
    const [a, b] = [network.nodes[edge.a]!, network.nodes[edge.b]!]
    if (!edge.street || point[0] < Math.min(a[0], b[0]) - 1 || point[0] > Math.max(a[0], b[0]) + 1) continue
    const near = nearestOnSegment(point, a, b)
    if (near.distanceM > 1) continue
    if (distance(point, a) < 1) return edge.a
    if (distance(point, b) < 1) return edge.b
    network.nodes.push(mix(a, b, near.t))
    const node = network.nodes.length - 1
    network.edges.push({ ...edge, a: node })
    edge.b = node
    return node
  }
  return null
}
