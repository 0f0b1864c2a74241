/** What a step of the work was. */
export const STEP_KINDS = ['base', 'import', 'progress', 'milestone', 'remark', 'photo', 'geometry', 'restore', 'server'] as const
export type StepKind = (typeof STEP_KINDS)[number]

/**
 * One step of the work on a folder: what the folder was after it, and who did what when.
 *
 * Steps form a tree: undoing moves the head to the parent, a new step after an undo begins a branch,
 * and nothing is ever lost by it.
 */
export interface WorkspaceStep {
  seq: number
  parentSeq: number | null
  atEpochMs: number
  /** Free text, may be empty. */
  who: string
  kind: StepKind
  /** For the text of the history: names and numbers, no markup. */
  params: Readonly<Record<string, string | number>>
  /** SHA-256 by path, of every file of the folder after this step, the manifest included. */
  files: Readonly<Record<string, string>>
}

/** How the browser keeps the work. `full`, `refused` and `blocked` mean: what was done last is not saved. */
export type KeepingState = 'kept' | 'saving' | 'full' | 'refused' | 'blocked' | 'elsewhere'
