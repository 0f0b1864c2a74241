import type { LineString, MultiPolygon, Point, Polygon, Position } from 'geojson'
import { flattenShapes } from '@/analysis/shape/flatten-shapes'
import { metresPerDegree } from '@/analysis/shape/metric'
import { measureBoxes, type ShapeBoxes } from '@/analysis/shape/shape-boxes'
import { nearestBetween } from '@/analysis/shape/shape-distance'

/** For every area and every kind of thing the nearest one: `distanceM[area × kinds + kind]`. */
export interface NearestOfKinds {
  kindCount: number
  /** From boundary to point or line, m; 0 inside or across; Infinity if there is none of the kind; NaN without a shape. */
  distanceM: Float64Array
  /** Index into the things as given, −1 if none; of equally near ones the lower id. */
  which: Int32Array
}

interface Thing {
  id: string
  kindIndex: number
  geometry: Point | LineString
}

/** The metric of one latitude is right to this share within several degrees: enough to skip what cannot be nearest. */
const SURE_SHARE = 0.9

/** The nearest thing of each kind to each area; `null` areas (no valid shape) get NaN. Every pair is measured by itself. */
export function nearestOfKinds(areas: readonly (Polygon | MultiPolygon | null)[], things: readonly Thing[], kindCount: number): NearestOfKinds {
  const shapes = flattenShapes([...areas.map((area) => area ?? NOWHERE), ...things.map(({ geometry }) => asShape(geometry))])
  const boxes = measureBoxes(shapes)
  const order = things.map((_, t) => t).sort((a, b) => (things[a]!.id < things[b]!.id ? -1 : 1))
  const distanceM = new Float64Array(areas.length * kindCount).fill(Infinity)
  const which = new Int32Array(areas.length * kindCount).fill(-1)
  areas.forEach((area, a) => {
    if (area === null) return void distanceM.fill(NaN, a * kindCount, (a + 1) * kindCount)
    for (const t of order) {
      const cell = a * kindCount + things[t]!.kindIndex
      if (atLeastM(boxes, a, areas.length + t) > distanceM[cell]!) continue
      const { gapM } = nearestBetween(shapes, a, areas.length + t)
      if (!(gapM < distanceM[cell]!)) continue
      distanceM[cell] = gapM
      which[cell] = t
    }
  })
  return { kindCount, distanceM, which }
}

const NOWHERE: Polygon = { type: 'Polygon', coordinates: [] }

/** A line there and back is a closed ring without inside, so that one measure serves points and lines. */
function asShape(geometry: Point | LineString): Point | Polygon {
  if (geometry.type === 'Point') return geometry
  const back: Position[] = [...geometry.coordinates].reverse().slice(1)
  return { type: 'Polygon', coordinates: [[...geometry.coordinates, ...back]] }
}

/** No distance between shapes in these boxes is smaller, m. */
function atLeastM(boxes: ShapeBoxes, a: number, b: number): number {
  const { lonM, latM } = metresPerDegree(boxes[4 * a + 1]!)
  const gapLon = Math.max(0, boxes[4 * b]! - boxes[4 * a + 2]!, boxes[4 * a]! - boxes[4 * b + 2]!)
  const gapLat = Math.max(0, boxes[4 * b + 1]! - boxes[4 * a + 3]!, boxes[4 * a + 1]! - boxes[4 * b + 3]!)
  return SURE_SHARE * Math.hypot(gapLon * lonM, gapLat * latM)
}
