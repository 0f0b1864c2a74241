import type { FeatureCollection, Point } from 'geojson'
import type { Map as MapLibreMap } from 'maplibre-gl'
import { FACILITY_TYPES, type ProposedSite } from '@/domain/place'
import { BOLD } from '@/map/base-style'
import { drawFacility } from '@/map/draw-facility'
import { addFeatureLayer, type MapLayer } from '@/map/feature-layer'
import { isSameGeometry, isSameList } from '@/map/is-same-geometry'
import { labelPoint } from '@/map/label-point'
import type { MapPalette } from '@/map/palette'
import { type SlotLayers, visibility } from '@/map/slots'
import { textSize } from '@/map/text-size'
import { toFeatures } from '@/map/to-features'

/** A place for a new facility as the map needs it. */
export type ProposedSiteShape = Pick<ProposedSite, 'id' | 'name' | 'facility' | 'geometry'> & {
  /** Second line of the label; empty for none. */
  figure: string
}

export interface ProposedSiteView {
  sites: readonly ProposedSiteShape[]
  palette: MapPalette
  visible: boolean
  textScale: number
  /** See `TextLook`. */
  minTextPx?: number
}

const SHAPES = 'proposed-sites'
const LABELS = 'proposed-site-labels'
const imageOf = (type: string) => `proposed-${type}`

/** Symbols grow with the text, but not so much that they cover what they mark. */
const symbolScale = (textScale: number) => Math.min(1.3 * textScale, 4)

function layersOf(view: ProposedSiteView): SlotLayers {
  const { palette, visible } = view
  const { fill, line, name } = palette.proposed
  const shown = { visibility: visibility(visible) }
  return {
    site: [
      {
        id: 'proposed-glow', type: 'line', source: SHAPES, layout: { ...shown, 'line-join': 'round' },
        paint: {
          'line-color': line, 'line-opacity': 0.4, 'line-width': ['interpolate', ['linear'], ['zoom'], 12, 8, 16, 18],
          'line-blur': ['interpolate', ['linear'], ['zoom'], 12, 6, 16, 14],
        },
      },
      {
        id: 'proposed-fill', type: 'fill', source: SHAPES, layout: shown,
        paint: { 'fill-color': fill, 'fill-opacity': 0.85, 'fill-antialias': false },
      },
      {
        id: 'proposed-outline', type: 'line', source: SHAPES, layout: { ...shown, 'line-join': 'round' },
        paint: { 'line-color': line, 'line-width': 2.4 },
      },
    ],
    label: [{
      id: 'proposed-label', type: 'symbol', source: LABELS,
      layout: {
        ...shown,
        'icon-image': ['concat', 'proposed-', ['get', 'facility']], 'icon-anchor': 'bottom', 'icon-allow-overlap': true, 'icon-padding': 0,
        'text-field': ['format', ['get', 'name'], {}, ['get', 'figure'], { 'text-font': ['literal', [BOLD]], 'text-color': palette.figure }],
        'text-font': [BOLD], 'text-size': textSize([[12, 11], [15, 13.5], [18, 16]], view),
        'text-variable-anchor': ['top', 'left', 'right'], 'text-radial-offset': 0.5, 'text-line-height': 1.2,
        'text-max-width': 10, 'text-justify': 'auto', 'text-optional': true, 'text-padding': 3,
        'symbol-sort-key': ['get', 'order'],
      },
      paint: { 'text-color': name, 'text-halo-color': palette.halo, 'text-halo-width': 1.8, 'icon-opacity': 1, 'text-opacity': 1 },
    }],
  }
}

function toLabels({ sites }: ProposedSiteView): FeatureCollection<Point> {
  const labels = sites.map(({ id, name, facility, figure, geometry }, order) => (
    { id, name, facility, order, figure: figure ? `\n${figure}` : '', geometry: labelPoint(geometry, 0) }
  ))
  return toFeatures(labels, ({ geometry: _, ...properties }) => properties) as FeatureCollection<Point>
}

const hasSameShape = (a: ProposedSiteShape, b: ProposedSiteShape) => a.id === b.id && isSameGeometry(a.geometry, b.geometry)
const hasSameLabel = (a: ProposedSiteShape, b: ProposedSiteShape) => (
  hasSameShape(a, b) && a.name === b.name && a.facility === b.facility && a.figure === b.figure
)

/**
 * Draw places for new facilities: a lit area with the symbol of the facility and its name. Nothing can be picked.
 * Sites that come first win a place for their name.
 *
 * @param map - Loaded (its `load` event has fired).
 */
export function addProposedSiteLayer(map: MapLibreMap, first: ProposedSiteView): MapLayer<ProposedSiteView> {
  return addFeatureLayer(map, first, {
    sources: {
      [SHAPES]: {
        options: { maxzoom: 16, buffer: 32 },
        toFeatures: ({ sites }) => toFeatures(sites, ({ id }) => ({ id })),
        isSame: (a, b) => isSameList(a.sites, b.sites, hasSameShape),
      },
      [LABELS]: { options: { maxzoom: 14 }, toFeatures: toLabels, isSame: (a, b) => isSameList(a.sites, b.sites, hasSameLabel) },
    },
    look: ['palette', 'visible', 'textScale', 'minTextPx'],
    toImages: ({ palette, textScale }) => Object.fromEntries(FACILITY_TYPES.map((type) => [imageOf(type), drawFacility(type, {
      rim: palette.halo, disc: palette.proposed.line, ink: palette.proposed.ink, scale: symbolScale(textScale),
    })])),
    toLayers: layersOf,
  })
}
