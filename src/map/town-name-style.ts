import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import { REGULAR } from '@/map/base-style'
import type { MapPalette } from '@/map/palette'
import { visibility } from '@/map/slots'
import { GROUND_PARTS, TOWN_SOURCES } from '@/map/town-ground-style'
import { textSize } from '@/map/text-size'
import type { TownLook } from '@/map/town'

/** Names of large roads show from farther away. Filters see whole zooms only. */
const NAMED_ROADS: ExpressionSpecification = [
  'all', ['==', ['get', 'part'], GROUND_PARTS.roads], ['has', 'name'],
  ['>=', ['zoom'], ['match', ['get', 'class'], 'arterial', 13, 'secondary', 14, 'local', 16, 17]],
]
const NAME_RANK: ExpressionSpecification = ['match', ['get', 'class'], 'arterial', 0, 'secondary', 1, 'local', 2, 3]

/** What bears a name besides roads: value of the property `of`. */
export type NamedThing = 'landmark' | 'river' | 'lake'
const of = (thing: NamedThing): ExpressionSpecification => ['==', ['get', 'of'], thing]

/** Names of roads, water and landmarks, from bottom to top: what is higher is placed first and wins. */
export function nameLayers(palette: MapPalette, look: TownLook): LayerSpecification[] {
  const { visible } = look
  const halo = { 'text-halo-color': palette.halo, 'text-halo-width': 1.2 }
  const alongLine = {
    'symbol-placement': 'line', 'text-field': ['get', 'name'], 'text-font': [REGULAR],
    'text-rotation-alignment': 'map', 'text-pitch-alignment': 'viewport', 'text-max-angle': 35, 'text-padding': 6,
  } as const satisfies Record<string, unknown>
  return [
    {
      id: 'town-road-name', type: 'symbol', source: TOWN_SOURCES.ground, filter: NAMED_ROADS,
      layout: {
        ...alongLine, 'text-field': ['get', 'name'], 'text-font': [REGULAR],
        visibility: visibility(visible.roadNames), 'text-size': textSize([[12, 10], [17, 13]], look),
        'text-letter-spacing': 0.14, 'symbol-spacing': 420, 'symbol-sort-key': NAME_RANK,
      },
      paint: { 'text-color': palette.label, ...halo },
    },
    {
      id: 'town-landmark', type: 'symbol', source: TOWN_SOURCES.names, minzoom: 13, filter: of('landmark'),
      layout: {
        visibility: visibility(visible.landmarks),
        'icon-image': 'town-dot', 'icon-optional': false, 'icon-padding': 1,
        'text-field': ['get', 'name'], 'text-font': [REGULAR], 'text-size': textSize([[12, 10], [17, 12]], look),
        'text-variable-anchor': ['left', 'right', 'top', 'bottom'], 'text-radial-offset': 0.55, 'text-justify': 'auto',
        'text-max-width': 8,
      },
      paint: { 'text-color': palette.landmarkLabel, ...halo },
    },
    {
      id: 'town-river-name', type: 'symbol', source: TOWN_SOURCES.names, filter: of('river'),
      layout: {
        ...alongLine, 'text-field': ['get', 'name'], 'text-font': [REGULAR],
        'text-size': textSize([[12, 11], [17, 15]], look), 'text-letter-spacing': 0.5, 'symbol-spacing': 520,
      },
      paint: { 'text-color': palette.waterLabel, 'text-halo-color': palette.water, 'text-halo-width': 1 },
    },
    {
      id: 'town-lake-name', type: 'symbol', source: TOWN_SOURCES.names, filter: of('lake'),
      layout: {
        'text-field': ['get', 'name'], 'text-font': [REGULAR], 'text-size': textSize([[12, 11], [17, 15]], look), 'text-letter-spacing': 0.2,
      },
      paint: { 'text-color': palette.waterLabel, 'text-halo-color': palette.water, 'text-halo-width': 1 },
    },
  ]
}
