import type { Map as MapLibreMap, PointLike } from 'maplibre-gl'

/**
 * Layers a pointer can hit.
 *
 * One list for all, so that of two drawn layers the upper one gets the click, whoever asks.
 */
export const PICK_LAYERS = {
  preview: ['preview-point', 'preview-fill'],
  facility: ['facility-icon'],
  spareSpace: ['spare-fill'],
  site: ['site-badge', 'site-fill', 'site-excluded'],
  residence: ['residence-dot', 'residence-cross'],
  hazard: ['hazard-icon'],
  programme: ['programme-label-selected', 'programme-label', 'programme-volume', 'programme-flat', 'programme-area'],
} as const

/** What lies topmost under a point: the layer that drew it and the id of its feature. */
export interface Hit {
  layer: string
  id: string
  /** Further properties of the feature, as the layer gave them to its source. */
  properties: Readonly<Record<string, unknown>>
}

/** Maps on which nothing can be hit for now, as a drawing has the pointer. */
const PAUSED = new WeakSet<MapLibreMap>()

/**
 * Let clicks and moves hit nothing.
 *
 * @returns A function that ends it.
 */
export function pausePicks(map: MapLibreMap): () => void {
  PAUSED.add(map)
  return () => void PAUSED.delete(map)
}

/** The topmost shape of any layer that can be hit; null over the plain town. `point` is px from the upper left. */
export function hitAt(map: MapLibreMap, point: PointLike): Hit | null {
  return PAUSED.has(map) ? null : topmost(map, point, Object.values(PICK_LAYERS).flat())
}

/** How far beside a site a click may be, px: far away a site is smaller than a finger. */
const NEAR_PX = 8

function siteNear(map: MapLibreMap, { x, y }: ScreenPoint): Hit | null {
  if (PAUSED.has(map)) return null
  return topmost(map, [[x - NEAR_PX, y - NEAR_PX], [x + NEAR_PX, y + NEAR_PX]], PICK_LAYERS.site)
}

function topmost(map: MapLibreMap, where: PointLike | [PointLike, PointLike], among: readonly string[]): Hit | null {
  const layers = among.filter((id) => map.getLayer(id))
  if (layers.length === 0) return null
  const hit = map.queryRenderedFeatures(where, { layers })[0]
  const id = hit?.properties.id
  return hit && typeof id === 'string' ? { layer: hit.layer.id, id, properties: hit.properties } : null
}

/** Pixel on the map, from its upper left corner. */
export interface ScreenPoint {
  x: number
  y: number
}

export interface PickListener {
  /** A click hit one of the layers. */
  select(hit: Hit): void
  /** The pointer moved over one of the layers (again and again), or left them (once, null). */
  hover(pick: Hit | null, point: ScreenPoint): void
}

/**
 * Report clicks on and moves over some layers, where nothing that can be hit lies above them.
 *
 * A click that hits is marked with `preventDefault`, which tells the canvas that it was not on the
 * background. Moves are looked up once per frame, and not while the map itself moves.
 *
 * @returns A function that ends it.
 */
export function listenForPicks(map: MapLibreMap, layers: readonly string[], listener: PickListener): () => void {
  let frame = 0
  let latest: ScreenPoint = { x: 0, y: 0 }
  let isOver = false
  const own = (pick: Hit | null) => (pick && layers.includes(pick.layer) ? pick : null)

  function hover(point: ScreenPoint): void {
    frame = 0
    const pick = map.isMoving() ? null : own(hitAt(map, [point.x, point.y]))
    if (pick) {
      map.getCanvas().style.cursor = 'pointer'
      isOver = true
      listener.hover(pick, point)
    } else leave(point)
  }

  function leave(point: ScreenPoint): void {
    if (!isOver) return
    isOver = false
    map.getCanvas().style.cursor = ''
    listener.hover(null, point)
  }

  const subscriptions = [
    map.on('click', (event) => {
      const pick = own(hitAt(map, event.point) ?? siteNear(map, event.point))
      if (!pick) return
      event.preventDefault()
      listener.select(pick)
    }),
    map.on('mousemove', ({ point }) => {
      // Where the pointer came to rest counts, not where the frame began.
      latest = { x: point.x, y: point.y }
      if (!frame) frame = requestAnimationFrame(() => hover(latest))
    }),
    map.on('mouseout', ({ point }) => leave(point)),
    map.on('movestart', () => leave({ x: 0, y: 0 })),
  ]
  return () => {
    if (frame) cancelAnimationFrame(frame)
    for (const subscription of subscriptions) subscription.unsubscribe()
  }
}
