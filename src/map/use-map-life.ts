import { getGlobalDispatcher, type Map as MapLibreMap } from 'maplibre-gl'
import { nextTick, onUnmounted, ref, type ShallowRef, shallowRef } from 'vue'
import type { Camera } from '@/map/camera'
import { cameraOf, isGpuFailure, type MapFailure } from '@/map/create-map'
import { watchWorker } from '@/map/worker-heartbeat'

/** Why what is drawn may be old: the graphics context is gone, or MapLibre's worker is silent. */
export type LostCause = 'context' | 'worker'

export interface LifePlan {
  /** @throws GPUInitializationError without WebGL2. */
  create(camera: Camera): MapLibreMap
  /** Listen to a new map. */
  opened(map: MapLibreMap): void
  /** The map goes away. Returns where a flight under way led, so that the next one opens there; null at rest. */
  leave(): Camera | null
  /** Loaded, with its layers; again after every new map. */
  ready(): void
  failed(reason: MapFailure): void
  idle(): void
  lost(cause: LostCause): void
  /** All is as it should be again; comes after `ready` if it took a new map. */
  restored(): void
}

export interface MapLife {
  /** Null while there is none. */
  map(): MapLibreMap | null
  /** The map once it takes layers. */
  loaded: ShallowRef<MapLibreMap | null>
  state: ShallowRef<'loading' | 'ready' | 'idle' | 'failed'>
  open(camera: Camera): void
  /** Begin anew after `failed`. */
  retry(): Promise<void>
}

/** A load takes 2–4 s in a software renderer; longer than this nobody waits. */
const LOAD_TIMEOUT_MS = 20_000
/** A browser that restores a context does so at once; one that does not never will. */
const RESTORE_TIMEOUT_MS = 5_000
const MAX_REBUILDS = 2
/** After so long without a rebuild they count anew: a wall runs for months. */
const GOOD_WHILE_MS = 600_000

/**
 * Open a map and keep it alive: notice a lost graphics context and a dead worker, wait for the restoration, else put
 * a new map in its place, else give up. Ends with the component that calls it.
 */
export function useMapLife(plan: LifePlan): MapLife {
  const loaded = shallowRef<MapLibreMap | null>(null)
  const state = ref<'loading' | 'ready' | 'idle' | 'failed'>('loading')
  let map: MapLibreMap | null = null
  /** Where a new map opens in the place of one that is gone. */
  let lastCamera: Camera
  let timer: ReturnType<typeof setTimeout> | undefined
  let stopHeartbeat: (() => void) | undefined
  let rebuilds = 0
  let rebuiltAtMs = 0
  let isRebuilding = false
  let lostCause: LostCause | null = null
  let hasWorkerSpoken = false
  let isGone = false

  function fail(reason: MapFailure): void {
    clearTimeout(timer)
    stopHeartbeat?.()
    state.value = 'failed'
    plan.failed(reason)
  }

  function open(camera: Camera): void {
    state.value = 'loading'
    lastCamera = camera
    try {
      map = plan.create(camera)
    } catch (error) {
      console.error(error)
      if (rebuilds === 0) return fail(isGpuFailure(error) ? 'webgl2-missing' : 'style')
      // While the graphics unit itself starts anew there is no context for anyone.
      return whenSeen(RESTORE_TIMEOUT_MS, () => void rebuild())
    }
    listen(map)
    plan.opened(map)
    whenSeen(LOAD_TIMEOUT_MS, () => fail('timeout'))
  }

  /** Act after some time in which the page was seen: a hidden one gets no frames, so its map neither loads nor returns. */
  function whenSeen(afterMs: number, act: () => void): void {
    clearTimeout(timer)
    timer = setTimeout(() => (document.hidden ? whenSeen(afterMs, act) : act()), afterMs)
  }

  function listen(opened: MapLibreMap): void {
    opened.once('load', () => void finishLoading(opened))
    opened.on('render', () => loaded.value && state.value === 'idle' && (state.value = 'ready'))
    opened.on('idle', () => {
      if (!loaded.value || state.value !== 'ready') return
      state.value = 'idle'
      plan.idle()
    })
    opened.on('error', ({ error }) => {
      console.error(error)
      if (isGpuFailure(error)) void rebuild()
      else if (!loaded.value && state.value !== 'failed') fail('style')
    })
    // Tiles come from the worker, and from nowhere else.
    opened.on('sourcedata', (event) => (hasWorkerSpoken ||= event.tile !== undefined))
    // MapLibre tells a new worker in the same way as a lost context: it begins without any of the map's state.
    opened.on('webglcontextlost', () => {
      lose('context')
      whenSeen(RESTORE_TIMEOUT_MS, () => void rebuild())
    })
    // Fires after a restoration too, when MapLibre takes changes again; the layers listen as well.
    opened.on('style.load', () => loaded.value && lostCause && finishRestoring())
  }

  function lose(cause: LostCause): void {
    if (state.value === 'failed') return
    state.value = 'loading'
    if (lostCause) return
    lostCause = cause
    plan.lost(cause)
  }

  async function finishLoading(opened: MapLibreMap): Promise<void> {
    clearTimeout(timer)
    loaded.value = opened
    // The empty map is idle at once; what counts is when the layers are.
    await nextTick()
    if (map !== opened) return
    state.value = 'ready'
    opened.triggerRepaint()
    watchItsWorker()
    plan.ready()
    if (lostCause) finishRestoring()
  }

  function finishRestoring(): void {
    clearTimeout(timer)
    lostCause = null
    state.value = 'ready'
    map?.triggerRepaint()
    plan.restored()
  }

  function watchItsWorker(): void {
    stopHeartbeat?.()
    stopHeartbeat = watchWorker({
      ping: (timeoutMs) => getGlobalDispatcher().ping(timeoutMs),
      hasSpoken: () => {
        const had = hasWorkerSpoken
        hasWorkerSpoken = false
        return had
      },
      revive: () => getGlobalDispatcher().ensureWorkers(),
      silent: () => lose('worker'),
      // Only if it was slow: a new worker restores the map by itself.
      alive: () => lostCause === 'worker' && finishRestoring(),
      giveUp: () => fail('worker-lost'),
    })
  }

  /** Open a new map in the place of one that cannot be repaired; its layers mount again with what they show. */
  async function rebuild(): Promise<void> {
    if (isRebuilding) return
    isRebuilding = true
    lose('context')
    await close()
    isRebuilding = false
    if (isGone) return
    const nowMs = performance.now()
    if (nowMs - rebuiltAtMs > GOOD_WHILE_MS) rebuilds = 0
    rebuiltAtMs = nowMs
    if (rebuilds++ >= MAX_REBUILDS) return fail('context-lost')
    open(lastCamera)
  }

  async function close(): Promise<void> {
    clearTimeout(timer)
    stopHeartbeat?.()
    loaded.value = null
    const closing = map
    if (closing) lastCamera = plan.leave() ?? cameraOf(closing)
    map = null
    // The layers in the slot leave with the next flush and still need the map.
    await nextTick()
    closing?.remove()
  }

  // onBeforeUnmount or onScopeDispose would run before the layers in the slot remove themselves.
  onUnmounted(() => {
    isGone = true
    clearTimeout(timer)
    stopHeartbeat?.()
    map?.remove()
    map = null
  })

  return {
    map: () => map,
    loaded,
    state,
    open,
    async retry() {
      void getGlobalDispatcher().ensureWorkers()
      await close()
      rebuilds = 0
      if (!isGone) open(lastCamera)
    },
  }
}
