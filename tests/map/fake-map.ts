import type { FeatureCollection } from 'geojson'
import type { GeoJSONSourceDiff, LayerSpecification, Map as MapLibreMap } from 'maplibre-gl'
import type { Bitmap } from '@/map/draw-symbol'
import { SLOT_LAYERS } from '@/map/slots'

interface FakeSource {
  data: unknown
  setData(data: unknown): void
  updateData(diff: GeoJSONSourceDiff): Promise<void>
}
type Listener = (event: Record<string, unknown>) => void

/** A map that remembers what is on it. `lose` and `restore` do what a lost graphics context does to it. */
export function fakeMap() {
  const layers = new Map<string, LayerSpecification>()
  const sources = new Map<string, FakeSource>()
  const images = new Map<string, Bitmap>()
  const states = new Map<string, Record<string, unknown>>()
  const listeners: [type: string, listener: Listener][] = []
  const calls = { setFeatureState: 0, setData: [] as string[], updateData: [] as string[], setPaintProperty: 0 }
  const view = { zoom: 15, bearing: 0, isMoving: false, hits: [] as unknown[], near: [] as unknown[] }
  let isLost = false
  const slots = () => SLOT_LAYERS.forEach((layer) => layers.set(layer.id, layer))
  slots()

  const map = {
    getLayer: (id: string) => (isLost ? undefined : layers.get(id)),
    addLayer: (layer: LayerSpecification, before: string) => {
      if (!layers.has(before)) throw new Error(`no layer ${before}`)
      layers.set(layer.id, structuredClone(layer))
    },
    removeLayer: (id: string) => layers.delete(id),
    setPaintProperty: (id: string, name: string, value: unknown) => {
      calls.setPaintProperty++
      Object.assign((layers.get(id)!.paint ??= {}), { [name]: value })
    },
    setLayoutProperty: (id: string, name: string, value: unknown) => {
      Object.assign((layers.get(id)!.layout ??= {}), { [name]: value })
    },
    setFilter: (id: string, filter: unknown) => Object.assign(layers.get(id)!, { filter }),
    getSource: (id: string) => (isLost ? undefined : sources.get(id)),
    addSource: (id: string, { data }: { data: unknown }) => {
      const source: FakeSource = {
        data,
        setData: (next: unknown) => {
          calls.setData.push(id)
          source.data = next
        },
        updateData: async ({ remove = [], add = [] }: GeoJSONSourceDiff) => {
          calls.updateData.push(id)
          const renewed = new Set([...remove, ...add.map((feature) => feature.id!)])
          const kept = (source.data as FeatureCollection).features.filter((feature) => !renewed.has(feature.id!))
          source.data = { type: 'FeatureCollection', features: [...kept, ...add] }
        },
      }
      sources.set(id, source)
    },
    removeSource: (id: string) => sources.delete(id),
    hasImage: (id: string) => images.has(id),
    getImage: (id: string) => ({ data: images.get(id) }),
    addImage: (id: string, image: Bitmap) => images.set(id, image),
    updateImage: (id: string, image: Bitmap) => {
      const { width, height } = images.get(id)!
      if (width !== image.width || height !== image.height) throw new Error('the size of an image cannot change')
      images.set(id, image)
    },
    removeImage: (id: string) => images.delete(id),
    setFeatureState: ({ source, id }: { source: string; id: string }, state: object) => {
      if (isLost) throw new TypeError('no style')
      calls.setFeatureState++
      states.set(`${source}/${id}`, { ...states.get(`${source}/${id}`), ...state })
    },
    on: (type: string, listener: Listener) => {
      const entry: [string, Listener] = [type, listener]
      listeners.push(entry)
      return { unsubscribe: () => listeners.splice(listeners.indexOf(entry), 1) }
    },
    getCenter: () => ({ lng: 119.197, lat: 36.431 }),
    getZoom: () => view.zoom,
    getBearing: () => view.bearing,
    isMoving: () => view.isMoving,
    getCanvas: () => ({ style: {} }),
    queryRenderedFeatures: (where: unknown[], { layers: among }: { layers: string[] }) => (
      (Array.isArray(where[0]) ? view.near : view.hits) as { layer: { id: string } }[]
    ).filter(({ layer }) => among.includes(layer.id)),
  }

  const fire = (type: string, event: Record<string, unknown> = {}) => {
    for (const [, listener] of listeners.filter(([each]) => each === type)) listener(event)
  }
  return {
    map: map as unknown as MapLibreMap, layers, sources, images, states, listeners, calls, view, fire,
    /** Ids of layers that are not part of the empty map. */
    drawn: () => [...layers.keys()].filter((id) => !id.startsWith('slot-')),
    lose: () => {
      isLost = true
    },
    /** MapLibre brings back layers and sources, but no feature-state. */
    restore: () => {
      isLost = false
      states.clear()
      fire('style.load')
    },
    /** Put a feature of a layer under the pointer. */
    hit: (layer: string, properties: Record<string, unknown>) => {
      view.hits = [{ layer: { id: layer }, properties }]
    },
  }
}
