import type { MultiPolygon, Polygon } from 'geojson'
import type { Links } from '@/analysis/assembly/find-links'
import type { Strip } from '@/analysis/assembly/gap-area'
import { judgeContact } from '@/analysis/assembly/judge-contact'
import type { ContactMeasure } from '@/analysis/assembly/judge-contact'
import { mergeStrips, sharedAreaM2, unionAreaM2 } from '@/analysis/assembly/merge-areas'
import type { ShapeMeasure } from '@/analysis/shape/measure-shape'
import type { ShapeBoxes } from '@/analysis/shape/shape-boxes'
import type { Site } from '@/domain/land'
import { SPARE_SPACE_KINDS, TENURES } from '@/domain/place'
import type { SpareSpace } from '@/domain/place'

/** Neighbours drawn along the same line may overlap by a rounding of coordinates, m². */
const TOLERANCE_M2 = 0.01

/** What sites are described from; columns per space, and per link between two of them. */
export interface SiteFacts {
  spaces: readonly SpareSpace[]
  boxes: ShapeBoxes
  /** Null where the outline cannot be measured: such a space is part of no site. */
  measures: readonly (ShapeMeasure | null)[]
  contacts: readonly (ContactMeasure | null)[]
  links: Links
  /** Shortest connection that meets no obstacle, m; Infinity if there is none. */
  freeGapM: Float64Array
  /** Per link, the ground between; empty where the link is not free. */
  strips: readonly Strip[]
  /** Per link, ground that both cover, m². */
  sharedM2: Float64Array
}

/** What makes up a site: its spaces, ascending, and the free links between them. */
export function describeSite(facts: SiteFacts, id: string, members: readonly number[], links: readonly number[]): Site {
  const { spaces, measures, contacts, freeGapM } = facts
  const parts = members.map((s) => spaces[s]!)
  const largest = members.reduce((best, s) => (measures[s]!.areaM2 > measures[best]!.areaM2 ? s : best))
  const land = members.filter((s) => spaces[s]!.kind !== 'room')
  const rooms = parts.filter(({ kind }) => kind === 'room')
  const holders = parts.map(({ holder }) => holder)
  const tree = spanningTree(facts, members, links)
  const gap = gapOf(facts, members, tree)
  return {
    id,
    partIds: parts.map((part) => part.id),
    name: spaces[largest]!.name,
    kinds: SPARE_SPACE_KINDS.filter((kind) => parts.some((part) => part.kind === kind)),
    tenures: TENURES.filter((tenure) => parts.some((part) => part.tenure === tenure)),
    landAreaM2: landAreaM2(facts, land, links),
    gapAreaM2: gap.areaM2,
    floorAreaM2: rooms.some(({ floorAreaM2 }) => floorAreaM2 === null) ? null : rooms.reduce((sum, room) => sum + room.floorAreaM2!, 0),
    widthM: Math.max(...(land.length > 0 ? land : members).map((s) => measures[s]!.widthM)),
    compactness: measures[largest]!.compactness,
    holderCount: holders.includes(null) ? null : new Set(holders).size,
    contact: judgeContact(members.map((s) => contacts[s]!)),
    gaps: gap.polygons,
    widestGapM: tree.reduce((widest, link) => Math.max(widest, freeGapM[link]!), 0),
  }
}

/** Links of the minimum spanning tree (Kruskal 1956), shortest first, ties by the order of the links. */
function spanningTree({ links, freeGapM }: SiteFacts, members: readonly number[], inner: readonly number[]): number[] {
  const parent = new Map(members.map((s) => [s, s]))
  const rootOf = (s: number): number => {
    let root = s
    while (parent.get(root) !== root) root = parent.get(root)!
    return root
  }
  return [...inner].sort((one, other) => freeGapM[one]! - freeGapM[other]! || one - other).filter((link) => {
    const [root, other] = [rootOf(links.a[link]!), rootOf(links.b[link]!)]
    parent.set(other, root)
    return root !== other
  })
}

/** Sum of the drawn areas; ground that two parts cover is counted once. */
function landAreaM2(facts: SiteFacts, land: readonly number[], links: readonly number[]): number {
  const { spaces, measures, sharedM2, links: { a, b } } = facts
  const isLand = new Set(land)
  const isShared = links.some((link) => sharedM2[link]! > TOLERANCE_M2 && isLand.has(a[link]!) && isLand.has(b[link]!))
  if (isShared) return unionAreaM2(land.map((s) => spaces[s]!.geometry))
  return land.reduce((sum, s) => sum + measures[s]!.areaM2, 0)
}

/** Strips of the tree; those that lie on another or on a third part are merged, as that is slow only these. */
function gapOf(facts: SiteFacts, members: readonly number[], tree: readonly number[]): Strip {
  const { spaces, links, boxes } = facts
  const strips = tree.map((link) => facts.strips[link]!)
  const stripBoxes = strips.map(boxOf)
  const shared = new Set<Strip>()
  const covering = new Set<number>()
  strips.forEach((strip, i) => {
    strips.forEach((other, j) => {
      if (j > i && doMeet(stripBoxes[i]!, stripBoxes[j]!) && doShare(strip.polygons, other.polygons)) shared.add(strip).add(other)
    })
    const ends = [links.a[tree[i]!]!, links.b[tree[i]!]!]
    for (const s of members) {
      if (ends.includes(s) || !doMeet(stripBoxes[i]!, boxes.subarray(4 * s, 4 * s + 4)) || !doShare(strip.polygons, [spaces[s]!.geometry])) continue
      shared.add(strip)
      covering.add(s)
    }
  })
  const merged = shared.size === 0 ? [] : [mergeStrips([...shared], [...covering].map((s) => spaces[s]!.geometry))]
  const all = [...strips.filter((strip) => !shared.has(strip)), ...merged]
  return { areaM2: all.reduce((sum, { areaM2 }) => sum + areaM2, 0), polygons: all.flatMap(({ polygons }) => polygons) }
}

function doShare(some: readonly Polygon[], others: readonly (Polygon | MultiPolygon)[]): boolean {
  return some.some((one) => others.some((other) => sharedAreaM2(one, other) > TOLERANCE_M2))
}

/** West, south, east, north. */
function boxOf({ polygons }: Strip): number[] {
  const positions = polygons.flatMap(({ coordinates }) => coordinates.flat())
  const lon = positions.map((position) => position[0]!)
  const lat = positions.map((position) => position[1]!)
  return [Math.min(...lon), Math.min(...lat), Math.max(...lon), Math.max(...lat)]
}

function doMeet(one: ArrayLike<number>, other: ArrayLike<number>): boolean {
  return one[0]! < other[2]! && other[0]! < one[2]! && one[1]! < other[3]! && other[1]! < one[3]!
}
