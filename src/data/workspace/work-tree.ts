import type { WorkspaceStep } from '@/domain/workspace'

/** All steps of the work, the one that is shown, and those that were undone since the last new step, the last of them at the end. */
export interface WorkTree {
  /** In the order they were made. */
  steps: readonly WorkspaceStep[]
  /** Null: nothing was ever changed. */
  headSeq: number | null
  redo: readonly number[]
}

export const NO_WORK: WorkTree = { steps: [], headSeq: null, redo: [] }

/** Kinds of steps whose files are those of the server. */
const SERVER_KINDS: readonly string[] = ['base', 'server']

export function stepOf({ steps }: WorkTree, seq: number | null): WorkspaceStep | null {
  return steps.find((step) => step.seq === seq) ?? null
}

export const headOf = (tree: WorkTree): WorkspaceStep | null => stepOf(tree, tree.headSeq)

/** The tree with one more step after the head. What was undone before stays as a branch, but cannot be redone any more. */
export function addStep(tree: WorkTree, step: Omit<WorkspaceStep, 'seq' | 'parentSeq'>): WorkTree {
  const seq = (tree.steps.at(-1)?.seq ?? -1) + 1
  return { steps: [...tree.steps, { ...step, seq, parentSeq: tree.headSeq }], headSeq: seq, redo: [] }
}

/** Null if there is nothing before the head. */
export function undoStep(tree: WorkTree): WorkTree | null {
  const head = headOf(tree)
  if (head === null || head.parentSeq === null) return null
  return { ...tree, headSeq: head.parentSeq, redo: [...tree.redo, head.seq] }
}

/** Null if nothing was undone since the last step. */
export function redoStep(tree: WorkTree): WorkTree | null {
  const seq = tree.redo.at(-1)
  return seq === undefined ? null : { ...tree, headSeq: seq, redo: tree.redo.slice(0, -1) }
}

/**
 * The step that the work since is counted from, and how many steps there are: the last one, up to the head, that was
 * taken from the server or that the server has by now, because it was published.
 *
 * @param isOnServer - True if the server has the very files of this step.
 */
export function serverStepOf(tree: WorkTree, isOnServer: (step: WorkspaceStep) => boolean): { step: WorkspaceStep | null; localCount: number } {
  let localCount = 0
  for (let step = headOf(tree); step !== null; step = stepOf(tree, step.parentSeq)) {
    if (SERVER_KINDS.includes(step.kind) || isOnServer(step)) return { step, localCount }
    localCount++
  }
  return { step: null, localCount }
}
