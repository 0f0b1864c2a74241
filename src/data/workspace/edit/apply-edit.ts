import { findSelfIntersections } from '@/analysis/shape/find-self-intersections'
import { checkGeometry } from '@/analysis/totals/check-geometry'
import { defaultPath } from '@/data/fields'
import type { Folder } from '@/data/folder'
import { MANIFEST_PATH } from '@/data/read-manifest'
import { manifestText, refreshManifest } from '@/data/refresh-manifest'
import { composeWork, type Composed } from '@/data/workspace/compose-work'
import { isRefused, pathOf, type EditContext, type EditResult, type FileEdit } from '@/data/workspace/edit/edit-context'
import { editGeometry } from '@/data/workspace/edit/geometry-edit'
import { editPhoto } from '@/data/workspace/edit/photo-edit'
import { editMilestone, editProgress, editRemark } from '@/data/workspace/edit/report-edits'
import type { Day } from '@/domain/day'
import type { Finding } from '@/domain/finding'
import type { DatasetId, Manifest } from '@/domain/manifest'
import type { WorkEdit, WorkspaceStep } from '@/domain/workspace'

/** What a folder is after an edit. */
export interface Edited {
  composed: Composed
  changed: ReadonlyMap<string, Uint8Array | null>
  params: WorkspaceStep['params']
}

/**
 * An edit made on a folder, with the manifest that fits. Pure: the same edit on the same folder gives the same files.
 *
 * @returns What is wrong if the edit would add an error to the folder that was not there before.
 */
export async function applyEdit(edit: WorkEdit, before: Composed, today: Day): Promise<Edited | { findings: readonly Finding[] }> {
  const context: EditContext = { folder: before.folder, files: before.files, today }
  const result = run(edit, context)
  if (isRefused(result)) return result
  const changed = new Map(result.changed)
  const files = withChanges(before.files, changed)
  const manifest = manifestAfter(before.folder.manifest, files, result)
  changed.set(MANIFEST_PATH, new TextEncoder().encode(manifestText(manifest)))
  files.set(MANIFEST_PATH, changed.get(MANIFEST_PATH)!)

  const composed = await composeWork(files, before)
  if (!composed) return { findings: [] }
  const findings = newErrors(before.folder, composed.folder, edit)
  if (findings.length > 0) return { findings }
  // A ledger that could not be read before cannot be read now either.
  if (result.reportedOn !== null && reportCount(composed.folder) <= reportCount(before.folder)) return { findings: errorsOf(composed.folder) }
  return { composed, changed, params: result.params }
}

function run(edit: WorkEdit, context: EditContext): EditResult {
  switch (edit.kind) {
    case 'progress': return editProgress(edit, context)
    case 'milestone': return editMilestone(edit, context)
    case 'remark': return editRemark(edit, context)
    case 'photo': return editPhoto(edit, context)
    case 'geometry': return editGeometry(edit, context)
  }
}

/** The files with what changed in them; null took a file away. */
export function withChanges(files: ReadonlyMap<string, Uint8Array>, changed: ReadonlyMap<string, Uint8Array | null>): Map<string, Uint8Array> {
  const next = new Map(files)
  for (const [path, bytes] of changed) {
    if (bytes) next.set(path, bytes)
    else next.delete(path)
  }
  return next
}

/** Sizes and hashes as they are now. A report later than all others moves the data date of folder and ledger. */
function manifestAfter(manifest: Manifest, files: ReadonlyMap<string, Uint8Array>, { reportedOn }: FileEdit): Manifest {
  const next = refreshManifest(manifest, [...files].map(([path, bytes]) => ({ path, bytes })), manifest)
  if (reportedOn === null) return next
  const latest = (day: Day) => Math.max(day, reportedOn)
  const entries = next.files.map((file) => (file.id === 'ledger' ? { ...file, dataDate: latest(file.dataDate) } : file))
  return { ...next, dataDate: latest(next.dataDate), files: entries }
}

function newErrors(before: Folder, after: Folder, edit: WorkEdit): Finding[] {
  const known = new Set([...errorsOf(before), ...spaceErrorsOf(before, edit)].map(keyOf))
  return [...errorsOf(after), ...spaceErrorsOf(after, edit)].filter((finding) => !known.has(keyOf(finding)))
}

const reportCount = ({ programme }: Folder): number => programme?.reports.length ?? 0

const keyOf = ({ code, file, feature, field }: Finding): string => JSON.stringify([code, file, feature, field])

const errorsOf = ({ findings }: Folder): Finding[] => [...findings.values()].flat().filter(({ severity }) => severity === 'error')

/** What only a look at how shapes lie can tell; of no meaning for an edit of words and numbers. */
function spaceErrorsOf(folder: Folder, edit: WorkEdit): Finding[] {
  if (edit.kind !== 'geometry') return []
  const { communities = [], buildings = [] } = folder.values
  const spareSpaces = folder.values['spare-spaces'] ?? []
  const path = (id: DatasetId): string => pathOf(folder, id) ?? defaultPath(id)
  const paths = { communities: path('communities'), buildings: path('buildings'), spareSpaces: path('spare-spaces') }
  if (edit.dataset === 'spare-spaces') return findSelfIntersections(spareSpaces.filter(({ id }) => id === edit.id), paths.spareSpaces)
  return checkGeometry({ communities, buildings, spareSpaces: [], paths }).filter(({ severity }) => severity === 'error')
}
