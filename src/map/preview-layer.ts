import type { Geometry } from 'geojson'
import type { ExpressionSpecification, FilterSpecification, Map as MapLibreMap } from 'maplibre-gl'
import { REGULAR } from '@/map/base-style'
import { addFeatureLayer, type IdListener, type MapLayer } from '@/map/feature-layer'
import type { OwnFeature } from '@/map/hand-over'
import { isSameGeometry, isSameList } from '@/map/is-same-geometry'
import type { MapPalette } from '@/map/palette'
import { PICK_LAYERS } from '@/map/pick'
import { shortLabel } from '@/map/short-label'
import { type SlotLayers, visibility } from '@/map/slots'

/**
 * What a shape of a file stands for. `used`, `open` and `rejected`: a row by what becomes of it; `before` and `after`:
 * the two sides of a repair; `candidate`: where all of a file would fall in one coordinate system, `chosen` in that which is taken.
 */
export const PREVIEW_KINDS = ['used', 'open', 'rejected', 'before', 'after', 'candidate', 'chosen'] as const
export type PreviewKind = (typeof PREVIEW_KINDS)[number]

export interface PreviewShape {
  /** Several shapes may share one, as the two sides of a repair do. */
  id: string
  kind: PreviewKind
  geometry: Geometry
  /** Written along its edge. */
  label?: string
}

export interface PreviewView {
  shapes: readonly PreviewShape[]
  /** Drawn with a strong outline. */
  selectedId: string | null
  palette: MapPalette
  visible: boolean
}

const SOURCE = 'preview'
/** Above the walls of buildings, so that nothing hides what is to be judged. */
const DASHED: readonly PreviewKind[] = ['before', 'candidate', 'rejected']

const isKind = (kinds: readonly PreviewKind[]): FilterSpecification => ['in', ['get', 'kind'], ['literal', [...kinds]]]
const isPoint: FilterSpecification = ['==', ['geometry-type'], 'Point']
const isSolid = ['!', isKind(DASHED)] as FilterSpecification

function colourOf({ lamp, draw }: MapPalette): ExpressionSpecification {
  return [
    'match', ['get', 'kind'], ['used', 'after'], lamp.normal, 'open', lamp.warning, ['rejected', 'before'], lamp.late, draw,
  ]
}

function previewLayers({ palette, visible, selectedId, shapes }: PreviewView): SlotLayers {
  // A source that nothing visible uses costs nothing.
  const layout = { visibility: visibility(visible && shapes.length > 0) }
  const round = { ...layout, 'line-cap': 'round', 'line-join': 'round' } as const
  const isSelected: FilterSpecification = ['==', ['get', 'id'], selectedId ?? '']
  const colour = colourOf(palette)
  return {
    site: [{
      id: 'preview-fill', type: 'fill', source: SOURCE, layout, filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': colour, 'fill-opacity': ['match', ['get', 'kind'], 'candidate', 0, 'chosen', 0.06, 'before', 0.1, 0.2], 'fill-antialias': false },
    }],
    name: [
      { id: 'preview-selected', type: 'line', source: SOURCE, layout: round, filter: ['all', ['!', isPoint], isSelected] as FilterSpecification, paint: { 'line-color': palette.selected, 'line-width': 7 } },
      { id: 'preview-halo', type: 'line', source: SOURCE, layout: round, filter: ['all', ['!', isPoint], ['!', isKind(['candidate'])]] as FilterSpecification, paint: { 'line-color': palette.halo, 'line-width': 4.5, 'line-opacity': 0.8 } },
      { id: 'preview-line', type: 'line', source: SOURCE, layout: round, filter: isSolid, paint: { 'line-color': colour, 'line-width': 2.4 } },
      { id: 'preview-dash', type: 'line', source: SOURCE, layout: { ...layout, 'line-join': 'round' }, filter: isKind(DASHED), paint: { 'line-color': colour, 'line-width': ['match', ['get', 'kind'], 'candidate', 1.4, 2.4], 'line-dasharray': [2.4, 1.6] } },
      {
        id: 'preview-label', type: 'symbol', source: SOURCE, filter: ['has', 'label'],
        layout: { ...layout, 'symbol-placement': 'line', 'symbol-spacing': 260, 'text-field': ['get', 'label'], 'text-font': [REGULAR], 'text-size': 12, 'text-offset': [0, -0.8] },
        paint: { 'text-color': colour, 'text-halo-color': palette.halo, 'text-halo-width': 1.6 },
      },
      {
        id: 'preview-point', type: 'circle', source: SOURCE, layout, filter: isPoint,
        paint: {
          'circle-color': colour, 'circle-radius': ['case', isSelected as ExpressionSpecification, 8, 4.5],
          'circle-stroke-color': ['case', isSelected as ExpressionSpecification, palette.selected, palette.halo], 'circle-stroke-width': ['case', isSelected as ExpressionSpecification, 3, 1.5],
        },
      },
    ],
  }
}

/** A collection is compared as it came: hardly any file has one. */
function isSameShape(a: PreviewShape, b: PreviewShape): boolean {
  if (a.id !== b.id || a.kind !== b.kind || a.label !== b.label) return false
  if (a.geometry.type === 'GeometryCollection' || b.geometry.type === 'GeometryCollection') return a.geometry === b.geometry
  return isSameGeometry(a.geometry, b.geometry)
}

/** One feature per simple part: a filter by kind of geometry knows only those. Thousands are made in one turn of the page. */
function toOwnFeatures({ shapes }: PreviewView): OwnFeature[] {
  const counts = new Map<string, number>()
  return shapes.flatMap(({ id, kind, label, geometry }) => partsOf(geometry).map((part) => {
    const before = counts.get(id) ?? 0
    counts.set(id, before + 1)
    const properties = label === undefined ? { id, kind } : { id, kind, label: shortLabel(label) }
    return { type: 'Feature' as const, id: before === 0 ? id : `${id} and ${before}`, properties, geometry: part }
  }))
}

function partsOf(geometry: Geometry): OwnFeature['geometry'][] {
  if (geometry.type === 'GeometryCollection') return geometry.geometries.flatMap(partsOf)
  return geometry.type === 'MultiPoint' ? geometry.coordinates.map((coordinates) => ({ type: 'Point', coordinates })) : [geometry]
}

/**
 * Draw the shapes of files that are being judged.
 *
 * @param map - Loaded (its `load` event has fired).
 */
export function addPreviewLayer(map: MapLibreMap, first: PreviewView, listener: IdListener): MapLayer<PreviewView> {
  return addFeatureLayer(map, first, {
    sources: { [SOURCE]: { toOwnFeatures, isSame: (a, b) => isSameList(a.shapes, b.shapes, isSameShape) } },
    look: ['palette', 'selectedId', 'visible', 'shapes'],
    toLayers: previewLayers,
    pickable: PICK_LAYERS.preview,
  }, listener)
}
