import type { Day } from '@/domain/day'
import type { StepKind, WorkEdit, WorkspaceStep } from '@/domain/workspace'

/** What somebody wants done to the work. It is kept until it is saved, and can be done again on a newer state. */
export interface WorkChange {
  /** Of its own. */
  id: string
  who: string
  atEpochMs: number
  /** The user's day. */
  today: Day
  /** SHA-256 of the manifest of the folder that the person had before them, or the files were judged on; null: not known. */
  madeOn: string | null
  what:
    | { kind: 'edit'; edit: WorkEdit }
    /** Files of an import, its manifest among them. */
    | { kind: 'files'; stepKind: StepKind; params: WorkspaceStep['params']; files: ReadonlyMap<string, Uint8Array> }
    | { kind: 'undo' }
    | { kind: 'redo' }
    | { kind: 'restore'; seq: number }
    /** The files of the server as they are now. */
    | { kind: 'server' }
}
