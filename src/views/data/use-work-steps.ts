import { ref } from 'vue'
import { useWorkspaceStore } from '@/stores/workspace'

const isBusy = ref(false)

/** Undo, redo and the other moves in the history: one at a time. */
export function useWorkSteps() {
  const workspace = useWorkspaceStore()

  async function run(change: () => Promise<unknown>): Promise<void> {
    if (isBusy.value) return
    isBusy.value = true
    try {
      await change()
    } finally {
      isBusy.value = false
    }
  }
  return {
    isBusy, run,
    undo: (): Promise<void> => (workspace.canUndo ? run(workspace.undo) : Promise.resolve()),
    redo: (): Promise<void> => (workspace.canRedo ? run(workspace.redo) : Promise.resolve()),
  }
}
