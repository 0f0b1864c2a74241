import type { Position } from 'geojson'
import type { Map as MapLibreMap } from 'maplibre-gl'
import { addFeatureLayer, type MapLayer } from '@/map/feature-layer'
import type { MapPalette } from '@/map/palette'

/** A straight line that says what belongs together, as a community and the site that serves it. It is not a way. */
export interface Link {
  from: Position
  to: Position
}

export interface LinkView {
  /** Null: nothing is drawn. */
  link: Link | null
  palette: MapPalette
}

export function addLinkLayer(map: MapLibreMap, first: LinkView): MapLayer<LinkView> {
  return addFeatureLayer(map, first, { sources: {}, look: ['palette'], toLayers: () => ({}) })
}
