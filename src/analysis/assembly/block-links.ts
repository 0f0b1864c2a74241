import { collectObstacles, waterAt } from '@/analysis/assembly/collect-obstacles'
import type { Obstacle, Obstacles } from '@/analysis/assembly/collect-obstacles'
import { findFreeGapM } from '@/analysis/assembly/find-free-gap'
import type { Links } from '@/analysis/assembly/find-links'
import type { FlatShapes } from '@/analysis/shape/flat-shapes'
import { createConnection, nearestInPlane } from '@/analysis/shape/nearest-in-plane'
import { createPlaneShape, isInPlaneShape, loadPlaneShape } from '@/analysis/shape/plane-shape'
import type { LocalPlane, PlaneShape } from '@/analysis/shape/plane-shape'
import { measureBoxes } from '@/analysis/shape/shape-boxes'
import type { ShapeBoxes } from '@/analysis/shape/shape-boxes'
import { planeOfPair, TOUCH_M } from '@/analysis/shape/shape-distance'
import type { LandRules } from '@/domain/land-rules'
import type { Railway, Road, Tenure, Water } from '@/domain/place'

/** What keeps two spaces apart. */
export type LinkBlock = Obstacle | { kind: 'tenure'; id: null }

export interface BlockedLinks {
  /** Shortest connection that meets no obstacle, m; Infinity if none is within the widest gap, or tenures forbid it. */
  freeGapM: Float64Array
  /** What the shortest connection meets, also where a longer one is free; null if it is free itself. */
  blockedBy: readonly (LinkBlock | null)[]
}

export interface LinkSurroundings {
  roads: readonly Road[]
  railways: readonly Railway[]
  water: readonly Water[]
  /** Per shape. */
  tenures: readonly Tenure[]
  assembly: Pick<LandRules['assembly'], 'blockingRoadClasses' | 'incompatibleTenures'>
}

const first = createPlaneShape()
const second = createPlaneShape()
const connection = createConnection()

/** Judge every link: does a road of a blocking class, a railway or water lie between, and may the tenures be joined. */
export function blockLinks(links: Links, shapes: FlatShapes, { roads, railways, water, tenures, assembly }: LinkSurroundings): BlockedLinks {
  const obstacles = collectObstacles(roads, railways, water, assembly.blockingRoadClasses)
  const boxes = measureBoxes(shapes)
  const freeGapM = links.gapM.slice()
  const blockedBy = Array.from(links.a, (a, i): LinkBlock | null => {
    const b = links.b[i]!
    if (isForbidden(tenures[a]!, tenures[b]!, assembly.incompatibleTenures)) {
      freeGapM[i] = Infinity
      return { kind: 'tenure', id: null }
    }
    const plane = planeOfPair(shapes, a, b)
    const near = piecesBetween(obstacles, boxes, a, b, links.maxGapM, plane)
    if (near.length === 0) return null
    loadPlaneShape(first, shapes, a, plane)
    loadPlaneShape(second, shapes, b, plane)
    const judged = judgeLink(obstacles, near, plane, links.maxGapM)
    if (judged.block) freeGapM[i] = judged.freeGapM
    return judged.block
  })
  return { freeGapM, blockedBy }
}

function isForbidden(one: Tenure, other: Tenure, pairs: readonly (readonly [Tenure, Tenure])[]): boolean {
  return pairs.some(([a, b]) => (a === one && b === other) || (a === other && b === one))
}

/** Pieces that a connection of at most `maxGapM` can meet: it lies within that distance of both boxes. */
function piecesBetween(obstacles: Obstacles, boxes: ShapeBoxes, a: number, b: number, maxGapM: number, plane: LocalPlane): number[] {
  const reachLon = (maxGapM + 1) / plane.lonM
  const reachLat = (maxGapM + 1) / plane.latM
  const [i, j] = [4 * a, 4 * b]
  return obstacles.index?.search(
    Math.max(boxes[i]!, boxes[j]!) - reachLon, Math.max(boxes[i + 1]!, boxes[j + 1]!) - reachLat,
    Math.min(boxes[i + 2]!, boxes[j + 2]!) + reachLon, Math.min(boxes[i + 3]!, boxes[j + 3]!) + reachLat,
  ).sort((one, other) => one - other) ?? []
}

function judgeLink(obstacles: Obstacles, pieces: readonly number[], plane: LocalPlane, maxGapM: number) {
  const waters = [...new Set(pieces.map((piece) => obstacles.of[piece]!))].filter((owner) => owner >= obstacles.firstWater)
  const waterOf = (x: number, y: number) => waterAt(obstacles, plane.lon + x / plane.lonM, plane.lat + y / plane.latM, waters)
  const ends = pieces.flatMap((piece) => [0, 2].flatMap((k) => [
    (obstacles.ends[4 * piece + k]! - plane.lon) * plane.lonM, (obstacles.ends[4 * piece + k + 1]! - plane.lat) * plane.latM,
  ]))
  nearestInPlane(first, second, connection)
  const met = meets(connection.fromX, connection.fromY, connection.toX, connection.toY)
  if (met === null) return { block: null, freeGapM: NaN }
  const isFreeAt = (x: number, y: number) => meets(x, y, x, y) === null
  const isJoined = connection.gap2 === 0 && sharesGround(first, second, isFreeAt)
  const freeGapM = isJoined ? 0 : findFreeGapM(first, second, { ends, isInWater: (x, y) => waterOf(x, y) >= 0 }, maxGapM)
  return { block: met, freeGapM }

  /** The first obstacle that a connection meets, touching included. */
  function meets(x0: number, y0: number, x1: number, y1: number): Obstacle | null {
    for (let k = 0; k < pieces.length; k++) {
      if (isMet(x0, y0, x1, y1, ends[4 * k]!, ends[4 * k + 1]!, ends[4 * k + 2]!, ends[4 * k + 3]!)) {
        return obstacles.all[obstacles.of[pieces[k]!]!]!
      }
    }
    const water = waterOf(x0, y0)
    return water < 0 ? null : obstacles.all[water]!
  }
}

/** True if a vertex of one lies inside the other, away from obstacles: ground that both cover needs no connection. */
function sharesGround(a: PlaneShape, b: PlaneShape, isFreeAt: (x: number, y: number) => boolean): boolean {
  return [[a, b], [b, a]].some(([from, into]) => {
    for (let i = 0; i < from!.ringStarts[from!.ringCount]!; i++) {
      const [x, y] = [from!.x[i]!, from!.y[i]!]
      if (isInPlaneShape(into!, x, y) && isFreeAt(x, y)) return true
    }
    return false
  })
}

/** True if two segments come within 1 cm of each other. */
function isMet(x0: number, y0: number, x1: number, y1: number, u0: number, v0: number, u1: number, v1: number): boolean {
  const side = (ax: number, ay: number, bx: number, by: number, cx: number, cy: number) => (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
  const isAcross = side(x0, y0, x1, y1, u0, v0) * side(x0, y0, x1, y1, u1, v1) < 0
    && side(u0, v0, u1, v1, x0, y0) * side(u0, v0, u1, v1, x1, y1) < 0
  return isAcross || distanceM(x0, y0, u0, v0, u1, v1) < TOUCH_M || distanceM(x1, y1, u0, v0, u1, v1) < TOUCH_M
}

function distanceM(px: number, py: number, x0: number, y0: number, x1: number, y1: number): number {
  const [dx, dy] = [x1 - x0, y1 - y0]
  const length2 = dx * dx + dy * dy
  const share = length2 > 0 ? Math.min(1, Math.max(0, ((px - x0) * dx + (py - y0) * dy) / length2)) : 0
  return Math.hypot(x0 + share * dx - px, y0 + share * dy - py)
}
