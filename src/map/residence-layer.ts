import type { FeatureCollection, Point } from 'geojson'
import type { ExpressionSpecification, Map as MapLibreMap } from 'maplibre-gl'
import type { DemandAnswer } from '@/domain/land'
import { drawCross } from '@/map/draw-symbol'
import { addFeatureLayer, type IdListener, type MapLayer } from '@/map/feature-layer'
import type { MapPalette } from '@/map/palette'
import { PICK_LAYERS } from '@/map/pick'
import { type SlotLayers, visibility } from '@/map/slots'
import { stateValue } from '@/map/state-value'

/** Served by an existing facility, by a chosen site only, by none, or not connected to any street. */
export const RESIDENCE_STATES = ['servedBefore', 'newlyServed', 'unserved', 'unroutable'] as const
export type ResidenceState = (typeof RESIDENCE_STATES)[number]

/** Residential buildings and their people, as in `LandAnswer.demand`. */
export type ResidencePoints = Pick<DemandAnswer, 'ids' | 'positions' | 'people'>

export interface ResidenceView {
  points: ResidencePoints
  /** Per point an index into `RESIDENCE_STATES`, for the time after the choice: see `toResidenceStates`. */
  states: Uint8Array
  /** Before: what the chosen sites serve counts as unserved. */
  phase: 'before' | 'after'
  palette: MapPalette
  visible: boolean
}

const SOURCE = 'residences'
/** A symbol cannot come by feature-state, so the few that are not connected have a source of their own. */
const CROSSES = 'residences-unroutable'
const CROSS = 'residence-cross'
const [NEW, UNSERVED, UNROUTABLE] = [1, 2, 3]
/** No building is drawn wider than one with nine times the mean number of people. */
const MAX_SIZE = 3

/**
 * Draw residential buildings as dots whose area follows the number of people. Filled: served; with a
 * bright rim: newly served; hollow: unserved; a cross: not connected.
 *
 * An answer sets the state of the points that changed, and nothing else.
 *
 * @param map - Loaded (its `load` event has fired).
 */
export function addResidenceLayer(map: MapLibreMap, first: ResidenceView, listener: IdListener): MapLayer<ResidenceView> {
  let set = new Uint8Array()
  let setFor: ResidencePoints | null = null

  return addFeatureLayer(map, first, {
    sources: {
      [SOURCE]: { options: { maxzoom: 14, buffer: 16 }, toFeatures: toDots, isSame: (a, b) => isSamePoints(a.points, b.points) },
      [CROSSES]: {
        options: { maxzoom: 14 }, toFeatures: toCrosses,
        isSame: (a, b) => isSamePoints(a.points, b.points) && hasSameCrosses(a.states, b.states),
      },
    },
    look: ['palette', 'visible'],
    toImages: ({ palette }) => ({ [CROSS]: drawCross(palette.residence.unroutable, palette.halo) }),
    toLayers: residenceLayers,
    drawStates({ points, states, phase }, isBlank) {
      const count = points.ids.length
      if (isBlank || setFor === null || !isSamePoints(setFor, points)) set = new Uint8Array(count).fill(255)
      setFor = points
      for (let id = 0; id < count; id++) {
        const state = phase === 'before' && states[id] === NEW ? UNSERVED! : states[id]!
        if (set[id] === state) continue
        set[id] = state
        map.setFeatureState({ source: SOURCE, id }, { state })
      }
    },
    pickable: PICK_LAYERS.residence,
  }, listener)
}

/** By content: each answer brings new arrays. */
function isSamePoints(a: ResidencePoints, b: ResidencePoints): boolean {
  const count = a.ids.length
  if (a === b) return true
  if (b.ids.length !== count) return false
  for (let index = 0; index < count; index++) {
    const [from, to] = [a.positions[index]!, b.positions[index]!]
    if (a.ids[index] !== b.ids[index] || a.people[index] !== b.people[index] || from[0] !== to[0] || from[1] !== to[1]) return false
  }
  return true
}

function hasSameCrosses(a: Uint8Array, b: Uint8Array): boolean {
  return a === b || (a.length === b.length && a.every((state, index) => (state === UNROUTABLE) === (b[index] === UNROUTABLE)))
}

function toDots({ points }: ResidenceView): FeatureCollection<Point> {
  const { ids, positions, people } = points
  const mean = people.reduce((sum, each) => sum + each, 0) / (people.length || 1)
  return {
    type: 'FeatureCollection',
    features: ids.map((id, index) => {
      const size = mean > 0 ? Math.min(Math.sqrt(people[index]! / mean), MAX_SIZE) : 0
      return {
        type: 'Feature', id: index, properties: { id, size: Math.round(size * 100) / 100 },
        geometry: { type: 'Point', coordinates: positions[index]! },
      }
    }),
  }
}

function toCrosses({ points, states }: ResidenceView): FeatureCollection<Point> {
  const features = points.ids.flatMap((id, index) => (states[index] !== UNROUTABLE ? [] : [{
    type: 'Feature' as const, properties: { id }, geometry: { type: 'Point' as const, coordinates: points.positions[index]! },
  }]))
  return { type: 'FeatureCollection', features }
}

function residenceLayers({ palette, visible }: ResidenceView): SlotLayers {
  const { servedBefore, newlyServed, unserved } = palette.residence
  const layout = { visibility: visibility(visible) }
  const byState = (...values: (string | number)[]) => (
    ['match', stateValue('state', UNSERVED!), 0, values[0], 1, values[1], 2, values[2], values[3]] as unknown as ExpressionSpecification
  )
  const size = (factor: number): ExpressionSpecification => ['*', ['get', 'size'], factor]
  return {
    dot: [
      {
        id: 'residence-dot', type: 'circle', source: SOURCE, minzoom: 11, layout,
        paint: {
          'circle-color': byState(servedBefore, newlyServed, palette.halo, palette.halo),
          'circle-radius': ['interpolate', ['exponential', 1.7], ['zoom'], 12, size(1), 14, size(2.1), 16, size(4.4), 18, size(9)],
          'circle-stroke-color': byState(palette.halo, palette.selected, unserved, palette.halo),
          'circle-stroke-width': byState(0.5, 1.4, 1, 0),
          'circle-opacity': byState(0.8, 1, 0.6, 0),
          'circle-pitch-alignment': 'map',
        },
      },
      {
        id: 'residence-cross', type: 'symbol', source: CROSSES, minzoom: 13,
        layout: { ...layout, 'icon-image': CROSS, 'icon-allow-overlap': true, 'icon-padding': 0 },
        paint: { 'icon-opacity': 1 },
      },
    ],
  }
}
