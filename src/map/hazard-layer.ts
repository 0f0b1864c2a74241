import type { Map as MapLibreMap } from 'maplibre-gl'
import type { Hazard } from '@/domain/place'
import { addFeatureLayer, type IdListener, type MapLayer } from '@/map/feature-layer'
import type { MapPalette } from '@/map/palette'

/** A hazard as the map needs it, with the distance that the asked facility keeps from it. */
export interface HazardShape extends Pick<Hazard, 'id' | 'name' | 'kind' | 'geometry'> {
  /** m; null: no rule names it. */
  setbackM: number | null
  /** True: nearer excludes a space. False: it only lowers the score. */
  isHard: boolean
}

export interface HazardView {
  hazards: readonly HazardShape[]
  showsSetbacks: boolean
  palette: MapPalette
  visible: boolean
  textScale: number
}

export function addHazardLayer(map: MapLibreMap, first: HazardView, listener: IdListener): MapLayer<HazardView> {
  return addFeatureLayer(map, first, { sources: {}, look: ['palette'], toLayers: () => ({}) }, listener)
}
