import type { Map as MapLibreMap } from 'maplibre-gl'
import type { DemandAnswer } from '@/domain/land'
import { addFeatureLayer, type IdListener, type MapLayer } from '@/map/feature-layer'
import type { MapPalette } from '@/map/palette'

/** Served by an existing facility, by a chosen site only, by none, or not connected to any street. */
export const RESIDENCE_STATES = ['servedBefore', 'newlyServed', 'unserved', 'unroutable'] as const
export type ResidenceState = (typeof RESIDENCE_STATES)[number]

/** Residential buildings and their people, as in `LandAnswer.demand`. */
export type ResidencePoints = Pick<DemandAnswer, 'ids' | 'positions' | 'people'>

export interface ResidenceView {
  points: ResidencePoints
  /** Per point an index into `RESIDENCE_STATES`, for the time after the choice: see `toResidenceStates`. */
  states: Uint8Array
  /** Before: what the chosen sites serve counts as unserved. */
  phase: 'before' | 'after'
  palette: MapPalette
  visible: boolean
}

export function addResidenceLayer(map: MapLibreMap, first: ResidenceView, listener: IdListener): MapLayer<ResidenceView> {
  return addFeatureLayer(map, first, { sources: {}, look: ['palette'], toLayers: () => ({}) }, listener)
}
