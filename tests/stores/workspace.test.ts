import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { WorkChange } from '@/data/workspace/work-change'
import type { WorkReply, WorkState } from '@/data/workspace/workspace'
import { useGeodataStore } from '@/stores/geodata'
import { hasWorkHint, setWorkHint } from '@/stores/work-hint'
import { useWorkspaceStore } from '@/stores/workspace'
import { folderOf } from '../fixtures/wall-folders'
import { good, manifestOf } from '../fixtures/worker-answers'

const data = vi.hoisted(() => ({ loadManifest: vi.fn(), loadDataset: vi.fn(), assembleProgramme: vi.fn() }))
const worker = vi.hoisted(() => ({ open: vi.fn(), change: vi.fn(), refresh: vi.fn(), checkServer: vi.fn(), files: vi.fn(), onBroken: vi.fn() }))
vi.mock('@/workers/client', () => ({ geodataWorker: data }))
vi.mock('@/workers/workspace-client', () => ({ workspaceWorker: worker }))

const NONE: WorkState = {
  steps: [], headSeq: null, canUndo: false, canRedo: false, keeping: 'kept', unsavedIds: [], droppedIds: [], unreadable: [], localCount: 0,
  serverSha256: null, serverIsNewer: false, isPublished: false, isWiped: false, hasMerged: false,
}
const step = (seq: number) => ({ seq, parentSeq: seq === 0 ? null : seq - 1, atEpochMs: 0, who: '', kind: 'progress', params: {}, files: {} }) as const
const SOME: WorkState = { ...NONE, steps: [step(0), step(1)], headSeq: 1, canUndo: true, localCount: 1 }
const reply = (state: WorkState, name: string | null = null, answer: WorkReply['answer'] = null): WorkReply =>
  ({ state, answer, update: name === null ? null : { folder: folderOf(name), keptIds: [] } })
const edit = { communityId: 'C01', buildingId: null, itemCode: 'J02', doneShare: 0.5, reportedOn: 1, note: '' }
const changesAsked = () => worker.change.mock.calls.map(([, change]) => change as WorkChange)

const kept = new Map<string, string>()
beforeEach(() => {
  setActivePinia(createPinia())
  kept.clear()
  vi.stubGlobal('document', { baseURI: 'http://localhost/app/' })
  vi.stubGlobal('location', { hash: '#/progress' })
  vi.stubGlobal('localStorage', { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => kept.set(key, value), removeItem: (key: string) => kept.delete(key) })
  vi.stubGlobal('BroadcastChannel', undefined)
  for (const call of [...Object.values(worker), ...Object.values(data)]) call.mockReset()
  worker.open.mockResolvedValue(reply(NONE))
  worker.checkServer.mockImplementation(async () => reply(useWorkspaceStore().headSeq === null ? NONE : SOME))
  data.loadManifest.mockResolvedValue(good(manifestOf([])))
})
afterEach(() => vi.unstubAllGlobals())

describe('useWorkspaceStore', () => {
  it('shows the kept folder in the place of the server’s, and marks it', async () => {
    worker.open.mockResolvedValue(reply(SOME, 'A'))
    const store = useWorkspaceStore()
    await store.start()
    expect([useGeodataStore().programme, useGeodataStore().local?.count, store.localCount, store.isOpen]).toEqual([{ name: 'A' }, 1, 1, true])
    expect(data.loadManifest).not.toHaveBeenCalled()
  })

  it('shows the server’s folder if nothing was kept, and says once that it was wiped', async () => {
    setWorkHint(true)
    const store = useWorkspaceStore()
    await store.start()
    expect([data.loadManifest.mock.calls.length, store.notice, hasWorkHint(), useGeodataStore().local]).toEqual([1, 'wiped', false, null])
  })

  it('keeps the hint if the store could not be asked', async () => {
    setWorkHint(true)
    worker.open.mockResolvedValue(reply({ ...NONE, keeping: 'blocked' }))
    const store = useWorkspaceStore()
    await store.start()
    expect([data.loadManifest.mock.calls.length, store.notice, hasWorkHint(), store.keeping]).toEqual([1, null, true, 'blocked'])
  })

  it('shows the server’s folder if the worker cannot run', async () => {
    worker.open.mockRejectedValue(new Error('no worker'))
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    await useWorkspaceStore().start()
    expect([data.loadManifest.mock.calls.length, log.mock.calls.length]).toEqual([1, 1])
    log.mockRestore()
  })

  it('is saving until the worker has answered, and then says what it says', async () => {
    let answer = (_: WorkReply): void => {}
    worker.change.mockReturnValue(new Promise<WorkReply>((resolve) => (answer = resolve)))
    const store = useWorkspaceStore()
    store.setWho(' 小王 ')
    const done = store.editProgress(edit)
    await vi.waitFor(() => expect(store.keeping).toBe('saving'))
    answer(reply(SOME, 'B', { kind: 'kept' }))
    expect(await done).toEqual({ kind: 'kept' })
    expect([store.keeping, store.headSeq, useGeodataStore().programme, hasWorkHint()]).toEqual(['kept', 1, { name: 'B' }, true])
    expect(changesAsked()[0]).toMatchObject({ who: '小王', what: { kind: 'edit', edit: { kind: 'progress', ...edit } } })
  })

  it('puts values that did not change beside those that did', async () => {
    const first = folderOf('A')
    worker.open.mockResolvedValue({ ...reply(SOME), update: { folder: first, keptIds: [] } })
    const { ledger: _, ...rest } = first.values
    worker.change.mockResolvedValue({ ...reply(SOME, null, { kind: 'kept' }), update: { folder: { ...folderOf('B'), values: { ledger: ['B'] } }, keptIds: Object.keys(rest) } })
    const store = useWorkspaceStore()
    await store.start()
    await store.undo()
    expect(worker.change.mock.calls[0]![2]).toBe('A')
    expect([useGeodataStore().values.ledger, useGeodataStore().values.plan]).toEqual([['B'], ['A']])
  })

  it('shows nothing of it on the wall', async () => {
    vi.stubGlobal('location', { hash: '#/display?scene=x' })
    worker.open.mockResolvedValue(reply(SOME, 'A'))
    await useWorkspaceStore().open()
    expect(useGeodataStore().programme).toBeNull()
  })

  it('tells a new thread what the broken one had not saved', async () => {
    const store = useWorkspaceStore()
    await store.open()
    worker.change.mockImplementationOnce(async (_, change: WorkChange) => reply({ ...SOME, keeping: 'full', unsavedIds: [change.id] }, 'A', { kind: 'unsaved' }))
    expect(await store.editProgress(edit)).toEqual({ kind: 'unsaved' })
    expect([store.unsavedCount, store.keeping]).toEqual([1, 'full'])
    worker.change.mockResolvedValue(reply(SOME, 'B', { kind: 'kept' }))
    ;(worker.onBroken.mock.calls[0]![0] as () => void)()
    await vi.waitFor(() => expect(store.unsavedCount).toBe(0))
    expect(changesAsked()[1]!.id).toBe(changesAsked()[0]!.id)
    expect([store.keeping, worker.open.mock.calls.length]).toEqual(['kept', 2])
  })

  it('keeps a change at hand if no thread can be started, and tries when asked', async () => {
    const log = [vi.spyOn(console, 'error').mockImplementation(() => {}), vi.spyOn(console, 'warn').mockImplementation(() => {})]
    const store = useWorkspaceStore()
    await store.open()
    worker.change.mockRejectedValue(new Error('gone'))
    expect(await store.editProgress(edit)).toEqual({ kind: 'unsaved' })
    expect([store.unsavedCount, store.keeping]).toEqual([1, 'refused'])
    worker.change.mockReset().mockResolvedValue(reply(SOME, 'B', { kind: 'kept' }))
    await store.retry()
    expect([store.unsavedCount, store.keeping, changesAsked().length]).toEqual([0, 'kept', 1])
    for (const spy of log) spy.mockRestore()
  })

  it('makes the first change on the folder that the page shows, and shows the new one if there is one', async () => {
    data.loadManifest.mockResolvedValue({ ...good(manifestOf([])), sha256: 'seen' })
    const store = useWorkspaceStore()
    await store.start()
    worker.change.mockResolvedValueOnce(reply(NONE, null, { kind: 'renewed' }))
    data.loadManifest.mockResolvedValue({ ...good(manifestOf([])), sha256: 'new' })
    expect(await store.editProgress(edit)).toEqual({ kind: 'renewed' })
    expect([data.loadManifest.mock.calls.length, store.unsavedCount]).toEqual([2, 0])
    worker.change.mockResolvedValueOnce(reply(SOME, 'A', { kind: 'kept' }))
    await store.editProgress(edit)
    worker.change.mockResolvedValueOnce(reply(SOME, 'B', { kind: 'kept' }))
    await store.editProgress(edit)
    expect(changesAsked().map(({ madeOn }) => madeOn)).toEqual(['seen', 'new', 'A'])
  })

  it('warns after the disk was full, although all is saved by then', async () => {
    const store = useWorkspaceStore()
    worker.change.mockImplementationOnce(async (_, change: WorkChange) => reply({ ...SOME, keeping: 'full', unsavedIds: [change.id] }, 'A', { kind: 'unsaved' }))
    await store.editProgress(edit)
    expect([store.keeping, store.notice]).toEqual(['full', null])
    worker.refresh.mockResolvedValue(reply(SOME))
    await store.retry()
    expect([store.keeping, store.unsavedCount, store.notice]).toEqual(['kept', 0, 'wasFull'])
  })

  it('says of a change that is told again whether it could be done', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const store = useWorkspaceStore()
    await store.open()
    worker.change.mockImplementationOnce(async (_, change: WorkChange) => reply({ ...SOME, keeping: 'full', unsavedIds: [change.id] }, 'A', { kind: 'unsaved' }))
    await store.editProgress(edit)
    // The folder that it needs cannot be read now: it stays at hand.
    worker.change.mockResolvedValue(reply(NONE, null, { kind: 'failed', reason: 'server' }))
    ;(worker.onBroken.mock.calls[0]![0] as () => void)()
    await vi.waitFor(() => expect(log).toHaveBeenCalled())
    expect([store.unsavedCount, store.keeping, store.notice]).toEqual([1, 'refused', null])
    worker.change.mockResolvedValue(reply(SOME, null, { kind: 'moot' }))
    await store.retry()
    expect([store.unsavedCount, store.keeping, store.notice]).toEqual([0, 'kept', 'dropped'])
    log.mockRestore()
  })

  it('takes newer data of the server where nothing was changed, and asks where something was', async () => {
    worker.open.mockResolvedValue(reply({ ...SOME, localCount: 0 }, 'A'))
    worker.checkServer.mockResolvedValue(reply({ ...SOME, localCount: 0, serverIsNewer: true, serverSha256: 'new' }))
    worker.change.mockResolvedValue(reply(SOME, 'B', { kind: 'kept' }))
    await useWorkspaceStore().start()
    await vi.waitFor(() => expect(changesAsked()).toMatchObject([{ what: { kind: 'server' }, who: '' }]))

    setActivePinia(createPinia())
    worker.change.mockClear()
    worker.open.mockResolvedValue(reply(SOME, 'A'))
    worker.checkServer.mockResolvedValue(reply({ ...SOME, serverIsNewer: true, serverSha256: 'new' }))
    const store = useWorkspaceStore()
    await store.start()
    await vi.waitFor(() => expect(store.serverIsNewer).toBe(true))
    expect(worker.change).not.toHaveBeenCalled()
    store.keepMine()
    expect(store.serverIsNewer).toBe(false)
  })

  it('gives the files, and says so if it cannot', async () => {
    worker.files.mockResolvedValueOnce(new Map([['plan.json', new Uint8Array()]])).mockResolvedValueOnce(null)
    const store = useWorkspaceStore()
    expect([...(await store.currentFiles()).keys()]).toEqual(['plan.json'])
    await expect(store.currentFiles()).rejects.toThrow()
  })

  it('tells what became of changes when tabs met', async () => {
    const store = useWorkspaceStore()
    worker.change.mockResolvedValueOnce(reply({ ...SOME, hasMerged: true }, 'A', { kind: 'kept' }))
    await store.undo()
    expect(store.notice).toBe('merged')
    worker.change.mockResolvedValueOnce(reply({ ...SOME, droppedIds: ['x'] }, 'B', { kind: 'moot' }))
    await store.undo()
    expect(store.notice).toBe('dropped')
  })
})

describe('a file that failed', () => {
  it('is read again from where it was kept', async () => {
    worker.open.mockResolvedValue(reply(SOME, 'A'))
    worker.refresh.mockResolvedValue(reply(SOME))
    await useWorkspaceStore().start()
    await useGeodataStore().retryAll()
    expect([worker.refresh.mock.calls.length, data.loadManifest.mock.calls.length]).toEqual([1, 0])
  })
})
