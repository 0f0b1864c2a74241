import type { FeatureCollection, LineString, Point, Polygon, Position } from 'geojson'
import type { ExpressionSpecification, LayerSpecification, Map as MapLibreMap } from 'maplibre-gl'
import { type Hazard, HAZARD_KINDS } from '@/domain/place'
import { REGULAR } from '@/map/base-style'
import { drawHazard } from '@/map/draw-hazard'
import { addFeatureLayer, type IdListener, type MapLayer } from '@/map/feature-layer'
import { groundRing } from '@/map/ground-ring'
import type { MapPalette } from '@/map/palette'
import { PICK_LAYERS } from '@/map/pick'
import { pxPerMetre } from '@/map/road-width'
import { type SlotLayers, visibility } from '@/map/slots'
import { toFeatures } from '@/map/to-features'

/** A hazard as the map needs it, with the distance that the asked facility keeps from it. */
export interface HazardShape extends Pick<Hazard, 'id' | 'name' | 'kind' | 'geometry'> {
  /** m; null: no rule names it. */
  setbackM: number | null
  /** True: nearer excludes a space. False: it only lowers the score. */
  isHard: boolean
}

export interface HazardView {
  hazards: readonly HazardShape[]
  showsSetbacks: boolean
  palette: MapPalette
  visible: boolean
  textScale: number
}

const SOURCE = 'hazards'
const imageOf = (kind: string) => `hazard-${kind}`
const IS_LINE: ExpressionSpecification = ['==', ['geometry-type'], 'LineString']
const IS_RING: ExpressionSpecification = ['==', ['geometry-type'], 'Polygon']

/**
 * Draw hazards as warning signs, with the ground within their set-back: a full outline where it
 * excludes a space, a dotted one where it only lowers the score.
 *
 * @param map - Loaded (its `load` event has fired).
 */
export function addHazardLayer(map: MapLibreMap, first: HazardView, listener: IdListener): MapLayer<HazardView> {
  const lat = map.getCenter().lat
  return addFeatureLayer(map, first, {
    sources: {
      [SOURCE]: {
        options: { maxzoom: 15, buffer: 64 },
        toFeatures: (view) => ({ type: 'FeatureCollection', features: [...toSigns(view).features, ...toGrounds(view).features] }),
        isSame: (a, b) => a.hazards === b.hazards,
      },
    },
    look: ['palette', 'visible', 'textScale', 'showsSetbacks'],
    toImages: ({ palette }) => Object.fromEntries(HAZARD_KINDS.map((kind) => [imageOf(kind), drawHazard(kind, palette)])),
    toLayers: (view) => hazardLayers(view, lat),
    pickable: PICK_LAYERS.hazard,
  }, listener)
}

function hazardLayers({ palette, visible, showsSetbacks, textScale }: HazardView, lat: number): SlotLayers {
  return {
    reach: groundLayers(palette, { visibility: visibility(visible && showsSetbacks) }, lat),
    name: [{
      id: 'hazard-icon', type: 'symbol', source: SOURCE, minzoom: 12, filter: ['==', ['geometry-type'], 'Point'],
      layout: {
        visibility: visibility(visible),
        'icon-image': ['concat', 'hazard-', ['get', 'kind']], 'icon-allow-overlap': true, 'icon-padding': 1,
        'text-field': ['step', ['zoom'], '', 15.5, ['get', 'name']], 'text-font': [REGULAR], 'text-size': 11 * textScale,
        'text-variable-anchor': ['left', 'right'], 'text-radial-offset': 1.1, 'text-optional': true, 'text-max-width': 9, 'text-justify': 'auto',
      },
      paint: { 'text-color': palette.label, 'text-halo-color': palette.halo, 'text-halo-width': 1.2 },
    }],
  }
}

/** Points have a ring; lines have a band whose edges are drawn beside them. */
function groundLayers({ hazard }: MapPalette, layout: { visibility: 'visible' | 'none' }, lat: number): LayerSpecification[] {
  const ground = { source: SOURCE, layout } as const
  // On the ground the set-back has a real width, which doubles with each zoom.
  const bandPx = ['interpolate', ['exponential', 2], ['zoom'], ...[10, 20].flatMap((zoom) => (
    [zoom, ['*', ['get', 'setbackM'], 2 * pxPerMetre(zoom, lat)]]
  ))] as unknown as ExpressionSpecification
  const edges = (name: 'hard' | 'soft', dasharray: number[]): LayerSpecification[] => {
    const filter = (shape: ExpressionSpecification): ExpressionSpecification => ['all', shape, ['==', ['get', 'isHard'], name === 'hard']]
    const paint = { 'line-color': hazard, 'line-width': 1.6, 'line-dasharray': dasharray }
    return [
      { id: `hazard-ring-${name}`, type: 'line', ...ground, filter: filter(IS_RING), paint },
      { id: `hazard-beside-${name}`, type: 'line', ...ground, filter: filter(IS_LINE), paint: { ...paint, 'line-gap-width': bandPx } },
    ]
  }
  return [
    { id: 'hazard-ground', type: 'fill', ...ground, filter: IS_RING, paint: { 'fill-color': hazard, 'fill-opacity': 0.13, 'fill-antialias': false } },
    { id: 'hazard-band', type: 'line', ...ground, filter: IS_LINE, paint: { 'line-color': hazard, 'line-opacity': 0.13, 'line-width': bandPx } },
    { id: 'hazard-line', type: 'line', ...ground, filter: IS_LINE, paint: { 'line-color': hazard, 'line-width': 1.4, 'line-dasharray': [6, 3] } },
    ...edges('hard', [1, 0]),
    ...edges('soft', [1, 2]),
  ]
}

function toSigns({ hazards }: HazardView): FeatureCollection {
  return toFeatures(hazards.map(({ id, kind, name, geometry }) => ({ id, kind, name: name ?? '', geometry: signPoint(geometry) })),
    ({ id, kind, name }) => ({ id, kind, name }))
}

/** A power line has one sign, at its middle vertex. */
function signPoint(geometry: Point | LineString): Point {
  if (geometry.type === 'Point') return geometry
  const { coordinates } = geometry
  const middle = coordinates.length / 2
  const [from, to] = [coordinates[Math.ceil(middle) - 1], coordinates[Math.floor(middle)]] as [Position, Position]
  return { type: 'Point', coordinates: [(from[0]! + to[0]!) / 2, (from[1]! + to[1]!) / 2] }
}

function toGrounds({ hazards }: HazardView): FeatureCollection {
  const grounds = hazards.map(({ geometry, setbackM, isHard }) => ({ setbackM: setbackM ?? 0, isHard, geometry: groundOf(geometry, setbackM) }))
  return toFeatures(grounds.filter((ground): ground is typeof ground & { geometry: Polygon | LineString } => ground.geometry !== null),
    ({ setbackM, isHard }) => ({ setbackM, isHard }))
}

/** A line is drawn even without a set-back, as its sign stands at one place only. */
function groundOf(geometry: Point | LineString, setbackM: number | null): Polygon | LineString | null {
  if (geometry.type === 'LineString') return geometry
  return setbackM ? groundRing(geometry.coordinates, setbackM) : null
}
