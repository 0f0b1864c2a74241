import type { Ref } from 'vue'
import { ImportEnded } from '@/workers/import-client'

/** What the page is waiting for. */
export interface ImportBusy {
  what: 'reading' | 'judging' | 'saving'
  /** 0…1, null if nobody knows. */
  doneShare: number | null
  fileName: string | null
}

export interface ImportProblem {
  code: ImportEnded['code'] | 'not-saved' | 'no-folder' | 'renewed' | 'held' | 'folder-limit' | 'folder-empty' | 'folder-unreadable'
  fileName: string | null
}

/** Runs of the import thread: one after the other, and none goes on that was put away with its thread. */
export interface ImportRuns {
  /** What the thread does not survive becomes a problem that the page tells, after `giveUp` has put its cause away. */
  attempt(fileName: string | null, work: (run: number) => Promise<void>, giveUp?: () => void): Promise<void>
  /** Older runs still read their files, but leave the judging to the newest. */
  isLatest(run: number): boolean
  isValid(run: number): boolean
  /** @throws {ImportEnded} It was cancelled. */
  mustGoOn(run: number): void
  /** All runs that were begun end as cancelled. */
  cancel(): void
  /** As `cancel`, and none of them says so. */
  forget(): void
}

/** @param endThread - Called when a run broke: its thread can answer no other one. */
export function importRuns(busy: Ref<ImportBusy | null>, problem: Ref<ImportProblem | null>, endThread: () => void): ImportRuns {
  let latest = 0
  /** Runs that began before this one was put away with the thread. */
  let firstValid = 1
  let queue: Promise<void> = Promise.resolve()
  const isValid = (run: number): boolean => run >= firstValid
  const isLatest = (run: number): boolean => run === latest

  async function runOne(run: number, fileName: string | null, work: (run: number) => Promise<void>, giveUp: () => void): Promise<void> {
    try {
      mustGoOn(run)
      problem.value = null
      await work(run)
    } catch (error) {
      const code = !isValid(run) ? 'cancelled' : error instanceof ImportEnded ? error.code : 'broken'
      if (code !== 'cancelled') console.error('The import failed', error)
      const culprit = busy.value?.fileName ?? fileName
      // After it was cancelled, the thread may be another one already.
      if (isValid(run)) endThread()
      giveUp()
      if (isLatest(run)) problem.value = { code, fileName: culprit }
    } finally {
      if (isLatest(run)) busy.value = null
    }
  }

  function mustGoOn(run: number): void {
    if (!isValid(run)) throw new ImportEnded('cancelled')
  }

  return {
    attempt(fileName, work, giveUp = () => {}) {
      const run = ++latest
      busy.value ??= { what: fileName === null ? 'judging' : 'reading', doneShare: null, fileName }
      return (queue = queue.then(() => runOne(run, fileName, work, giveUp)))
    },
    isLatest, isValid, mustGoOn,
    cancel: () => void (firstValid = latest + 1),
    forget: () => void (firstValid = ++latest + 1),
  }
}
