import { buildBarriers } from '@/analysis/land/build-barriers'
import type { Barriers } from '@/analysis/land/build-barriers'
import { buildStreets } from '@/analysis/land/build-streets'
import { connectPoints } from '@/analysis/land/connect-points'
import type { Connectors, Streets } from '@/analysis/land/streets'
import { walkReach } from '@/analysis/land/walk-reach'
import { at, drawn } from './drawn'

type Metres = readonly [number, number]

/** Road through places given in metres. */
export function road(id: string, line: readonly Metres[], { bridge = false, walkable = true } = {}) {
  return { id, bridge, walkable, geometry: { type: 'LineString' as const, coordinates: line.map(([x, y]) => at(x, y)) } }
}

export const rails = (...line: Metres[]) => ({ geometry: { type: 'LineString' as const, coordinates: line.map(([x, y]) => at(x, y)) } })
export const water = (...corners: [number, number][]) => ({ geometry: drawn(...corners) })

/** Columns of places given in metres. */
export function places(...list: readonly Metres[]) {
  const positions = list.map(([x, y]) => at(x, y))
  return { lon: Float64Array.from(positions, ([lon]) => lon!), lat: Float64Array.from(positions, ([, lat]) => lat!) }
}

export interface DrawnTown {
  streets: Streets
  barriers: Barriers
}

export function drawnTown(
  roads: readonly ReturnType<typeof road>[], { waters = [], railways = [] }: { waters?: ReturnType<typeof water>[]; railways?: ReturnType<typeof rails>[] } = {},
): DrawnTown {
  const barriers = buildBarriers({ water: waters, railways })
  return { streets: buildStreets({ roads, barriers }), barriers }
}

export const joined = ({ streets, barriers }: DrawnTown, ...list: readonly Metres[]): Connectors =>
  connectPoints(streets, barriers, places(...list), 100)

/** Metres on foot between two places; null if there is no way within 10 km. */
export function walkM(town: DrawnTown, from: Metres, to: Metres): number | null {
  return walkReach(town.streets, joined(town, to), joined(town, from), 10_000).distanceM[0] ?? null
}
