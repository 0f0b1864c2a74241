import type { Map as MapLibreMap } from 'maplibre-gl'
import type { Isochrone } from '@/domain/land'
import { addFeatureLayer, type MapLayer } from '@/map/feature-layer'
import type { MapPalette } from '@/map/palette'

export interface IsochroneView {
  /** Null: nothing is drawn. */
  isochrone: Isochrone | null
  /** Text along the edge of each band, in the order of the bands. */
  bandLabels: readonly string[]
  palette: MapPalette
  visible: boolean
  textScale: number
}

export function addIsochroneLayer(map: MapLibreMap, first: IsochroneView): MapLayer<IsochroneView> {
  return addFeatureLayer(map, first, { sources: {}, look: ['palette'], toLayers: () => ({}) })
}
