import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { Folder } from '@/data/folder'
import type { KeepFailure } from '@/data/wall-database'
import type { DatasetId } from '@/domain/manifest'
import { folderAddress } from '@/stores/folder-address'
import { geodataWorker } from '@/workers/client'

/** What a wall keeps in the browser, for a start without a server: its last good data and its last scene. Nothing here rejects. */
export const useKeepingStore = defineStore('keeping', () => {
  /** `off`: the wall runs, but after a restart without a server it is empty. */
  const keeping = ref<'starting' | 'on' | 'off'>('starting')
  const keepFailure = ref<KeepFailure | 'stopped' | null>(null)
  /** When what is kept was put there, and when the server last confirmed it: machine's clock, for display. */
  const savedAtEpochMs = ref<number | null>(null)
  const confirmedAtEpochMs = ref<number | null>(null)

  /** The folder kept last; null if there is none that can be trusted. */
  async function readFolder(ids: readonly DatasetId[]): Promise<Folder | null> {
    const answer = await whole(geodataWorker.readKeptFolder(folderAddress(), ids))
    if (answer.failure !== null) settle(answer.failure)
    if (!answer.value) return null
    settle(null)
    savedAtEpochMs.value = answer.value.savedAtEpochMs
    confirmedAtEpochMs.value = answer.value.checkedAtEpochMs
    return answer.value.folder
  }

  /** Keep the folder on screen, or note that the server confirmed it. */
  async function keepFolder(manifestSha256: string): Promise<KeepFailure | 'stopped' | null> {
    const nowEpochMs = Date.now()
    const { failure } = await whole(geodataWorker.keepFolder(folderAddress(), manifestSha256, nowEpochMs).then((failed) => ({ value: null, failure: failed })))
    settle(failure)
    if (failure === null) confirmedAtEpochMs.value = nowEpochMs
    return failure
  }

  /** The scene that was on when the page was last seen alive, and whether it was pinned; null if not known. */
  async function readScene(): Promise<{ sceneId: string; isPinned: boolean } | null> {
    return (await whole(geodataWorker.readScene(folderAddress()))).value
  }

  /** Note the scene that is on. A failure is not told: it only costs the place in the round. */
  async function keepScene(sceneId: string, isPinned: boolean): Promise<void> {
    await whole(geodataWorker.keepScene(folderAddress(), { sceneId, isPinned, savedAtEpochMs: Date.now() }).then((failure) => ({ value: null, failure })))
  }

  function settle(failure: KeepFailure | 'stopped' | null): void {
    keeping.value = failure === null ? 'on' : 'off'
    keepFailure.value = failure
  }

  /** A thread that ended is one more reason for an answer without a value. */
  async function whole<T, F>(call: Promise<{ value: T | null; failure: F | null }>): Promise<{ value: T | null; failure: F | 'stopped' | null }> {
    try {
      return await call
    } catch (error) {
      console.error('The store of the wall did not answer', error)
      return { value: null, failure: 'stopped' }
    }
  }

  return { keeping, keepFailure, savedAtEpochMs, confirmedAtEpochMs, readFolder, keepFolder, readScene, keepScene }
})
