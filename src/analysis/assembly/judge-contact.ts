import type { FlatShapes } from '@/analysis/shape/flat-shapes'
import { metresPerDegree } from '@/analysis/shape/metric'
import type { ShapeBoxes } from '@/analysis/shape/shape-boxes'
import { nearestOnShape, pointInShape } from '@/analysis/shape/shape-distance'
import type { Contact } from '@/domain/land'

/*
 * How a site lies to the communities. The words 边角, 夹心, 插花 are used in practice (Guangdong 三旧改造: land cut off
 * by, enclosed in, or wedged with the project's land) without a measure; everything below is our assumption.
 */

/** A piece of a site's boundary faces a community whose wall is at most so far outside it, m. */
const NEAR_M = 10
/** The nearest place of the wall may lie so far off square, as cosine: 45°. */
const FACING_COSINE = Math.SQRT1_2
/** A wall so near is faced in any direction, m. */
const TOUCHING_M = 0.5
/** The boundary is judged in pieces of at most this, m. */
const PIECE_M = 1
/** Shorter runs along one wall are chance, m. */
const MIN_STRETCH_M = 3
/** 小区内: at least this share of the boundary lies in communities. */
const INSIDE_SHARE = 0.5
/** 夹心: at least this share faces communities. */
const ENCLOSED_SHARE = 0.6
/** 独立: less than this share does. */
const APART_SHARE = 0.05

/** Contact of one space; sites add these up. */
export interface ContactMeasure {
  perimeterM: number
  /** Of it inside a community. */
  insideM: number
  /** Of it inside a community or facing one. */
  facingM: number
  /** Communities it faces, ascending. */
  communities: readonly number[]
  /** Separate runs of boundary along a wall. */
  stretchCount: number
}

/**
 * 小区内 if half of the boundary lies in communities; 夹心 if 60 % faces them; 插花 if it faces two communities or two
 * separate stretches of wall; 边角 if it faces one; 独立 if hardly any of it does.
 */
export function judgeContact(measures: readonly ContactMeasure[]): Contact {
  const sum = (key: 'perimeterM' | 'insideM' | 'facingM') => measures.reduce((total, measure) => total + measure[key], 0)
  const perimeterM = sum('perimeterM')
  if (sum('insideM') >= INSIDE_SHARE * perimeterM && perimeterM > 0) return 'inside'
  const facingShare = perimeterM > 0 ? sum('facingM') / perimeterM : 0
  if (facingShare < APART_SHARE) return 'apart'
  if (facingShare >= ENCLOSED_SHARE) return 'enclosed'
  const communityCount = new Set(measures.flatMap(({ communities }) => communities)).size
  const stretchCount = Math.max(...measures.map((measure) => measure.stretchCount))
  return communityCount >= 2 || stretchCount >= 2 ? 'interleaved' : 'edge'
}

/** Measure the contact of shape `s` with the communities; `boxes` are theirs. */
export function measureContact(shapes: FlatShapes, s: number, communities: FlatShapes, boxes: ShapeBoxes): ContactMeasure {
  const near = communitiesNear(shapes, s, boxes)
  const total = { perimeterM: 0, insideM: 0, facingM: 0, stretchCount: 0 }
  const metBy = new Set<number>()
  for (let r = shapes.shapeStarts[s]!; r < shapes.shapeStarts[s + 1]!; r++) {
    const runs: { community: number; lengthM: number }[] = []
    for (let i = shapes.ringStarts[r]! + 1; i < shapes.ringStarts[r + 1]!; i++) {
      judgeEdge(shapes, s, i, communities, near, (community, lengthM, isInside) => {
        total.perimeterM += lengthM
        if (isInside) total.insideM += lengthM
        if (community >= 0) total.facingM += lengthM
        const run = runs[runs.length - 1]
        if (run?.community === community) run.lengthM += lengthM
        else runs.push({ community, lengthM })
      })
    }
    // The ring closes: its last run goes on in its first.
    if (runs.length > 1 && runs[0]!.community === runs[runs.length - 1]!.community) runs[0]!.lengthM += runs.pop()!.lengthM
    for (const { community, lengthM } of runs) {
      if (community < 0 || lengthM < MIN_STRETCH_M) continue
      metBy.add(community)
      total.stretchCount++
    }
  }
  return { ...total, communities: [...metBy].sort((a, b) => a - b) }
}

function communitiesNear(shapes: FlatShapes, s: number, boxes: ShapeBoxes): number[] {
  const start = shapes.ringStarts[shapes.shapeStarts[s]!]!
  const end = shapes.ringStarts[shapes.shapeStarts[s + 1]!]!
  const lon = shapes.lon.subarray(start, end)
  const lat = shapes.lat.subarray(start, end)
  const { lonM, latM } = metresPerDegree(lat[0] ?? 0)
  const [reachLon, reachLat] = [(NEAR_M + 1) / lonM, (NEAR_M + 1) / latM]
  const [west, east] = [Math.min(...lon) - reachLon, Math.max(...lon) + reachLon]
  const [south, north] = [Math.min(...lat) - reachLat, Math.max(...lat) + reachLat]
  return Array.from({ length: boxes.length / 4 }, (_, c) => c).filter((c) =>
    boxes[4 * c]! <= east && boxes[4 * c + 2]! >= west && boxes[4 * c + 1]! <= north && boxes[4 * c + 3]! >= south)
}

/** Tell `visit` for each piece of the edge that ends at position `i`: the community it faces (or −1), its length, if it is inside. */
function judgeEdge(
  shapes: FlatShapes, s: number, i: number, communities: FlatShapes, near: readonly number[],
  visit: (community: number, lengthM: number, isInside: boolean) => void,
): void {
  const [lon0, lat0, lon1, lat1] = [shapes.lon[i - 1]!, shapes.lat[i - 1]!, shapes.lon[i]!, shapes.lat[i]!]
  const { lonM, latM } = metresPerDegree((lat0 + lat1) / 2)
  const [dx, dy] = [(lon1 - lon0) * lonM, (lat1 - lat0) * latM]
  const lengthM = Math.hypot(dx, dy)
  if (lengthM === 0) return
  const pieces = Math.ceil(lengthM / PIECE_M)
  if (near.length === 0) return visit(-1, lengthM, false)
  // Square to the edge, away from the site.
  let [normalX, normalY] = [dy / lengthM, -dx / lengthM]
  const [midLon, midLat] = [(lon0 + lon1) / 2, (lat0 + lat1) / 2]
  if (pointInShape(midLon + (0.01 * normalX) / lonM, midLat + (0.01 * normalY) / latM, shapes, s)) [normalX, normalY] = [-normalX, -normalY]
  for (let k = 0; k < pieces; k++) {
    const share = (k + 0.5) / pieces
    const [lon, lat] = [lon0 + share * (lon1 - lon0), lat0 + share * (lat1 - lat0)]
    const inside = near.find((c) => pointInShape(lon, lat, communities, c))
    visit(inside ?? facedCommunity(lon, lat), lengthM / pieces, inside !== undefined)
  }

  function facedCommunity(lon: number, lat: number): number {
    let faced = -1
    let facedM = NEAR_M
    for (const c of near) {
      const wall = nearestOnShape(lon, lat, communities, c)
      if (!wall) continue
      const [x, y] = [(wall[0]! - lon) * lonM, (wall[1]! - lat) * latM]
      const distanceM = Math.hypot(x, y)
      const isFaced = distanceM <= TOUCHING_M || x * normalX + y * normalY >= FACING_COSINE * distanceM
      if (!isFaced || distanceM > facedM || (distanceM === facedM && faced >= 0)) continue
      faced = c
      facedM = distanceM
    }
    return faced
  }
}
