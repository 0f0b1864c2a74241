import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openFolderKeeper } from '@/data/folder-keeper'
import { openWallDatabase } from '@/data/wall-database'
import { CORE_DATASETS, type DatasetId } from '@/domain/manifest'
import { stubBrowserStore } from '../fixtures/fake-browser-store'
import { FOLDER_URL, serveFolder } from '../fixtures/folder-server'
import { manifestOf } from '../fixtures/small-geodata'

const IDS: readonly DatasetId[] = [...CORE_DATASETS, 'greens']
const NAME = 'wall /geodata/'
const question = { ids: IDS, knownManifestSha256: null, fresh: false }
const openOn = (server: ReturnType<typeof serveFolder>) => openFolderKeeper(openWallDatabase(NAME), { baseUrl: FOLDER_URL, fetch: server.fetch, timeoutMs: 1000 })
const offline = () => serveFolder('empty')

beforeEach(() => {
  stubBrowserStore()
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

/** A folder that was read and kept; its hash. */
async function kept(server = serveFolder()): Promise<string> {
  const keeper = openOn(server)
  const answer = await keeper.read(question)
  if (answer.kind !== 'complete') throw new Error(answer.kind)
  expect(await keeper.keep(answer.folder.manifestSha256, 1000)).toBeNull()
  return answer.folder.manifestSha256
}

/** Change one byte of one kept file. */
async function damage(path: string): Promise<void> {
  const database = openWallDatabase(NAME)
  const { value } = await database.readFolder()
  const files = new Map(value!.files)
  const bytes = files.get(path)!.slice()
  bytes[10]! ^= 1
  await database.dropFolder()
  await database.keepFolder({ ...value!, files: files.set(path, bytes) }, 1000)
}

describe('openFolderKeeper', () => {
  it('gives back after a restart what it kept, without a server', async () => {
    const hash = await kept()
    const { value, failure } = await openOn(offline()).readKept(IDS)
    expect(failure).toBeNull()
    expect([value!.folder.manifestSha256, value!.folder.programme!.reports.length, value!.folder.failures, value!.savedAtEpochMs]).toEqual([hash, 7, [], 1000])
  })

  it('has nothing kept at first', async () => {
    expect(await openOn(offline()).readKept(IDS)).toEqual({ value: null, failure: null })
  })

  it('does not fetch what was kept', async () => {
    const server = serveFolder()
    await kept(server)
    server.files.set('ledger.csv', server.files.get('ledger.csv')!.replace('0.55', '0.75'))
    server.files.set('manifest.json', manifestOf(server.files))
    server.asked.length = 0
    const keeper = openOn(server)
    await keeper.readKept(IDS)
    expect((await keeper.read(question)).kind).toBe('complete')
    expect(server.asked).toEqual(['manifest.json', 'ledger.csv', 'manifest.json'])
  })

  it.each(['ledger.csv', 'greens.geojson'])('refuses and removes a copy whose %s is damaged', async (path) => {
    await kept()
    await damage(path)
    expect(await openOn(offline()).readKept(IDS)).toEqual({ value: null, failure: 'damaged' })
    expect(await openOn(offline()).readKept(IDS)).toEqual({ value: null, failure: null })
  })

  it('names what the kept copy has not, because it was not asked for then', async () => {
    await kept()
    const { value } = await openOn(offline()).readKept([...IDS, 'roads'])
    expect(value!.folder.failures).toEqual([{ code: 'missing', file: 'roads.geojson', params: {} }])
  })

  it('keeps only what was read last', async () => {
    const server = serveFolder()
    const keeper = openOn(server)
    expect(await keeper.keep('unknown', 1000)).toBe('gone')
    const first = await keeper.read(question)
    server.files.set('manifest.json', `${server.files.get('manifest.json')!} `)
    await keeper.read(question)
    expect(await keeper.keep(first.kind === 'complete' ? first.folder.manifestSha256 : '', 1000)).toBe('gone')
  })

  it('keeps nothing that is not complete', async () => {
    const server = serveFolder()
    server.answers['greens.geojson'] = () => new Response('', { status: 404 })
    const keeper = openOn(server)
    const answer = await keeper.read(question)
    expect(await keeper.keep(answer.kind === 'partial' ? answer.folder.manifestSha256 : '', 1000)).toBe('gone')
  })

  it('remembers the scene', async () => {
    await openOn(offline()).keepScene({ sceneId: 'overview', isPinned: true, savedAtEpochMs: 9 })
    expect((await openOn(offline()).readScene()).value).toEqual({ sceneId: 'overview', isPinned: true, savedAtEpochMs: 9 })
  })

  it('ends a reading that never gets done', async () => {
    vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => AbortSignal.abort(new Error('too long')))
    expect(await openOn(serveFolder()).read(question)).toMatchObject({ kind: 'failed', failure: { code: 'timeout' } })
  })
})
