import type { ExpressionSpecification, Map as MapLibreMap } from 'maplibre-gl'
import type { SpareSpace } from '@/domain/place'
import { drawHatch } from '@/map/draw-symbol'
import { addFeatureLayer, type IdListener, type MapLayer } from '@/map/feature-layer'
import type { MapPalette } from '@/map/palette'
import { PICK_LAYERS } from '@/map/pick'
import { type SlotLayers, visibility } from '@/map/slots'
import { toFeatures } from '@/map/to-features'

/** A spare space as the map needs it. */
export type SpareSpaceShape = Pick<SpareSpace, 'id' | 'kind' | 'geometry'>

export interface SpareSpaceView {
  spaces: readonly SpareSpaceShape[]
  palette: MapPalette
  visible: boolean
  selectedId: string | null
}

const SOURCE = 'spare-spaces'
const HATCH = 'spare-hatch'

function layersOf({ palette, visible, selectedId }: SpareSpaceView): SlotLayers {
  const { parcel, room, cleared } = palette.spare
  const colour: ExpressionSpecification = ['match', ['get', 'kind'], 'parcel', parcel, 'room', room, cleared]
  const isSelected: ExpressionSpecification = ['==', ['get', 'id'], selectedId ?? '']
  const shared = { source: SOURCE, minzoom: 12 } as const
  const layout = { visibility: visibility(visible) }
  return {
    flat: [
      {
        id: 'spare-fill', type: 'fill', ...shared, layout,
        paint: { 'fill-color': colour, 'fill-opacity': ['case', isSelected, 0.75, 0.34], 'fill-antialias': false },
      },
      // Rooms are hatched: they are space inside a building, not ground.
      {
        id: 'spare-hatch', type: 'fill', ...shared, layout, filter: ['==', ['get', 'kind'], 'room'],
        paint: { 'fill-pattern': HATCH, 'fill-opacity': 0.6, 'fill-antialias': false },
      },
      {
        id: 'spare-outline', type: 'line', ...shared, layout,
        paint: { 'line-color': colour, 'line-width': ['case', isSelected, 3, 1.4], 'line-dasharray': [3, 1.6] },
      },
    ],
  }
}

/**
 * Draw spare spaces by kind with a dashed outline, and report clicks on them.
 *
 * @param map - Loaded (its `load` event has fired).
 */
export function addSpareSpaceLayer(map: MapLibreMap, first: SpareSpaceView, listener: IdListener): MapLayer<SpareSpaceView> {
  return addFeatureLayer(map, first, {
    sources: {
      [SOURCE]: {
        options: { maxzoom: 16, buffer: 8 },
        toFeatures: ({ spaces }) => toFeatures(spaces, ({ id, kind }) => ({ id, kind })),
        isSame: (a, b) => a.spaces === b.spaces,
      },
    },
    look: ['palette', 'visible', 'selectedId'],
    toImages: ({ palette }) => ({ [HATCH]: drawHatch(palette.spare.room) }),
    toLayers: layersOf,
    pickable: PICK_LAYERS.spareSpace,
  }, listener)
}
