import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { reactive } from 'vue'
import { useImportStore } from '@/stores/import'

const workspace = vi.hoisted(() => ({ state: null as null | { headSeq: number | null; currentFiles: ReturnType<typeof vi.fn>; commit: ReturnType<typeof vi.fn> } }))
vi.mock('@/stores/workspace', () => ({ useWorkspaceStore: () => workspace.state }))
const hold = vi.hoisted(() => ({ fileNames: { value: [] }, keep: vi.fn(async () => 'kept'), take: async () => null, done: vi.fn(async () => {}), leave: () => {} }))
vi.mock('@/stores/hold-import', () => ({ holdImport: () => hold }))
const client = vi.hoisted(() => ({ open: vi.fn() }))
vi.mock('@/workers/import-client', () => {
  class ImportEnded extends Error {
    readonly code: string
    constructor(code: string) {
      super(code)
      this.code = code
    }
  }
  return { ImportEnded, openImportWorker: () => client.open(ImportEnded) }
})

/** A thread that judges what it has read. Files of `slow` are read when they are let go. */
const workers: { read: string[]; head: number }[] = []
let slow: Map<string, () => void>
function openWorker(Ended: new (code: string) => Error) {
  const state = { read: [] as string[], head: 0 }
  workers.push(state)
  const removed = new Set<string>()
  let end: (reason: Error) => void = () => {}
  const ended = new Promise<never>((_, reject) => (end = reject))
  ended.catch(() => {})
  const orEnded = <T>(work: Promise<T>): Promise<T> => Promise.race([work, ended])
  return {
    setCurrent: (files: Map<string, Uint8Array>) => orEnded(Promise.resolve().then(() => void (state.head = files.size))),
    add: (id: string, [file]: readonly [{ name: string }]) => orEnded((async () => {
      if (file.name.startsWith('slow')) await new Promise<void>((resolve) => slow.set(file.name, resolve))
      if (file.name.startsWith('bomb')) return end(new Ended('broken'))
      state.read.push(`${id}/${file.name}`)
    })()),
    remove: (id: string) => orEnded(Promise.resolve(void removed.add(id))),
    judge: () => orEnded(Promise.resolve().then(() => {
      const files = state.read.filter((id) => !removed.has(id)).map((id) => ({ id, name: id.slice(id.indexOf('/') + 1), layers: [] }))
      return { files, canAccept: true, usedRowCount: files.length, head: state.head }
    })),
    acceptedFiles: () => orEnded(settle().then(() => ({ files: new Map([['ledger.csv', new Uint8Array([state.head])]]), madeOn: `head ${state.head}` }))),
    end: (code: string) => end(new Ended(code)),
  }
}

const file = (name: string): File => new File(['x'], name)
const names = () => useImportStore().judgement?.files.map(({ name }) => name)
const settle = () => new Promise((resolve) => setTimeout(resolve, 5))
beforeEach(() => {
  setActivePinia(createPinia())
  workers.length = 0
  hold.done.mockClear()
  slow = new Map()
  client.open.mockReset().mockImplementation(openWorker)
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const state = reactive({
    headSeq: 1 as number | null,
    // As many files as the head's number tell the worker which head it was given.
    currentFiles: vi.fn(async () => new Map(Array.from({ length: state.headSeq ?? 0 }, (_, i) => [`${i}`, new Uint8Array()]))),
    commit: vi.fn(async () => ({ kind: 'kept' })),
  })
  workspace.state = state
})

describe('useImportStore', () => {
  it('judges files that are dropped while others are still read together with them', async () => {
    const store = useImportStore()
    const all = [store.addFiles([file('slow.xlsx')]), store.addFiles([file('quick.csv')])]
    await settle()
    slow.get('slow.xlsx')!()
    await Promise.all(all)
    expect([names(), store.busy]).toEqual([['slow.xlsx', 'quick.csv'], null])
  })

  it('reads a decision’s files to the end before it judges', async () => {
    const store = useImportStore()
    const added = store.addFiles([file('slow.xlsx')])
    await settle()
    const decided = store.setMode('b1/slow.xlsx#0', 'replace')
    slow.get('slow.xlsx')!()
    await Promise.all([added, decided])
    expect(names()).toEqual(['slow.xlsx'])
  })

  it('leaves the new thread alone when the old one ends late', async () => {
    const store = useImportStore()
    void store.addFiles([file('slow.xlsx')])
    await settle()
    store.cancel()
    await store.addFiles([file('b.csv')])
    expect([names(), store.problem]).toEqual([['b.csv'], null])
  })

  it('gives up only the file that the thread did not survive', async () => {
    const store = useImportStore()
    await Promise.all([store.addFiles([file('a.csv')]), store.addFiles([file('bomb.zip')])])
    expect([store.problem, store.hasFiles]).toEqual([{ code: 'broken', fileName: 'bomb.zip' }, true])
    await store.judge()
    expect(names()).toEqual(['a.csv'])
  })

  it('accepts what was there before a cancelled file, although its thread is gone', async () => {
    const store = useImportStore()
    await store.addFiles([file('a.csv')])
    const cancelled = store.addFiles([file('slow.xlsx')])
    await settle()
    store.cancel()
    await cancelled
    expect([store.problem?.code, await store.accept(), workspace.state!.commit.mock.calls.length]).toEqual(['cancelled', true, 1])
  })

  it('holds the files against the folder anew when another tab has changed it', async () => {
    const store = useImportStore()
    await store.addFiles([file('a.csv')])
    workspace.state!.headSeq = 2
    await settle()
    expect(store.judgement).toMatchObject({ head: 2 })
  })

  it('writes nothing that was judged on an older folder', async () => {
    const store = useImportStore()
    await store.addFiles([file('a.csv')])
    workspace.state!.headSeq = 2
    expect([await store.accept(), workspace.state!.commit.mock.calls.length]).toEqual([false, 0])
    await settle()
    expect([await store.accept(), workspace.state!.commit.mock.calls[0]![2].get('ledger.csv')]).toEqual([true, new Uint8Array([2])])
  })

  it('judges anew, and says why, if the server has another folder than the one that was judged on', async () => {
    workspace.state!.headSeq = null
    let published = 3
    workspace.state!.currentFiles.mockImplementation(async () => new Map(Array.from({ length: published }, (_, i) => [`${i}`, new Uint8Array()])))
    workspace.state!.commit.mockImplementation(async (...[, , , madeOn]: unknown[]) => ({ kind: madeOn === `head ${published}` ? 'kept' : 'renewed' }))
    const store = useImportStore()
    await store.addFiles([file('a.csv')])
    published = 5
    expect(await store.accept()).toBe(false)
    expect([store.problem, store.busy, store.judgement]).toMatchObject([{ code: 'renewed' }, null, { head: 5 }])
    expect([await store.accept(), store.problem]).toEqual([true, null])
  })

  it('lets what was put aside go only when it is on the disk', async () => {
    workspace.state!.commit.mockResolvedValueOnce({ kind: 'unsaved' })
    const store = useImportStore()
    await store.addFiles([file('a.csv')])
    expect([await store.accept(), hold.done.mock.calls.length]).toEqual([true, 0])
    await store.addFiles([file('a.csv')])
    expect([await store.accept(), hold.done.mock.calls.length]).toEqual([true, 1])
  })

  it('says that another import lies aside already, and keeps this one', async () => {
    hold.keep.mockResolvedValueOnce('held')
    const store = useImportStore()
    await store.addFiles([file('a.csv')])
    expect([await store.keepForLater(), store.problem?.code, names()]).toEqual([false, 'held', ['a.csv']])
  })

  it('says that nothing was saved if the thread ends while it is asked', async () => {
    const store = useImportStore()
    await store.addFiles([file('a.csv')])
    const accepted = store.accept()
    store.cancel()
    expect([await accepted, store.problem?.code, store.busy]).toEqual([false, 'not-saved', null])
  })

  it('keeps files that are dropped while an import is saved', async () => {
    const store = useImportStore()
    await store.addFiles([file('a.csv')])
    await Promise.all([store.accept(), store.addFiles([file('b.csv')])])
    expect(names()).toEqual(['b.csv'])
  })
})
