import type { ExpressionSpecification, Map as MapLibreMap } from 'maplibre-gl'
import { FACILITY_TYPES, type Facility, type FacilityType } from '@/domain/place'
import { REGULAR } from '@/map/base-style'
import { drawFacility, existingLook } from '@/map/draw-facility'
import { addFeatureLayer, type IdListener, type MapLayer } from '@/map/feature-layer'
import type { MapPalette } from '@/map/palette'
import { PICK_LAYERS } from '@/map/pick'
import { type SlotLayers, visibility } from '@/map/slots'
import { toFeatures } from '@/map/to-features'

/** A facility as the map needs it. */
export type FacilityShape = Pick<Facility, 'id' | 'name' | 'type' | 'geometry'>

export interface FacilityView {
  facilities: readonly FacilityShape[]
  /** Types that serve the people asked about; the others step back. Null: none does. */
  askedTypes: readonly FacilityType[] | null
  palette: MapPalette
  visible: boolean
  textScale: number
  /** See `TextLook`. */
  minTextPx?: number
}

const SOURCE = 'facilities'
const imageOf = (type: string) => `facility-${type}`

function layersOf({ palette, visible, textScale, minTextPx = 0, askedTypes }: FacilityView): SlotLayers {
  const isAsked: ExpressionSpecification = ['in', ['get', 'type'], ['literal', [...(askedTypes ?? FACILITY_TYPES)]]]
  const opacity: ExpressionSpecification = ['case', isAsked, 1, 0.45]
  return {
    name: [{
      id: 'facility-icon', type: 'symbol', source: SOURCE, minzoom: 12,
      layout: {
        visibility: visibility(visible),
        'icon-image': ['concat', 'facility-', ['get', 'type']], 'icon-padding': 1, 'icon-allow-overlap': true,
        'icon-size': ['case', isAsked, askedTypes ? 1.2 : 1, 0.7],
        // Names come in when there is room beside the icons.
        'text-field': ['step', ['zoom'], '', 15.5, ['get', 'name']], 'text-font': [REGULAR], 'text-size': Math.max(11 * textScale, minTextPx),
        'text-variable-anchor': ['left', 'right'], 'text-radial-offset': 0.9, 'text-optional': true, 'text-max-width': 9,
        'text-justify': 'auto',
        'symbol-sort-key': ['case', isAsked, 1, 0],
      },
      paint: {
        'icon-opacity': opacity, 'text-opacity': opacity,
        'text-color': palette.facility, 'text-halo-color': palette.halo, 'text-halo-width': 1.2,
      },
    }],
  }
}

/**
 * Draw facilities as one icon per type, and report clicks on them.
 *
 * @param map - Loaded (its `load` event has fired).
 */
export function addFacilityLayer(map: MapLibreMap, first: FacilityView, listener: IdListener): MapLayer<FacilityView> {
  return addFeatureLayer(map, first, {
    sources: {
      [SOURCE]: {
        options: { maxzoom: 14 },
        toFeatures: ({ facilities }) => toFeatures(facilities, ({ id, name, type }) => ({ id, name, type })),
        isSame: (a, b) => a.facilities === b.facilities,
      },
    },
    look: ['palette', 'visible', 'textScale', 'minTextPx', 'askedTypes'],
    toImages: ({ palette }) => Object.fromEntries(FACILITY_TYPES.map((type) => [imageOf(type), drawFacility(type, existingLook(palette))])),
    toLayers: layersOf,
    pickable: PICK_LAYERS.facility,
  }, listener)
}
