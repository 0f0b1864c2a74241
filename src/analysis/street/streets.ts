import type { SegmentGrid } from '@/analysis/shape/segment-grid'

/**
 * Walking network (步行路网) as columns. Places are where street lines bend or meet; nodes are the places where not
 * exactly two lines meet; an edge is the street between two nodes with every bend in between, so that a search steps
 * from junction to junction. Numbering follows the ground, not the order of the input.
 */
export interface Streets {
  /** Places, degrees. */
  lon: Float64Array
  lat: Float64Array
  nodeCount: number
  /** Steps from node `n`, shortest first: `starts[n] …`; length nodes + 1. */
  starts: Uint32Array
  neighbour: Uint32Array
  stepM: Float64Array
  edgeCount: number
  /** Nodes at both ends; equal for a loop. */
  edgeFrom: Uint32Array
  edgeTo: Uint32Array
  lengthM: Float64Array
  /** Bends of edge `e`, both ends included: `vertexStarts[e] …`; length edges + 1. */
  vertexStarts: Uint32Array
  vertexPlace: Uint32Array
  /** Metres from the start of the edge. */
  vertexAlongM: Float64Array
  /** Index of segments; segment `v` runs from vertex `v` to vertex `v + 1` of the same edge. */
  grid: SegmentGrid
  /** Walkable road segments left out because they cross water or rails without a bridge. */
  blockedSegments: number
  /** Roads with such segments, sorted. */
  blockedRoadIds: readonly string[]
}

/** One way between something and the network, per index. */
export interface Ways {
  /** Edge of the network; −1: unroutable. */
  edge: Int32Array
  /** Metres from the start of the edge; NaN if unroutable. */
  alongM: Float64Array
  /** Length of the straight way to that point, m; Infinity if unroutable. */
  connectorM: Float64Array
}

/** How points or shapes are joined to the network: their shortest way, one per index, and other ways through further gates. */
export interface Connectors extends Ways {
  others: (Ways & { owner: Uint32Array }) | null
}

/** Gates (出入口) through which what lies inside a walled community must pass. */
export interface Gates {
  /** Group of gates per point or shape; −1: none, straight to the street. */
  groupOf: Int32Array
  /** Gates of group `g`: `starts[g] …`; length groups + 1. */
  starts: Uint32Array
  lon: Float64Array
  lat: Float64Array
}
