import type { FeatureCollection, Point } from 'geojson'
import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl'
import { BLANK, drawHatch, drawLamp, type LampSymbol } from '@/map/draw-symbol'
import { labelPoint, stepOfBearing } from '@/map/label-point'
import type { MapPalette } from '@/map/palette'
import { type Hit, listenForPicks, PICK_LAYERS, type ScreenPoint } from '@/map/pick'
import { HATCH, lampImage, PROGRAMME_SOURCES, programmeLayers } from '@/map/programme-style'
import { putImage } from '@/map/put-image'
import {
  type BuildingShape, type CommunityShape, type Emphasis, isSameState, type ShapePaint, type ShapeState, toShapeState,
} from '@/map/shape-paint'
import { applyLayers, isWritable, removeLayers, whenWritable } from '@/map/slots'
import { toFeatures } from '@/map/to-features'
import { waitForRest } from '@/map/wait-for-rest'

/** A community or a building of the programme. */
export interface ProgrammeTarget {
  kind: 'community' | 'building'
  id: string
}

/** What the layer shows. */
export interface ProgrammeView {
  communities: readonly CommunityShape[]
  buildings: readonly BuildingShape[]
  /** Per community id and, where it differs from its community, per building id. */
  paint: ReadonlyMap<string, ShapePaint>
  selectedId: string | null
  hoveredId: string | null
  emphasis: Emphasis
  palette: MapPalette
  extruded: boolean
  textScale: number
  /** See `TextLook`. */
  minTextPx?: number
  /** A soft light in its own colour around every community that does not step back. */
  glow?: boolean
}

export interface ProgrammeListener {
  select(target: ProgrammeTarget): void
  hover(target: ProgrammeTarget | null, point: ScreenPoint): void
}

/** Handle on the drawn programme. After `remove`, no other method may be called. */
export interface ProgrammeLayer {
  /** Show another view; what did not change is not touched. */
  show(view: ProgrammeView): void
  remove(): void
}

/** From here on a click means the building; farther away it means its community. */
export const BUILDING_ZOOM = 15.5

const LAMPS: readonly LampSymbol[] = ['normal', 'warning', 'late', 'stopped']
const SOURCE_OPTIONS = { type: 'geojson', promoteId: 'id', maxzoom: 15 } as const

/**
 * Draw communities, their buildings and labels, and report which one is clicked or under the pointer.
 *
 * Colours are feature-state: another date repaints without cutting new tiles. Only the label points
 * are data, as MapLibre cannot take a text from feature-state.
 *
 * @param map - Loaded (its `load` event has fired).
 */
export function addProgrammeLayer(map: MapLibreMap, first: ProgrammeView, listener: ProgrammeListener): ProgrammeLayer {
  let view = first
  let communityOf = new Map<string, string>()
  let drawn: ProgrammeView | null = null
  let drawnLabels = ''
  const labelRest = waitForRest(() => isWritable(map) && drawLabels())
  const states = new Map<string, ShapeState>()

  const layers = () => programmeLayers(view.palette, {
    ...view, hasSelectedBuilding: view.selectedId !== null && communityOf.has(view.selectedId),
  })

  function draw(): void {
    if (!isWritable(map)) return
    const isNew = (key: keyof ProgrammeView) => drawn === null || drawn[key] !== view[key]
    if (isNew('palette') || isNew('textScale')) drawImages(map, view)
    if (isNew('communities')) setSource(PROGRAMME_SOURCES.communities, toFeatures(view.communities, ({ id }) => ({ id })))
    if (isNew('buildings')) {
      communityOf = new Map(view.buildings.map(({ id, communityId }) => [id, communityId]))
      setSource(PROGRAMME_SOURCES.buildings, toFeatures(view.buildings, ({ id, communityId, heightM }) => ({ id, communityId, heightM })))
    }
    if (isNew('communities')) drawLabels()
    else if (isNew('paint') || isNew('emphasis')) labelRest.ask()
    if (isNew('palette') || isNew('extruded') || isNew('textScale') || isNew('minTextPx') || isNew('glow') || isNew('selectedId')) applyLayers(map, layers())
    drawn = view
    drawStates()
  }

  function setSource(id: string, data: FeatureCollection): void {
    const source = map.getSource<GeoJSONSource>(id)
    if (source) source.setData(data)
    else map.addSource(id, { ...SOURCE_OPTIONS, data })
  }

  function drawLabels(): void {
    labelRest.cancel()
    const labels = toLabels(view, stepOfBearing(map.getBearing()))
    const text = JSON.stringify(labels)
    if (text === drawnLabels) return
    drawnLabels = text
    setSource(PROGRAMME_SOURCES.labels, labels)
  }

  /** One pass over all shapes; MapLibre hears only of those that look different. */
  function drawStates(): void {
    for (const { id } of view.communities) {
      const state = stateOf(id, view.paint.get(id))
      if (isSameState(states.get(id), state)) continue
      states.set(id, state)
      map.setFeatureState({ source: PROGRAMME_SOURCES.communities, id }, state)
      map.setFeatureState({ source: PROGRAMME_SOURCES.labels, id }, { labelOpacity: state.labelOpacity })
    }
    for (const { id, communityId } of view.buildings) {
      const state = stateOf(id, view.paint.get(id) ?? view.paint.get(communityId))
      if (isSameState(states.get(id), state)) continue
      states.set(id, state)
      map.setFeatureState({ source: PROGRAMME_SOURCES.buildings, id }, state)
    }
  }

  const stateOf = (id: string, paint: ShapePaint | undefined) => toShapeState(paint, {
    palette: view.palette, emphasis: view.emphasis, isSelected: id === view.selectedId, isHovered: id === view.hoveredId,
  })

  function targetOf({ layer, id, properties }: Hit): ProgrammeTarget {
    const isBuilding = layer === 'programme-volume' || layer === 'programme-flat'
    if (!isBuilding) return { kind: 'community', id }
    if (map.getZoom() >= BUILDING_ZOOM) return { kind: 'building', id }
    return { kind: 'community', id: communityOf.get(id) ?? String(properties.communityId) }
  }

  const subscriptions = [
    // After a lost context MapLibre brings back sources and layers as they were, but no feature-state.
    map.on('style.load', () => {
      drawn = null
      drawnLabels = ''
      states.clear()
      draw()
    }),
    map.on('rotate', () => isWritable(map) && drawLabels()),
  ]
  const stopPicking = listenForPicks(map, PICK_LAYERS.programme, {
    select: (pick) => listener.select(targetOf(pick)),
    hover: (pick, point) => listener.hover(pick && targetOf(pick), point),
  })
  draw()

  return {
    show(next) {
      view = next
      draw()
    },
    remove() {
      labelRest.cancel()
      stopPicking()
      for (const subscription of subscriptions) subscription.unsubscribe()
      whenWritable(map, () => {
        removeLayers(map, layers())
        for (const source of Object.values(PROGRAMME_SOURCES)) if (map.getSource(source)) map.removeSource(source)
        for (const image of [HATCH, lampImage(null), ...LAMPS.map(lampImage)]) if (map.hasImage(image)) map.removeImage(image)
      })
    },
  }
}

/** One point per community with its two lines; the lamp that is not normal stands before the second. */
function toLabels({ communities, paint, emphasis }: ProgrammeView, bearingDeg: number): FeatureCollection<Point> {
  return toFeatures(communities.map((community) => {
    const { lamp, stopped, label, dim } = paint.get(community.id) ?? { lamp: null, stopped: false, label: '', dim: false }
    const isCalm = lamp === null || (lamp === 'normal' && emphasis === 'fill')
    const symbol: LampSymbol | null = stopped ? 'stopped' : isCalm ? null : lamp
    // Those that step back make room for the others, then small ones for large ones.
    const order = (dim ? 1e6 : 0) - (community.households ?? 0)
    return { community, label, symbol, order, geometry: labelPoint(community.geometry, bearingDeg) }
  }), ({ community: { id, name }, label, symbol, order }) => (
    { id, name, order, image: lampImage(symbol), figure: symbol && label ? ` ${label}` : label }
  )) as FeatureCollection<Point>
}

function drawImages(map: MapLibreMap, { palette, textScale }: ProgrammeView): void {
  putImage(map, HATCH, drawHatch(palette.hatch))
  putImage(map, lampImage(null), BLANK)
  for (const lamp of LAMPS) {
    const colour = lamp === 'stopped' ? palette.stopped : palette.lamp[lamp]
    putImage(map, lampImage(lamp), drawLamp(lamp, colour, palette.halo, textScale))
  }
}
