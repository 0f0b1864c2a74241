import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { LIMITS } from '@/data/limits'
import { NO_DECISIONS, type ImportDecisions, type ImportJudgement, type ImportMode, type ImportTarget, type TableMapping } from '@/domain/import'
import type { CrsChoice } from '@/domain/crs'
import type { DroppedFile, Encoding } from '@/domain/source-file'
import { holdImport, type HeldImport } from '@/stores/hold-import'
import { importRuns, type ImportBusy, type ImportProblem } from '@/stores/import-runs'
import { keepInBrowser } from '@/stores/keep-in-browser'
import { localToday } from '@/stores/local-today'
import { readRememberedMappings, rememberMapping } from '@/stores/remembered-mappings'
import { walkDropped, type Dropped } from '@/stores/walk-dropped'
import { useWorkspaceStore } from '@/stores/workspace'
import { openImportWorker, type ImportEnded, type ImportWorker } from '@/workers/import-client'

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
  /** Batches that the worker has. */
  const readIds = new Set<string>()
  let removedIds: readonly string[] = []
  let worker: ImportWorker | null = null
  /** Step of the work that the worker's folder belongs to. */
  let knownHead: number | null | undefined
  const { attempt, isLatest, isValid, mustGoOn, ...runs } = importRuns(busy, problem, () => endWorker('broken'))
  let saving: Promise<unknown> = Promise.resolve()
  /** What the judgement that is shown was made of. */
  let judgedWith: { decisions: ImportDecisions; headSeq: number | null | undefined; batches: readonly Batch[]; removedIds: readonly string[] } | null = null
  let batchNumber = 0

  const hasFiles = computed(() => batchCount.value > 0)

  /** Read files and judge them together with those that are there. */
  async function addFiles(files: readonly File[]): Promise<void> {
    if (files.length === 0) return
    await saving
    const batch = { id: `b${++batchNumber}`, files }
    setBatches([...batches, batch])
    // Files that came later are read by their own run: what the thread does not survive is their fault.
    const upToThis = (run: number) => readAndJudge(run, batches.slice(0, batches.indexOf(batch) + 1))
    await attempt(files[0]!.name, upToThis, () => setBatches(batches.filter((one) => one !== batch)))
  }

  /** Read files and the files of folders, as they were dropped. */
  async function addDropped(dropped: readonly Dropped[]): Promise<void> {
    const walked = await walkDropped(dropped)
    if ('files' in walked) return addFiles(walked.files)
    problem.value = { code: walked.code, fileName: walked.folderName }
  }

  async function readAndJudge(run: number, wanted: readonly Batch[] = batches): Promise<void> {
    await ensureWorker(run)
    for (const batch of wanted.filter(({ id }) => !readIds.has(id))) {
      readIds.add(batch.id)
      await addBatch(batch, run)
    }
    await judgeNow(run)
  }

  async function addBatch({ id, files }: Batch, run: number): Promise<void> {
    const dropped: DroppedFile[] = []
    for (const file of files) dropped.push({ name: nameOf(file), bytes: await bytesOf(file) })
    mustGoOn(run)
    busy.value = { what: 'reading', doneShare: 0, fileName: dropped[0]!.name }
    await worker!.add(id, dropped, (doneShare, fileName) => {
      if (isValid(run) && busy.value?.what === 'reading') busy.value = { what: 'reading', doneShare, fileName }
    })
    for (const fileId of removedIds.filter((one) => one.startsWith(`${id}/`))) await worker!.remove(fileId)
  }

  /** Judge anew, after a decision or when the folder has changed underneath. */
  async function judge(): Promise<void> {
    if (batches.length === 0) return
    await attempt(null, readAndJudge)
  }

  async function judgeNow(run: number): Promise<void> {
    if (!isLatest(run)) return
    busy.value = { what: 'judging', doneShare: null, fileName: null }
    const made = { decisions: decisions.value, headSeq: knownHead, batches, removedIds }
    const answer = await worker!.judge(made.decisions, [...remembered.value.value].reverse(), localToday())
    if (!isLatest(run)) return
    judgedWith = made
    judgement.value = answer
    if (!answer) problem.value = { code: 'no-folder', fileName: null }
  }

  /** See to it that there is a worker, and that it knows the folder as it is now. */
  async function ensureWorker(run: number): Promise<void> {
    if (worker === null) readIds.clear()
    const used = (worker ??= openImportWorker())
    if (knownHead !== undefined && knownHead === workspace.headSeq) return
    const files = await workspace.currentFiles().catch(() => null)
    mustGoOn(run)
    // The head the files are of: before the work was opened there was none.
    const head = files === null ? undefined : workspace.headSeq
    await used.setCurrent(files ?? new Map())
    knownHead = head
  }

  /** Stop what is being read. What was there before stays. */
  function cancel(): void {
    runs.cancel()
    endWorker('cancelled')
  }

  function endWorker(code: ImportEnded['code']): void {
    worker?.end(code)
    worker = null
    knownHead = undefined
  }

  async function removeFile(id: string): Promise<void> {
    removedIds = [...removedIds, id]
    const isLast = busy.value === null && (judgement.value?.files.every((file) => removedIds.includes(file.id)) ?? true)
    if (isLast) return clear()
    await attempt(null, async (run) => {
      await ensureWorker(run)
      await worker!.remove(id)
      await readAndJudge(run)
    })
  }

  /** Put everything away. */
  function clear(): void {
    runs.forget()
    judgedWith = null
    setBatches([])
    removedIds = []
    decisions.value = NO_DECISIONS
    judgement.value = null
    busy.value = null
    problem.value = null
    endWorker('cancelled')
    hold.leave()
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
  function accept(): Promise<boolean> {
    const isTaken = takeOver()
    saving = isTaken
    return isTaken
  }

  async function takeOver(): Promise<boolean> {
    if (busy.value !== null || !judgement.value?.canAccept) return false
    if (!isJudgedAsShown()) {
      // What would be written is no longer what the person read: it is shown first.
      await judge()
      return false
    }
    if (worker === null) await judge()
    const judged = judgement.value
    if (worker === null || !judged?.canAccept) return false
    busy.value = { what: 'saving', doneShare: null, fileName: null }
    try {
      const accepted = await worker.acceptedFiles()
      const params = { rows: judged.usedRowCount, files: judged.files.map(({ name }) => name).join('、').slice(0, 200) }
      const answer = accepted && await workspace.commit('import', params, accepted.files, accepted.madeOn)
      // What the browser did not put on its disk is in the page all the same, and the page says that it is not saved.
      if (answer?.kind !== 'kept' && answer?.kind !== 'unsaved') return await notSaved(answer?.kind === 'renewed')
      if (answer.kind === 'kept') await hold.done()
      clear()
      return true
    } catch (error) {
      console.error('The import could not be taken over', error)
      return await notSaved(false)
    } finally {
      if (busy.value?.what === 'saving') busy.value = null
    }
  }

  /** Nothing was taken over. If others changed the folder meanwhile, the files are held against it as it is now. */
  async function notSaved(isRenewed: boolean): Promise<false> {
    busy.value = null
    problem.value = null
    if (isRenewed) knownHead = undefined
    if (isRenewed || !isJudgedAsShown()) await judge()
    problem.value ??= { code: isRenewed ? 'renewed' : 'not-saved', fileName: null }
    return false
  }

  /** The judgement is of the folder, the files and the decisions as they are now. */
  function isJudgedAsShown(): boolean {
    return judgedWith !== null && judgedWith.decisions === decisions.value && judgedWith.headSeq === workspace.headSeq
      && judgedWith.removedIds === removedIds && judgedWith.batches.length === batches.length && judgedWith.batches.every((batch, i) => batch === batches[i])
  }

  // Another tab or an edit changed what the files are held against.
  watch(() => workspace.headSeq, (headSeq) => {
    if (judgedWith !== null && judgedWith.headSeq !== headSeq && busy.value?.what !== 'saving') void judge()
  })

  /** Put the import aside in this browser; it can be taken up again after a restart. */
  async function keepForLater(): Promise<boolean> {
    const held: HeldImport = { batches: batches.map(({ id, files }) => ({ id, files: [...files] })), removedIds: [...removedIds], decisions: decisions.value }
    const answer = await hold.keep(held)
    if (answer === 'kept') clear()
    else problem.value = { code: answer, fileName: null }
    return answer === 'kept'
  }

  /** Take up what was put aside. */
  async function takeUp(): Promise<void> {
    clear()
    const held = await hold.take()
    if (!held) return
    setBatches(held.batches)
    batchNumber = Math.max(batchNumber, ...held.batches.map(({ id }) => Number(id.slice(1)) || 0))
    removedIds = held.removedIds
    decisions.value = { ...NO_DECISIONS, ...held.decisions }
    await judge()
  }

  return {
    judgement, decisions, busy, problem, hasFiles, remembered: remembered.value, heldFileNames: hold.fileNames,
    addFiles, addDropped, removeFile, clear, cancel, judge, accept, keepForLater, takeUp, rememberMappings,
    setEncoding: (fileId: string, encoding: Encoding) => decide('encodings', fileId, encoding),
    setCrs: (layerId: string, choice: CrsChoice) => decide('crs', layerId, choice),
    setMapping: (layerId: string, mapping: TableMapping | null) => decide('mappings', layerId, mapping),
    setMode: (layerId: string, mode: ImportMode) => decide('modes', layerId, mode),
    setName: (key: string, id: string | null) => decide('names', key, id),
    setRepair: (rowKey: string, isTaken: boolean) => decide('repairs', rowKey, isTaken),
    setRemoval: (target: ImportTarget, isAgreed: boolean) => decide('removals', target, isAgreed),
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
