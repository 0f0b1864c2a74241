import type { FeatureCollection } from 'geojson'
import type { GeoJSONSource, GeoJSONSourceSpecification, Map as MapLibreMap } from 'maplibre-gl'
import { drawDot } from '@/map/draw-symbol'
import type { MapPalette } from '@/map/palette'
import { putImage } from '@/map/put-image'
import { applyLayers, isWritable, removeLayers, type SlotLayers } from '@/map/slots'
import type { LandmarkName, Town, TownLook } from '@/map/town'
import { toContextFeatures, toGroundFeatures, toNameFeatures } from '@/map/town-features'
import { contextLayers, groundLayers, TOWN_SOURCES } from '@/map/town-ground-style'
import { nameLayers } from '@/map/town-name-style'

/** Handle on the drawn town. After `remove`, no other method may be called. */
export interface TownLayer {
  setTown(town: Town, landmarkName: LandmarkName): void
  setLook(palette: MapPalette, look: Omit<TownLook, 'lat'>): void
  remove(): void
}

const DOT = 'town-dot'

type SourceKey = keyof typeof TOWN_SOURCES

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
export function addTownLayer(map: MapLibreMap, palette: MapPalette, firstLook: Omit<TownLook, 'lat'>): TownLayer {
  const lat = map.getCenter().lat
  const waiting = new Map<SourceKey, ReturnType<typeof setTimeout>>()
  let town: Town | null = null
  let landmarkName: LandmarkName = 'name'
  let colours = palette
  let look = firstLook

  function slots(): SlotLayers {
    const full = { ...look, lat }
    const context = contextLayers(colours, full)
    return { ground: groundLayers(colours, full), flat: context.flat, volume: context.volume, name: nameLayers(colours, full) }
  }

  function draw(): void {
    if (!isWritable(map)) return
    putImage(map, DOT, drawDot(colours.landmark, colours.halo))
    for (const key of Object.keys(TOWN_SOURCES) as SourceKey[]) {
      if (!map.getSource(TOWN_SOURCES[key])) {
        map.addSource(TOWN_SOURCES[key], { type: 'geojson', data: featuresOf(key), ...SOURCE_OPTIONS[key] })
      }
    }
    applyLayers(map, slots())
  }

  function featuresOf(key: SourceKey): FeatureCollection {
    if (!town) return { type: 'FeatureCollection', features: [] }
    if (key === 'ground') return toGroundFeatures(town)
    return key === 'context' ? toContextFeatures(town) : toNameFeatures(town, landmarkName)
  }

  function fill(key: SourceKey): void {
    clearTimeout(waiting.get(key))
    waiting.delete(key)
    map.getSource<GeoJSONSource>(TOWN_SOURCES[key])?.setData(featuresOf(key))
  }

  /** Fill a source at once if all its parts are there, else when the others had time to come. */
  function refresh(key: SourceKey, next: Town): void {
    if (PARTS[key].every((part) => next[part] !== null)) fill(key)
    else if (!waiting.has(key)) waiting.set(key, setTimeout(() => fill(key), GATHER_MS))
  }

  const restorations = map.on('style.load', () => {
    draw()
    // MapLibre brings back the data it had; what came while the context was lost is not among them.
    for (const key of Object.keys(TOWN_SOURCES) as SourceKey[]) fill(key)
  })
  draw()

  return {
    setTown(next, nextLandmarkName) {
      const before = town
      const isRenamed = landmarkName !== nextLandmarkName
      town = next
      landmarkName = nextLandmarkName
      for (const key of Object.keys(TOWN_SOURCES) as SourceKey[]) {
        const isChanged = PARTS[key].some((part) => next[part] !== (before?.[part] ?? null))
        if (isChanged || (key === 'names' && isRenamed)) refresh(key, next)
      }
    },
    setLook(nextPalette, nextLook) {
      colours = nextPalette
      look = nextLook
      draw()
    },
    remove() {
      restorations.unsubscribe()
      for (const timer of waiting.values()) clearTimeout(timer)
      if (!isWritable(map)) return
      removeLayers(map, slots())
      for (const source of Object.values(TOWN_SOURCES)) if (map.getSource(source)) map.removeSource(source)
      if (map.hasImage(DOT)) map.removeImage(DOT)
    },
  }
}
