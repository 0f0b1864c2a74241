import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { Folder } from '@/data/folder'
import type { WorkChange } from '@/data/workspace/work-change'
import type { FolderUpdate, WorkReply, WorkState } from '@/data/workspace/workspace'
import type { KeepingState, StepKind, WorkAnswer, WorkEdit, WorkspaceStep } from '@/domain/workspace'
import { folderAddress } from '@/stores/folder-address'
import { useGeodataStore } from '@/stores/geodata'
import { keepInBrowser } from '@/stores/keep-in-browser'
import { localToday } from '@/stores/local-today'
import { newId } from '@/stores/new-id'
import { useTabNews, warnBeforeLeaving } from '@/stores/tab-news'
import { hasWorkHint, setWorkHint } from '@/stores/work-hint'
import { workspaceWorker } from '@/workers/workspace-client'

type EditOf<K extends WorkEdit['kind']> = Omit<Extract<WorkEdit, { kind: K }>, 'kind'>

const WHO_LENGTH = 40
const textOrNull = (kept: unknown): string | null => (typeof kept === 'string' ? kept : null)

/**
 * Work on the folder that is kept in this browser: every step can be undone, and what is not saved is said.
 *
 * The worker does it and keeps it; this store shows what it answers, and has every change at hand until it is on the disk.
 */
export const useWorkspaceStore = defineStore('workspace', () => {
  const geodata = useGeodataStore()
  const state = shallowRef<WorkState | null>(null)
  const kept = { who: keepInBrowser('who', (value) => (textOrNull(value) ?? '').slice(0, WHO_LENGTH)), server: keepInBrowser('work-server', textOrNull) }
  const callCount = ref(0)
  /** True once the kept work was looked for. */
  const isOpen = ref(false)
  /**
   * Said once: kept work is gone; changes of this page met those of another tab and were put on top, or could not be;
   * there was no room to save and there is again, but browsers are known to clear a site after that when they start.
   */
  const notice = ref<'wiped' | 'merged' | 'dropped' | 'wasFull' | null>(null)
  /** How the last change ended. */
  const answer = shallowRef<WorkAnswer | null>(null)
  /** Changes that are not known to be on the disk. */
  const unsaved = shallowRef<readonly WorkChange[]>([])
  /** The folder that came from the worker last. */
  let shown: Folder | null = null
  let opening: Promise<void> | null = null
  const isStopped = ref(false)

  const keeping = computed((): KeepingState => {
    if (isStopped.value && unsaved.value.length > 0) return 'refused'
    const now = state.value?.keeping ?? 'kept'
    return now === 'kept' && callCount.value > 0 ? 'saving' : now
  })
  const unsavedCount = computed(() => (isStopped.value ? unsaved.value.length : state.value?.unsavedIds.length ?? 0))
  const serverIsNewer = computed(() => state.value !== null && state.value.serverIsNewer && state.value.serverSha256 !== kept.server.value.value)

  const tellOthers = useTabNews('workspace', () => void refresh(false))
  warnBeforeLeaving(() => unsaved.value.length > 0)
  // A new thread knows only what is on the disk: the rest is told again. If that breaks it too, it waits for the next wish.
  workspaceWorker.onBroken(() => {
    if (isStopped.value) return
    isStopped.value = true
    if (unsaved.value.length > 0) void refresh(true)
  })

  /** The kept work and the server's folder are shown by these views; a wall and its remote show the server's alone. */
  const mayShow = (): boolean => !/^#\/(display|remote)\b/.test(location.hash)
  const isShown = (): boolean => shown !== null && geodata.manifest === shown.manifest
  const known = (): string | null => (isShown() ? shown!.manifestSha256 : null)

  function take({ state: next, update }: WorkReply): void {
    const wasFull = state.value?.keeping === 'full' || state.value?.keeping === 'refused'
    state.value = next
    isStopped.value = false
    unsaved.value = unsaved.value.filter(({ id }) => next.unsavedIds.includes(id))
    if (update && mayShow()) show(update)
    if (isShown()) geodata.local = { count: next.localCount, retry: () => refresh(true) }
    if (next.headSeq !== null && next.unsavedIds.length === 0) setWorkHint(true)
    if (next.isWiped) notice.value = 'wiped'
    else if (next.droppedIds.length > 0) notice.value = 'dropped'
    else if (next.hasMerged) notice.value = 'merged'
    else if (wasFull && next.keeping === 'kept') notice.value ??= 'wasFull'
  }

  function show({ folder, keptIds }: FolderUpdate): void {
    const before = shown?.values ?? {}
    const values = { ...folder.values, ...Object.fromEntries(keptIds.map((id) => [id, before[id]])) }
    shown = { ...folder, values }
    geodata.adopt(shown)
  }

  /** Look for kept work once, and show it in the place of the server's folder. */
  const open = (): Promise<void> => (opening ??= lookForWork())

  /** Show the kept work; the server's folder if there is none. For the start of a view that reads no data itself. */
  async function start(): Promise<void> {
    const hadHint = hasWorkHint()
    opening = lookForWork()
    await opening
    if (hadHint && state.value?.keeping === 'kept' && state.value.steps.length === 0) {
      notice.value = 'wiped'
      setWorkHint(false)
    }
    if (!isShown() && mayShow()) await geodata.load()
  }

  async function lookForWork(): Promise<void> {
    try {
      const reply = await workspaceWorker.open(folderAddress(), null)
      take(reply)
      if (reply.answer) answer.value = reply.answer
      if (reply.state.headSeq !== null) void checkServer()
    } catch (error) {
      stop(error)
    }
    isOpen.value = true
  }

  /** Ask the server whether it has newer data. Where nothing was changed, they are taken at once. */
  async function checkServer(): Promise<void> {
    try {
      const { state: next } = await workspaceWorker.checkServer(folderAddress())
      state.value = next
      if (isShown()) geodata.local = { count: next.localCount, retry: () => refresh(true) }
      if (next.serverIsNewer && next.localCount === 0 && next.unsavedIds.length === 0) await change({ kind: 'server' }, null, '')
    } catch (error) {
      stop(error)
    }
  }

  /** Save what is not saved, and look what other tabs did. */
  async function refresh(isWanted: boolean): Promise<void> {
    if (!isWanted && !isOpen.value) return
    callCount.value++
    try {
      const wasUnsaved = unsaved.value.length > 0
      take(isStopped.value ? await recover() : await workspaceWorker.refresh(folderAddress(), known()))
      if (wasUnsaved && unsaved.value.length === 0) tellOthers()
    } catch (error) {
      stop(error)
    } finally {
      callCount.value--
    }
  }

  /** @param madeOn - SHA-256 of the manifest that it was made on; null: it means the same on any. */
  async function change(what: WorkChange['what'], madeOn: string | null = null, author = kept.who.value.value): Promise<WorkAnswer> {
    await open()
    const next: WorkChange = { id: newId(), who: author, atEpochMs: Date.now(), today: localToday(), madeOn, what }
    unsaved.value = [...unsaved.value, next]
    callCount.value++
    try {
      const reply = await ask(next)
      take(reply)
      answer.value = reply.answer ?? { kind: 'kept' }
      // What was published meanwhile is shown, so that the change can be made on it.
      if (answer.value.kind === 'renewed' && !isShown() && mayShow()) await geodata.load()
      if (answer.value.kind === 'kept') {
        tellOthers()
        askToPersist()
      }
    } catch (error) {
      stop(error)
      // It may be on the disk or not: it stays at hand and is told again.
      answer.value = { kind: 'unsaved' }
    } finally {
      callCount.value--
    }
    return answer.value
  }

  async function ask(next: WorkChange): Promise<WorkReply> {
    if (isStopped.value) return recover(next)
    try {
      return await workspaceWorker.change(folderAddress(), next, known())
    } catch (error) {
      console.warn('The worker that keeps the work broke', error)
      return recover(next)
    }
  }

  /**
   * A new worker knows what is on the disk; the rest is told again, in its order. What can no longer be done is said to be
   * dropped, what cannot be done now stays at hand.
   */
  async function recover(newest: WorkChange | null = null): Promise<WorkReply> {
    let reply = await workspaceWorker.open(folderAddress(), null)
    let isDropped = false
    for (const again of unsaved.value) {
      const next = await workspaceWorker.change(folderAddress(), again, null)
      reply = { ...next, update: next.update ?? reply.update }
      const ending = next.answer?.kind
      if (again === newest || ending === 'kept' || ending === 'unsaved') continue
      if (ending === 'failed') throw new Error('A change that is not saved cannot be told again now')
      isDropped = true
    }
    if (isDropped) notice.value = 'dropped'
    return reply
  }

  function stop(error: unknown): void {
    console.error('The work cannot be kept', error)
    isStopped.value = true
  }

  /** All files of what is shown by path, photos and manifest too; from the server if nothing was changed here. */
  async function currentFiles(): Promise<ReadonlyMap<string, Uint8Array>> {
    await open()
    const files = await workspaceWorker.files(folderAddress())
    if (!files) throw new Error('The folder cannot be read')
    return files
  }

  /** Take files over as a step, unless the server's folder is no longer the one they were judged on. */
  function commit(stepKind: StepKind, params: WorkspaceStep['params'], files: ReadonlyMap<string, Uint8Array>, madeOn: string): Promise<WorkAnswer> {
    return change({ kind: 'files', stepKind, params, files }, madeOn)
  }

  const edit = (made: WorkEdit): Promise<WorkAnswer> => change({ kind: 'edit', edit: made }, geodata.manifestSha256)
  return {
    /** All steps, branches too, in the order they were made. */
    steps: computed(() => state.value?.steps ?? []),
    /** Step that is shown; null: nothing was ever changed here, the server's folder is shown. */
    headSeq: computed(() => state.value?.headSeq ?? null),
    canUndo: computed(() => state.value?.canUndo ?? false),
    canRedo: computed(() => state.value?.canRedo ?? false),
    /** Steps whose files are not as they were put there. */
    unreadable: computed(() => state.value?.unreadable ?? []),
    /** Steps between what the server has and what is shown. */
    localCount: computed(() => state.value?.localCount ?? 0),
    /** What is shown is what the server has. */
    isPublished: computed(() => state.value?.isPublished ?? false),
    keeping, unsavedCount, isUnsaved: computed(() => unsavedCount.value > 0), isOpen, notice, answer,
    /** The server's folder changed since the work began: go on (`keepMine`) or take it (`backToServer`). */
    serverIsNewer,
    who: kept.who.value,
    setWho: (name: string): void => kept.who.set(name.trim().slice(0, WHO_LENGTH)),
    open, start, currentFiles, commit, checkServer,
    undo: (): Promise<WorkAnswer> => change({ kind: 'undo' }),
    redo: (): Promise<WorkAnswer> => change({ kind: 'redo' }),
    /** A new step with the files of an old one. */
    restore: (seq: number): Promise<WorkAnswer> => change({ kind: 'restore', seq }),
    /** A new step with the files of the server. */
    backToServer: (): Promise<WorkAnswer> => change({ kind: 'server' }),
    /** Do not ask again about this version of the server. */
    keepMine: (): void => kept.server.set(state.value?.serverSha256 ?? null),
    /** Try to save what is not saved. */
    retry: (): Promise<void> => refresh(true),
    editProgress: (made: EditOf<'progress'>): Promise<WorkAnswer> => edit({ kind: 'progress', ...made }),
    editMilestone: (made: EditOf<'milestone'>): Promise<WorkAnswer> => edit({ kind: 'milestone', ...made }),
    editRemark: (made: EditOf<'remark'>): Promise<WorkAnswer> => edit({ kind: 'remark', ...made }),
    editPhoto: (made: EditOf<'photo'>): Promise<WorkAnswer> => edit({ kind: 'photo', ...made }),
    editGeometry: (made: EditOf<'geometry'>): Promise<WorkAnswer> => edit({ kind: 'geometry', ...made }),
  }
})

/** Ask the browser not to clear this site by itself when room gets short; it may ask the user or say no. */
function askToPersist(): void {
  void globalThis.navigator?.storage?.persist?.().catch(() => {})
}
