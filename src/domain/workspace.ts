import type { MultiPolygon, Polygon } from 'geojson'
import type { Day } from '@/domain/day'
import type { Finding } from '@/domain/finding'

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

/**
 * An edit by hand. All are added to the ledger, the tour or a shape as a new step; none changes an old row.
 *
 * A report whose day is after the data date moves the data date to it; one after `today` is refused.
 */
export type WorkEdit =
  /** Share done of an item. Lower than the last one: it is written as a correction (更正). */
  | { kind: 'progress'; communityId: string; buildingId: string | null; itemCode: string; doneShare: number; reportedOn: Day; note: string }
  | { kind: 'milestone'; communityId: string; milestoneCode: string; date: Day; reportedOn: Day; note: string }
  /** Words about a community, as a report of their own (备注). */
  | { kind: 'remark'; communityId: string; reportedOn: Day; note: string }
  /** Null takes the photo away. */
  | { kind: 'photo'; communityId: string; side: 'before' | 'after'; bytes: Uint8Array | null; credit: string }
  | { kind: 'geometry'; dataset: 'communities' | 'buildings' | 'spare-spaces'; id: string; geometry: Polygon | MultiPolygon }

/**
 * How a change of the work ended.
 *
 * | kind | meaning |
 * | --- | --- |
 * | kept | it is on the disk |
 * | unsaved | it is shown and counted, but only in this page: the keeping state says why |
 * | refused | it would make the data wrong; nothing was changed |
 * | renewed | it is the first change, and the server has another folder than the one it was made on; nothing was changed |
 * | moot | another tab changed the same thing first, or there is nothing to undo; nothing was changed |
 * | failed | the folder it would change could not be read; nothing was changed |
 */
export type WorkAnswer =
  | { kind: 'kept' }
  | { kind: 'unsaved' }
  | { kind: 'refused'; findings: readonly Finding[] }
  | { kind: 'renewed' }
  | { kind: 'moot' }
  | { kind: 'failed'; reason: 'server' | 'damaged' | 'stopped' }
