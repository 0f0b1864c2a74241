import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl'
import { BOLD, REGULAR } from '@/map/base-style'
import { type Bitmap, drawBadge, drawDots, drawHatch } from '@/map/draw-symbol'
import type { MapPalette } from '@/map/palette'
import { type SlotLayers, visibility } from '@/map/slots'
import { stateValue as state } from '@/map/state-value'

/** Land, gaps and what is excluded share a source, as each source costs time per frame; a gap takes the feature-state of its site. */
export const SITE_SOURCES = { shapes: 'site-shapes', labels: 'site-labels' } as const

const IMAGES = { excluded: 'site-hatch-excluded', gap: 'site-hatch-gap', unscored: 'site-dots', badge: 'site-badge' } as const

export interface SiteLook {
  palette: MapPalette
  selectedId: string | null
  visible: boolean
  textScale: number
}

export function siteImages({ palette, textScale }: SiteLook): Record<string, Bitmap> {
  const { site } = palette
  return {
    [IMAGES.excluded]: drawHatch(site.excluded),
    [IMAGES.gap]: drawHatch(site.gapHatch, 'falling'),
    [IMAGES.unscored]: drawDots(site.unscored),
    [IMAGES.badge]: drawBadge(site.chosen, palette.halo, textScale),
  }
}

/** Full width from this zoom on; far away lines of full width would hide the small shapes they surround. */
const byZoom = (value: ExpressionSpecification | number): ExpressionSpecification => (
  ['interpolate', ['exponential', 1.4], ['zoom'], 12.5, ['*', value, 0.4], 16, value]
)

/** Layers of the sites, per slot from bottom to top. What depends on score and choice comes by feature-state. */
export function siteLayers(look: SiteLook): SlotLayers {
  const layout = { visibility: visibility(look.visible) }
  return { site: [...excludedLayers(look.palette, layout), ...shapeLayers(look.palette, layout)], label: labelLayers(look) }
}

const isPart = (part: 'land' | 'gap' | 'out'): FilterSpecification => ['==', ['get', 'part'], part]

type Shown = { visibility: 'visible' | 'none' }

function excludedLayers({ site, selected }: MapPalette, layout: Shown): LayerSpecification[] {
  const shared = { source: SITE_SOURCES.shapes, layout, filter: isPart('out') } as const
  return [
    {
      id: 'site-excluded', type: 'fill', ...shared,
      paint: { 'fill-pattern': IMAGES.excluded, 'fill-opacity': state('opacity', 0.7), 'fill-antialias': false },
    },
    {
      id: 'site-excluded-line', type: 'line', ...shared,
      paint: { 'line-color': site.excluded, 'line-width': byZoom(1), 'line-dasharray': [1.5, 2] },
    },
    {
      id: 'site-excluded-mark', type: 'line', ...shared, layout: { ...layout, 'line-join': 'round' },
      paint: { 'line-color': selected, 'line-width': byZoom(state('markWidth', 0)) },
    },
  ]
}

/**
 * The outline around a whole site is a wide line around each part and each gap; the fills above it
 * hide its inner half. So it needs no union of shapes, and follows whatever is put together.
 */
function shapeLayers({ site, paper, halo }: MapPalette, layout: Shown): LayerSpecification[] {
  const shared = { source: SITE_SOURCES.shapes } as const
  const round = { ...layout, 'line-join': 'round', 'line-cap': 'round' } as const
  const [land, gap] = [isPart('land'), isPart('gap')]
  const inside: FilterSpecification = ['!=', ['get', 'part'], 'out']
  return [
    {
      id: 'site-halo', type: 'line', ...shared, layout: round, filter: inside,
      paint: { 'line-color': halo, 'line-width': byZoom(state('haloWidth', 0)) },
    },
    {
      id: 'site-ring', type: 'line', ...shared, layout: round, filter: inside,
      paint: { 'line-color': state('ring', site.line), 'line-width': byZoom(state('ringWidth', 0)) },
    },
    { id: 'site-gap', type: 'fill', ...shared, layout, filter: gap, paint: { 'fill-color': site.gap } },
    {
      id: 'site-gap-hatch', type: 'fill', ...shared, layout, filter: gap,
      paint: { 'fill-pattern': IMAGES.gap, 'fill-opacity': 0.8, 'fill-antialias': false },
    },
    { id: 'site-fill', type: 'fill', ...shared, layout, filter: land, paint: { 'fill-color': state('fill', paper) } },
    {
      id: 'site-unscored', type: 'fill', ...shared, layout, filter: land,
      paint: { 'fill-pattern': IMAGES.unscored, 'fill-opacity': state('dots', 0), 'fill-antialias': false },
    },
    {
      id: 'site-outline', type: 'line', ...shared, layout, filter: land,
      paint: { 'line-color': site.line, 'line-width': byZoom(state('lineWidth', 1.4)), 'line-dasharray': [3, 1.6] },
    },
  ]
}

/** Names come in when there is room for them; badges of chosen sites and the name of the selected one always. */
function labelLayers(look: SiteLook): LayerSpecification[] {
  const selected = look.selectedId ?? ''
  return [
    nameLayer('site-label', look, ['all', ['has', 'label'], ['!=', ['get', 'id'], selected]]),
    nameLayer('site-label-selected', look, ['all', ['has', 'label'], ['==', ['get', 'id'], selected]]),
    {
      id: 'site-badge', type: 'symbol', source: SITE_SOURCES.labels, filter: ['has', 'badge'],
      layout: {
        visibility: visibility(look.visible),
        'icon-image': IMAGES.badge, 'icon-anchor': 'bottom', 'icon-allow-overlap': true, 'icon-padding': 0,
        'text-field': ['get', 'badge'], 'text-font': [BOLD], 'text-size': 12 * look.textScale, 'text-allow-overlap': true,
        'text-offset': [0, -1.17], 'text-padding': 0,
        'symbol-sort-key': ['-', 0, ['get', 'order']],
      },
      paint: { 'text-color': look.palette.site.chosenInk },
    },
  ]
}

function nameLayer(id: 'site-label' | 'site-label-selected', look: SiteLook, filter: FilterSpecification): LayerSpecification {
  const { palette, textScale } = look
  const isSelected = id === 'site-label-selected'
  return {
    id, type: 'symbol', source: SITE_SOURCES.labels, minzoom: isSelected ? 12 : 15, filter,
    layout: {
      visibility: visibility(look.visible),
      'text-field': [
        'format', ['get', 'label'], {}, '\n', {},
        ['get', 'figure'], { 'text-color': palette.figure, 'text-font': ['literal', [BOLD]], 'font-scale': 1.1 },
      ],
      'text-font': [isSelected ? BOLD : REGULAR],
      'text-size': ['interpolate', ['linear'], ['zoom'], 13, 11 * textScale, 17, 13 * textScale],
      'text-line-height': 1.15,
      // Below the site: its badge, and the name of the community beside it, stand above.
      'text-variable-anchor': ['top', 'top-left', 'top-right', 'left', 'right'],
      'text-radial-offset': 0.45, 'text-justify': 'auto', 'text-max-width': 9, 'text-padding': 3,
      'text-allow-overlap': isSelected,
      'symbol-sort-key': ['get', 'order'],
    },
    paint: { 'text-color': palette.name, 'text-halo-color': palette.halo, 'text-halo-width': 1.6 },
  }
}
