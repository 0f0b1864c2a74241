import type { Feature, FeatureCollection, Geometry } from 'geojson'
import { makeLake, LAKE_NAME } from '@/cli/synthesize/corridors'
import type { Edge } from '@/cli/synthesize/network'
import { distanceToRing, type Point } from '@/cli/synthesize/plane'
import { toPosition, toRing } from '@/cli/synthesize/projection'
import type { Town } from '@/cli/synthesize/town'
import type { LandUse, Water } from '@/domain/place'

export type TownFiles = Record<
  'communities' | 'buildings' | 'roads' | 'railways' | 'water' | 'greens' | 'blocks' | 'context-buildings' | 'landmarks'
  | 'spare-spaces' | 'facilities' | 'residences' | 'hazards' | 'gates', FeatureCollection>

const DRAWN_USES: readonly string[] = ['residential', 'commercial', 'public', 'industrial', 'oldTown', 'green', 'vacant']

/** The town as the files of `geodata`. Decimals: 7 where people measure, 6 for the scenery. */
export function toFeatures(town: Town): TownFiles {
  const polygon = (ring: readonly Point[], decimals: 6 | 7, holes: readonly Point[][] = []): Geometry =>
    ({ type: 'Polygon', coordinates: [toRing(ring, decimals), ...holes.map((hole) => toRing(hole, decimals, true))] })
  const point = (at: Point): Geometry => ({ type: 'Point', coordinates: toPosition(at, 6) })
  const numbered = <T extends object>(
    letter: string, digits: number, entries: readonly T[], geometryOf: (entry: T) => Geometry,
  ): FeatureCollection =>
    collect(entries.map((entry, i) => {
      const { at: _at, holes: _holes, ...properties } = entry as T & { at?: unknown; holes?: unknown }
      return feature({ id: `${letter}${String(i + 1).padStart(digits, '0')}`, ...properties }, geometryOf(entry))
    }))
  const blocks = town.blocks.filter(({ purpose }) => DRAWN_USES.includes(purpose) || purpose === 'lakePark')
    .map(({ purpose, ring }) => ({ landUse: (purpose === 'lakePark' ? 'green' : purpose) as LandUse, at: ring }))
  const houses = town.houses.map(({ heightM, landUse, ring }) => ({ heightM, landUse, at: ring }))
  return {
    communities: collect(town.communities.map(({ spec, ring }) => {
      const { buildings, ...fields } = spec
      return feature({ ...fields, buildingCount: buildings.length }, polygon(ring, 7))
    })),
    buildings: collect(town.communities.flatMap(({ spec, buildings }) => buildings.map(({ spec: building, ring }) => {
      const { lengthM: _length, depthM: _depth, id, ...fields } = building
      return feature({ id, communityId: spec.id, ...fields }, polygon(ring, 7))
    }))),
    roads: toRoads(town),
    railways: collect(town.corridors.filter(({ id }) => id === 'rail').map(({ centre }) =>
      feature({ id: 'RW01', name: '示例铁路' }, { type: 'LineString', coordinates: centre.map((at) => toPosition(at, 7)) }))),
    water: numbered('W', 2, watersOf(town), ({ at, holes }) => polygon(at, 6, holes)),
    greens: numbered('G', 3, town.greens, ({ at, holes }) => polygon(at, 6, holes)),
    blocks: numbered('K', 3, blocks, ({ at }) => polygon(at, 6)),
    'context-buildings': numbered('X', 4, houses, ({ at }) => polygon(at, 6)),
    landmarks: numbered('L', 2, town.landmarks, ({ at }) => point(at)),
    'spare-spaces': numbered('S', 3, town.spares, ({ at }) => polygon(at, 7)),
    facilities: numbered('F', 3, town.facilities, ({ at }) => point(at)),
    residences: numbered('R', 4, town.residences, ({ at }) => point(at)),
    hazards: numbered('H', 2, town.hazards, ({ at }) => (isPoint(at) ? point(at) : { type: 'LineString', coordinates: at.map((p) => toPosition(p, 6)) })),
    // As exact as the lane that ends there.
    gates: numbered('E', 2, town.gates, ({ at }) => ({ type: 'Point', coordinates: toPosition(at, 7) })),
  }
}

function isPoint(at: Point | Point[]): at is Point {
  return typeof at[0] === 'number'
}

function feature(properties: object, geometry: Geometry): Feature {
  return { type: 'Feature', properties: { ...properties, provenance: 'synthetic' }, geometry }
}

function collect(features: Feature[]): FeatureCollection {
  return { type: 'FeatureCollection', features }
}

function watersOf({ corridors, ponds }: Town): { name: string | null; kind: Water['kind']; at: Point[]; holes: Point[][] }[] {
  const rivers = corridors.filter(({ water }) => water.length > 0)
  return [
    ...rivers.map(({ id, water, island }) => (
      { name: id === 'river' ? '汶河' : '示例小溪', kind: 'river' as const, at: water, holes: island ? [island] : [] })),
    { name: LAKE_NAME, kind: 'lake', at: makeLake(), holes: [] },
    ...ponds.map(({ name, ring }) => ({ name, kind: 'pond' as const, at: ring, holes: [] })),
  ]
}

/** One road per unbroken run of a street on the ground or on a bridge. A lane that ends at the water's edge is left out: it leads nowhere. */
function toRoads({ network: { nodes, edges: all }, corridors }: Town): FeatureCollection {
  const isWet = (node: number): boolean => corridors.some(({ water }) => water.length > 0 && distanceToRing(nodes[node]!, water) < 1)
  const edges = all.filter(({ a, b, bridge }) => bridge || (!isWet(a) && !isWet(b)))
  return collect(chainsOf(edges).map(({ edge: { street, bridge }, nodes: chain }, i) => {
    const { name, class: roadClass, widthM } = street!
    const id = `RD${String(i + 1).padStart(3, '0')}`
    const coordinates = chain.map((node) => toPosition(nodes[node]!, 7))
    return feature({ id, name, class: roadClass, walkable: true, bridge, widthM }, { type: 'LineString', coordinates })
  }))
}

function chainsOf(edges: readonly Edge[]): { edge: Edge; nodes: number[] }[] {
  const groups = new Map<string, Edge[]>()
  const numbers = new Map<unknown, number>()
  for (const edge of edges) {
    if (!edge.street) continue
    if (!numbers.has(edge.street)) numbers.set(edge.street, numbers.size)
    const key = `${numbers.get(edge.street)!}/${edge.bridge}`
    groups.set(key, [...(groups.get(key) ?? []), edge])
  }
  return [...groups.values()].flatMap((group) => {
    const chains: { edge: Edge; nodes: number[] }[] = []
    const left = new Set(group)
    const touching = (node: number): Edge[] => [...left].filter(({ a, b }) => a === node || b === node)
    while (left.size > 0) {
      // Start at a loose end, so that a run is not cut in its middle.
      const start = [...left].find(({ a, b }) => touching(a).length === 1 || touching(b).length === 1) ?? [...left][0]!
      left.delete(start)
      const nodes = touching(start.a).length > 0 ? [start.b, start.a] : [start.a, start.b]
      for (let next = touching(nodes[nodes.length - 1]!)[0]; next; next = touching(nodes[nodes.length - 1]!)[0]) {
        left.delete(next)
        nodes.push(next.a === nodes[nodes.length - 1] ? next.b : next.a)
      }
      chains.push({ edge: start, nodes })
    }
    return chains
  })
}
