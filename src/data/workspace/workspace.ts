import type { StoreFailure } from '@/data/browser-store'
import type { FetchOptions } from '@/data/fetch-bytes'
import type { Folder } from '@/data/folder'
import { MANIFEST_PATH } from '@/data/read-manifest'
import { applyChange, composeStep, firstMade, type Applied, type FirstMade, type Work } from '@/data/workspace/apply-change'
import { isPhoto, openBlobShelf } from '@/data/workspace/blob-shelf'
import type { Composed } from '@/data/workspace/compose-work'
import { readServerFiles, serverManifestSha256 } from '@/data/workspace/read-server-files'
import type { WorkChange } from '@/data/workspace/work-change'
import { headOf, NO_WORK, serverStepOf, stepOf } from '@/data/workspace/work-tree'
import type { KeptWork, WorkspaceDatabase } from '@/data/workspace/workspace-database'
import { DATASETS, type DatasetId } from '@/domain/manifest'
import type { KeepingState, WorkAnswer, WorkspaceStep } from '@/domain/workspace'

export interface WorkState {
  steps: readonly WorkspaceStep[]
  headSeq: number | null
  canUndo: boolean
  canRedo: boolean
  keeping: Exclude<KeepingState, 'saving'>
  /** Changes that are not on the disk, in their order. */
  unsavedIds: readonly string[]
  /** Changes that could not be put on top of what another tab did; said once. */
  droppedIds: readonly string[]
  unreadable: readonly number[]
  /** Steps since the files were those of the server. */
  localCount: number
  /** Of the server's manifest; null: not known. */
  serverSha256: string | null
  /** The server has files that no step up to the head has. */
  serverIsNewer: boolean
  /** The server has what is shown. */
  isPublished: boolean
  /** What had been kept was gone when it was looked for. */
  isWiped: boolean
  /** Changes were put on top of what another tab did; said once. */
  hasMerged: boolean
}

/** The folder that is shown. Values of `keptIds` are those of the folder that is known already and are left out. */
export interface FolderUpdate {
  folder: Folder
  keptIds: readonly DatasetId[]
}

export interface WorkReply {
  state: WorkState
  answer: WorkAnswer | null
  /** Null: what is known is still right, or there is nothing to show. */
  update: FolderUpdate | null
}

/**
 * The work on one folder: kept in the browser, undone and redone, and put on top of what other tabs do.
 *
 * Calls are done one after the other. Nothing rejects but for a fault of the program.
 */
export interface Workspace {
  /** @param known - SHA-256 of the manifest of the folder that the caller has from here, null if none. */
  open(known: string | null): Promise<WorkReply>
  change(change: WorkChange, known: string | null): Promise<WorkReply>
  /** Try to save what is not saved, and look what other tabs have done. */
  refresh(known: string | null): Promise<WorkReply>
  checkServer(): Promise<WorkReply>
  /** All files of what is shown, with photos; those of the server if nothing was ever changed. Null: they cannot be had. */
  files(): Promise<ReadonlyMap<string, Uint8Array> | null>
}

/** A change that is not on the disk yet. */
interface Pending {
  change: WorkChange
  first: FirstMade
  madeSeq: number | null
}

/** Another tab that writes all the time would keep this one from writing. */
const TRIES = 5

export function openWorkspace(database: WorkspaceDatabase, options: FetchOptions): Workspace {
  const shelf = openBlobShelf(database)
  const readServer = () => readServerFiles(options, new Map())
  const nothing: KeptWork = { tree: NO_WORK, writes: [], blobKeys: new Set() }
  let saved = nothing
  let work: Work = { tree: NO_WORK, composed: null }
  let pending: Pending[] = []
  /** Why changes could not be put on top of what another tab did. */
  let dropped = new Map<string, WorkAnswer>()
  /** How many pending changes a write held whose answer never came. */
  const tried = new Map<string, number>()
  let writeCount = 0
  let keeping: WorkState['keeping'] = 'kept'
  let isWiped = false
  let hasMerged = false
  let serverSha256: string | null = null
  let delivered: Composed | null = null
  let queue: Promise<unknown> = Promise.resolve()

  function inTurn<T>(run: () => Promise<T>): Promise<T> {
    const next = queue.then(run, run)
    queue = next
    return next
  }

  async function load(): Promise<WorkAnswer | null> {
    const { value, failure } = await database.readWork()
    keeping = failure ? stateOf(failure) : 'kept'
    if (!value) return null
    saved = value
    return rebase([])
  }

  /** Take up what is in the store and make the changes on top of it that are not in it. */
  async function rebase(changes: readonly Pending[]): Promise<WorkAnswer | null> {
    const previous = work.composed
    work = { tree: saved.tree, composed: null }
    const answer = await showHead(previous)
    const moved = new Map<number, number>()
    pending = []
    for (const { change, first, madeSeq } of changes) {
      const applied = await apply(change, first, (seq) => moved.get(seq) ?? seq)
      if ('answer' in applied) dropped.set(change.id, applied.answer)
      else if (madeSeq !== null) moved.set(madeSeq, work.tree.headSeq!)
    }
    return answer
  }

  /** The folder of the head; if it is damaged, of the nearest step before it that is not. */
  async function showHead(previous: Composed | null): Promise<WorkAnswer | null> {
    const head = headOf(work.tree)
    for (let step = head; step !== null; step = stepOf(work.tree, step.parentSeq)) {
      const composed = await composeStep(step, previous, shelf)
      if (!composed) continue
      work = { tree: step === head ? work.tree : { ...work.tree, headSeq: step.seq, redo: [] }, composed }
      return step === head ? null : { kind: 'failed', reason: 'damaged' }
    }
    return head === null ? null : { kind: 'failed', reason: 'damaged' }
  }

  async function apply(change: WorkChange, first: FirstMade, seqNow: (seq: number) => number): Promise<Applied> {
    const { steps } = work.tree
    const applied = await applyChange(change, first, work, seqNow, { shelf, readServer })
    if ('answer' in applied) return applied
    work = applied.work
    pending.push({ change, first, madeSeq: work.tree.steps.length > steps.length ? work.tree.headSeq : null })
    return applied
  }

  /** Write all that is pending, once or, if another tab was first, on top of what it wrote. */
  async function save(): Promise<void> {
    for (let tries = 0; pending.length > 0; tries++) {
      if (tries === TRIES) return void (keeping = 'elsewhere')
      const mark = [...pending.map(({ change: { id } }) => id), `#${++writeCount}`].join(' ')
      const steps = work.tree.steps.filter(({ seq }) => !saved.tree.steps.some((step) => step.seq === seq))
      const hashes = new Set(steps.flatMap(({ files }) => Object.values(files)).filter((hash) => !saved.blobKeys.has(hash) || shelf.mended.has(hash)))
      const blobs = shelf.take(hashes)
      tried.set(mark, pending.length)
      const answer = await database.write({ expectedMark: saved.writes.at(-1) ?? null, mark, tree: work.tree, steps, blobs })
      if (answer.kind === 'failed') return void (keeping = stateOf(answer.failure))
      if (answer.kind === 'kept') {
        settle({ tree: work.tree, writes: [...saved.writes, mark], blobKeys: new Set([...saved.blobKeys, ...blobs.keys()]) })
        continue
      }
      if (!(await meetOthers())) return
    }
  }

  function settle(next: KeptWork): void {
    saved = next
    pending = []
    tried.clear()
    keeping = 'kept'
    const files = Object.entries(headOf(work.tree)?.files ?? {}).filter(([path]) => !isPhoto(path))
    shelf.keepOnly(new Set(files.map(([, hash]) => hash)))
  }

  /** Somebody else wrote, or what was kept is gone. @returns False if the store does not say. */
  async function meetOthers(): Promise<boolean> {
    const { value, failure } = await database.readWork()
    if (!value) {
      keeping = stateOf(failure ?? 'unknown')
      return false
    }
    if (value.writes.length === 0) {
      // Wiped while the page was open: what is at hand is written again.
      isWiped = saved.writes.length > 0
      saved = nothing
      return true
    }
    // A write whose answer never came may have been done after all.
    const done = [...tried].findLast(([mark]) => value.writes.includes(mark))?.[1] ?? 0
    const rest = pending.slice(done)
    saved = value
    await rebase(rest)
    hasMerged = pending.length > 0
    tried.clear()
    if (pending.length === 0) keeping = 'kept'
    return true
  }

  async function refresh(): Promise<WorkAnswer | null> {
    const before = saved.writes.at(-1)
    const { value, failure } = await database.readWork()
    if (!value) keeping = stateOf(failure ?? 'unknown')
    else if (value.writes.length > 0 && value.writes.at(-1) !== before) await meetOthers()
    else if (pending.length === 0) keeping = 'kept'
    await save()
    return null
  }

  async function change(next: WorkChange): Promise<WorkAnswer> {
    // Told again because the answer was lost.
    if (saved.writes.some((mark) => mark.split(' ').includes(next.id))) return { kind: 'kept' }
    if (!pending.some(({ change: { id } }) => id === next.id)) {
      const applied = await apply(next, firstMade(next, work.tree), (seq) => seq)
      if ('answer' in applied) return applied.answer
    }
    await save()
    const reason = dropped.get(next.id)
    if (reason) return reason
    return pending.some(({ change: { id } }) => id === next.id) ? { kind: 'unsaved' } : { kind: 'kept' }
  }

  async function files(): Promise<ReadonlyMap<string, Uint8Array> | null> {
    const head = headOf(work.tree)
    if (!head) return (await readServer())?.files ?? null
    const read = await shelf.read(head.files)
    return read.failure || read.lost.some((path) => !isPhoto(path)) ? null : read.files
  }

  function reply(answer: WorkAnswer | null, known: string | null): WorkReply {
    const update = updateFor(known)
    const state = stateNow()
    dropped = new Map()
    hasMerged = false
    isWiped = false
    return { state, answer, update }
  }

  function stateNow(): WorkState {
    const { tree } = work
    const isOnServer = ({ files: all }: WorkspaceStep): boolean => all[MANIFEST_PATH] === serverSha256
    const { step, localCount } = serverStepOf(tree, isOnServer)
    const head = headOf(tree)
    const isThere = (hash: string): boolean => !shelf.damaged.has(hash) && (saved.blobKeys.has(hash) || shelf.take([hash]).size > 0)
    return {
      steps: tree.steps, headSeq: tree.headSeq, canUndo: (head?.parentSeq ?? null) !== null, canRedo: tree.redo.length > 0,
      keeping, unsavedIds: pending.map(({ change: { id } }) => id), droppedIds: [...dropped.keys()],
      unreadable: tree.steps.filter(({ files: all }) => !Object.values(all).every(isThere)).map(({ seq }) => seq),
      localCount, serverSha256, isPublished: head !== null && isOnServer(head), isWiped, hasMerged,
      serverIsNewer: serverSha256 !== null && step !== null && !isOnServer(step),
    }
  }

  function updateFor(known: string | null): FolderUpdate | null {
    const now = work.composed
    if (!now || now.folder.manifestSha256 === known) return null
    const before: Folder | null = known !== null && delivered?.folder.manifestSha256 === known ? delivered.folder : null
    delivered = now
    const keptIds = DATASETS.filter((id) => before !== null && before.values[id] !== undefined && before.values[id] === now.folder.values[id])
    const values = Object.fromEntries(Object.entries(now.folder.values).filter(([id]) => !keptIds.some((kept) => kept === id)))
    return { folder: { ...now.folder, values }, keptIds }
  }

  return {
    open: (known) => inTurn(async () => reply(await load(), known)),
    change: (next, known) => inTurn(async () => reply(await change(next), known)),
    refresh: (known) => inTurn(async () => reply(await refresh(), known)),
    checkServer: () => inTurn(async () => {
      serverSha256 = (await serverManifestSha256(options)) ?? serverSha256
      return reply(null, work.composed?.folder.manifestSha256 ?? null)
    }),
    files: () => inTurn(files),
  }
}

function stateOf(failure: StoreFailure): Exclude<KeepingState, 'saving'> {
  return failure === 'full' || failure === 'blocked' ? failure : 'refused'
}
