import type { Geometry, MultiPolygon, Polygon, Position } from 'geojson'
import { flattenShapes } from '@/analysis/shape/flatten-shapes'
import { distanceToShapeM } from '@/analysis/shape/shape-distance'
import type { CrsCandidate, CrsChoice } from '@/domain/crs'
import { measureSample } from '@/data/crs/measure-sample'
import type { SampledShape } from '@/data/crs/measure-sample'
import { plausibleCrs } from '@/data/crs/plausible-crs'
import type { Bounds } from '@/data/crs/plausible-crs'
import type { Projection } from '@/data/crs/projection'

/** What is compared: shapes as they are in the file, and where they ought to fall (WGS 84). */
export interface RankCrsInput {
  geometries: readonly Geometry[]
  knownCommunities: readonly (Polygon | MultiPolygon)[]
  /** West, south, east, north of the plan; null if there is no plan yet. */
  bounds: Bounds | null
  projection: Projection
  /** Systems that are among the candidates whatever the numbers are: what the file states, what was chosen. */
  always?: readonly (CrsChoice | null | undefined)[]
}

/** Enough for a median; all features of the programme are far fewer. */
const MAX_FEATURES = 2000
/** Farther from every community than this it is enough to know that it is far, m: spares the exact distance. */
const FAR_DEG = 1
/** Of a meridian on the sphere: for what is far, and for a shift that is told in whole metres. */
const M_PER_DEGREE = 111_195
/** No place on Earth is farther from another, m. */
const FARTHEST_M = 20_100_000

/**
 * Systems the numbers could be in, best first: most features in known communities (a tenth of all counts as a step, for
 * by chance some lie in one), then the least median distance to the nearest one, then all in the bounds, then the
 * order of `CRS_LIST`. Empty if nothing has a position. Of more than 2,000 features every n-th is looked at, and the
 * counts are of those.
 */
export function rankCrs({ geometries, knownCommunities, bounds, projection, always = [] }: RankCrsInput): CrsCandidate[] {
  const sample = measureSample(geometries, MAX_FEATURES)
  if (sample.length === 0) return []
  const known = knownIndex(knownCommunities)
  const choices = plausibleCrs(sample.map((shape) => shape.middle), bounds)
  for (const choice of always) if (choice && !choices.some((each) => isSameChoice(each, choice))) choices.push(choice)
  const ranked = choices
    .map((choice, order) => ({ candidate: tryChoice(choice, sample, known, bounds, projection), order }))
    .sort((a, b) => compare(a.candidate, b.candidate) || a.order - b.order)
    .map(({ candidate }) => candidate)
  return ranked.map((candidate) => ({ ...candidate, shiftM: shiftM(candidate, ranked[0]!) }))
}

/** Between the middles of both boxes, m. */
function shiftM({ bounds: [west, south, east, north] }: CrsCandidate, { bounds: [otherWest, otherSouth, otherEast, otherNorth] }: CrsCandidate): number | null {
  const latitude = ((south + north + otherSouth + otherNorth) / 4) * (Math.PI / 180)
  const shift = M_PER_DEGREE * Math.hypot(((west + east - otherWest - otherEast) / 2) * Math.cos(latitude), (south + north - otherSouth - otherNorth) / 2)
  return Number.isFinite(shift) ? shift : null
}

export function isSameChoice(one: CrsChoice, other: CrsChoice): boolean {
  return one.crs === other.crs && one.isSwapped === other.isSwapped
}

function compare(a: CrsCandidate, b: CrsCandidate): number {
  return tenthsInside(b) - tenthsInside(a)
    || (a.distanceM ?? FARTHEST_M) - (b.distanceM ?? FARTHEST_M) || (Number(b.isInBounds) - Number(a.isInBounds))
}

const tenthsInside = ({ insideCount, featureCount }: CrsCandidate) => Math.floor((10 * insideCount) / featureCount)

function tryChoice(choice: CrsChoice, sample: readonly SampledShape[], known: Known, bounds: Bounds | null, projection: Projection): CrsCandidate {
  const convert = projection.toWgs84(choice)
  const box = [Infinity, Infinity, -Infinity, -Infinity] as [number, number, number, number]
  const distances: number[] = []
  let insideCount = 0
  let isWhole = true
  for (const { middle, corners } of sample) {
    for (const corner of corners) isWhole = extend(box, convert(corner)) && isWhole
    const [lon = NaN, lat = NaN] = convert(middle)
    const distanceM = known.distanceM(lon, lat)
    if (distanceM === 0) insideCount++
    distances.push(distanceM)
  }
  const median = medianOf(distances)
  const isInBounds = isWhole && bounds !== null && box[0] >= bounds[0] && box[1] >= bounds[1] && box[2] <= bounds[2] && box[3] <= bounds[3]
  return {
    choice, isInBounds, insideCount, featureCount: sample.length, shiftM: null,
    bounds: box[0] <= box[2] ? box : [NaN, NaN, NaN, NaN], distanceM: Number.isFinite(median) ? median : null,
  }
}

function extend(box: [number, number, number, number], [lon = NaN, lat = NaN]: Position): boolean {
  if (Number.isNaN(lon) || Number.isNaN(lat)) return false
  box[0] = Math.min(box[0], lon)
  box[1] = Math.min(box[1], lat)
  box[2] = Math.max(box[2], lon)
  box[3] = Math.max(box[3], lat)
  return true
}

function medianOf(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort()
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

interface Known {
  /** To the nearest community, 0 inside; Infinity if none is known or the place is none. */
  distanceM: (lon: number, lat: number) => number
}

function knownIndex(communities: readonly (Polygon | MultiPolygon)[]): Known {
  const shapes = flattenShapes(communities)
  const box = [Infinity, Infinity, -Infinity, -Infinity] as [number, number, number, number]
  for (let i = 0; i < shapes.lon.length; i++) extend(box, [shapes.lon[i]!, shapes.lat[i]!])
  const count = box[0] <= box[2] ? shapes.count : 0
  return {
    distanceM(lon, lat) {
      if (count === 0 || Number.isNaN(lon) || Number.isNaN(lat)) return Infinity
      // Far away the metric of near pairs does not hold and a rough distance says enough.
      const aside = Math.hypot(Math.max(box[0] - lon, lon - box[2], 0) * Math.cos((lat * Math.PI) / 180), Math.max(box[1] - lat, lat - box[3], 0))
      if (aside > FAR_DEG) return aside * M_PER_DEGREE
      let nearestM = Infinity
      for (let s = 0; s < count && nearestM > 0; s++) nearestM = Math.min(nearestM, distanceToShapeM(lon, lat, shapes, s))
      return nearestM
    },
  }
}
