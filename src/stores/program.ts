import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { fetchProgramVersion, isProgramComplete } from '@/data/program-version'
import type { ProgramVersion } from '@/domain/program-version'
import { createOfflineWorker, type OfflineState } from '@/stores/offline-worker'
import { createReloadGuard } from '@/stores/reload-guard'

/** What a page that was not built calls itself. */
const DEVELOPMENT = 'development'
const TAKEN_KEY = 'renovation-map.taken-build'
const POLL_MS = 60_000
const POLL_AT_MOST_MS = 15 * 60_000

/**
 * The program itself, as data of the wall: which build runs, whether it would open without the server, whether a newer
 * one is ready, and every reload that the page makes by itself.
 */
export const useProgramStore = defineStore('program', () => {
  /** Build that runs in this page: written into it, so that a kept page knows its own and not the server's. */
  const build = document.querySelector<HTMLMetaElement>('meta[name="build"]')?.content ?? DEVELOPMENT
  const isBuilt = build !== DEVELOPMENT
  const offline = shallowRef<OfflineState>({
    cache: isBuilt ? 'starting' : 'off', reason: isBuilt ? null : 'development', isServing: false, waitingBuild: null,
  })
  /** Build that lies on the server, as far as is known; null before the first answer. */
  const latestBuild = ref<string | null>(null)
  /** Build that was found complete on the server, for a page without a service worker. */
  const completeBuild = ref<string | null>(null)
  /** False once the server did not answer; a reload would then show an error of the browser. */
  const isServerThere = ref(true)
  /** Why the page is going to be reloaded as soon as the server has a complete program; null if it is not. */
  const pendingReload = ref<string | null>(null)
  const guard = createReloadGuard(isReload(), performance.timeOrigin)
  const worker = createOfflineWorker((state) => (offline.value = state))
  let pollMs = POLL_MS
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let isRunning = false
  let isPolling = false
  let isTaking = false

  const offlineCache = computed(() => offline.value.cache)
  const offlineReason = computed(() => offline.value.reason)
  /** Build that `takeOver` would bring: one that waits in the service worker, else one that lies complete on the server. */
  const nextBuild = computed(() => {
    const next = offline.value.isServing ? offline.value.waitingBuild : completeBuild.value
    return next === build ? null : next
  })
  const isUpdateReady = computed(() => nextBuild.value !== null)

  /**
   * Begin to keep the program for times without a server and to look for new builds. Called again it changes the rhythm.
   *
   * @param everyMs - How often the server is asked; after failures the pause doubles.
   */
  function start(everyMs = POLL_MS): void {
    const isOther = pollMs !== everyMs
    pollMs = everyMs
    if (!isBuilt) return
    if (isRunning) return isOther && !isPolling ? schedule() : undefined
    isRunning = true
    addEventListener('vite:preloadError', onPreloadError)
    void poll()
  }

  function stop(): void {
    isRunning = false
    clearTimeout(timer)
    removeEventListener('vite:preloadError', onPreloadError)
  }

  async function poll(): Promise<void> {
    if (isPolling) return
    isPolling = true
    try {
      await checkNow()
    } catch (error) {
      console.error('Looking for a new build failed', error)
    }
    // Whatever happened: a wall that stops asking would never be brought up to date.
    isPolling = false
    schedule()
  }

  function schedule(): void {
    clearTimeout(timer)
    if (isRunning) timer = setTimeout(() => void poll(), Math.min(pollMs * 2 ** failures, Math.max(pollMs, POLL_AT_MOST_MS)))
  }

  /** Ask the server once which build lies there, and see what can be said about it. */
  async function checkNow(): Promise<void> {
    const version = await askServer()
    failures = version ? 0 : Math.min(failures + 1, 10)
    await worker.look(version?.build ?? null)
    if (version && version.build !== build && !offline.value.isServing && completeBuild.value !== version.build) {
      completeBuild.value = (await isComplete(version)) ? version.build : null
    } else if (version?.build === build) completeBuild.value = null
    // A folder that is just being replaced may have no page at all.
    if (version && pendingReload.value !== null && (await isComplete(version))) location.reload()
  }

  async function askServer(): Promise<ProgramVersion | null> {
    const version = await fetchProgramVersion({ baseUrl: baseUrl() })
    isServerThere.value = version !== null
    if (version) latestBuild.value = version.build
    return version
  }

  /**
   * Change to the newer build: let it answer from now on, and reload once.
   *
   * @returns False if there is none, it is no longer complete, the server is away, it was tried before without success,
   * or the page reloaded too often. The page then runs on as it was.
   */
  async function takeOver(): Promise<boolean> {
    const next = nextBuild.value
    if (next === null || isTaking || !navigator.onLine || wasTaken(next)) return false
    isTaking = true
    try {
      // The server may have been changed or lost since the build was found complete.
      const version = await askServer()
      if (!version || (!offline.value.isServing && !(version.build === next && (await isComplete(version))))) return false
      if (!guard.admit(Date.now())) return false
      if (offline.value.isServing && !(await worker.activateWaiting())) return false
      remember(next)
      location.reload()
      return true
    } finally {
      isTaking = false
    }
  }

  /**
   * Reload to heal a fault, at most three times an hour, counted across reloads; never into the browser's error page.
   *
   * @param reason - For the log.
   * @returns False if it is refused: then the page has to help itself. True: the page reloads at once from the offline
   * cache, or as soon as the server has a complete program (`pendingReload`).
   */
  function reloadGuarded(reason: string): boolean {
    if (pendingReload.value !== null) return true
    const isKept = offlineCache.value === 'on'
    if (!isKept && !(navigator.onLine && isServerThere.value)) return false
    if (!guard.admit(Date.now())) return false
    console.warn(`The page reloads: ${reason}`)
    pendingReload.value = reason
    if (isKept) location.reload()
    else void poll()
    return true
  }

  /** A part of the program that is read when needed is gone from the server: a newer build has taken its place. */
  function onPreloadError(event: Event): void {
    if (reloadGuarded('a part of the program is missing')) event.preventDefault()
  }

  return {
    build, latestBuild, nextBuild, offlineCache, offlineReason, isUpdateReady, isServerThere, pendingReload,
    start, stop, checkNow, takeOver, reloadGuarded,
  }
})

const baseUrl = (): string => new URL('./', document.baseURI).href
const isComplete = (version: ProgramVersion): Promise<boolean> => isProgramComplete(version, { baseUrl: baseUrl() })

function isReload(): boolean {
  const [entry] = performance.getEntriesByType('navigation')
  return entry !== undefined && 'type' in entry && entry.type === 'reload'
}

/** A build that was taken and is still not the one that runs (a proxy keeps the old page) is not tried for ever. */
function wasTaken(build: string): boolean {
  try {
    return localStorage.getItem(TAKEN_KEY) === build
  } catch {
    return false
  }
}

function remember(build: string): void {
  try {
    localStorage.setItem(TAKEN_KEY, build)
  } catch {
    // Then the limit of reloads per hour is the only guard.
  }
}
