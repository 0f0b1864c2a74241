import type { Polygon } from 'geojson'
import type { Map as MapLibreMap } from 'maplibre-gl'
import type { ShapeProblem } from '@/map/drawn-polygon'
import type { MapPalette } from '@/map/palette'

/** Off: nothing is listened to. Polygon: clicks set corners. Edit: a click picks a polygon, its corners can be dragged. */
export type DrawMode = 'off' | 'polygon' | 'edit'

/** A polygon that was drawn before. */
export interface DrawnShape {
  id: string
  geometry: Polygon
}

export interface DrawView {
  mode: DrawMode
  /** Shown while drawing, so that new corners can snap to theirs; changed in edit mode. */
  polygons: readonly DrawnShape[]
  palette: MapPalette
}

/** Why a drawing was not taken. `unavailable`: the tools could not be loaded. */
export type DrawProblem = ShapeProblem | 'unavailable'

export interface DrawListener {
  /** A valid polygon: closed, anticlockwise, at least three corners, no edge touches another, 7 decimals. */
  finish(polygon: Polygon): void
  change(id: string, polygon: Polygon): void
  remove(id: string): void
  /** Escape was pressed: a drawing in progress is gone. */
  cancel(): void
  /** A corner, or the end of a drawing, was not taken. */
  refuse(problem: DrawProblem): void
}

/** Drawing that is switched on. After `stop`, no other method may be called. */
export interface DrawTools {
  show(view: DrawView): void
  /** Forget the drawing in progress. */
  drop(): void
  /** Draw everything again after a lost context. */
  redraw(): void
  stop(): void
}

export type StartDrawing = (map: MapLibreMap, first: DrawView, listener: DrawListener) => DrawTools

/**
 * A drawing ends when the pointer goes up; the clicks that belong to it, and come late on a tablet,
 * are still its own for so long.
 */
export const LAST_CLICK_MS = 350
