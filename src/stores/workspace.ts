import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { KeepingState, StepKind, WorkAnswer, WorkEdit, WorkspaceStep } from '@/domain/workspace'

/** Work on the folder that is kept in this browser: every step can be undone, and what is not saved is said. */
export const useWorkspaceStore = defineStore('workspace', () => {
  /** All steps, branches too, in the order they were made. */
  const steps = shallowRef<readonly WorkspaceStep[]>([])
  /** Step that is shown; null: nothing was ever changed here, the server's folder is shown. */
  const headSeq = ref<number | null>(null)
  const canUndo = ref(false)
  const canRedo = ref(false)
  const keeping = ref<KeepingState>('kept')
  /** Changes that are only in this page. */
  const unsavedCount = ref(0)
  /** True once the kept work was looked for. */
  const isOpen = ref(false)
  /** Steps whose files are not as they were put there. */
  const unreadable = shallowRef<readonly number[]>([])
  /** Steps between what the server has and what is shown. */
  const localCount = ref(0)
  /** The server's folder changed since the work began: go on (`keepMine`) or take it (`backToServer`). */
  const serverIsNewer = ref(false)
  /** Said once: kept work is gone; changes of this page met those of another tab and were put on top, or could not be. */
  const notice = ref<'wiped' | 'merged' | 'dropped' | null>(null)
  const answer = shallowRef<WorkAnswer | null>(null)
  const who = ref('')
  const setWho = (name: string): void => void (who.value = name)

  const pending = (): never => {
    throw new Error('Not there yet')
  }
  /** Look for kept work and show it, else the server's folder. */
  const open = (): Promise<void> => pending()
  /** All files of what is shown by path, photos and manifest too; from the server if nothing was changed here. */
  const currentFiles = (): Promise<ReadonlyMap<string, Uint8Array>> => pending()
  /** Take files over as a step. True once they are on the disk; false: see `answer`. */
  const commit = (_kind: StepKind, _params: WorkspaceStep['params'], _changedFiles: ReadonlyMap<string, Uint8Array>): Promise<boolean> => pending()
  const undo = (): Promise<WorkAnswer> => pending()
  const redo = (): Promise<WorkAnswer> => pending()
  /** A new step with the files of an old one. */
  const restore = (_seq: number): Promise<WorkAnswer> => pending()
  /** A new step with the files of the server. */
  const backToServer = (): Promise<WorkAnswer> => pending()
  /** Do not ask again about this version of the server. */
  const keepMine = (): void => pending()
  /** Try to save what is not saved. */
  const retry = (): Promise<void> => pending()
  const edit = (_change: WorkEdit): Promise<WorkAnswer> => pending()
  type Of<K extends WorkEdit['kind']> = Omit<Extract<WorkEdit, { kind: K }>, 'kind'>
  const editProgress = (change: Of<'progress'>): Promise<WorkAnswer> => edit({ kind: 'progress', ...change })
  const editMilestone = (change: Of<'milestone'>): Promise<WorkAnswer> => edit({ kind: 'milestone', ...change })
  const editRemark = (change: Of<'remark'>): Promise<WorkAnswer> => edit({ kind: 'remark', ...change })
  const editPhoto = (change: Of<'photo'>): Promise<WorkAnswer> => edit({ kind: 'photo', ...change })
  const editGeometry = (change: Of<'geometry'>): Promise<WorkAnswer> => edit({ kind: 'geometry', ...change })

  const isUnsaved = computed(() => unsavedCount.value > 0)
  return {
    steps, headSeq, canUndo, canRedo, keeping, unsavedCount, isUnsaved, isOpen, unreadable, localCount, serverIsNewer, notice, answer, who, setWho,
    open, currentFiles, commit, undo, redo, restore, backToServer, keepMine, retry, editProgress, editMilestone, editRemark, editPhoto, editGeometry,
  }
})
