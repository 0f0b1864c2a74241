import { bend } from '@/cli/synthesize/bend'
import { besideLine, smoothLine, smoothRing } from '@/cli/synthesize/curves'
import type { Point } from '@/cli/synthesize/plane'
import type { RoadClass } from '@/domain/place'

/** What roads may cross on a bridge only. */
export const CORRIDOR_IDS = ['river', 'creek', 'rail'] as const
export type CorridorId = (typeof CORRIDOR_IDS)[number]

/** A river, creek or railway with the road on either side of it. Streets end at those roads unless they have a bridge. */
export interface Corridor {
  id: CorridorId
  centre: Point[]
  /** Lines that divide the land: both banks, or the track. */
  barriers: Point[][]
  sideRoads: { name: string; class: RoadClass; line: Point[] }[]
  /** Ground between the side roads, counter-clockwise. */
  zone: Point[]
  /** Water between the banks, counter-clockwise; empty for the railway. */
  water: Point[]
  /** Ground so near to the side roads that no street should run beside them there; may be empty. */
  nearby: Point[]
  /** Land in the water. */
  island: Point[] | null
}

export const LAKE_NAME = '青云湖'
/** On the plan: middle of the block that is the lake park. */
export const LAKE_PLAN_MIDDLE: Point = [-1838, -605]

export function makeCorridors(): Corridor[] {
  return [makeRiver(), makeCreek(), makeRail()]
}

function makeRiver(): Corridor {
  const centre = smoothLine([
    [-4000, 420], [-3200, 780], [-2350, 1010], [-1500, 940], [-700, 790], [100, 960],
    [900, 1230], [1700, 1270], [2500, 1050], [3200, 1080], [4000, 1330],
  ], 45)
  // Wider where the island lies.
  const half = (t: number): number => 52 + 9 * Math.sin(t * 23) + 5 * Math.sin(t * 51 + 1)
    + 26 * Math.exp(-(((t - ISLAND_SHARE) / 0.022) ** 2))
  const park = (t: number): number => 42 + 34 * Math.sin(t * 17 + 0.6) ** 2
  const [north, south] = [besideLine(centre, half), besideLine(centre, (t) => -half(t))]
  const northRoad = besideLine(centre, (t) => half(t) + park(t))
  const southRoad = besideLine(centre, (t) => -half(t) - park(t + 0.13))
  return {
    id: 'river', centre, barriers: [north, south, ...capsOf(southRoad, northRoad)],
    sideRoads: [{ name: '滨河北路', class: 'local', line: northRoad }, { name: '滨河南路', class: 'secondary', line: southRoad }],
    zone: between(southRoad, northRoad), water: between(south, north), island: makeIsland(centre),
    nearby: between(besideLine(southRoad, () => -95), besideLine(northRoad, () => 95)),
  }
}

/** How far along the river its island lies. */
const ISLAND_SHARE = 0.545

function makeIsland(centre: readonly Point[]): Point[] {
  const middle = Math.round(ISLAND_SHARE * (centre.length - 1))
  const axis = centre.slice(middle - 2, middle + 3)
  const half = (t: number): number => 1.5 + 24 * Math.sin(Math.PI * t)
  return between(smoothLine(besideLine(axis, (t) => -half(t)), 15), smoothLine(besideLine(axis, half), 15))
}

/** A small stream from the lake to the river, with a path on either side. */
function makeCreek(): Corridor {
  const centre = smoothLine([
    bend([-1482, -430]), bend([-1330, -380]), bend([-1130, -235]), bend([-1010, -60]), bend([-1050, 120]),
    bend([-985, 330]), bend([-890, 520]), bend([-880, 700]), [-815, 840],
  ], 32)
  const half = (t: number): number => 7 + 1.2 * Math.sin(t * 40)
  const [left, right] = [besideLine(centre, half), besideLine(centre, (t) => -half(t))]
  const [leftRoad, rightRoad] = [besideLine(centre, () => 21), besideLine(centre, () => -21)]
  return {
    id: 'creek', centre, barriers: [left, right],
    sideRoads: [{ name: '溪西巷', class: 'lane', line: leftRoad }, { name: '溪东巷', class: 'lane', line: rightRoad }],
    // The first stretch lies in a pipe below the street.
    zone: between(rightRoad.slice(1), leftRoad.slice(1)), water: between(right.slice(1), left.slice(1)), island: null, nearby: [],
  }
}

function makeRail(): Corridor {
  const centre = smoothLine([
    [1750, -4000], [1850, -2900], [1900, -1800], [1960, -900], [2010, 0], [2050, 700], [2080, 1400], [1990, 2400], [1760, 4000],
  ], 60)
  const [west, east] = [besideLine(centre, () => 62), besideLine(centre, () => -48)]
  return {
    id: 'rail', centre, barriers: [centre, ...capsOf(east, west)],
    sideRoads: [{ name: '站前路', class: 'secondary', line: west }, { name: '铁东路', class: 'local', line: east }],
    zone: between(east, west), water: [], island: null, nearby: [],
  }
}

/** Lines that close a corridor at either end of the map, so that its banks are areas. */
function capsOf(right: readonly Point[], left: readonly Point[]): Point[][] {
  return [[right[0]!, left[0]!], [right[right.length - 1]!, left[left.length - 1]!]]
}

/** The area between two lines that run the same way, the first on the right. */
function between(right: readonly Point[], left: readonly Point[]): Point[] {
  return [...right, ...[...left].reverse()]
}

export function makeLake(): Point[] {
  const middle = bend(LAKE_PLAN_MIDDLE)
  return smoothRing(middle, 44, (angle) => {
    const radius = 1 + 0.13 * Math.sin(2 * angle + 0.7) + 0.1 * Math.sin(3 * angle + 2) + 0.04 * Math.sin(5 * angle)
    return [228 * radius * Math.cos(angle), 178 * radius * Math.sin(angle)]
  })
}
