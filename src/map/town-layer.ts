import type { FeatureCollection } from 'geojson'
import type { GeoJSONSource, GeoJSONSourceSpecification, Map as MapLibreMap } from 'maplibre-gl'
import { drawDot } from '@/map/draw-symbol'
import { putImage } from '@/map/put-image'
import { applyLayers, isWritable, removeLayers, type SlotLayers, whenWritable } from '@/map/slots'
import type { Town, TownView } from '@/map/town'
import { toContextFeatures, toGroundFeatures, toNameFeatures } from '@/map/town-features'
import { contextLayers, groundLayers, TOWN_SOURCES } from '@/map/town-ground-style'
import { nameLayers } from '@/map/town-name-style'

/** Handle on the drawn town. After `remove`, no other method may be called. */
export interface TownLayer {
  /** Show another view; data that did not change are not handed over again. */
  show(view: TownView): void
  remove(): void
}

const DOT = 'town-dot'

type SourceKey = keyof typeof TOWN_SOURCES
const SOURCE_KEYS = Object.keys(TOWN_SOURCES) as SourceKey[]

/** Which parts of the town a source is made of. */
const PARTS: Record<SourceKey, readonly (keyof Town)[]> = {
  ground: ['blocks', 'greens', 'water', 'railways', 'roads'],
  context: ['contextBuildings'],
  names: ['landmarks', 'water'],
}

/** Tiles no deeper than needed, and no wider than what is drawn across their edges: half the work of the defaults. */
const SOURCE_OPTIONS: Record<SourceKey, Omit<GeoJSONSourceSpecification, 'type' | 'data'>> = {
  ground: { maxzoom: 14, buffer: 32, tolerance: 0.15 },
  context: { maxzoom: 15, buffer: 0, tolerance: 0.2 },
  names: { maxzoom: 14 },
}

/** Files arrive one by one; this long a source waits for the rest of its parts instead of being cut anew for each. */
const GATHER_MS = 200

/**
 * Draw the town: areas, water, rails, roads, buildings and names.
 *
 * @param map - Loaded (its `load` event has fired).
 */
export function addTownLayer(map: MapLibreMap, first: TownView): TownLayer {
  const lat = map.getCenter().lat
  const waiting = new Map<SourceKey, ReturnType<typeof setTimeout>>()
  let view = first

  function slots(): SlotLayers {
    const look = { ...view, lat }
    const context = contextLayers(view.palette, look)
    return {
      ground: groundLayers(view.palette, look),
      flat: context.flat,
      volume: context.volume,
      name: nameLayers(view.palette, look),
    }
  }

  function draw(): void {
    if (!isWritable(map)) return
    putImage(map, DOT, drawDot(view.palette.landmark, view.palette.halo))
    for (const key of SOURCE_KEYS) {
      if (map.getSource(TOWN_SOURCES[key])) continue
      map.addSource(TOWN_SOURCES[key], { type: 'geojson', data: featuresOf(key), ...SOURCE_OPTIONS[key] })
    }
    applyLayers(map, slots())
  }

  function featuresOf(key: SourceKey): FeatureCollection {
    if (key === 'ground') return toGroundFeatures(view.town)
    return key === 'context' ? toContextFeatures(view.town) : toNameFeatures(view.town, view.landmarkName)
  }

  function fill(key: SourceKey): void {
    clearTimeout(waiting.get(key))
    waiting.delete(key)
    map.getSource<GeoJSONSource>(TOWN_SOURCES[key])?.setData(featuresOf(key))
  }

  /** Fill a source at once if all its parts are there, else when the others had time to come. */
  function refresh(key: SourceKey): void {
    if (PARTS[key].every((part) => view.town[part] !== null)) fill(key)
    else if (!waiting.has(key)) waiting.set(key, setTimeout(() => fill(key), GATHER_MS))
  }

  const restorations = map.on('style.load', () => {
    draw()
    // MapLibre brings back the data it had; what came while the context was lost is not among them.
    for (const key of SOURCE_KEYS) fill(key)
  })
  draw()

  return {
    show(next) {
      const before = view
      view = next
      draw()
      for (const key of SOURCE_KEYS) {
        const isChanged = PARTS[key].some((part) => next.town[part] !== before.town[part])
        if (isChanged || (key === 'names' && next.landmarkName !== before.landmarkName)) refresh(key)
      }
    },
    remove() {
      restorations.unsubscribe()
      for (const timer of waiting.values()) clearTimeout(timer)
      whenWritable(map, () => {
        removeLayers(map, slots())
        for (const source of Object.values(TOWN_SOURCES)) if (map.getSource(source)) map.removeSource(source)
        if (map.hasImage(DOT)) map.removeImage(DOT)
      })
    },
  }
}
