import type { FlatShapes } from '@/analysis/shape/flat-shapes'
import { latitudeMetric } from '@/analysis/shape/latitude-metric'
import type { LatitudeMetric } from '@/analysis/shape/latitude-metric'
import { distanceToShapeM } from '@/analysis/shape/shape-distance'

/** Latitudes share their metric by steps: a step depends on the shape alone, not on its neighbours. */
export const STEP_DEG = 0.005
/** Up to here the plane finds the nearest place well enough: the distance is off by 2 µm at 1 km, 14 µm at 2 km. */
export const PLANE_M = 2_000
/** Numbers of an edge: start x and y, end x and y, way to the end x and y, 1 ÷ length² (0 without length). */
const EDGE = 7

/**
 * The boundary of one shape after another, ready for many distances.
 *
 * The nearest place is found in a plane of metres of a near latitude; how the metric at the middle latitude of the pair
 * differs from it is a series in the distance north, which spares a sine for every pair.
 */
export class Outline {
  /** Of a latitude at most 300 m from the centre. */
  metric = latitudeMetric(0)
  private readonly shapes: FlatShapes
  private shape = 0
  /** Edges in the plane whose origin is the centre, side by side: see `EDGE`. */
  private edges = new Float64Array(64 * EDGE)
  private end = 0
  /** The centre north of the latitude of the metric, m. */
  private centreY = 0
  /** Square of the radius of the circle around the centre that holds the shape. */
  private inside2 = 0
  private readonly metrics = Array.from({ length: 8 }, () => this.metric)

  constructor(shapes: FlatShapes) {
    this.shapes = shapes
  }

  /** Turns to shape `s`, whose box has this centre. */
  place(s: number, centreLon: number, centreLat: number): void {
    const refLat = Math.round(centreLat / STEP_DEG) * STEP_DEG
    if (refLat !== this.metric.lat) this.metric = this.metricAt(refLat)
    this.shape = s
    this.centreY = (centreLat - refLat) * this.metric.latM
    this.setEdges(s, centreLon, centreLat)
  }

  /**
   * Square of the distance of a place from the shape, m², 0 inside.
   *
   * @param x - East of the centre, m by `metric`.
   * @param y - North of the centre, m by `metric`.
   */
  distance2(x: number, y: number): number {
    if (x * x + y * y <= this.inside2 && this.contains(x, y)) return 0
    const { edges, end, metric: { lon1, lon2, lat1, lat2 } } = this
    // The squared metric at the place, and its change by half the way south: what the middle of the pair has.
    const y0 = this.centreY + y
    const lon = 1 + y0 * (lon1 + y0 * lon2)
    const lat = 1 + y0 * (lat1 + y0 * lat2)
    const lonSquare = lon * lon
    const latSquare = lat * lat
    const lonChange = lon * (lon1 + 2 * y0 * lon2)
    const latChange = lat * (lat1 + 2 * y0 * lat2)
    let least2 = Infinity
    for (let i = 0; i < end; i += EDGE) {
      const fromX = x - edges[i]!
      const fromY = y - edges[i + 1]!
      const edgeX = edges[i + 4]!
      const edgeY = edges[i + 5]!
      const along = (fromX * edgeX + fromY * edgeY) * edges[i + 6]!
      const share = along < 0 ? 0 : along > 1 ? 1 : along
      const restX = fromX - share * edgeX
      const restY = fromY - share * edgeY
      const edge2 = restX * restX * (lonSquare - lonChange * restY) + restY * restY * (latSquare - latChange * restY)
      if (edge2 < least2) least2 = edge2
    }
    return least2
  }

  /** The same in metres and by the metric of the pair itself. */
  exactM(lon: number, lat: number): number {
    return distanceToShapeM(lon, lat, this.shapes, this.shape)
  }

  /** Even–odd rule over all rings, so that holes are outside. */
  private contains(x: number, y: number): boolean {
    const { edges, end } = this
    let isInside = false
    for (let i = 0; i < end; i += EDGE) {
      const y0 = edges[i + 1]!
      const y1 = edges[i + 3]!
      if (y0 > y === y1 > y) continue
      if (x < edges[i]! + ((y - y0) / (y1 - y0)) * (edges[i + 2]! - edges[i]!)) isInside = !isInside
    }
    return isInside
  }

  /** A ring of one position is a point. */
  private setEdges(s: number, centreLon: number, centreLat: number): void {
    const { lon, lat, ringStarts, shapeStarts } = this.shapes
    const { lonM, latM } = this.metric
    const room = EDGE * (ringStarts[shapeStarts[s + 1]!]! - ringStarts[shapeStarts[s]!]!)
    if (room > this.edges.length) this.edges = new Float64Array(2 * room)
    const { edges } = this
    let edge = 0
    let radius2 = 0
    for (let ring = shapeStarts[s]!; ring < shapeStarts[s + 1]!; ring++) {
      const from = ringStarts[ring]!
      const end = ringStarts[ring + 1]!
      let x = (lon[from]! - centreLon) * lonM
      let y = (lat[from]! - centreLat) * latM
      for (let i = end - from > 1 ? from + 1 : from; i < end; i++, edge += EDGE) {
        edges[edge] = x
        edges[edge + 1] = y
        const x1 = (lon[i]! - centreLon) * lonM
        const y1 = (lat[i]! - centreLat) * latM
        edges[edge + 2] = x1
        edges[edge + 3] = y1
        const edgeX = x1 - x
        const edgeY = y1 - y
        edges[edge + 4] = edgeX
        edges[edge + 5] = edgeY
        const length2 = edgeX * edgeX + edgeY * edgeY
        edges[edge + 6] = length2 > 0 ? 1 / length2 : 0
        x = x1
        y = y1
        radius2 = Math.max(radius2, x * x + y * y)
      }
    }
    this.end = edge
    this.inside2 = radius2 * (1 + 1e-9)
  }

  /** Neighbours in a strip of latitude share one or two metrics. */
  private metricAt(lat: number): LatitudeMetric {
    const slot = Math.round(lat / STEP_DEG) & (this.metrics.length - 1)
    const known = this.metrics[slot]!
    return known.lat === lat ? known : (this.metrics[slot] = latitudeMetric(lat))
  }
}
