import { latitudeMetric } from '@/analysis/land/latitude-metric'
import type { LatitudeMetric } from '@/analysis/land/latitude-metric'
import type { FlatShapes } from '@/analysis/land/reach'
import { distanceToShapeM } from '@/analysis/land/shape-distance'

/** Latitudes share their metric by steps: a step depends on the shape alone, not on its neighbours. */
const STEP_DEG = 0.005
/** Up to it the plane finds the nearest place well enough: the distance is off by 2 µm at 1 km, 14 µm at 2 km. */
const PLANE_M = 2_000
/** So near to the limit the metric itself decides. */
const DOUBT_M = 1e-4
/**
 * The boundary of one shape after another, ready for many distances.
 *
 * The nearest place is found in a plane of metres of a near latitude; how the metric at the middle latitude of the pair
 * differs from it is a series in the distance north, which spares a sine for every pair.
 */
export class Outline {
  /** Box and its centre, degrees. */
  west = 0
  south = 0
  east = 0
  north = 0
  centreLon = 0
  centreLat = 0
  /** Metres per degree of a latitude at most 300 m from the centre. */
  lonM = 0
  latM = 0
  /** Square of the distance from the centre beyond which nothing is in reach. */
  far2 = 0
  /** Square of the distance below which `distance2` decides what is in reach; from there on `exactM`. */
  sure2 = 0
  /** Half a window of latitude that holds all points within reach, degrees. */
  reachLatDeg = 0
  readonly maxM: number
  private readonly shapes: FlatShapes
  /** Ends of the edges in the plane whose origin is the centre, 1 ÷ length² (0 without length). */
  private ax = new Float64Array(64)
  private ay = new Float64Array(64)
  private bx = new Float64Array(64)
  private by = new Float64Array(64)
  private inverse = new Float64Array(64)
  private edgeCount = 0
  private shape = 0
  /** The centre north of the latitude of the metric, m. */
  private centreY = 0
  private metric = latitudeMetric(0)
  private readonly metrics = Array.from({ length: 8 }, () => this.metric)
  private inside2 = 0
  private lonDegPerM = 0

  constructor(shapes: FlatShapes, maxM: number) {
    this.shapes = shapes
    this.maxM = maxM
    this.sure2 = Math.max(0, Math.min(maxM - DOUBT_M, PLANE_M)) ** 2
  }

  /** Turns to shape `s`. */
  place(s: number): void {
    this.shape = s
    const { lon, lat, ringStarts, shapeStarts } = this.shapes
    const from = ringStarts[shapeStarts[s]!]!
    const end = ringStarts[shapeStarts[s + 1]!]!
    let west = Infinity
    let south = Infinity
    let east = -Infinity
    let north = -Infinity
    for (let i = from; i < end; i++) {
      const x = lon[i]!
      const y = lat[i]!
      if (x < west) west = x
      if (x > east) east = x
      if (y < south) south = y
      if (y > north) north = y
    }
    this.west = west
    this.south = south
    this.east = east
    this.north = north
    this.centreLon = (west + east) / 2
    this.centreLat = (south + north) / 2
    const refLat = Math.round(this.centreLat / STEP_DEG) * STEP_DEG
    if (refLat !== this.metric.lat) this.metric = this.metricAt(refLat)
    this.lonM = this.metric.lonM
    this.latM = this.metric.latM
    this.centreY = (this.centreLat - refLat) * this.latM
    if (end - from > this.ax.length) this.grow(2 * (end - from))
    this.setReach(this.setEdges(s))
  }

  private setReach(circumradiusM: number): void {
    const farM = this.maxM + circumradiusM
    // The most by which the metric of a pair within reach can differ from that of the reference.
    const slack = 1e-9 + Math.abs(this.metric.lon1) * (farM + Math.abs(this.centreY)) + Math.abs(this.metric.lon2) * farM * farM
    const reachM = farM * (1 + slack) + 1e-3
    const insideM = circumradiusM * (1 + 1e-9)
    this.far2 = reachM * reachM
    this.inside2 = insideM * insideM
    this.reachLatDeg = (this.maxM * 1.001 + 1e-3) / this.latM
    this.lonDegPerM = slack < 0.9 ? 1 / (this.lonM * (1 - slack)) : Infinity
  }

  /** How far beyond the box points within reach can lie east and west in a strip of latitude, degrees. */
  halfWidthDeg(stripSouth: number, stripNorth: number): number {
    const aboveM = Math.max(stripSouth - this.north, this.south - stripNorth, 0) * this.latM * 0.999
    const reachM = this.maxM + 1e-3
    const left2 = reachM * reachM - aboveM * aboveM
    return left2 > 0 ? Math.sqrt(left2) * this.lonDegPerM : 0
  }

  /**
   * Square of the distance of a place from the shape, m², 0 inside.
   *
   * @param x - East of the centre, m by `lonM`.
   * @param y - North of the centre, m by `latM`.
   */
  distance2(x: number, y: number): number {
    if (x * x + y * y <= this.inside2 && this.contains(x, y)) return 0
    const { ax, ay, bx, by, inverse, edgeCount, centreY } = this
    const { lon1, lon2, lat1, lat2 } = this.metric
    let least2 = Infinity
    for (let i = 0; i < edgeCount; i++) {
      const edgeX = bx[i]! - ax[i]!
      const edgeY = by[i]! - ay[i]!
      const fromX = x - ax[i]!
      const fromY = y - ay[i]!
      const along = (fromX * edgeX + fromY * edgeY) * inverse[i]!
      const share = along < 0 ? 0 : along > 1 ? 1 : along
      const restX = fromX - share * edgeX
      const restY = fromY - share * edgeY
      const middle = centreY + y - restY / 2
      const eastM = restX * (1 + middle * (lon1 + middle * lon2))
      const northM = restY * (1 + middle * (lat1 + middle * lat2))
      const edge2 = eastM * eastM + northM * northM
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
    const { ax, ay, bx, by, edgeCount } = this
    let isInside = false
    for (let i = 0; i < edgeCount; i++) {
      if (ay[i]! > y === by[i]! > y) continue
      if (x < ax[i]! + ((y - ay[i]!) / (by[i]! - ay[i]!)) * (bx[i]! - ax[i]!)) isInside = !isInside
    }
    return isInside
  }

  /** Fills the edges of a shape; answers the radius of the circle around its centre, m. A ring of one position is a point. */
  private setEdges(s: number): number {
    const { lon, lat, ringStarts, shapeStarts } = this.shapes
    const { ax, ay, bx, by, inverse, centreLon, centreLat, lonM, latM } = this
    let edge = 0
    let radius2 = 0
    for (let ring = shapeStarts[s]!; ring < shapeStarts[s + 1]!; ring++) {
      const from = ringStarts[ring]!
      const end = ringStarts[ring + 1]!
      let x = (lon[from]! - centreLon) * lonM
      let y = (lat[from]! - centreLat) * latM
      for (let i = end - from > 1 ? from + 1 : from; i < end; i++, edge++) {
        const x0 = x
        const y0 = y
        x = (lon[i]! - centreLon) * lonM
        y = (lat[i]! - centreLat) * latM
        ax[edge] = x0
        ay[edge] = y0
        bx[edge] = x
        by[edge] = y
        const length2 = (x - x0) * (x - x0) + (y - y0) * (y - y0)
        inverse[edge] = length2 > 0 ? 1 / length2 : 0
        const centre2 = x * x + y * y
        if (centre2 > radius2) radius2 = centre2
      }
    }
    this.edgeCount = edge
    return Math.sqrt(radius2)
  }

  private grow(length: number): void {
    this.ax = new Float64Array(length)
    this.ay = new Float64Array(length)
    this.bx = new Float64Array(length)
    this.by = new Float64Array(length)
    this.inverse = new Float64Array(length)
  }

  /** Neighbours in a strip of latitude share one or two metrics. */
  private metricAt(lat: number): LatitudeMetric {
    const slot = Math.round(lat / STEP_DEG) & (this.metrics.length - 1)
    const known = this.metrics[slot]!
    return known.lat === lat ? known : (this.metrics[slot] = latitudeMetric(lat))
  }
}
