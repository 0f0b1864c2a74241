import type { Feature, FeatureCollection } from 'geojson'
import type { GeoJSONSource, GeoJSONSourceSpecification, Map as MapLibreMap } from 'maplibre-gl'
import type { Landmark, Water } from '@/domain/place'
import { boundsOf } from '@/map/camera'
import { drawDot } from '@/map/draw-symbol'
import type { MapPalette } from '@/map/palette'
import { applyLayers, isWritable, removeLayers, type SlotLayers } from '@/map/slots'
import { toFeatures } from '@/map/to-features'
import type { Town, TownLook } from '@/map/town'
import { areaLayers, contextLayers, TOWN_SOURCES, wayLayers } from '@/map/town-ground-style'
import { nameLayers } from '@/map/town-name-style'
import { middleLine } from '@/map/water-line'

/** Which of its two names a landmark shows. */
export type LandmarkName = 'name' | 'nameEn'

/** Handle on the drawn town. After `remove`, no other method may be called. */
export interface TownLayer {
  setTown(town: Town, landmarkName: LandmarkName): void
  setLook(palette: MapPalette, look: Omit<TownLook, 'lat'>): void
  remove(): void
}

const DOT = 'town-dot'
const EMPTY: FeatureCollection = { type: 'FeatureCollection', features: [] }

type SourceKey = keyof typeof TOWN_SOURCES

/** Tiles no deeper than needed, and no wider than what is drawn across their edges: half the work of the defaults. */
const SOURCE_OPTIONS: Record<SourceKey, Omit<GeoJSONSourceSpecification, 'type' | 'data'>> = {
  blocks: { maxzoom: 15, buffer: 4 },
  greens: { maxzoom: 15, buffer: 4 },
  water: { maxzoom: 15, buffer: 16 },
  railways: { maxzoom: 15, buffer: 24 },
  roads: { maxzoom: 15, buffer: 48 },
  contextBuildings: { maxzoom: 15, buffer: 0 },
  landmarks: { maxzoom: 14, buffer: 64 },
  waterNames: { maxzoom: 14, buffer: 64 },
}

/**
 * Draw the town: areas, water, rails, roads, buildings and names.
 *
 * @param map - Loaded (its `load` event has fired).
 */
export function addTownLayer(map: MapLibreMap, palette: MapPalette, firstLook: Omit<TownLook, 'lat'>): TownLayer {
  const lat = map.getCenter().lat
  const data = new Map<SourceKey, FeatureCollection>()
  const given = new Map<string, unknown>()
  const missed = new Set<SourceKey>()
  let colours = palette
  let look = firstLook

  function slots(): SlotLayers {
    const full = { ...look, lat }
    const context = contextLayers(colours, full)
    return {
      ground: [...areaLayers(colours), ...wayLayers(colours, full)],
      flat: context.flat,
      volume: context.volume,
      name: nameLayers(colours, full),
    }
  }

  function draw(): void {
    if (!isWritable(map)) return
    const dot = drawDot(colours.landmark, colours.halo)
    if (map.hasImage(DOT)) map.updateImage(DOT, dot)
    else map.addImage(DOT, dot, { pixelRatio: 2 })
    for (const key of Object.keys(TOWN_SOURCES) as SourceKey[]) {
      if (map.getSource(TOWN_SOURCES[key])) continue
      map.addSource(TOWN_SOURCES[key], { type: 'geojson', data: data.get(key) ?? EMPTY, ...SOURCE_OPTIONS[key] })
    }
    applyLayers(map, slots())
  }

  function setData(key: SourceKey, features: FeatureCollection): void {
    data.set(key, features)
    const source = map.getSource<GeoJSONSource>(TOWN_SOURCES[key])
    if (source) source.setData(features)
    else missed.add(key)
  }

  /** Convert and hand over a part of the town if it is another than the last time. */
  function setPart<T>(key: SourceKey, part: T, convert: (part: NonNullable<T>) => FeatureCollection): void {
    if (given.get(key) === part) return
    given.set(key, part)
    setData(key, part === null || part === undefined ? EMPTY : convert(part))
  }

  const restorations = map.on('style.load', () => {
    draw()
    // MapLibre brings back what it had; what came while the context was lost is not in it.
    for (const key of missed) setData(key, data.get(key)!)
    missed.clear()
  })
  draw()

  return {
    setTown(town, landmarkName) {
      setPart('blocks', town.blocks, (parts) => toFeatures(parts, ({ landUse }) => ({ landUse })))
      setPart('greens', town.greens, (parts) => toFeatures(parts, ({ kind }) => ({ kind })))
      setPart('water', town.water, (parts) => toFeatures(parts, ({ kind }) => ({ kind })))
      setPart('waterNames', town.water, waterNames)
      setPart('railways', town.railways, (parts) => toFeatures(parts, () => null))
      setPart('roads', town.roads, (parts) => toFeatures(parts, (road) => ({
        ...(road.name ? { name: road.name } : {}), class: road.class, bridge: road.bridge, widthM: road.widthM,
      })))
      setPart('contextBuildings', town.contextBuildings, (parts) => toFeatures(parts, ({ heightM }) => ({ heightM })))
      if (given.get('landmarkName') !== landmarkName) given.delete('landmarks')
      given.set('landmarkName', landmarkName)
      setPart('landmarks', town.landmarks, (parts: readonly Landmark[]) => (
        toFeatures(parts, (landmark) => ({ name: landmark[landmarkName], kind: landmark.kind }))
      ))
    },
    setLook(nextPalette, nextLook) {
      colours = nextPalette
      look = nextLook
      draw()
    },
    remove() {
      restorations.unsubscribe()
      if (!isWritable(map)) return
      removeLayers(map, slots())
      for (const source of Object.values(TOWN_SOURCES)) if (map.getSource(source)) map.removeSource(source)
      if (map.hasImage(DOT)) map.removeImage(DOT)
    },
  }
}

/** Rivers get their name along their middle, lakes and ponds in it. */
function waterNames(water: readonly Water[]): FeatureCollection {
  const features = water.flatMap(({ name, kind, geometry }): Feature[] => {
    if (name === null) return []
    const bounds = boundsOf([geometry])
    const centre = bounds && { type: 'Point' as const, coordinates: [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2] }
    const place = kind === 'river' ? middleLine(geometry) : centre
    return place ? [{ type: 'Feature', properties: { name }, geometry: place }] : []
  })
  return { type: 'FeatureCollection', features }
}
