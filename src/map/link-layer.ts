import type { FeatureCollection, Position } from 'geojson'
import type { Map as MapLibreMap } from 'maplibre-gl'
import { addFeatureLayer, type MapLayer } from '@/map/feature-layer'
import type { MapPalette } from '@/map/palette'
import { visibility } from '@/map/slots'

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

const SOURCE = 'link'

/**
 * Draw a thin line between two positions, with a dot where it ends.
 *
 * @param map - Loaded (its `load` event has fired).
 */
export function addLinkLayer(map: MapLibreMap, first: LinkView): MapLayer<LinkView> {
  return addFeatureLayer(map, first, {
    sources: { [SOURCE]: { options: { maxzoom: 14 }, toFeatures, isSame: (a, b) => isSameLink(a.link, b.link) } },
    look: ['palette', 'link'],
    toLayers: ({ palette, link }) => {
      const shared = { source: SOURCE, layout: { visibility: visibility(link !== null) } } as const
      return { link: [
        { id: 'link-halo', type: 'line', ...shared, paint: { 'line-color': palette.halo, 'line-width': 4 } },
        { id: 'link-line', type: 'line', ...shared, paint: { 'line-color': palette.link, 'line-width': 1.8 } },
        {
          id: 'link-end', type: 'circle', ...shared, filter: ['==', ['geometry-type'], 'Point'],
          paint: { 'circle-color': palette.link, 'circle-radius': 4, 'circle-stroke-color': palette.halo, 'circle-stroke-width': 1.5 },
        },
      ] }
    },
  })
}

const isSameLink = (a: Link | null, b: Link | null) => a === b || (
  a !== null && b !== null && String([a.from, a.to]) === String([b.from, b.to])
)

function toFeatures({ link }: LinkView): FeatureCollection {
  if (!link) return { type: 'FeatureCollection', features: [] }
  return {
    type: 'FeatureCollection',
    features: [
      { type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: [link.from, link.to] } },
      { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: link.to } },
    ],
  }
}
