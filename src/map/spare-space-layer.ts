import type { ExpressionSpecification, GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl'
import type { SpareSpace } from '@/domain/place'
import { drawHatch } from '@/map/draw-symbol'
import type { MapPalette } from '@/map/palette'
import { listenForPicks, PICK_LAYERS, type ScreenPoint } from '@/map/pick'
import { putImage } from '@/map/put-image'
import { applyLayers, isWritable, removeLayers, type SlotLayers, visibility } from '@/map/slots'
import { toFeatures } from '@/map/to-features'

/** A spare space as the map needs it. */
export type SpareSpaceShape = Pick<SpareSpace, 'id' | 'kind' | 'geometry'>

export interface SpareSpaceView {
  spaces: readonly SpareSpaceShape[]
  palette: MapPalette
  visible: boolean
  selectedId: string | null
}

export interface IdListener {
  select(id: string): void
  hover(id: string | null, point: ScreenPoint): void
}

/** Handle on the drawn spaces. After `remove`, no other method may be called. */
export interface SpareSpaceLayer {
  show(view: SpareSpaceView): void
  remove(): void
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
export function addSpareSpaceLayer(map: MapLibreMap, first: SpareSpaceView, listener: IdListener): SpareSpaceLayer {
  let view = first
  let drawnSpaces: readonly SpareSpaceShape[] | null = null

  function draw(): void {
    if (!isWritable(map)) return
    putImage(map, HATCH, drawHatch(view.palette.spare.room))
    if (drawnSpaces !== view.spaces) {
      drawnSpaces = view.spaces
      const data = toFeatures(view.spaces, ({ id, kind }) => ({ id, kind }))
      const source = map.getSource<GeoJSONSource>(SOURCE)
      if (source) source.setData(data)
      else map.addSource(SOURCE, { type: 'geojson', data, maxzoom: 16, buffer: 8 })
    }
    applyLayers(map, layersOf(view))
  }

  const restorations = map.on('style.load', () => {
    drawnSpaces = null
    draw()
  })
  const stopPicking = listenForPicks(map, PICK_LAYERS.spareSpace, {
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
      if (map.hasImage(HATCH)) map.removeImage(HATCH)
    },
  }
}
