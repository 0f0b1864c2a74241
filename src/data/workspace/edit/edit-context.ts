import type { Folder } from '@/data/folder'
import type { Finding } from '@/domain/finding'
import type { WorkspaceStep } from '@/domain/workspace'
import type { Day } from '@/domain/day'

/** What an edit is made on. */
export interface EditContext {
  folder: Folder
  /** All files by path; photos may be missing. */
  files: ReadonlyMap<string, Uint8Array>
  /** The user's day: nothing can be reported that has not been yet. */
  today: Day
}

/** What an edit does to the files, before its manifest is made. */
export interface FileEdit {
  /** New content by path; null takes the file away. */
  changed: ReadonlyMap<string, Uint8Array | null>
  /** Last day the new content speaks of; null if it speaks of none. */
  reportedOn: Day | null
  params: WorkspaceStep['params']
}

export type EditResult = FileEdit | { findings: readonly Finding[] }

export const isRefused = (result: EditResult): result is { findings: readonly Finding[] } => 'findings' in result

/** Path of a dataset in this folder, null if it is not listed. */
export function pathOf({ manifest }: Folder, id: string): string | null {
  return manifest.files.find((file) => file.id === id)?.path ?? null
}

/** Refused, because what is named is not there. */
export function notThere(file: string, feature: string | null, field: string, refersTo: string, found: string): EditResult {
  return { findings: [{ code: 'dangling-reference', severity: 'error', file, feature, field, params: { found, refersTo } }] }
}
