import type { FeatureCollection, MultiPolygon, Point, Position } from 'geojson'
import type { ExpressionSpecification, FilterSpecification, Map as MapLibreMap } from 'maplibre-gl'
import type { Isochrone } from '@/domain/land'
import { REGULAR } from '@/map/base-style'
import { eachPosition } from '@/map/camera'
import { mixColours } from '@/map/colour'
import { addFeatureLayer, type MapLayer } from '@/map/feature-layer'
import type { MapPalette } from '@/map/palette'
import { type SlotLayers, visibility } from '@/map/slots'

export interface IsochroneView {
  /** Null: nothing is drawn. */
  isochrone: Isochrone | null
  /** Text on the edge of each band, in the order of the bands. */
  bandLabels: readonly string[]
  palette: MapPalette
  visible: boolean
  textScale: number
}

const SOURCE = 'reach'
const isPart = (part: 'area' | 'street'): FilterSpecification => ['==', ['get', 'part'], part]

const byZoom = (far: number, near: number): ExpressionSpecification => (
  ['interpolate', ['exponential', 1.5], ['zoom'], 13, far, 17, near]
)

function isochroneLayers({ isochrone, palette, visible, textScale }: IsochroneView): SlotLayers {
  // A source that nothing visible uses costs nothing.
  const layout = { visibility: visibility(visible && isochrone !== null) }
  const area = { source: SOURCE, filter: isPart('area') } as const
  return {
    reach: [
      // Bands lie over each other, so the nearer ground comes out darker.
      {
        id: 'reach-area', type: 'fill', ...area, layout,
        paint: { 'fill-color': palette.reach, 'fill-opacity': 0.1, 'fill-antialias': false },
      },
      {
        id: 'reach-street', type: 'line', source: SOURCE, filter: isPart('street'), layout: { ...layout, 'line-cap': 'round', 'line-join': 'round' },
        // A full colour: where see-through pieces meet, every joint would show.
        paint: { 'line-color': mixColours(palette.reachStreet, palette.road, 0.5), 'line-width': byZoom(1, 4) },
      },
      {
        id: 'reach-edge', type: 'line', ...area, layout: { ...layout, 'line-join': 'round' },
        paint: { 'line-color': palette.reach, 'line-width': byZoom(1.2, 2), 'line-dasharray': [2.5, 1.8] },
      },
    ],
    name: [{
      id: 'reach-label', type: 'symbol', source: SOURCE, filter: ['has', 'label'],
      layout: {
        ...layout, 'text-field': ['get', 'label'], 'text-font': [REGULAR], 'text-size': 11 * textScale, 'text-padding': 2,
      },
      paint: { 'text-color': palette.reach, 'text-halo-color': palette.halo, 'text-halo-width': 2.4 },
    }],
  }
}

/**
 * Draw how far people walk to a site.
 *
 * @param map - Loaded (its `load` event has fired).
 */
export function addIsochroneLayer(map: MapLibreMap, first: IsochroneView): MapLayer<IsochroneView> {
  return addFeatureLayer(map, first, {
    sources: {
      [SOURCE]: {
        options: { maxzoom: 15, buffer: 16 },
        toFeatures,
        isSame: (a, b) => a.isochrone === b.isochrone && a.bandLabels.join('\n') === b.bandLabels.join('\n'),
      },
    },
    look: ['palette', 'visible', 'textScale', 'isochrone'],
    toLayers: isochroneLayers,
  })
}

function toFeatures({ isochrone, bandLabels }: IsochroneView): FeatureCollection {
  const bands = isochrone?.bands ?? []
  // Only the widest band's: its streets hold those of the others.
  const streets = bands.slice(0, 1).map((band) => ({ properties: { part: 'street' }, geometry: band.streets }))
  const areas = bands.map(({ area }) => ({ properties: { part: 'area' }, geometry: area }))
  const labels = bands.flatMap(({ area }, index) => {
    const label = bandLabels[index]
    return label ? tipsOf(area).map((geometry) => ({ properties: { label }, geometry })) : []
  })
  return { type: 'FeatureCollection', features: [...areas, ...streets, ...labels].map((shape) => ({ type: 'Feature', ...shape })) }
}

/** Northernmost and southernmost corner: along the edge Chinese labels would stand upright where it is steep. */
function tipsOf(area: MultiPolygon): Point[] {
  let [north, south]: [Position | null, Position | null] = [null, null]
  eachPosition(area, (position) => {
    if (north === null || position[1]! > north[1]!) north = position
    if (south === null || position[1]! < south[1]!) south = position
  })
  return [north, south].flatMap((tip) => (tip === null ? [] : [{ type: 'Point' as const, coordinates: tip }]))
}
