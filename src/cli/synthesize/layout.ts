import type { CorridorId } from '@/cli/synthesize/corridors'
import type { Point } from '@/cli/synthesize/plane'
import type { LandUse, RoadClass } from '@/domain/place'

/** What becomes of the ground between streets. */
export type Purpose = LandUse | 'lakePark' | 'bank' | 'belt' | 'open' | 'water'

/** A street before it meets the others: one line on the ground. */
export interface Street {
  name: string | null
  class: RoadClass
  widthM: number
  line: Point[]
  /** Corridors it has a bridge over. */
  crosses: readonly CorridorId[]
  /** The corridor it accompanies. */
  beside: CorridorId | null
}

export const WIDTH_M: Readonly<Record<RoadClass, number>> = { arterial: 30, secondary: 20, local: 12, lane: 5 }

/** On the plan: edges of the old core, which has lanes of its own. */
export const OLD_CORE = { west: -230, east: 330, south: -330, north: 190 } as const

/** True on the plan where the town is built up; its edge is uneven. */
export function isUrban([u, v]: Point): boolean {
  const edge = 1 + 0.09 * Math.sin(u / 310 + 1) * Math.cos(v / 270)
  return Math.abs((u - 240) / 2450) ** 4 + Math.abs((v - 120) / 1900) ** 4 < edge
}
