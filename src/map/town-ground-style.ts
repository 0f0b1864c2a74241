import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import type { MapPalette } from '@/map/palette'
import { roadWidth } from '@/map/road-width'
import { visibility } from '@/map/slots'
import type { TownLook } from '@/map/town'

/** Sources of the town, one per dataset, so that each is drawn as soon as it arrives. */
export const TOWN_SOURCES = {
  blocks: 'town-blocks', greens: 'town-greens', water: 'town-water', railways: 'town-railways',
  roads: 'town-roads', contextBuildings: 'town-context', landmarks: 'town-landmarks', waterNames: 'town-water-names',
} as const

/** Closer than this, buildings of the town stand up. Farther away there are too many to tell apart. */
const VOLUME_ZOOM = 13.4
const LANE_ZOOM = 14

const colourBy = (property: string, colours: Readonly<Record<string, string>>, otherwise: string) => (
  ['match', ['get', property], ...Object.entries(colours).flat(), otherwise] as unknown as ExpressionSpecification
)

/** Large roads are drawn over small ones. */
const ROAD_RANK: ExpressionSpecification = ['match', ['get', 'class'], 'arterial', 3, 'secondary', 2, 'local', 1, 0]
const SEEN_ROADS: ExpressionSpecification = ['any', ['!=', ['get', 'class'], 'lane'], ['>=', ['zoom'], LANE_ZOOM]]

const byZoom = (...stops: number[]) => (
  ['interpolate', ['exponential', 1.6], ['zoom'], ...stops] as unknown as ExpressionSpecification
)

/** Blocks, greens, water: everything that lies under the roads. */
export function areaLayers(palette: MapPalette): LayerSpecification[] {
  return [
    {
      id: 'town-blocks', type: 'fill', source: TOWN_SOURCES.blocks,
      paint: { 'fill-color': colourBy('landUse', palette.block, palette.paper), 'fill-antialias': false },
    },
    {
      id: 'town-greens', type: 'fill', source: TOWN_SOURCES.greens,
      paint: { 'fill-color': colourBy('kind', palette.green, palette.green.park), 'fill-antialias': true },
    },
    {
      id: 'town-bank', type: 'line', source: TOWN_SOURCES.water, layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.waterBank, 'line-width': byZoom(12, 1.2, 16, 5), 'line-blur': byZoom(12, 0.6, 16, 3) },
    },
    {
      id: 'town-water', type: 'fill', source: TOWN_SOURCES.water,
      paint: { 'fill-color': palette.water, 'fill-antialias': true },
    },
  ]
}

/** Rails, then casings below fills, so that crossing roads open into each other. */
export function wayLayers(palette: MapPalette, look: TownLook): LayerSpecification[] {
  const road = { type: 'line', source: TOWN_SOURCES.roads } as const
  return [
    {
      id: 'town-rail', type: 'line', source: TOWN_SOURCES.railways,
      paint: { 'line-color': palette.rail, 'line-width': byZoom(12, 1.4, 15, 3.6, 19, 14) },
    },
    {
      id: 'town-rail-gap', type: 'line', source: TOWN_SOURCES.railways,
      paint: { 'line-color': palette.railGap, 'line-width': byZoom(12, 0.6, 15, 2, 19, 11), 'line-dasharray': [4, 4] },
    },
    {
      id: 'town-road-case', ...road, filter: SEEN_ROADS,
      layout: { 'line-cap': 'round', 'line-join': 'round', 'line-sort-key': ROAD_RANK },
      paint: { 'line-color': palette.roadCase, 'line-width': roadWidth(look.lat, 1.6) },
    },
    {
      id: 'town-bridge', ...road, filter: ['all', ['get', 'bridge'], SEEN_ROADS],
      layout: { 'line-cap': 'butt', 'line-join': 'round' },
      paint: { 'line-color': palette.bridge, 'line-width': roadWidth(look.lat, 3) },
    },
    {
      id: 'town-road', ...road, filter: SEEN_ROADS,
      layout: { 'line-cap': 'round', 'line-join': 'round', 'line-sort-key': ROAD_RANK },
      paint: { 'line-color': palette.road, 'line-width': roadWidth(look.lat) },
    },
  ]
}

/** The other buildings of the town, in one quiet grey: volumes, or flat where volumes are too many or unwanted. */
export function contextLayers(palette: MapPalette, look: TownLook): { flat: LayerSpecification[]; volume: LayerSpecification[] } {
  const { visible, extruded } = look
  const flat = (id: string, shown: boolean): LayerSpecification => ({
    id, type: 'fill', source: TOWN_SOURCES.contextBuildings,
    layout: { visibility: visibility(visible.context && shown) },
    paint: { 'fill-color': palette.contextFlat, 'fill-antialias': true },
  })
  return {
    flat: [
      { ...flat('town-context-far', extruded), maxzoom: VOLUME_ZOOM } as LayerSpecification,
      flat('town-context-flat', !extruded),
    ],
    volume: [{
      id: 'town-context', type: 'fill-extrusion', source: TOWN_SOURCES.contextBuildings, minzoom: VOLUME_ZOOM,
      layout: { visibility: visibility(visible.context && extruded) },
      paint: {
        'fill-extrusion-color': palette.context,
        'fill-extrusion-height': ['get', 'heightM'],
        // Anything below 1 makes MapLibre draw every building twice.
        'fill-extrusion-opacity': 1,
      },
    }],
  }
}
