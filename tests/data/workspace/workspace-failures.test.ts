import { IDBObjectStore } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { stubBrowserStore } from '../../fixtures/fake-browser-store'
import { serveFolder } from '../../fixtures/folder-server'
import { doing, NAME, openTab, progress, sharesOf } from '../../fixtures/work-bench'

beforeEach(stubBrowserStore)
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const deny = (name: string) => vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => { throw new DOMException('no', name) })

describe('openWorkspace, when the store fails', () => {
  it.each([
    ['QuotaExceededError', 'full'], ['AbortError', 'refused'], ['UnknownError', 'refused'], ['InvalidStateError', 'refused'], ['DataError', 'refused'],
  ] as const)('shows a change that %s kept from the disk, counts it, and saves it later', async (name, keeping) => {
    const tab = openTab()
    await doing(tab, progress(0.6))
    deny(name)
    const first = await doing(tab, progress(0.7))
    const second = await doing(tab, progress(0.8))
    expect([first.answer, second.answer]).toEqual([{ kind: 'unsaved' }, { kind: 'unsaved' }])
    expect([second.state.keeping, second.state.unsavedIds.length, sharesOf(second)]).toEqual([keeping, 2, [0.2, 0.55, 0.6, 0.7, 0.8]])
    vi.restoreAllMocks()
    expect(sharesOf(await openTab().open(null))).toEqual([0.2, 0.55, 0.6])
    const { state } = await tab.refresh(null)
    expect([state.keeping, state.unsavedIds]).toEqual(['kept', []])
    expect(sharesOf(await openTab().open(null))).toEqual([0.2, 0.55, 0.6, 0.7, 0.8])
  })

  it('works without IndexedDB until the page is closed', async () => {
    vi.stubGlobal('indexedDB', undefined)
    const tab = openTab()
    expect((await tab.open(null)).state.keeping).toBe('refused')
    await doing(tab, progress(0.6))
    await doing(tab, progress(0.7))
    const { state, answer } = await doing(tab, { kind: 'undo' })
    expect([answer, state.keeping, state.unsavedIds.length, state.headSeq]).toEqual([{ kind: 'unsaved' }, 'refused', 3, 1])
  })

  it('does not wait for a store that another tab blocks', async () => {
    const tab = openTab()
    vi.stubGlobal('indexedDB', { open: () => new IDBOpenDBRequest() })
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const opening = tab.open(null)
    await vi.advanceTimersByTimeAsync(4000)
    expect((await opening).state.keeping).toBe('blocked')
  })

  it('gives way to a tab that wants to change the store, and goes on', async () => {
    const tab = openTab()
    await doing(tab, progress(0.6))
    await new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase(NAME)
      request.onsuccess = resolve
      request.onblocked = () => reject(new Error('blocked'))
    })
    const { answer, state } = await doing(tab, progress(0.7))
    expect([answer, state.isWiped, state.steps.length, state.unreadable]).toEqual([{ kind: 'kept' }, true, 3, [0]])
    expect(sharesOf(await openTab().open(null))).toEqual([0.2, 0.55, 0.6, 0.7])
  })

  it('keeps the last confirmed state if it ends in the middle of a save', async () => {
    const tab = openTab()
    await doing(tab, progress(0.6))
    const put = IDBObjectStore.prototype.put
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value: unknown, key?: IDBValidKey) {
      const request = put.call(this, value, key)
      if (this.name === 'steps') this.transaction.abort()
      return request
    } as typeof put)
    expect((await doing(tab, progress(0.7))).answer).toEqual({ kind: 'unsaved' })
    vi.restoreAllMocks()
    const opened = await openTab().open(null)
    expect([sharesOf(opened), opened.state.steps.length]).toEqual([[0.2, 0.55, 0.6], 2])
  })

  it('does not call a change kept whose transaction fails after its last request', async () => {
    const tab = openTab()
    await doing(tab, progress(0.6))
    const put = IDBObjectStore.prototype.put
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value: unknown, key?: IDBValidKey) {
      const request = put.call(this, value, key)
      const { transaction } = this
      if (key === 'head') request.addEventListener('success', () => transaction.abort())
      return request
    } as typeof put)
    expect((await doing(tab, progress(0.7))).answer).toEqual({ kind: 'unsaved' })
    vi.restoreAllMocks()
    expect(sharesOf(await openTab().open(null))).toEqual([0.2, 0.55, 0.6])
  })

  it('knows a write again whose answer never came', async () => {
    const tab = openTab()
    await doing(tab, progress(0.6))
    const put = IDBObjectStore.prototype.put
    // The transaction is done, but the page hears of a failure.
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value: unknown, key?: IDBValidKey) {
      const request = put.call(this, value, key)
      const { transaction } = this
      if (key === 'head') vi.spyOn(transaction, 'abort').mockImplementation(() => {})
      if (key === 'head') throw new DOMException('no', 'UnknownError')
      return request
    } as typeof put)
    expect((await doing(tab, progress(0.7))).answer).toEqual({ kind: 'unsaved' })
    vi.restoreAllMocks()
    const { state } = await tab.refresh(null)
    expect([state.keeping, state.unsavedIds, state.steps.length]).toEqual(['kept', [], 3])
    expect((await openTab().open(null)).state.steps.map(({ seq }) => seq)).toEqual([0, 1, 2])
  })

  it('asks for every write to be on the disk before it is called done', async () => {
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction')
    await doing(openTab(), progress(0.6))
    expect(transaction.mock.calls.filter(([, mode]) => mode === 'readwrite').map((call) => call[2])).toEqual([{ durability: 'strict' }])
  })
})

describe('openWorkspace, when a file was damaged', () => {
  async function damage(sha256: string): Promise<void> {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(NAME)
      request.onsuccess = () => resolve(request.result)
    })
    const store = database.transaction('blobs', 'readwrite').objectStore('blobs')
    const packed = await new Promise<Uint8Array>((resolve) => {
      const request = store.get(sha256)
      request.onsuccess = () => resolve(request.result as Uint8Array)
    })
    packed[packed.length >> 1]! ^= 1
    await new Promise((resolve) => (store.put(packed, sha256).onsuccess = resolve))
    database.close()
  }

  it('names the step and shows the one before it', async () => {
    const tab = openTab()
    await doing(tab, progress(0.6))
    const { state } = await doing(tab, progress(0.7))
    await damage(state.steps[2]!.files['ledger.csv']!)
    const opened = await openTab().open(null)
    expect(opened.answer).toEqual({ kind: 'failed', reason: 'damaged' })
    expect([opened.state.unreadable, opened.state.headSeq, sharesOf(opened)]).toEqual([[2], 1, [0.2, 0.55, 0.6]])
  })

  it('leaves the others readable and does not go to the damaged one', async () => {
    const tab = openTab()
    await doing(tab, progress(0.6))
    const { state } = await doing(tab, progress(0.7))
    await damage(state.steps[1]!.files['ledger.csv']!)
    const later = openTab()
    expect((await later.open(null)).state.headSeq).toBe(2)
    const undone = await doing(later, { kind: 'undo' })
    expect([undone.answer, undone.state.headSeq, undone.state.unreadable]).toEqual([{ kind: 'failed', reason: 'damaged' }, 2, [1]])
    expect(sharesOf(await doing(later, { kind: 'restore', seq: 0 }))).toEqual([0.2, 0.55])
  })

  it('has the way to the server if no step can be read', async () => {
    const tab = openTab()
    const { state } = await doing(tab, progress(0.6))
    await damage(state.steps[0]!.files['plan.json']!)
    const later = openTab(serveFolder())
    const opened = await later.open(null)
    expect([opened.answer, opened.update, opened.state.unreadable]).toEqual([{ kind: 'failed', reason: 'damaged' }, null, [0, 1]])
    expect((await doing(later, progress(0.7))).answer).toEqual({ kind: 'failed', reason: 'damaged' })
    const taken = await doing(later, { kind: 'server' })
    // The file is written anew, so that the steps that hold it can be read again.
    expect([taken.answer, taken.state.headSeq, sharesOf(taken)]).toEqual([{ kind: 'kept' }, 2, [0.2, 0.55]])
    expect((await openTab().open(null)).state.unreadable).toEqual([])
  })
})
