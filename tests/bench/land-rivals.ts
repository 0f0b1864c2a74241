import { booleanPointInPolygon, polygonToLine, pointToLineDistance, point as turfPoint, polygon as turfPolygon } from '@turf/turf'
import Flatbush from 'flatbush'
import { findLinks } from '@/analysis/assembly/find-links'
import { lineReach } from '@/analysis/reach/line-reach'
import type { PointColumns } from '@/analysis/shape/index-points'
import { geodesicM, metresPerDegree } from '@/analysis/shape/metric'
import { measureBoxes } from '@/analysis/shape/shape-boxes'
import { distanceToShapeM, nearestBetween } from '@/analysis/shape/shape-distance'
import { countUncovered, GAP_M, RADIUS_M, timed } from './land-scale'
import { firstShapes, middlesOf, polygonOf, type MadeLand } from './make-land'

/** The same work done by others, ms; counts are asserted equal before a time is told. */
export interface RivalFigures {
  flatbush: { middlesMs: number; joinMs: number; assemblyMs: number; uncoveredMs: number }
  /** Extrapolated from a part: Turf has no index. */
  turf: { joinMs: number; joinOf: number; assemblyMs: number; assemblyOf: number; uncoveredMs: number; differing: number }
}

/** Turf measures on a sphere, which at this latitude differs by up to 0.3 % from the ellipsoid. */
const SPHERE_SHARE = 0.004

export function measureRivals(land: MadeLand, turfSpaces: { join: number; assembly: number }): RivalFigures {
  return { flatbush: measureFlatbush(land), turf: measureTurf(land, turfSpaces) }
}

/** Boxes found by flatbush, then the same distance. */
function measureFlatbush({ points, shapes, people, buildings, spaces }: MadeLand): RivalFigures['flatbush'] {
  const boxes = measureBoxes(shapes)
  const runs = spaces > 100_000 ? 1 : 5
  const join = timed(runs, () => {
    const index = indexOf(points)
    let pairs = 0
    const isCovered: number[] = []
    for (let s = 0; s < spaces; s++) {
      for (const p of index.search(...around(boxes, s, RADIUS_M))) {
        if (!(distanceToShapeM(points.lon[p]!, points.lat[p]!, shapes, s) <= RADIUS_M)) continue
        pairs++
        isCovered.push(p)
      }
    }
    return { pairs, point: isCovered }
  })
  const reach = lineReach(points, shapes, RADIUS_M)
  assertEqual('pairs of flatbush', join.result.pairs, reach.point.length)

  const middles = middlesOf(shapes)
  const middleJoin = timed(runs, () => {
    const index = indexOf(points)
    let pairs = 0
    for (let s = 0; s < spaces; s++) {
      const [lon, lat] = [middles.lon[s]!, middles.lat[s]!]
      for (const p of index.search(...around([lon, lat, lon, lat], 0, RADIUS_M))) if (geodesicM(lon, lat, points.lon[p]!, points.lat[p]!) <= RADIUS_M) pairs++
    }
    return pairs
  })
  assertEqual('pairs of flatbush', middleJoin.result, lineReach(points, middles, RADIUS_M).point.length)

  const index = new Flatbush(spaces)
  for (let s = 0; s < spaces; s++) index.add(...boxOf(boxes, s))
  index.finish()
  const assembly = timed(runs, () => {
    let links = 0
    for (let s = 0; s < spaces; s++) {
      for (const t of index.search(...around(boxes, s, GAP_M))) if (t > s && nearestBetween(shapes, s, t).gapM <= GAP_M) links++
    }
    return links
  })
  assertEqual('links of flatbush', assembly.result, findLinks(shapes, GAP_M).a.length)

  const uncovered = timed(runs, () => {
    let count = 0
    for (let p = 0; p < buildings; p++) {
      const [lon, lat] = [points.lon[p]!, points.lat[p]!]
      if (!index.search(...around([lon, lat, lon, lat], 0, RADIUS_M)).some((s) => distanceToShapeM(lon, lat, shapes, s) <= RADIUS_M)) count++
    }
    return count
  })
  assertEqual('uncovered of flatbush', uncovered.result, countUncovered(reach, people).buildings)
  return { middlesMs: middleJoin.ms, joinMs: join.ms, assemblyMs: assembly.ms, uncoveredMs: uncovered.ms }
}

function indexOf({ lon, lat }: PointColumns): Flatbush {
  const index = new Flatbush(lon.length)
  for (let p = 0; p < lon.length; p++) index.add(lon[p]!, lat[p]!)
  index.finish()
  return index
}

/** Every pair of a part: what a plain script with Turf does. Pairs that only the sphere decides otherwise are counted. */
function measureTurf({ points, shapes, buildings, spaces }: MadeLand, part: { join: number; assembly: number }): RivalFigures['turf'] {
  const homes = Array.from({ length: buildings }, (_, p) => turfPoint([points.lon[p]!, points.lat[p]!]))
  const made = Array.from({ length: Math.max(part.join, part.assembly) }, (_, s) => {
    const polygon = turfPolygon(polygonOf(shapes, s).coordinates)
    return { polygon, line: polygonToLine(polygon) as Parameters<typeof pointToLineDistance>[1] }
  })
  const turfM = (home: (typeof homes)[number], { polygon, line }: (typeof made)[number]) =>
    (booleanPointInPolygon(home, polygon) ? 0 : pointToLineDistance(home, line, { units: 'meters' }))

  const subset = firstShapes(shapes, part.join)
  let differing = 0
  const reach = lineReach(points, subset, RADIUS_M)
  const isReached = Array.from({ length: part.join }, (_, s) => new Set(reach.point.subarray(reach.starts[s]!, reach.starts[s + 1]!)))
  const join = timed(1, () => made.slice(0, part.join).map((space) => homes.map((home) => turfM(home, space))))
  join.result.forEach((row, s) => row.forEach((metres, p) => {
    if (metres <= RADIUS_M === isReached[s]!.has(p)) return
    differing++
    const ownM = distanceToShapeM(points.lon[p]!, points.lat[p]!, shapes, s)
    if (Math.abs(ownM - RADIUS_M) > SPHERE_SHARE * RADIUS_M) throw new Error(`Turf: ${metres} m from space ${s} to building ${p}, here ${ownM} m`)
  }))

  // Without an index a building is known to be uncovered when it has been held against all spaces: the same pairs.
  const perPairMs = join.ms / (part.join * buildings)
  const assembly = timed(1, () => {
    const linked: number[] = []
    for (let s = 0; s < part.assembly; s++) {
      for (let t = s + 1; t < part.assembly; t++) {
        const gapM = Math.min(...cornersOf(made[s]!).map((corner) => turfM(corner, made[t]!)), ...cornersOf(made[t]!).map((corner) => turfM(corner, made[s]!)))
        if (gapM <= GAP_M) linked.push(s * part.assembly + t)
      }
    }
    return linked
  })
  const links = findLinks(firstShapes(shapes, part.assembly), GAP_M)
  const own = Array.from(links.a, (s, i) => s * part.assembly + links.b[i]!)
  assertEqual('links of Turf', assembly.result.length, own.length)
  const pairsShare = (spaces * (spaces - 1)) / (part.assembly * (part.assembly - 1))
  return {
    joinMs: perPairMs * spaces * buildings, joinOf: part.join, assemblyMs: assembly.ms * pairsShare, assemblyOf: part.assembly,
    uncoveredMs: perPairMs * spaces * buildings, differing,
  }
}

const cornersOf = ({ polygon }: { polygon: ReturnType<typeof turfPolygon> }) => polygon.geometry.coordinates[0]!.slice(1).map((position) => turfPoint(position))

function boxOf(boxes: ArrayLike<number>, s: number): [number, number, number, number] {
  return [boxes[4 * s]!, boxes[4 * s + 1]!, boxes[4 * s + 2]!, boxes[4 * s + 3]!]
}

/** A box, wider by some metres on every side. */
function around(boxes: ArrayLike<number>, s: number, byM: number): [number, number, number, number] {
  const [west, south, east, north] = boxOf(boxes, s)
  const { lonM, latM } = metresPerDegree(north + byM / 110_000)
  const [lon, lat] = [(1.001 * byM) / lonM, (1.001 * byM) / latM]
  return [west - lon, south - lat, east + lon, north + lat]
}

function assertEqual(what: string, found: number, expected: number): void {
  if (found !== expected) throw new Error(`${what}: ${found}, here ${expected}`)
}
