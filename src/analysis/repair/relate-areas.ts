import { bbox } from '@turf/turf'
import type { Position } from 'geojson'
import { partsOf } from '@/analysis/repair/area-of'
import type { AreaGeometry } from '@/domain/import'

/** So many pairs of edges are looked at one by one; more is left to the sweep. */
const PAIR_LIMIT = 1_000_000

/** False if the boxes around two areas are apart. */
export function mayOverlap(a: AreaGeometry, b: AreaGeometry): boolean {
  const [boxA, boxB] = [bbox(a), bbox(b)]
  return boxA[0] < boxB[2]! && boxB[0] < boxA[2]! && boxA[1] < boxB[3]! && boxB[1] < boxA[3]!
}

/** True only if an area lies in another for certain: a corner inside and no edges that meet. Far quicker than cutting them. */
export function isInsideArea(geometry: AreaGeometry, outline: AreaGeometry): boolean {
  const [edges, walls] = [partsOf(geometry).flat(), partsOf(outline).flat()]
  const countOf = (rings: Position[][]) => rings.reduce((sum, ring) => sum + ring.length, 0)
  if (countOf(edges) * countOf(walls) > PAIR_LIMIT) return false
  return partsOf(geometry).every(([outer]) => outer?.[0] !== undefined && isInside(outer[0], walls)) && !doMeet(edges, walls) && !walls.some((ring) => isInside(ring[0]!, edges))
}

/** Even-odd rule over all rings. */
function isInside([x, y]: Position, rings: readonly Position[][]): boolean {
  let inside = false
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [ax, ay, bx, by] = [ring[i - 1]![0]!, ring[i - 1]![1]!, ring[i]![0]!, ring[i]![1]!]
      if (ay > y! !== by > y! && x! < ax + ((y! - ay) / (by - ay)) * (bx - ax)) inside = !inside
    }
  }
  return inside
}

function doMeet(a: readonly Position[][], b: readonly Position[][]): boolean {
  for (const ring of a) {
    for (let i = 1; i < ring.length; i++) {
      for (const other of b) {
        for (let j = 1; j < other.length; j++) {
          if (doEdgesMeet(ring[i - 1]!, ring[i]!, other[j - 1]!, other[j]!)) return true
        }
      }
    }
  }
  return false
}

/** Touching counts: then it is not certain. */
function doEdgesMeet(p: Position, q: Position, r: Position, s: Position): boolean {
  return side(p, q, r) * side(p, q, s) <= 0 && side(r, s, p) * side(r, s, q) <= 0
}

function side(from: Position, to: Position, at: Position): number {
  return Math.sign((to[0]! - from[0]!) * (at[1]! - from[1]!) - (to[1]! - from[1]!) * (at[0]! - from[0]!))
}
