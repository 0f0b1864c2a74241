import type { TownBlock } from '@/cli/synthesize/blocks'
import { LAKE_NAME, makeLake } from '@/cli/synthesize/corridors'
import { smoothLine, smoothRing } from '@/cli/synthesize/curves'
import {
  areaOf, centroidOf, crossing, distance, distanceToRing, gapBetween, isInside, liesWithin, mix, rectangle, strip, toPlane, type Point,
} from '@/cli/synthesize/plane'
import { between, type Random } from '@/cli/synthesize/random'
import { addGreen, addHouse, addWay, type Town } from '@/cli/synthesize/town'

const PATH_WIDTH_M = 3

/** A park with a pond, winding paths from the streets to its middle, and a pavilion. */
export function plantPark(town: Town, block: TownBlock, random: Random): void {
  const name = block.place?.name ?? null
  if (block.place?.layout === 'square') return plantSquare(town, block)
  const { frame, ring } = block
  const radiusM = Math.sqrt(areaOf(ring)) / 2
  const pond = radiusM > 55 ? pondOf(block, radiusM, random) : null
  addGreen(town, 'park', name, ring, pond ? [pond] : [])
  if (pond) {
    town.ponds.push({ name: null, ring: pond })
    town.occupancy.take(pond)
  }
  for (const quarter of [0, 1, 2, 3]) {
    const end = streetEnd(block, frame.origin, frame.angle + (quarter * Math.PI) / 2 + between(random, -0.25, 0.25))
    if (!end) continue
    const sway = between(random, -9, 9)
    const choices = [sway, -sway, 0].map((aside) => windingPath(end, frame.origin, aside))
    const line = choices.find((path) => staysIn(path, block.lot.ring) && (!pond || staysClear(path, pond)))
    if (line) addWay(town, line, null, PATH_WIDTH_M)
  }
  const pavilion = rectangle(frame, -radiusM * 0.42, -radiusM * 0.45, 13, 9)
  if (liesWithin(pavilion, ring)) addHouse(town, { ring: pavilion, heightM: 6.5, landUse: 'green', households: 0 }, 3)
}

function windingPath(from: Point, to: Point, swayM: number): Point[] {
  const frame = { origin: from, angle: Math.atan2(to[1] - from[1], to[0] - from[0]) }
  const length = distance(from, to)
  return smoothLine([from, toPlane(frame, [length * 0.35, swayM]), toPlane(frame, [length * 0.7, -swayM]), to], 11)
}

/** True if a path leaves the street it starts at and comes near no other. */
function staysIn(path: readonly Point[], ring: readonly Point[]): boolean {
  return path.slice(1).every((point) => isInside(point, ring) && distanceToRing(point, ring) > 3)
}

function staysClear(path: readonly Point[], pond: readonly Point[]): boolean {
  return path.slice(1).every((to, i) => gapBetween(strip(path[i]!, to, PATH_WIDTH_M), pond) > 1)
}

function pondOf({ frame, ring }: TownBlock, radiusM: number, random: Random): Point[] | null {
  const middle = toPlane(frame, [radiusM * 0.46, radiusM * 0.44])
  const phase = between(random, 0, 6)
  const pond = smoothRing(middle, 22, (angle) => {
    const r = radiusM * (0.24 + 0.05 * Math.sin(2 * angle + phase) + 0.03 * Math.sin(3 * angle))
    return [r * 1.15 * Math.cos(angle), r * Math.sin(angle)]
  })
  return liesWithin(pond, ring) ? pond : null
}

/** A paved square that is crossed along both axes. */
function plantSquare(town: Town, block: TownBlock): void {
  addGreen(town, 'square', block.place?.name ?? null, block.ring)
  for (const quarter of [0, 1, 2, 3]) {
    const end = streetEnd(block, block.frame.origin, block.frame.angle + (quarter * Math.PI) / 2)
    if (end) addWay(town, [end, block.frame.origin], null, PATH_WIDTH_M)
  }
}

/** Where a ray from inside a block meets the middle of a street; null if it meets a bank or a track first. */
export function streetEnd({ lot, edges }: TownBlock, from: Point, direction: number): Point | null {
  const far: Point = [from[0] + 900 * Math.cos(direction), from[1] + 900 * Math.sin(direction)]
  let nearest: { share: number; point: Point; isStreet: boolean } | null = null
  lot.ring.forEach((corner, i) => {
    const hit = crossing(from, far, corner, lot.ring[(i + 1) % lot.ring.length]!)
    const edge = edges[i]
    if (!hit || hit.s >= (nearest?.share ?? 1)) return
    nearest = { share: hit.s, point: hit.point, isStreet: Boolean(edge?.street) && !edge?.bridge }
  })
  const found = nearest as { point: Point; isStreet: boolean } | null
  return found?.isStreet ? found.point : null
}

/** The lake in its park, with a path around it and ways to the streets. */
export function plantLakePark(town: Town, block: TownBlock): void {
  const lake = makeLake()
  const middle = centroidOf(lake)
  addGreen(town, 'park', `${LAKE_NAME}公园`, block.ring, [lake])
  town.landmarks.push({ name: `${LAKE_NAME}公园`, nameEn: 'Qingyun Lake Park', kind: 'park', at: toPlane(block.frame, [-250, 150]) })
  const shore = lake.map((point): Point => mix(middle, point, (distance(middle, point) + 16) / distance(middle, point)))
  const starts = [1, 8, 15, 22, 29, 37].filter((k) => {
    const [dx, dy] = [shore[k]![0] - middle[0], shore[k]![1] - middle[1]]
    const end = streetEnd(block, shore[k]!, Math.atan2(dy, dx))
    return end !== null && addWay(town, [end, shore[k]!], null, PATH_WIDTH_M)
  })
  starts.forEach((start, i) => {
    const stop = starts[i + 1] ?? starts[0]! + shore.length
    const arc = Array.from({ length: stop - start + 1 }, (_, k) => shore[(start + k) % shore.length]!)
    addWay(town, arc, '环湖步道', PATH_WIDTH_M)
  })
}
