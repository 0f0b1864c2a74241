import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl'
import { BOLD, REGULAR } from '@/map/base-style'
import type { LampSymbol } from '@/map/draw-symbol'
import type { MapPalette } from '@/map/palette'
import { type SlotLayers, visibility } from '@/map/slots'
import { stateValue as state } from '@/map/state-value'
import { textSize } from '@/map/text-size'

export const PROGRAMME_SOURCES = {
  communities: 'programme-communities', buildings: 'programme-buildings', labels: 'programme-labels',
} as const

export const HATCH = 'programme-hatch'
/** Image of a lamp, or of no lamp. */
export const lampImage = (lamp: LampSymbol | null) => `programme-lamp-${lamp ?? 'none'}`

export interface ProgrammeLook {
  extruded: boolean
  /** Size of the labels, 1 on a desk, more on a wall. */
  textScale: number
  minTextPx?: number
  glow?: boolean
  selectedId: string | null
  /** The selection is a building, not a community. */
  hasSelectedBuilding: boolean
}

const LABEL_ZOOM = 11.5

/** Layers of the programme, per slot from bottom to top. All colours come by feature-state. */
export function programmeLayers(palette: MapPalette, look: ProgrammeLook): SlotLayers {
  const area = { source: PROGRAMME_SOURCES.communities } as const
  const building = { source: PROGRAMME_SOURCES.buildings } as const
  const width: ExpressionSpecification = [
    'interpolate', ['exponential', 1.4], ['zoom'], 12, ['*', state('lineWidth', 1.3), 0.75], 16, state('lineWidth', 1.3),
  ]
  // Far away a community is a few pixels: it takes the full colour to see it.
  const opacity: ExpressionSpecification = [
    'interpolate', ['linear'], ['zoom'], 13, ['min', 1, ['*', state('fillOpacity', 0), 2]], 15, state('fillOpacity', 0),
  ]
  return {
    place: [
      {
        id: 'programme-area', type: 'fill', ...area,
        paint: { 'fill-color': state('fill', palette.unknown), 'fill-opacity': opacity, 'fill-antialias': false },
      },
      {
        id: 'programme-area-hatch', type: 'fill', ...area,
        paint: { 'fill-pattern': HATCH, 'fill-opacity': state('hatchOpacity', 0), 'fill-antialias': false },
      },
      {
        id: 'programme-glow', type: 'line', ...area, layout: { 'line-join': 'round', visibility: visibility(look.glow ?? false) },
        paint: {
          'line-color': state('fill', palette.unknown), 'line-opacity': state('glowOpacity', 0),
          'line-width': ['interpolate', ['exponential', 1.6], ['zoom'], 12, 5, 16, 26],
          'line-blur': ['interpolate', ['exponential', 1.6], ['zoom'], 12, 4, 16, 22],
        },
      },
      {
        id: 'programme-outline', type: 'line', ...area, layout: { 'line-join': 'miter' },
        paint: { 'line-color': state('line', palette.outline), 'line-width': width },
      },
      {
        id: 'programme-flat', type: 'fill', ...building, layout: { visibility: visibility(!look.extruded) },
        paint: { 'fill-color': state('fill', palette.unknown), 'fill-antialias': true },
      },
      {
        id: 'programme-building-outline', type: 'line', ...building,
        filter: ['==', ['get', 'id'], look.selectedId ?? ''],
        // Hidden while no building is selected: a second flat source costs a pass over the screen.
        layout: { 'line-join': 'round', visibility: visibility(look.hasSelectedBuilding) },
        paint: { 'line-color': palette.selected, 'line-width': ['interpolate', ['exponential', 1.6], ['zoom'], 14, 3, 18, 10] },
      },
    ],
    volume: [{
      id: 'programme-volume', type: 'fill-extrusion', ...building, layout: { visibility: visibility(look.extruded) },
      paint: {
        'fill-extrusion-color': state('fill', palette.unknown),
        'fill-extrusion-height': ['get', 'heightM'],
        'fill-extrusion-opacity': 1,
      },
    }],
    label: [
      labelLayer('programme-label', palette, look, ['!=', ['get', 'id'], look.selectedId ?? '']),
      labelLayer('programme-label-selected', palette, look, ['==', ['get', 'id'], look.selectedId ?? '']),
    ],
  }
}

/** The selected label has a layer of its own: it is always placed, and the others make room. */
function labelLayer(
  id: 'programme-label' | 'programme-label-selected', palette: MapPalette, look: ProgrammeLook, filter: FilterSpecification,
): LayerSpecification {
  const isSelected = id === 'programme-label-selected'
  const textScale = look.textScale * (isSelected ? 1.12 : 1)
  return {
    id, type: 'symbol', source: PROGRAMME_SOURCES.labels, minzoom: isSelected ? 11 : LABEL_ZOOM, filter,
    layout: {
      'text-field': labelText(palette),
      'text-font': [isSelected ? BOLD : REGULAR],
      'text-size': textSize([[12, 11], [15, 13.5], [18, 16]], { ...look, textScale }),
      'text-line-height': 1.15,
      'text-variable-anchor': ['bottom', 'bottom-left', 'bottom-right', 'left', 'right', 'top'],
      'text-radial-offset': 0.25,
      'text-justify': 'center',
      'text-max-width': 9,
      'text-padding': 3,
      'text-allow-overlap': isSelected,
      'symbol-sort-key': ['get', 'order'],
      'symbol-z-order': 'auto',
    },
    paint: {
      'text-color': palette.name, 'text-halo-color': palette.halo, 'text-halo-width': 1.6,
      'text-opacity': state('labelOpacity', 1),
    },
  }
}

/**
 * Name, then the symbol of the lamp, then the second line.
 *
 * Every label holds an image, be it an empty one: MapLibre draws text of tiles with and without
 * images by different rules, and neighbouring labels would differ in weight.
 */
function labelText(palette: MapPalette): ExpressionSpecification {
  return [
    'format', ['get', 'name'], {}, '\n', {},
    ['image', ['get', 'image']], { 'vertical-align': 'center' },
    ['get', 'figure'], { 'text-color': palette.figure },
  ] as unknown as ExpressionSpecification
}
