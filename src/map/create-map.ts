import 'maplibre-gl/dist/maplibre-gl.css'
import { GPUInitializationError, Map as MapLibreMap, prewarm, ScaleControl, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import { baseStyle } from '@/map/base-style'
import type { Bounds, Camera, Padding } from '@/map/camera'
import type { MapPalette } from '@/map/palette'
import { canvasLimit, wantedPixelRatio } from '@/map/pixel-ratio'

// MapLibre 6 cannot find its worker in a Vite build by itself (maplibre-gl-js#8188).
setWorkerUrl(workerUrl)
// Its workers start while the data arrive, not when the map opens.
prewarm()

/** Why there is no map to look at. */
export type MapFailure = 'webgl2-missing' | 'style' | 'context-lost' | 'worker-lost' | 'timeout'

export interface MapSettings {
  palette: MapPalette
  camera: Camera
  padding: Padding
  /** Area the map does not leave; null: about 50 km around the first camera. */
  area: Bounds | null
  /** MapLibre's own words, keyed as in its default locale. */
  locale: Record<string, string>
  /** False: nothing answers to pointer, touch or keys, and there is no scale. */
  interactive: boolean
}

/** Degrees around the first camera that a visitor may move. */
const ROAM_DEG = 0.55

/**
 * Open a map in an element.
 *
 * @throws GPUInitializationError without WebGL2.
 */
export function createMap(container: HTMLElement, settings: MapSettings): MapLibreMap {
  const { camera, area } = settings
  const map = new MapLibreMap({
    container,
    style: baseStyle(settings.palette, new URL(`${import.meta.env.BASE_URL}fonts/`, document.baseURI).href),
    ...toMapLibre(camera),
    minZoom: 11,
    maxZoom: 19.5,
    maxPitch: 65,
    maxBounds: area
      ? [[area[0], area[1]], [area[2], area[3]]]
      : [[camera.lon - ROAM_DEG, camera.lat - ROAM_DEG], [camera.lon + ROAM_DEG, camera.lat + ROAM_DEG]],
    renderWorldCopies: false,
    // The page prints the attribution itself, with the data date and the review number.
    attributionControl: false,
    locale: settings.locale,
    // Labels change with the date; fading they would flicker while it plays.
    fadeDuration: 0,
    // A fixed ratio does not follow the window to another screen: `watchPixelRatio` does.
    pixelRatio: wantedPixelRatio(),
    maxCanvasSize: canvasLimit(),
    interactive: settings.interactive,
    validateStyle: import.meta.env.DEV,
  })
  map.setPadding({ ...settings.padding })
  if (settings.interactive) map.addControl(new ScaleControl({ unit: 'metric', maxWidth: 90 }), 'bottom-right')
  return map
}

/** Whether a failure to open the map means that the machine cannot draw at all. */
export const isGpuFailure = (error: unknown) => error instanceof GPUInitializationError

/** A camera in the words of MapLibre. */
export function toMapLibre(camera: Camera) {
  return {
    center: [camera.lon, camera.lat] as [number, number], zoom: camera.zoom, pitch: camera.pitchDeg, bearing: camera.bearingDeg,
  }
}

/** Where a map looks, rounded to what can be seen: 0.1 m, 0.001 zoom, 0.1°. */
export function cameraOf(map: MapLibreMap): Camera {
  const { lng, lat } = map.getCenter()
  const round = (value: number, digits: number) => Number(value.toFixed(digits))
  return {
    lon: round(lng, 6), lat: round(lat, 6), zoom: round(map.getZoom(), 3),
    pitchDeg: round(map.getPitch(), 1), bearingDeg: round(map.getBearing(), 1),
  }
}
