import type { Map as MapLibreMap } from 'maplibre-gl'
import type { Camera, Padding } from '@/map/camera'
import { toMapLibre } from '@/map/create-map'

export interface FlightPlan {
  camera: Camera
  padding: Padding
  /** 0 jumps. */
  durationMs: number
  /** How high the flight arches, MapLibre's 1.42 if left out; less is flatter. */
  curve?: number
}

/** The flights of one map: at most one is under way. */
export interface Flights {
  /** @returns True when there; false if another flight took its place, or the map went away. */
  fly(map: MapLibreMap, plan: FlightPlan): Promise<boolean>
  /** Where the flight under way leads; null at rest. */
  goal(): Camera | null
  /** The map goes away: nobody arrives. */
  abandon(): void
}

/** A map that gets no frames, as on a screen that is off, does not fly: after so long it is put down at the goal. */
const LATE_MS = 2_000

export function startFlights(): Flights {
  let underWay: { camera: Camera; end: (hasArrived: boolean) => void } | null = null

  function fly(map: MapLibreMap, { camera, padding, durationMs, curve }: FlightPlan): Promise<boolean> {
    underWay?.end(false)
    const goal = { ...toMapLibre(camera), padding: { ...padding } }
    if (durationMs <= 0 || document.hidden) {
      map.jumpTo(goal)
      return Promise.resolve(true)
    }
    // First, as it ends a movement under way, which is told like an arrival.
    map.flyTo({ ...goal, duration: durationMs, ...(curve === undefined ? {} : { curve }) })
    return new Promise((resolve) => {
      const landing = map.on('moveend', () => end(true))
      const late = setTimeout(() => map.jumpTo(goal), durationMs + LATE_MS)
      function end(hasArrived: boolean): void {
        landing.unsubscribe()
        clearTimeout(late)
        underWay = null
        resolve(hasArrived)
      }
      underWay = { camera, end }
    })
  }

  return {
    fly,
    goal: () => underWay?.camera ?? null,
    abandon: () => underWay?.end(false),
  }
}
