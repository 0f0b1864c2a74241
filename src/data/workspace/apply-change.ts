import { readBytes } from '@/data/load-dataset'
import { MANIFEST_PATH, readManifest } from '@/data/read-manifest'
import { manifestText, refreshManifest } from '@/data/refresh-manifest'
import { isPhoto, type BlobShelf } from '@/data/workspace/blob-shelf'
import { composeWork, type Composed } from '@/data/workspace/compose-work'
import { applyEdit, withChanges } from '@/data/workspace/edit/apply-edit'
import type { ServerFiles } from '@/data/workspace/read-server-files'
import type { WorkChange } from '@/data/workspace/work-change'
import { addStep, headOf, redoStep, stepOf, undoStep, type WorkTree } from '@/data/workspace/work-tree'
import type { Manifest } from '@/domain/manifest'
import type { WorkAnswer, WorkspaceStep } from '@/domain/workspace'

/** The work with the folder that its head stands for; null: there is no head, or it cannot be read. */
export interface Work {
  tree: WorkTree
  composed: Composed | null
}

/** What a change was made on the first time, so that it can be told whether it means the same now. */
export interface FirstMade {
  headSeq: number | null
  /** SHA-256 by path of what its files replaced. */
  replaced: Readonly<Record<string, string | null>>
}

export type Applied = { work: Work } | { answer: Exclude<WorkAnswer, { kind: 'kept' | 'unsaved' }> }

export interface ApplyTools {
  shelf: BlobShelf
  readServer: () => Promise<ServerFiles | null>
}

const MOOT = { answer: { kind: 'moot' } } as const
const RENEWED = { answer: { kind: 'renewed' } } as const
const failed = (reason: 'server' | 'damaged'): Applied => ({ answer: { kind: 'failed', reason } })

/** What a change is made on now. */
export function firstMade({ what }: WorkChange, tree: WorkTree): FirstMade {
  const files = headOf(tree)?.files ?? {}
  const paths = what.kind === 'files' ? [...what.files.keys()] : []
  return { headSeq: tree.headSeq, replaced: Object.fromEntries(paths.map((path) => [path, files[path] ?? null])) }
}

/**
 * Make a change on the work as it stands, which need not be what it was made on first.
 *
 * An edit is made anew. Files are taken if nobody else has changed the same ones. To undo means to undo what was seen.
 * The first change of all is made on the folder that was seen, or not at all.
 *
 * @param seqNow - The present number of a step that had another one when the change was made.
 */
export async function applyChange(change: WorkChange, first: FirstMade, work: Work, seqNow: (seq: number) => number, tools: ApplyTools): Promise<Applied> {
  const { what, who, atEpochMs } = change
  const { tree } = work
  const isSameHead = tree.headSeq === (first.headSeq === null ? null : seqNow(first.headSeq))
  switch (what.kind) {
    case 'undo': case 'redo': {
      const next = isSameHead ? (what.kind === 'undo' ? undoStep : redoStep)(tree) : null
      return next ? moveTo(next, work.composed, tools.shelf) : MOOT
    }
    case 'restore': {
      const step = stepOf(tree, seqNow(what.seq))
      if (!step) return MOOT
      const params = { seq: step.seq, kind: step.kind, atEpochMs: step.atEpochMs }
      return moveTo(addStep(tree, { who, atEpochMs, kind: 'restore', params, files: step.files }), work.composed, tools.shelf)
    }
    case 'server': return takeServer(tree, work.composed, change, tools)
    case 'edit': case 'files': {
      const based = tree.headSeq === null ? await takeServer(tree, null, { ...change, who: '' }, tools) : { work }
      if ('answer' in based) return based
      if (first.headSeq === null && !beganWith(based.work.tree, change.madeOn)) return RENEWED
      if (!based.work.composed) return failed('damaged')
      return what.kind === 'edit' ? makeEdit(change, based.work, tools) : takeFiles(change, first, based.work, tools)
    }
  }
}

/** Work begins with the server's folder: a change made on another one would undo what was published since. */
function beganWith({ steps }: WorkTree, madeOn: string | null): boolean {
  return madeOn === null || steps[0]?.files[MANIFEST_PATH] === madeOn
}

async function moveTo(tree: WorkTree, previous: Composed | null, shelf: BlobShelf): Promise<Applied> {
  const composed = await composeStep(headOf(tree)!, previous, shelf)
  return composed ? { work: { tree, composed } } : failed('damaged')
}

/** The folder after a step, without its photos. Null if a file of it cannot be read. */
export async function composeStep({ files }: WorkspaceStep, previous: Composed | null, shelf: BlobShelf): Promise<Composed | null> {
  const wanted = Object.fromEntries(Object.entries(files).filter(([path]) => !isPhoto(path)))
  const read = await shelf.read(wanted)
  return read.lost.length > 0 || read.failure ? null : composeWork(read.files, previous)
}

async function takeServer(tree: WorkTree, previous: Composed | null, { who, atEpochMs }: WorkChange, { shelf, readServer }: ApplyTools): Promise<Applied> {
  const server = await readServer()
  if (!server) return failed('server')
  const files = Object.fromEntries([...server.files].map(([path, bytes]) => [path, shelf.put(bytes)]))
  const composed = await composeWork(withoutPhotos(server.files), previous)
  if (!composed) return failed('server')
  const kind = tree.headSeq === null && tree.steps.length === 0 ? 'base' : 'server'
  return { work: { tree: addStep(tree, { who, atEpochMs, kind, params: {}, files }), composed } }
}

const withoutPhotos = (files: ReadonlyMap<string, Uint8Array>) => new Map([...files].filter(([path]) => !isPhoto(path)))

async function makeEdit({ what, who, atEpochMs, today }: WorkChange, { tree, composed }: Work, { shelf }: ApplyTools): Promise<Applied> {
  if (what.kind !== 'edit') throw new Error('Not an edit')
  const edited = await applyEdit(what.edit, composed!, today)
  if ('findings' in edited) return { answer: { kind: 'refused', findings: edited.findings } }
  const files = filesAfter(headOf(tree)!.files, edited.changed, shelf)
  const next = addStep(tree, { who, atEpochMs, kind: what.edit.kind, params: edited.params, files })
  return { work: { tree: next, composed: { ...edited.composed, files: withoutPhotos(edited.composed.files) } } }
}

async function takeFiles({ what, who, atEpochMs }: WorkChange, first: FirstMade, { tree, composed }: Work, { shelf }: ApplyTools): Promise<Applied> {
  if (what.kind !== 'files') throw new Error('Not files')
  const before = headOf(tree)!.files
  const own = [...what.files].filter(([path]) => path !== MANIFEST_PATH)
  // Made before there was any step: what they replace is the server's, with which the work of all tabs begins.
  const replaced = first.headSeq === null ? tree.steps[0]?.files ?? {} : first.replaced
  const isMeant = own.every(([path]) => (before[path] ?? null) === (replaced[path] ?? null))
  if (!isMeant) return MOOT
  const changed = new Map<string, Uint8Array>(own)
  const manifest = manifestAfter(what.files.get(MANIFEST_PATH), replaced[MANIFEST_PATH] === before[MANIFEST_PATH], composed!, changed)
  changed.set(MANIFEST_PATH, manifest)
  const files = filesAfter(before, changed, shelf)
  if (Object.entries(files).every(([path, hash]) => before[path] === hash)) return MOOT
  const next = await composeWork(withoutPhotos(withChanges(composed!.files, changed)), composed)
  if (!next) return { answer: { kind: 'refused', findings: [] } }
  return { work: { tree: addStep(tree, { who, atEpochMs, kind: what.stepKind, params: what.params, files }), composed: next } }
}

/** The manifest that came with the files; put together with the present one if that is no longer the one they were made for. */
function manifestAfter(given: Uint8Array | undefined, isMadeForThis: boolean, { folder, files }: Composed, changed: ReadonlyMap<string, Uint8Array>): Uint8Array {
  if (given && isMadeForThis) return given
  const read = given ? readBytes(given, MANIFEST_PATH, (text) => readManifest(text)).value : null
  const merged: Manifest = !read ? folder.manifest : {
    ...folder.manifest, dataDate: Math.max(folder.manifest.dataDate, read.dataDate),
    files: [
      ...read.files.filter(({ path }) => changed.has(path)),
      ...folder.manifest.files.filter(({ id }) => !read.files.some((entry) => entry.id === id && changed.has(entry.path))),
    ],
  }
  const all = [...withChanges(files, changed)].map(([path, bytes]) => ({ path, bytes }))
  return new TextEncoder().encode(manifestText(refreshManifest(merged, all, merged)))
}

function filesAfter(before: WorkspaceStep['files'], changed: ReadonlyMap<string, Uint8Array | null>, shelf: BlobShelf): WorkspaceStep['files'] {
  const files = new Map(Object.entries(before))
  for (const [path, bytes] of changed) {
    if (bytes) files.set(path, shelf.put(bytes))
    else files.delete(path)
  }
  return Object.fromEntries(files)
}
