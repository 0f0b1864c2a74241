import type { FeatureCollection } from 'geojson'
import type { GeoJSONSource, GeoJSONSourceSpecification, Map as MapLibreMap } from 'maplibre-gl'
import type { Bitmap } from '@/map/draw-symbol'
import { type HandOver, handOverInPieces, type HandOverTarget, type OwnFeature } from '@/map/hand-over'
import { listenForPicks, type ScreenPoint } from '@/map/pick'
import { putImage } from '@/map/put-image'
import { applyLayers, hideLayers, isWritable, removeLayers, type SlotLayers, whenWritable } from '@/map/slots'
import { type Rest, waitForRest } from '@/map/wait-for-rest'

/** Hears of what the pointer hits, by id. */
export interface IdListener {
  select(id: string): void
  /** Again and again while the pointer moves over a shape; null once when it leaves. */
  hover(id: string | null, point: ScreenPoint): void
}

/** Handle on a drawn layer. After `remove`, no other method may be called. */
export interface MapLayer<View> {
  /** Show another view; what did not change is not touched. */
  show(view: View): void
  remove(): void
}

/** Data of a layer: what they are, and when they are new. */
export type SourcePlan<View> = SourceBasics<View> & (
  | { toFeatures(view: View): FeatureCollection }
  /** Where there may be very many: they are handed over in pieces, and only those that differ. */
  | { toOwnFeatures(view: View): OwnFeature[] }
)

interface SourceBasics<View> {
  options?: Omit<GeoJSONSourceSpecification, 'type' | 'data'>
  /** True if both views give the same features: then nothing is handed over. */
  isSame(before: View, next: View): boolean
  /** True: new data may wait until the views come to rest, as names do. */
  canWait?: boolean
}

/** What the layers of this folder differ in; the rest is the same for all: see `addFeatureLayer`. */
export interface FeaturePlan<View> {
  /** By id of the source. */
  sources: Readonly<Record<string, SourcePlan<View>>>
  /** Parts of the view on which the images and the layers depend. */
  look: readonly (keyof View)[]
  toImages?(view: View): Readonly<Record<string, Bitmap>>
  toLayers(view: View): SlotLayers
  /**
   * Set feature-state where it differs from what was set before.
   *
   * @param isBlank - MapLibre has forgotten all that was set, or never heard of it.
   */
  drawStates?(view: View, isBlank: boolean): void
  /** Layers that can be hit: an entry of `PICK_LAYERS`. */
  pickable?: readonly string[]
}

/**
 * Draw a layer on a map: sources, images, layers and feature-state, kept up to date with the view,
 * brought back after a lost context, and taken off without a trace.
 *
 * @param map - Loaded (its `load` event has fired).
 */
export function addFeatureLayer<View>(
  map: MapLibreMap, first: View, plan: FeaturePlan<View>, listener?: IdListener,
): MapLayer<View> {
  let view = first
  let drawn: View | null = null
  const images = new Set<string>()
  /** Per source the view whose features it holds. */
  const held = new Map<string, View>()
  const rests = new Map<string, Rest>()
  const handOvers = new Map<string, HandOver>()
  /** Sources that are being filled. */
  const undrawn = new Set<string>()
  let isRemoved = false

  function draw(): void {
    if (!isWritable(map)) return
    const isBlank = drawn === null
    const hasNewLook = drawn === null || plan.look.some((key) => drawn![key] !== view[key])
    if (hasNewLook) drawImages()
    for (const id of Object.keys(plan.sources)) refresh(id)
    if (hasNewLook) applyLayers(map, layersOf())
    drawn = view
    plan.drawStates?.(view, isBlank)
  }

  function drawImages(): void {
    for (const [id, image] of Object.entries(plan.toImages?.(view) ?? {})) {
      putImage(map, id, image)
      images.add(id)
    }
  }

  const layersOf = (): SlotLayers => hideLayers(plan.toLayers(view), (spec) => 'source' in spec && undrawn.has(spec.source as string))

  function refresh(id: string): void {
    const { isSame, canWait } = plan.sources[id]!
    const before = held.get(id)
    if (before !== undefined && isSame(before, view)) return void rests.get(id)?.cancel()
    if (before === undefined || !canWait) return fill(id)
    if (!rests.has(id)) rests.set(id, waitForRest(() => isWritable(map) && fill(id)))
    rests.get(id)!.ask()
  }

  function fill(id: string): void {
    const isNew = !held.has(id)
    held.set(id, view)
    const from = plan.sources[id]!
    if ('toFeatures' in from) return put(id, from.toFeatures(view))
    if (isNew) put(id, { type: 'FeatureCollection', features: [] })
    if (isNew) handOvers.get(id)?.forget()
    if (!handOvers.has(id)) handOvers.set(id, handOverInPieces(targetOf(id)))
    const shown = view
    handOvers.get(id)!.show(() => from.toOwnFeatures(shown))
  }

  const targetOf = (id: string): HandOverTarget => ({
    findSource: () => (isWritable(map) ? map.getSource<GeoJSONSource>(id) : undefined),
    setDrawn: (isDrawn) => {
      if (isDrawn) undrawn.delete(id)
      else undrawn.add(id)
      if (!isRemoved && isWritable(map)) applyLayers(map, layersOf())
    },
  })

  function put(id: string, data: FeatureCollection): void {
    const source = map.getSource<GeoJSONSource>(id)
    if (source) source.setData(data)
    else map.addSource(id, { type: 'geojson', ...plan.sources[id]!.options, data })
  }

  // After a lost context MapLibre brings back sources and layers as they were, but no feature-state.
  const restorations = map.on('style.load', () => {
    drawn = null
    held.clear()
    draw()
  })
  const stopPicking = plan.pickable && listener && listenForPicks(map, plan.pickable, {
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
      isRemoved = true
      for (const handOver of handOvers.values()) handOver.forget()
      stopPicking?.()
      restorations.unsubscribe()
      for (const rest of rests.values()) rest.cancel()
      whenWritable(map, () => {
        removeLayers(map, plan.toLayers(view))
        for (const id of Object.keys(plan.sources)) if (map.getSource(id)) map.removeSource(id)
        for (const id of images) if (map.hasImage(id)) map.removeImage(id)
      })
    },
  }
}
