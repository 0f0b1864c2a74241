import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import type { MapPalette } from '@/map/palette'
import { roadWidth } from '@/map/road-width'
import { visibility } from '@/map/slots'
import type { TownLook } from '@/map/town'

/**
 * Sources of the town.
 *
 * Everything flat shares one: MapLibre cuts the screen into tiles once per source and frame, which in
 * a software renderer costs as much as drawing a layer.
 */
export const TOWN_SOURCES = { ground: 'town-ground', context: 'town-context', names: 'town-names' } as const

/** Value of the property `part` of a feature of the ground. */
export const GROUND_PARTS = { blocks: 'block', greens: 'green', water: 'water', railways: 'railway', roads: 'road' } as const

const part = (key: keyof typeof GROUND_PARTS): ExpressionSpecification => ['==', ['get', 'part'], GROUND_PARTS[key]]

/** Closer than this, buildings of the town stand up. Farther away there are too many to tell apart. */
const VOLUME_ZOOM = 13
const LANE_ZOOM = 14

const colourBy = (property: string, colours: Readonly<Record<string, string>>, otherwise: string) => (
  ['match', ['get', property], ...Object.entries(colours).flat(), otherwise] as unknown as ExpressionSpecification
)

/** Large roads are drawn over small ones. */
const ROAD_RANK: ExpressionSpecification = ['match', ['get', 'class'], 'arterial', 3, 'secondary', 2, 'local', 1, 0]
const SEEN_ROADS: ExpressionSpecification = [
  'all', part('roads'), ['any', ['!=', ['get', 'class'], 'lane'], ['>=', ['zoom'], LANE_ZOOM]],
]

const byZoom = (...stops: number[]) => (
  ['interpolate', ['exponential', 1.6], ['zoom'], ...stops] as unknown as ExpressionSpecification
)

/** Blocks, greens, water, rails and roads, from bottom to top. */
export function groundLayers(palette: MapPalette, look: TownLook): LayerSpecification[] {
  return [...areaLayers(palette), ...wayLayers(palette, look)].map((layer) => (
    { ...layer, source: TOWN_SOURCES.ground } as LayerSpecification
  ))
}

type Unsourced<T> = T extends { source: string } ? Omit<T, 'source'> : never

function areaLayers(palette: MapPalette): Unsourced<LayerSpecification>[] {
  return [
    {
      id: 'town-blocks', type: 'fill', filter: part('blocks'),
      paint: { 'fill-color': colourBy('landUse', palette.block, palette.paper), 'fill-antialias': false },
    },
    {
      id: 'town-greens', type: 'fill', filter: part('greens'),
      paint: { 'fill-color': colourBy('kind', palette.green, palette.green.park), 'fill-antialias': true },
    },
    {
      id: 'town-water', type: 'fill', filter: part('water'),
      paint: { 'fill-color': palette.water, 'fill-antialias': false },
    },
    {
      id: 'town-bank', type: 'line', filter: part('water'), layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.waterBank, 'line-width': byZoom(12, 0.8, 16, 3), 'line-blur': byZoom(12, 0.4, 16, 2) },
    },
  ]
}

/** Rails, then casings below fills, so that crossing roads open into each other. */
function wayLayers(palette: MapPalette, look: TownLook): Unsourced<LayerSpecification>[] {
  return [
    {
      id: 'town-rail', type: 'line', filter: part('railways'),
      paint: { 'line-color': palette.rail, 'line-width': byZoom(12, 1.4, 15, 3.6, 19, 14) },
    },
    {
      id: 'town-rail-gap', type: 'line', filter: part('railways'),
      paint: { 'line-color': palette.railGap, 'line-width': byZoom(12, 0.6, 15, 2, 19, 11), 'line-dasharray': [4, 4] },
    },
    {
      id: 'town-road-case', type: 'line', filter: SEEN_ROADS,
      layout: { 'line-cap': 'round', 'line-join': 'round', 'line-sort-key': ROAD_RANK },
      paint: { 'line-color': palette.roadCase, 'line-width': roadWidth(look.lat, 1.6) },
    },
    {
      id: 'town-bridge', type: 'line', filter: ['all', SEEN_ROADS, ['get', 'bridge']],
      layout: { 'line-cap': 'butt', 'line-join': 'round' },
      paint: { 'line-color': palette.bridge, 'line-width': roadWidth(look.lat, 3) },
    },
    {
      id: 'town-road', type: 'line', filter: SEEN_ROADS,
      layout: { 'line-cap': 'round', 'line-join': 'round', 'line-sort-key': ROAD_RANK },
      paint: { 'line-color': palette.road, 'line-width': roadWidth(look.lat) },
    },
  ]
}

/** The other buildings of the town, in one quiet grey: volumes, or flat where volumes are too many or unwanted. */
export function contextLayers(palette: MapPalette, look: TownLook): { flat: LayerSpecification[]; volume: LayerSpecification[] } {
  const { visible, extruded } = look
  const flat = (id: string, shown: boolean) => ({
    id, type: 'fill', source: TOWN_SOURCES.context,
    layout: { visibility: visibility(visible.context && shown) },
    paint: { 'fill-color': palette.contextFlat, 'fill-antialias': !extruded },
  } as const satisfies LayerSpecification)
  return {
    flat: [
      { ...flat('town-context-far', extruded), maxzoom: VOLUME_ZOOM },
      flat('town-context-flat', !extruded),
    ],
    volume: [{
      id: 'town-context', type: 'fill-extrusion', source: TOWN_SOURCES.context, minzoom: VOLUME_ZOOM,
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
