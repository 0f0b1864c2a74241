import type { Polygon } from 'geojson'
import type { Map as MapLibreMap } from 'maplibre-gl'
import type { MapLayer } from '@/map/feature-layer'
import type { MapPalette } from '@/map/palette'

/** Off: nothing is listened to. Polygon: clicks set corners. Edit: a click picks a polygon, its corners can be dragged. */
export type DrawMode = 'off' | 'polygon' | 'edit'

/** A polygon that was drawn before and may be edited. */
export interface DrawnShape {
  id: string
  geometry: Polygon
}

export interface DrawView {
  mode: DrawMode
  /** Shown while editing. */
  polygons: readonly DrawnShape[]
  palette: MapPalette
}

/** Why a drawing was not taken. */
export type DrawProblem = 'too-few-corners' | 'self-crossing' | 'unavailable'

export interface DrawListener {
  /** A valid polygon: closed, anticlockwise, at least three corners, no edge crosses another, 7 decimals. */
  finish(polygon: Polygon): void
  change(id: string, polygon: Polygon): void
  remove(id: string): void
  /** Escape was pressed: the drawing in progress is gone. */
  cancel(): void
  /** The drawing was not valid and is undone; `unavailable`: the tools could not be loaded. */
  refuse(problem: DrawProblem): void
}

export function addDrawLayer(map: MapLibreMap, first: DrawView, listener: DrawListener): MapLayer<DrawView> {
  void [map, first, listener]
  return { show: () => {}, remove: () => {} }
}
