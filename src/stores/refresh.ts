import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { findNews } from '@/analysis/show/compare-programmes'
import type { LoadFailure } from '@/data/fetch-bytes'
import { hasCore, type Folder } from '@/data/folder'
import type { FolderNews } from '@/data/folder-keeper'
import { CORE_DATASETS, TOWN_DATASETS, type DatasetId } from '@/domain/manifest'
import type { ShowNews } from '@/domain/tour'
import { folderAddress } from '@/stores/folder-address'
import { useGeodataStore } from '@/stores/geodata'
import { useKeepingStore } from '@/stores/keeping'
import { geodataWorker } from '@/workers/client'

/** What a wall shows; the planners' files stay where they are. */
const WALL_DATASETS: readonly DatasetId[] = [...CORE_DATASETS, ...TOWN_DATASETS, 'facilities', 'proposed-sites', 'tour']

/** How often to ask while no tour says so, s. With nothing to show it is asked sooner. */
const DEFAULT_PACE = { refreshEveryS: 60, retryAtMostS: 600 }
const EMPTY_PACE = { refreshEveryS: 5, retryAtMostS: 60 }
/** So long the kept copy is waited for before the server is asked, and then the server before the kept copy is shown. */
const KEPT_WAIT_MS = 2000
const SERVER_WAIT_MS = 3000

/**
 * Keeps what a wall shows fresh: asks the server, holds back what is new until a scene ends, and
 * keeps the last good data on a failure.
 *
 * Only a complete folder ever replaces what is shown. All durations are on the monotonic clock
 * (`performance.now`); times of the machine's clock (`…EpochMs`) are for display only.
 */
export const useRefreshStore = defineStore('refresh', () => {
  const geodata = useGeodataStore()
  const keeper = useKeepingStore()
  /** `empty`: there is nothing to show, neither from the server nor kept. */
  const status = ref<'starting' | 'ok' | 'failing' | 'empty'>('starting')
  const failure = shallowRef<LoadFailure | null>(null)
  /** When the server last answered and all was in order; null: not yet. */
  const checkedAtMs = ref<number | null>(null)
  const checkedAtEpochMs = ref<number | null>(null)
  const failingSinceMs = ref<number | null>(null)
  const failingSinceEpochMs = ref<number | null>(null)
  /** True while what is shown is the copy kept in the browser and the server has not confirmed it. */
  const isKept = ref(false)
  /** Complete newer data that are not shown yet, and what they bring. */
  const staged = shallowRef<Folder | null>(null)
  const news = shallowRef<ShowNews | null>(null)

  const keeping = computed(() => keeper.keeping)
  /** When the server confirmed the kept copy last, for display; null if nothing is kept. */
  const keptAtEpochMs = computed(() => keeper.confirmedAtEpochMs)

  let shown: Folder | null = null
  let keptFolder: Promise<Folder | null> = Promise.resolve(null)
  /** What the kept copy holds, as soon as it is read. */
  let kept: Folder | null = null
  let failedInARow = 0
  /** The bytes of what is shown are not at hand any more; read again, they can be kept. */
  let isReadAgain = false
  /** Answers of an earlier run come too late and are dropped. */
  let run = 0
  let isRunning = false
  let asking: Promise<void> | null = null
  let isAskedAgain = false
  let timer: ReturnType<typeof setTimeout> | undefined

  /** Show the best there is and go on asking until `stop`. Resolves when the server has answered once, or failed to. */
  async function start(): Promise<void> {
    if (isRunning) return
    isRunning = true
    const current = ++run
    // Another view may have read the folder in its own way meanwhile.
    if (shown) geodata.adopt(shown)
    addEventListener('online', onOnline)
    keptFolder = keeper.readFolder(WALL_DATASETS).then((folder) => (kept = folder && hasCore(folder) ? folder : null))
    // Usually there at once; what it holds need not be asked for again.
    await soonest(keptFolder, KEPT_WAIT_MS)
    if (run !== current) return
    const asked = checkNow()
    // On a slow line the last good data are better than an empty wall.
    void soonest(asked, SERVER_WAIT_MS).then(() => keptFolder).then(() => run === current && showKept())
    await asked
  }

  /** End all asking. What is shown stays. */
  function stop(): void {
    isRunning = false
    run++
    asking = null
    clearTimeout(timer)
    removeEventListener('online', onOnline)
  }

  /** Ask the server now; if it is being asked already, that is the answer. */
  function checkNow(): Promise<void> {
    if (!isRunning) return Promise.resolve()
    asking ??= ask()
    return asking
  }

  /** What was asked while the line was dead may wait long for nothing. */
  function onOnline(): void {
    if (asking) isAskedAgain = true
    else void checkNow()
  }

  async function ask(): Promise<void> {
    const current = run
    clearTimeout(timer)
    const known = isReadAgain ? null : newest()
    let answer: FolderNews
    try {
      const question = { ids: WALL_DATASETS, knownManifestSha256: known?.manifestSha256 ?? null, fresh: failedInARow > 0 }
      answer = await geodataWorker.readFolder(folderAddress(), question)
    } catch (error) {
      console.error('Reading the folder stopped', error)
      answer = { kind: 'failed', failure: { code: 'stopped', file: 'manifest.json', params: {} } }
    }
    if (run !== current) return
    if (answer.kind === 'unchanged' && known) succeed(known)
    else if (answer.kind === 'complete') succeed(answer.folder)
    else await fail(answer, current)
    if (run !== current) return
    asking = null
    const isAgain = isAskedAgain && failedInARow > 0
    isAskedAgain = false
    if (isAgain) void checkNow()
    else timer = setTimeout(() => void checkNow(), pauseS() * 1000)
  }

  /** The newest complete folder that is at hand; only what is complete can be left as it is. */
  function newest(): Folder | null {
    const folder = staged.value ?? shown ?? kept
    return folder && folder.failures.length === 0 ? folder : null
  }

  /** The server's newest folder is complete. */
  function succeed(folder: Folder): void {
    failedInARow = 0
    status.value = 'ok'
    failure.value = failingSinceMs.value = failingSinceEpochMs.value = null
    checkedAtMs.value = performance.now()
    checkedAtEpochMs.value = Date.now()
    if (!shown) show(folder)
    else if (shown.manifestSha256 === folder.manifestSha256 && shown.failures.length === 0) stage(null)
    else if (staged.value?.manifestSha256 !== folder.manifestSha256) stage(folder)
    if (staged.value) return
    isKept.value = false
    void keep()
  }

  async function fail(answer: Exclude<FolderNews, { kind: 'complete' }>, current: number): Promise<void> {
    failedInARow++
    failure.value = answer.kind === 'unchanged' ? null : answer.failure
    failingSinceMs.value ??= performance.now()
    failingSinceEpochMs.value ??= Date.now()
    if (!shown) {
      await keptFolder
      if (run !== current) return
      showKept()
      if (!shown && answer.kind === 'partial' && hasCore(answer.folder)) show(answer.folder)
    }
    status.value = shown ? 'failing' : 'empty'
  }

  function showKept(): void {
    if (shown || !kept) return
    isKept.value = true
    show(kept)
  }

  function show(folder: Folder): void {
    shown = folder
    geodata.adopt(folder)
  }

  function stage(folder: Folder | null): void {
    staged.value = folder
    news.value = folder?.programme && shown?.programme ? findNews(shown.programme, folder.programme) : null
  }

  /** Show what is staged: between two scenes, when nobody looks at a half of it. Answers with what it brings. */
  function adoptStaged(): ShowNews | null {
    const folder = staged.value
    if (!folder) return null
    const brought = news.value
    show(folder)
    stage(null)
    isKept.value = false
    void keep()
    return brought
  }

  async function keep(): Promise<void> {
    const folder = shown
    if (!folder || folder.failures.length > 0) return
    isReadAgain = (await keeper.keepFolder(folder.manifestSha256)) === 'gone'
  }

  /** Pause before the next question: as the tour says, doubled with each failure in a row. */
  function pauseS(): number {
    const { refreshEveryS, retryAtMostS } = shown ? shown.values.tour ?? DEFAULT_PACE : EMPTY_PACE
    return Math.min(refreshEveryS * 2 ** Math.max(0, failedInARow - 1), Math.max(refreshEveryS, retryAtMostS))
  }

  return {
    status, failure, checkedAtMs, checkedAtEpochMs, failingSinceMs, failingSinceEpochMs, isKept, keptAtEpochMs, keeping, staged, news,
    start, stop, checkNow, adoptStaged,
  }
})

function soonest(promise: Promise<unknown>, limitMs: number): Promise<unknown> {
  return Promise.race([promise, new Promise((resolve) => setTimeout(resolve, limitMs))])
}
