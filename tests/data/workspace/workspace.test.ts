import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { sha256Hex } from '@/data/hash'
import { stubBrowserStore } from '../../fixtures/fake-browser-store'
import { serveFolder } from '../../fixtures/folder-server'
import { changeOf, doing, openTab, progress, sharesOf, textIn } from '../../fixtures/work-bench'

beforeEach(stubBrowserStore)
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

describe('openWorkspace', () => {
  it('has nothing to show before the first change, and asks no server', async () => {
    const server = serveFolder()
    const { state, answer, update } = await openTab(server).open(null)
    expect([state.steps, state.headSeq, state.canUndo, answer, update]).toEqual([[], null, false, null, null])
    expect(server.asked).toEqual([])
  })

  it('begins with the folder of the server and adds the change to it', async () => {
    const { state, answer, update } = await doing(openTab(), progress(0.7))
    expect(answer).toEqual({ kind: 'kept' })
    expect(state.steps.map(({ kind, who, parentSeq }) => [kind, who, parentSeq])).toEqual([['base', '', null], ['progress', '小王', 0]])
    expect([state.headSeq, state.localCount, state.unsavedIds, state.keeping, state.unreadable]).toEqual([1, 1, [], 'kept', []])
    expect(update!.folder.programme!.reports.at(-1)).toMatchObject({ kind: 'progress', subject: 'J02', doneShare: 0.7 })
    expect(update!.folder.failures).toEqual([])
  })

  it('has it after a restart, undone and redone too, without a server', async () => {
    await doing(openTab(), progress(0.7))
    const server = serveFolder('empty')
    const opened = await openTab(server).open(null)
    expect(sharesOf(opened)).toEqual([0.2, 0.55, 0.7])
    const undone = await doing(openTab(server), { kind: 'undo' })
    expect(undone.answer).toEqual({ kind: 'moot' })
    const tab = openTab(server)
    await tab.open(null)
    expect(sharesOf(await doing(tab, { kind: 'undo' }))).toEqual([0.2, 0.55])
    const later = openTab(server)
    const { state } = await later.open(null)
    expect([state.headSeq, state.canUndo, state.canRedo]).toEqual([0, false, true])
    expect(sharesOf(await doing(later, { kind: 'redo' }))).toEqual([0.2, 0.55, 0.7])
    expect(server.asked).toEqual([])
  })

  it('keeps what was undone as a branch, and brings any state back as a new step', async () => {
    const tab = openTab()
    await doing(tab, progress(0.7))
    await doing(tab, { kind: 'undo' })
    const other = await doing(tab, progress(0.8))
    expect(other.state.steps.map(({ seq, parentSeq }) => [seq, parentSeq])).toEqual([[0, null], [1, 0], [2, 0]])
    expect(other.state.canRedo).toBe(false)
    const restored = await doing(tab, { kind: 'restore', seq: 1 })
    expect(sharesOf(restored)).toEqual([0.2, 0.55, 0.7])
    expect(restored.state.steps.at(-1)).toMatchObject({ kind: 'restore', seq: 3, parentSeq: 2, params: { seq: 1, kind: 'progress' } })
  })

  it('refuses an edit that would make the data wrong, and changes nothing', async () => {
    const tab = openTab()
    await doing(tab, progress(0.7))
    const { answer, state } = await doing(tab, progress(1.2))
    expect(answer).toMatchObject({ kind: 'refused', findings: [{ code: 'share-out-of-range', file: 'ledger.csv', feature: 'row 10' }] })
    expect(state.steps).toHaveLength(2)
  })

  it('says so if the server cannot be asked for the folder that would be changed', async () => {
    const server = serveFolder()
    server.answers['ledger.csv'] = () => Promise.reject(new TypeError('no line'))
    const { answer, state } = await doing(openTab(server), progress(0.7))
    expect([answer, state.steps]).toEqual([{ kind: 'failed', reason: 'server' }, []])
  })

  it('makes the first change on the folder that was seen, or not at all', async () => {
    const server = serveFolder()
    const seen = sha256Hex(new TextEncoder().encode(server.files.get('manifest.json')))
    server.files.set('manifest.json', server.files.get('manifest.json')!.replace('made for tests', 'published anew'))
    const tab = openTab(server)
    const ledger = new Map([['ledger.csv', new Uint8Array([1])]])
    for (const what of [progress(0.7), { kind: 'files', stepKind: 'import', params: {}, files: ledger } as const]) {
      const { answer, state } = await tab.change(changeOf(what, seen), null)
      expect([answer, state.steps, state.unsavedIds]).toEqual([{ kind: 'renewed' }, [], []])
    }
    const now = sha256Hex(new TextEncoder().encode(server.files.get('manifest.json')))
    expect((await tab.change(changeOf(progress(0.7), now), null)).answer).toEqual({ kind: 'kept' })
    // From then on the work is held against itself; what the server has is asked for apart.
    expect((await tab.change(changeOf(progress(0.8), 'what is shown now'), null)).answer).toEqual({ kind: 'kept' })
  })

  it('sends only the values that changed to who has the others', async () => {
    const tab = openTab()
    const { update } = await doing(tab, progress(0.7))
    const next = await tab.refresh(update!.folder.manifestSha256)
    expect(next.update).toBeNull()
    const undone = await tab.change({ id: 'u', who: '', atEpochMs: 1, today: 1, madeOn: null, what: { kind: 'undo' } }, update!.folder.manifestSha256)
    expect(undone.update!.keptIds).toContain('roads')
    expect(Object.keys(undone.update!.folder.values).sort()).toEqual(['baseline', 'buildings', 'communities', 'ledger', 'plan'])
  })

  it('knows whether the server has newer data, or what is shown', async () => {
    const server = serveFolder()
    const tab = openTab(server)
    await doing(tab, progress(0.7))
    expect((await tab.checkServer()).state).toMatchObject({ serverIsNewer: false, isPublished: false, localCount: 1 })
    const base = server.files.get('manifest.json')!
    server.files.set('manifest.json', base.replace('made for tests', 'made anew'))
    expect((await tab.checkServer()).state).toMatchObject({ serverIsNewer: true, isPublished: false })
    const taken = await doing(tab, { kind: 'server' })
    expect(taken.state).toMatchObject({ localCount: 0, serverIsNewer: false })
    expect(taken.state.steps.at(-1)).toMatchObject({ kind: 'server', parentSeq: 1 })
    expect(sharesOf(taken)).toEqual([0.2, 0.55])
    await doing(tab, { kind: 'undo' })
    server.files.set('manifest.json', await textIn(tab, 'manifest.json'))
    expect((await tab.checkServer()).state).toMatchObject({ serverIsNewer: false, isPublished: true, localCount: 0 })
    // One more edit: what was published is no newer data of somebody else.
    expect((await doing(tab, progress(0.9))).state).toMatchObject({ serverIsNewer: false, isPublished: false, localCount: 1 })
  })

  it('takes files of an import with their manifest', async () => {
    const tab = openTab()
    await doing(tab, progress(0.7))
    const greens = new TextEncoder().encode('{"type":"FeatureCollection","features":[]}')
    const { answer, state, update } = await doing(tab, { kind: 'files', stepKind: 'import', params: { rows: 0 }, files: new Map([['greens.geojson', greens]]) })
    expect([answer, state.headSeq, update!.folder.values.greens, update!.folder.failures]).toEqual([{ kind: 'kept' }, 2, [], []])
  })

  it('calls files that change nothing moot', async () => {
    const tab = openTab()
    await doing(tab, progress(0.7))
    const files = new Map([['ledger.csv', (await tab.files())!.get('ledger.csv')!]])
    expect((await doing(tab, { kind: 'files', stepKind: 'import', params: {}, files })).answer).toEqual({ kind: 'moot' })
  })
})

describe('two tabs', () => {
  it('do not overwrite each other: the second is put on top of the first', async () => {
    const [one, two] = [openTab(), openTab()]
    await Promise.all([one.open(null), two.open(null)])
    const [a, b] = await Promise.all([doing(one, progress(0.7)), doing(two, progress(0.8, { note: 'second' }))])
    expect([a.answer, b.answer]).toEqual([{ kind: 'kept' }, { kind: 'kept' }])
    const { state } = await openTab().open(null)
    expect(state.steps.map(({ kind, parentSeq }) => [kind, parentSeq])).toEqual([['base', null], ['progress', 0], ['progress', 1]])
    const seen = await one.refresh(null)
    expect([...sharesOf(seen)].sort()).toEqual([0.2, 0.55, 0.7, 0.8])
  })

  it('turn a lower share into a correction when it lands on a higher one', async () => {
    const [one, two] = [openTab(), openTab()]
    await doing(one, progress(0.6))
    await two.open(null)
    await doing(one, progress(0.9))
    const { update } = await doing(two, progress(0.8))
    expect(update!.folder.programme!.reports.slice(-2).map(({ kind, doneShare }) => [kind, doneShare])).toEqual([['progress', 0.9], ['correction', 0.8]])
  })

  it('do not undo what they have not seen', async () => {
    const [one, two] = [openTab(), openTab()]
    await doing(one, progress(0.6))
    await two.open(null)
    await doing(one, progress(0.7))
    const { answer, state } = await doing(two, { kind: 'undo' })
    expect([answer, state.headSeq, state.droppedIds.length]).toEqual([{ kind: 'moot' }, 2, 1])
  })

  it('do not put an import over a file that the other has changed', async () => {
    const [one, two] = [openTab(), openTab()]
    await doing(one, progress(0.6))
    await two.open(null)
    const ledger = (await two.files())!.get('ledger.csv')!
    await doing(one, progress(0.7))
    const files = new Map([['ledger.csv', ledger.slice(0, -2)]])
    expect((await doing(two, { kind: 'files', stepKind: 'import', params: {}, files })).answer).toEqual({ kind: 'moot' })
  })

  it('put an import beside an edit of another file, with one manifest for both', async () => {
    const [one, two] = [openTab(), openTab()]
    await doing(one, progress(0.6))
    await two.open(null)
    const manifest = (await two.files())!.get('manifest.json')!
    await doing(one, progress(0.7))
    const greens = new TextEncoder().encode('{"type":"FeatureCollection","features":[]}')
    const reply = await doing(two, { kind: 'files', stepKind: 'import', params: {}, files: new Map([['greens.geojson', greens], ['manifest.json', manifest]]) })
    expect(reply.answer).toEqual({ kind: 'kept' })
    expect([reply.update!.folder.failures, reply.update!.folder.values.greens, sharesOf(reply)]).toEqual([[], [], [0.2, 0.55, 0.6, 0.7]])
  })
})
