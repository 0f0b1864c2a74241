import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl'
import { REGULAR } from '@/map/base-style'
import { FACILITY_TYPES, type Facility, type FacilityType } from '@/domain/place'
import { drawFacility } from '@/map/draw-facility'
import type { MapPalette } from '@/map/palette'
import { listenForPicks, PICK_LAYERS } from '@/map/pick'
import { putImage } from '@/map/put-image'
import { applyLayers, isWritable, removeLayers, type SlotLayers, visibility } from '@/map/slots'
import type { IdListener } from '@/map/spare-space-layer'
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
}

/** Handle on the drawn facilities. After `remove`, no other method may be called. */
export interface FacilityLayer {
  show(view: FacilityView): void
  remove(): void
}

const SOURCE = 'facilities'
const imageOf = (type: string) => `facility-${type}`

function layersOf({ palette, visible, textScale }: FacilityView): SlotLayers {
  return {
    name: [{
      id: 'facility-icon', type: 'symbol', source: SOURCE, minzoom: 12,
      layout: {
        visibility: visibility(visible),
        'icon-image': ['concat', 'facility-', ['get', 'type']], 'icon-padding': 1, 'icon-allow-overlap': true,
        // Names come in when there is room beside the icons.
        'text-field': ['step', ['zoom'], '', 15.5, ['get', 'name']], 'text-font': [REGULAR], 'text-size': 11 * textScale,
        'text-variable-anchor': ['left', 'right'], 'text-radial-offset': 0.9, 'text-optional': true, 'text-max-width': 9,
        'text-justify': 'auto',
      },
      paint: { 'text-color': palette.facility, 'text-halo-color': palette.halo, 'text-halo-width': 1.2 },
    }],
  }
}

/**
 * Draw facilities as one icon per type, and report clicks on them.
 *
 * @param map - Loaded (its `load` event has fired).
 */
export function addFacilityLayer(map: MapLibreMap, first: FacilityView, listener: IdListener): FacilityLayer {
  let view = first
  let drawnFacilities: readonly FacilityShape[] | null = null

  function draw(): void {
    if (!isWritable(map)) return
    for (const type of FACILITY_TYPES) putImage(map, imageOf(type), drawFacility(type, view.palette))
    if (drawnFacilities !== view.facilities) {
      drawnFacilities = view.facilities
      const data = toFeatures(view.facilities, ({ id, name, type }) => ({ id, name, type }))
      const source = map.getSource<GeoJSONSource>(SOURCE)
      if (source) source.setData(data)
      else map.addSource(SOURCE, { type: 'geojson', data, maxzoom: 14 })
    }
    applyLayers(map, layersOf(view))
  }

  const restorations = map.on('style.load', () => {
    drawnFacilities = null
    draw()
  })
  const stopPicking = listenForPicks(map, PICK_LAYERS.facility, {
    select: ({ id }) => listener.select(id),
    hover: (pick, point) => listener.hover(pick?.id ?? null, point),
  })
  draw()

  return {
    show(next) {
      view = next
      draw()
    },
    remove() {
      stopPicking()
      restorations.unsubscribe()
      if (!isWritable(map)) return
      removeLayers(map, layersOf(view))
      if (map.getSource(SOURCE)) map.removeSource(SOURCE)
      for (const type of FACILITY_TYPES) if (map.hasImage(imageOf(type))) map.removeImage(imageOf(type))
    },
  }
}
