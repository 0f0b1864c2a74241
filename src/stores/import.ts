import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { LIMITS } from '@/data/format/limits'
import { NO_DECISIONS, type ImportDecisions, type ImportJudgement, type ImportMode, type TableMapping } from '@/domain/import'
import type { CrsChoice } from '@/domain/crs'
import type { DroppedFile, Encoding } from '@/domain/source-file'
import { holdImport, type HeldImport } from '@/stores/hold-import'
import { keepInBrowser } from '@/stores/keep-in-browser'
import { localToday } from '@/stores/local-today'
import { readRememberedMappings, rememberMapping } from '@/stores/remembered-mappings'
import { useWorkspaceStore } from '@/stores/workspace'
import { ImportEnded, openImportWorker, type ImportWorker } from '@/workers/import-client'

/** What the page is waiting for. */
export interface ImportBusy {
  what: 'reading' | 'judging' | 'saving'
  /** 0…1, null if nobody knows. */
  doneShare: number | null
  fileName: string | null
}

export interface ImportProblem {
  code: ImportEnded['code'] | 'not-saved' | 'no-folder'
  fileName: string | null
}

/** Files that were dropped at once. The worker can be ended at any time: they are read again from here. */
interface Batch {
  id: string
  files: readonly File[]
}

/** An import on its way: dropped files, what was decided about them, and what would become of them. */
export const useImportStore = defineStore('import', () => {
  const workspace = useWorkspaceStore()
  const judgement = shallowRef<ImportJudgement | null>(null)
  const decisions = shallowRef<ImportDecisions>(NO_DECISIONS)
  const busy = shallowRef<ImportBusy | null>(null)
  const problem = shallowRef<ImportProblem | null>(null)
  const remembered = keepInBrowser<readonly TableMapping[]>('mappings', readRememberedMappings)
  const hold = holdImport()
  const batchCount = ref(0)
  let batches: readonly Batch[] = []
  let removedIds: readonly string[] = []
  let worker: ImportWorker | null = null
  /** Step of the work that the worker's folder belongs to. */
  let knownHead: number | null | undefined
  // An answer that is not of the newest run comes too late and is dropped.
  let latest = 0
  let batchNumber = 0

  const hasFiles = computed(() => batchCount.value > 0)

  /** Read files and judge them together with those that are there. */
  async function addFiles(files: readonly File[]): Promise<void> {
    if (files.length === 0) return
    const batch = { id: `b${++batchNumber}`, files }
    setBatches([...batches, batch])
    await attempt(files[0]!.name, async (run) => {
      const isNew = await ensureWorker()
      for (const one of isNew ? batches : [batch]) await addBatch(one, run)
      await judgeNow(run)
    }, () => setBatches(batches.filter((one) => one !== batch)))
  }

  async function addBatch({ id, files }: Batch, run: number): Promise<void> {
    const dropped: DroppedFile[] = []
    for (const file of files) dropped.push({ name: nameOf(file), bytes: await bytesOf(file) })
    busy.value = { what: 'reading', doneShare: 0, fileName: dropped[0]!.name }
    await worker!.add(id, dropped, (doneShare, fileName) => {
      if (run === latest) busy.value = { what: 'reading', doneShare, fileName }
    })
    for (const fileId of removedIds.filter((one) => one.startsWith(`${id}/`))) await worker!.remove(fileId)
  }

  /** Judge anew, after a decision or when the folder has changed underneath. */
  async function judge(): Promise<void> {
    if (batches.length === 0) return
    await attempt(null, async (run) => {
      if (await ensureWorker()) for (const batch of batches) await addBatch(batch, run)
      await judgeNow(run)
    })
  }

  async function judgeNow(run: number): Promise<void> {
    if (run !== latest) return
    busy.value = { what: 'judging', doneShare: null, fileName: null }
    const answer = await worker!.judge(decisions.value, [...remembered.value.value].reverse(), localToday())
    if (run !== latest) return
    judgement.value = answer
    if (!answer) problem.value = { code: 'no-folder', fileName: null }
  }

  /** A worker that knows the folder as it is now. @returns True if it is a new one, which has read no file yet. */
  async function ensureWorker(): Promise<boolean> {
    const isNew = worker === null
    worker ??= openImportWorker()
    if (isNew || knownHead !== workspace.headSeq) {
      const head = workspace.headSeq
      await worker.setCurrent(await workspace.currentFiles())
      knownHead = head
    }
    return isNew
  }

  /** Run one thing at a time; what the thread does not survive becomes a problem that the page tells. */
  async function attempt(fileName: string | null, work: (run: number) => Promise<void>, giveUp: () => void = () => {}): Promise<void> {
    const run = ++latest
    problem.value = null
    try {
      await work(run)
    } catch (error) {
      if (!(error instanceof ImportEnded)) console.error('The import failed', error)
      else if (error.code !== 'cancelled') console.warn(error.message)
      const culprit = busy.value?.fileName ?? fileName
      endWorker('broken')
      giveUp()
      if (run === latest) problem.value = { code: error instanceof ImportEnded ? error.code : 'broken', fileName: culprit }
    } finally {
      if (run === latest) busy.value = null
    }
  }

  /** Stop what is being read. What was there before stays. */
  function cancel(): void {
    endWorker('cancelled')
  }

  function endWorker(code: ImportEnded['code']): void {
    worker?.end(code)
    worker = null
    knownHead = undefined
  }

  async function removeFile(id: string): Promise<void> {
    removedIds = [...removedIds, id]
    const isLast = judgement.value?.files.every((file) => removedIds.includes(file.id)) ?? true
    if (isLast) return clear()
    await worker?.remove(id)
    await judge()
  }

  /** Put everything away. */
  function clear(): void {
    latest++
    setBatches([])
    removedIds = []
    decisions.value = NO_DECISIONS
    judgement.value = null
    busy.value = null
    problem.value = null
    endWorker('cancelled')
  }

  function setBatches(next: readonly Batch[]): void {
    batches = next
    batchCount.value = next.length
  }

  function decide<K extends keyof ImportDecisions>(kind: K, key: string, value: ImportDecisions[K][string]): Promise<void> {
    decisions.value = { ...decisions.value, [kind]: { ...decisions.value[kind], [key]: value } }
    return judge()
  }

  /** Keep the meaning of all tables that have one, for the next files with the same columns. */
  function rememberMappings(): void {
    const mappings = judgement.value?.files.flatMap(({ layers }) => layers.flatMap(({ mapping }) => (mapping ? [mapping] : []))) ?? []
    remembered.set(mappings.reduce(rememberMapping, remembered.value.value))
  }

  /** Take over what is accepted, as one step of the work. @returns False if it was not taken over; the import then stays as it is. */
  async function accept(): Promise<boolean> {
    const judged = judgement.value
    if (!judged?.canAccept || !worker) return false
    busy.value = { what: 'saving', doneShare: null, fileName: null }
    try {
      const files = await worker.acceptedFiles()
      const params = { rows: judged.usedRowCount, files: judged.files.map(({ name }) => name).join('、').slice(0, 200) }
      const isSaved = files !== null && await workspace.commit('import', params, files)
      // What the browser did not put on its disk is in the page all the same, and the page says that it is not saved.
      if (!isSaved && workspace.answer?.kind !== 'unsaved') {
        problem.value = { code: 'not-saved', fileName: null }
        return false
      }
      await hold.drop()
      clear()
      return true
    } finally {
      busy.value = null
    }
  }

  /** Put the import aside in this browser; it can be taken up again after a restart. */
  async function keepForLater(): Promise<boolean> {
    const held: HeldImport = { batches: batches.map(({ id, files }) => ({ id, files: [...files] })), removedIds: [...removedIds], decisions: decisions.value }
    const isKept = await hold.keep(held)
    if (!isKept) problem.value = { code: 'not-saved', fileName: null }
    else clear()
    return isKept
  }

  /** Take up what was put aside. */
  async function takeUp(): Promise<void> {
    const held = await hold.take()
    if (!held) return
    clear()
    setBatches(held.batches)
    batchNumber = Math.max(batchNumber, ...held.batches.map(({ id }) => Number(id.slice(1)) || 0))
    removedIds = held.removedIds
    decisions.value = held.decisions
    await judge()
  }

  return {
    judgement, decisions, busy, problem, hasFiles, remembered: remembered.value, heldFileNames: hold.fileNames,
    addFiles, removeFile, clear, cancel, judge, accept, keepForLater, takeUp, rememberMappings,
    setEncoding: (fileId: string, encoding: Encoding) => decide('encodings', fileId, encoding),
    setCrs: (layerId: string, choice: CrsChoice) => decide('crs', layerId, choice),
    setMapping: (layerId: string, mapping: TableMapping | null) => decide('mappings', layerId, mapping),
    setMode: (layerId: string, mode: ImportMode) => decide('modes', layerId, mode),
    setName: (key: string, id: string | null) => decide('names', key, id),
    setRepair: (rowKey: string, isTaken: boolean) => decide('repairs', rowKey, isTaken),
    setCorrection: (rowKey: string, isTaken: boolean) => decide('corrections', rowKey, isTaken),
  }
})

/** What is too large is not read: one byte more than the limit stands for it, and the readers say the rest. */
async function bytesOf(file: File): Promise<Uint8Array> {
  return file.size > LIMITS.fileBytes ? new Uint8Array(LIMITS.fileBytes + 1) : new Uint8Array(await file.arrayBuffer())
}

/** A file dropped inside a folder is named with it. */
function nameOf(file: File): string {
  return file.webkitRelativePath || file.name
}
