import type { Map as MapLibreMap } from 'maplibre-gl'
import { type DrawListener, type DrawTools, type DrawView, LAST_CLICK_MS, type StartDrawing } from '@/map/drawing'
import type { MapLayer } from '@/map/feature-layer'
import { pausePicks } from '@/map/pick'
import { isWritable } from '@/map/slots'

const loadTools = async (): Promise<StartDrawing> => (await import('@/map/draw-tools')).startDrawing

/**
 * Let a visitor draw on the map. Until it is switched on nothing is loaded or listened to; while it
 * is on, clicks select nothing and do not count as clicks on the background.
 *
 * @param map - Loaded (its `load` event has fired).
 * @param load - Brings the tools.
 */
export function addDrawLayer(map: MapLibreMap, first: DrawView, listener: DrawListener, load = loadTools): MapLayer<DrawView> {
  let view = first
  let tools: DrawTools | null = null
  let resumePicks: (() => void) | null = null
  let isLoading = false
  let isRemoved = false
  let lastClick: ReturnType<typeof setTimeout> | undefined

  async function start(): Promise<void> {
    if (isLoading) return
    isLoading = true
    try {
      const startDrawing = await load()
      // Meanwhile it may have been switched off, or the map lost its context: then it starts with `style.load`.
      if (!isRemoved && view.mode !== 'off' && isWritable(map)) tools = startDrawing(map, view, listener)
    } catch (error) {
      console.error(error)
      if (!isRemoved) listener.refuse('unavailable')
    } finally {
      isLoading = false
    }
  }

  function stop(): void {
    tools?.stop()
    tools = null
    clearTimeout(lastClick)
    lastClick = setTimeout(resume, LAST_CLICK_MS)
  }

  function resume(): void {
    clearTimeout(lastClick)
    resumePicks?.()
    resumePicks = null
  }

  function draw(): void {
    if (view.mode === 'off') return tools || resumePicks ? stop() : undefined
    clearTimeout(lastClick)
    resumePicks ??= pausePicks(map)
    if (tools) tools.show(view)
    else void start()
  }

  function press(event: KeyboardEvent): void {
    if (view.mode === 'off' || event.key !== 'Escape') return
    // The page has other uses for this key.
    event.stopPropagation()
    tools?.drop()
    listener.cancel()
  }

  const subscriptions = [
    map.on('click', (event) => resumePicks && event.preventDefault()),
    map.on('style.load', () => (tools ? tools.redraw() : draw())),
  ]
  document.addEventListener('keydown', press, true)
  draw()

  return {
    show(next) {
      view = next
      draw()
    },
    remove() {
      isRemoved = true
      stop()
      resume()
      document.removeEventListener('keydown', press, true)
      for (const subscription of subscriptions) subscription.unsubscribe()
    },
  }
}
