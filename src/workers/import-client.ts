import * as Comlink from 'comlink'
import type { Day } from '@/domain/day'
import type { ImportDecisions, ImportJudgement, ImportRow, TableMapping } from '@/domain/import'
import type { DroppedFile } from '@/domain/source-file'
import type { AcceptedFiles, ImportApi } from '@/workers/import.worker'
import { unpackRow } from '@/workers/judged-rows'

/** The thread was ended: by the person, by the browser, or because it took too long. */
export class ImportEnded extends Error {
  readonly code: 'cancelled' | 'broken' | 'too-slow'

  constructor(code: ImportEnded['code']) {
    super(`The import worker was ended: ${code}`)
    this.code = code
  }
}

/** The import worker as promises. Every call ends; those that were open when the thread ended reject with `ImportEnded`. */
export interface ImportWorker {
  setCurrent(files: ReadonlyMap<string, Uint8Array>): Promise<boolean>
  add(batchId: string, files: readonly DroppedFile[], onProgress: (doneShare: number, fileName: string) => void): Promise<void>
  remove(fileId: string): Promise<void>
  /** @param remembered - Mappings of earlier imports, the latest first. */
  judge(decisions: ImportDecisions, remembered: readonly TableMapping[], today: Day): Promise<ImportJudgement | null>
  acceptedFiles(): Promise<AcceptedFiles | null>
  clear(): Promise<void>
  end(code: ImportEnded['code']): void
}

/** The largest file that is read takes some ten seconds on a weak computer; what takes longer hangs. */
export const CALL_TIMEOUT_MS = 90_000

/** Start an import worker. */
export function openImportWorker(): ImportWorker {
  const worker = new Worker(new URL('./import.worker.ts', import.meta.url), { type: 'module' })
  const remote = Comlink.wrap<ImportApi>(worker)
  let breakAll: (reason: ImportEnded) => void = () => {}
  const broken = new Promise<never>((_, reject) => (breakAll = reject))
  broken.catch(() => {}) // It may break when nothing is asked.
  const fail = (): void => end('broken')
  worker.addEventListener('error', fail)
  worker.addEventListener('messageerror', fail)

  function end(code: ImportEnded['code']): void {
    breakAll(new ImportEnded(code))
    worker.terminate()
  }

  function ending<A extends unknown[], R>(call: (...args: A) => Promise<R>): (...args: A) => Promise<R> {
    return async (...args) => {
      const timer = setTimeout(() => end('too-slow'), CALL_TIMEOUT_MS)
      try {
        return await Promise.race([call(...args), broken])
      } finally {
        clearTimeout(timer)
      }
    }
  }

  async function judge(decisions: ImportDecisions, remembered: readonly TableMapping[], today: Day): Promise<ImportJudgement | null> {
    const head = await remote.judge(decisions, remembered, today)
    if (!head) return null
    const rows: ImportRow[] = []
    for (let piece = 0; piece < head.pieceCount; piece++) {
      for (const row of await remote.rows(head.number, piece)) rows.push(unpackRow(row, head.judgement.findings))
    }
    return { ...head.judgement, rows }
  }

  return {
    setCurrent: ending(remote.setCurrent),
    add: ending((batchId: string, files: readonly DroppedFile[], onProgress: (doneShare: number, fileName: string) => void) => remote.add(batchId, files, Comlink.proxy(onProgress))),
    remove: ending(remote.remove),
    judge: ending(judge),
    acceptedFiles: ending(remote.acceptedFiles),
    clear: ending(remote.clear),
    end,
  }
}
