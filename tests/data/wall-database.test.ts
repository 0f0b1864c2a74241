import { IDBObjectStore } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openWallDatabase, type FolderBytes } from '@/data/wall-database'
import { stubBrowserStore } from '../fixtures/fake-browser-store'

const bytes = (text: string) => new TextEncoder().encode(text)
const folderOf = (name: string): FolderBytes => ({
  manifest: bytes(`manifest ${name}`), manifestSha256: name, files: new Map([['plan.json', bytes(`plan ${name}`)], ['sub/ledger.csv', bytes(`ledger ${name}`)]]),
})
const textOf = (content: Uint8Array | undefined) => new TextDecoder().decode(content)

beforeEach(stubBrowserStore)
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

describe('openWallDatabase', () => {
  it('has nothing at first', async () => {
    const database = openWallDatabase('wall /')
    expect(await database.readFolder()).toEqual({ value: null, failure: null })
    expect(await database.readScene()).toEqual({ value: null, failure: null })
  })

  it('gives back what was kept, also after a restart', async () => {
    expect(await openWallDatabase('wall /').keepFolder(folderOf('A'), 1000)).toBeNull()
    const { value, failure } = await openWallDatabase('wall /').readFolder()
    expect(failure).toBeNull()
    expect([value!.manifestSha256, textOf(value!.manifest), value!.savedAtEpochMs, value!.checkedAtEpochMs]).toEqual(['A', 'manifest A', 1000, 1000])
    expect([...value!.files].map(([path, content]) => [path, textOf(content)])).toEqual([['plan.json', 'plan A'], ['sub/ledger.csv', 'ledger A']])
  })

  it('replaces a folder as a whole', async () => {
    const database = openWallDatabase('wall /')
    await database.keepFolder(folderOf('A'), 1000)
    await database.keepFolder({ ...folderOf('B'), files: new Map([['plan.json', bytes('plan B')]]) }, 2000)
    const { value } = await database.readFolder()
    expect([value!.manifestSha256, [...value!.files.keys()], value!.savedAtEpochMs]).toEqual(['B', ['plan.json'], 2000])
  })

  it('writes the same folder once, and then only when it was confirmed', async () => {
    const database = openWallDatabase('wall /')
    await database.keepFolder(folderOf('A'), 1000)
    const put = vi.spyOn(IDBObjectStore.prototype, 'put')
    await database.keepFolder(folderOf('A'), 5000)
    expect(put).toHaveBeenCalledTimes(1)
    expect((await database.readFolder()).value).toMatchObject({ savedAtEpochMs: 1000, checkedAtEpochMs: 5000 })
  })

  it('has a folder on the disk before it says so, and all of it or nothing', async () => {
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction')
    await openWallDatabase('wall /').keepFolder(folderOf('A'), 1000)
    const writing = transaction.mock.calls.filter(([, mode]) => mode === 'readwrite')
    expect(writing).toHaveLength(1)
    expect(writing[0]![2]).toEqual({ durability: 'strict' })
  })

  it('keeps the folder before if the new one does not fit', async () => {
    const database = openWallDatabase('wall /')
    await database.keepFolder(folderOf('A'), 1000)
    const put = IDBObjectStore.prototype.put
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value: unknown, key?: IDBValidKey) {
      if (key === 'sub/ledger.csv') throw new DOMException('no room', 'QuotaExceededError')
      return put.call(this, value, key)
    } as typeof put)
    expect(await database.keepFolder(folderOf('B'), 2000)).toBe('full')
    vi.restoreAllMocks()
    const { value } = await openWallDatabase('wall /').readFolder()
    expect([value!.manifestSha256, textOf(value!.files.get('plan.json'))]).toEqual(['A', 'plan A'])
  })

  it('takes a folder away, and leaves the scene', async () => {
    const database = openWallDatabase('wall /')
    await database.keepFolder(folderOf('A'), 1000)
    await database.keepScene({ sceneId: 'district-east', isPinned: false, savedAtEpochMs: 7 })
    expect(await database.dropFolder()).toBeNull()
    expect((await database.readFolder()).value).toBeNull()
    expect((await database.readScene()).value).toEqual({ sceneId: 'district-east', isPinned: false, savedAtEpochMs: 7 })
  })

  it('does not mix two folders of one server', async () => {
    await openWallDatabase('wall /a/').keepFolder(folderOf('A'), 1000)
    expect((await openWallDatabase('wall /b/').readFolder()).value).toBeNull()
  })
})

describe('openWallDatabase, when the browser refuses', () => {
  const failures = [
    ['QuotaExceededError', 'full'], ['AbortError', 'aborted'], ['SecurityError', 'unavailable'], ['UnknownError', 'unavailable'],
    ['InvalidStateError', 'unavailable'], ['DataError', 'unknown'],
  ] as const

  it.each(failures)('gives a value for %s on opening', async (name, code) => {
    vi.stubGlobal('indexedDB', { open: () => { throw new DOMException('no', name) } })
    const database = openWallDatabase('wall /')
    expect(await database.readFolder()).toEqual({ value: null, failure: code })
    expect(await database.keepFolder(folderOf('A'), 1)).toBe(code)
    expect(await database.keepScene({ sceneId: 'overview', isPinned: false, savedAtEpochMs: 1 })).toBe(code)
    expect(await database.dropFolder()).toBe(code)
    expect(await database.readScene()).toEqual({ value: null, failure: code })
  })

  it.each(failures)('gives a value for %s on writing, and works when it is over', async (name, code) => {
    const database = openWallDatabase('wall /')
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => { throw new DOMException('no', name) })
    expect(await database.keepFolder(folderOf('A'), 1)).toBe(code)
    vi.restoreAllMocks()
    expect(await database.keepFolder(folderOf('A'), 1)).toBeNull()
  })

  it('gives a value where there is no IndexedDB', async () => {
    vi.stubGlobal('indexedDB', undefined)
    expect(await openWallDatabase('wall /').keepFolder(folderOf('A'), 1)).toBe('unavailable')
  })

  it('does not wait for a store that never opens', async () => {
    vi.useFakeTimers()
    vi.stubGlobal('indexedDB', { open: () => new IDBOpenDBRequest() })
    const answer = openWallDatabase('wall /').readFolder()
    await vi.advanceTimersByTimeAsync(4000)
    expect(await answer).toEqual({ value: null, failure: 'blocked' })
  })

  it('opens a connection anew that the browser has ended', async () => {
    const database = openWallDatabase('wall /')
    await database.keepFolder(folderOf('A'), 1)
    const ended = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(() => { throw new DOMException('closing', 'InvalidStateError') })
    expect((await database.readFolder()).value!.manifestSha256).toBe('A')
    expect(ended).toHaveBeenCalledTimes(2)
  })

  it('lets another tab remove the store, and starts a new one', async () => {
    const database = openWallDatabase('wall /')
    await database.keepFolder(folderOf('A'), 1)
    await new Promise((resolve, reject) => {
      const removing = indexedDB.deleteDatabase('wall /')
      removing.onsuccess = resolve
      removing.onblocked = () => reject(new Error('blocked'))
    })
    expect(await database.readFolder()).toEqual({ value: null, failure: null })
    expect(await database.keepFolder(folderOf('A'), 1)).toBeNull()
  })
})
