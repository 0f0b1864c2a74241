import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { DatasetId } from '@/domain/manifest'
import { useGeodataStore } from '@/stores/geodata'
import { bad, good, held, LISTED, manifestOf, settle, wordOf } from '../fixtures/worker-answers'

const worker = vi.hoisted(() => ({ loadManifest: vi.fn(), loadDataset: vi.fn(), assembleProgramme: vi.fn() }))
vi.mock('@/workers/client', () => ({ geodataWorker: worker }))

/** Answers of single files; the others are good. A test may change it between tries. */
let answers: Partial<Record<DatasetId, () => unknown>> = {}

beforeEach(() => {
  setActivePinia(createPinia())
  vi.stubGlobal('document', { baseURI: 'http://localhost/app/' })
  vi.spyOn(console, 'error').mockImplementation(() => {})
  for (const call of Object.values(worker)) call.mockReset()
  answers = {}
  worker.loadManifest.mockImplementation(async () => good(manifestOf(LISTED)))
  worker.loadDataset.mockImplementation(async (_, { id }: { id: DatasetId }) => (answers[id] ?? (() => wordOf(id)))())
  worker.assembleProgramme.mockImplementation(async ({ plan, reports }) => ({ value: { made: [plan.word, reports?.[0] ?? null] }, findings: [] }))
})

const loadsOf = (id: DatasetId) => worker.loadDataset.mock.calls.filter(([, file]) => file.id === id)
const finding = (file: string, feature: string) => ({ code: 'bad-date', severity: 'error', file, feature, field: null, params: {} })

describe('retry', () => {
  it('asks the server anew, and puts together what is made of it', async () => {
    const store = useGeodataStore()
    answers = { ledger: () => bad('timeout', 'data/ledger.x') }
    await store.load()
    expect(store.programme).toEqual({ made: ['plan', null] })
    answers = {}
    await store.retry('ledger')
    expect(loadsOf('ledger').map(([, , , isRetry]) => isRetry)).toEqual([false, true])
    expect(store.programme).toEqual({ made: ['plan', 'ledger'] })
    expect(store.failures).toEqual([])
    expect(loadsOf('plan')).toHaveLength(1)
  })

  it('does not put the programme together for a file of the town', async () => {
    const store = useGeodataStore()
    answers = { roads: () => bad('missing', 'data/roads.x') }
    await store.load()
    answers = {}
    await store.retry('roads')
    expect(worker.assembleProgramme).toHaveBeenCalledTimes(1)
    expect(store.values.roads).toEqual(['roads'])
  })

  it('keeps the last good content when it fails again', async () => {
    const store = useGeodataStore()
    await store.load()
    answers = { ledger: () => bad('network', 'data/ledger.x') }
    await store.retry('ledger')
    expect(store.states.get('ledger')).toMatchObject({ status: 'failed', failure: { code: 'network' } })
    expect(store.values.ledger).toEqual(['ledger'])
    expect(store.programme).toEqual({ made: ['plan', 'ledger'] })
  })

  it('shows at once that it is trying', async () => {
    const store = useGeodataStore()
    answers = { roads: () => bad('missing', 'data/roads.x') }
    await store.load()
    const manifest = held<unknown>()
    worker.loadManifest.mockReturnValueOnce(manifest.promise)
    const retrying = store.retry('roads')
    expect(store.loading).toEqual(['roads'])
    expect(store.failures).toEqual([])
    manifest.release(good(manifestOf(LISTED)))
    await retrying
  })

  it('finds a file that the manifest lists by now', async () => {
    const store = useGeodataStore()
    worker.loadManifest.mockResolvedValueOnce(good(manifestOf(LISTED.filter((id) => id !== 'ledger'))))
    await store.load()
    expect(store.failures).toMatchObject([{ code: 'missing', file: 'ledger' }])
    await store.retry('ledger')
    expect(store.failures).toEqual([])
    expect(store.programme).toEqual({ made: ['plan', 'ledger'] })
  })

  it('says again that a file is not listed', async () => {
    const store = useGeodataStore()
    worker.loadManifest.mockImplementation(async () => good(manifestOf(LISTED.filter((id) => id !== 'ledger'))))
    await store.load()
    await store.retry('ledger')
    expect(store.states.get('ledger')).toEqual({ status: 'failed', failure: { code: 'missing', file: 'ledger', params: {} } })
    expect(store.loading).toEqual([])
  })

  it('reads everything anew when the folder was replaced, so that no two versions mix', async () => {
    const store = useGeodataStore()
    answers = { ledger: () => bad('altered', 'data/ledger.x') }
    await store.load()
    answers = Object.fromEntries(LISTED.map((id) => [id, () => wordOf(id, `new ${id}`)]))
    worker.loadManifest.mockImplementation(async () => good(manifestOf(LISTED, 'b')))
    await store.retry('ledger')
    expect(store.programme).toEqual({ made: ['new plan', 'new ledger'] })
    expect(store.values.roads).toEqual(['new roads'])
    expect(store.failures).toEqual([])
  })

  it('goes on with the manifest it has when that cannot be read', async () => {
    const store = useGeodataStore()
    answers = { roads: () => bad('missing', 'data/roads.x') }
    await store.load()
    answers = {}
    worker.loadManifest.mockResolvedValueOnce(bad('network', 'manifest.json'))
    await store.retry('roads')
    expect(store.values.roads).toEqual(['roads'])
    expect([store.failures, store.manifestFailure]).toEqual([[], null])
  })

  it('does not hold the findings of the last assembly against the next', async () => {
    const store = useGeodataStore()
    answers = { ledger: () => good([], [finding('data/ledger.x', 'row 7')]) }
    worker.assembleProgramme.mockImplementation(async () => ({ value: {}, findings: [finding('data/baseline.x', 'row 3')] }))
    await store.load()
    expect(store.findings).toHaveLength(2)
    await store.retry('ledger')
    expect(worker.assembleProgramme.mock.calls[1]![0].readFindings).toMatchObject([{ feature: 'row 7' }])
    expect(store.findings).toHaveLength(2)
  })
})

describe('retryAll', () => {
  it('tries every file that failed and no other', async () => {
    const store = useGeodataStore()
    answers = { ledger: () => bad('timeout', 'data/ledger.x'), roads: () => bad('timeout', 'data/roads.x') }
    await store.load()
    answers = {}
    await store.retryAll()
    expect(store.failures).toEqual([])
    expect(worker.loadDataset).toHaveBeenCalledTimes(LISTED.length + 2)
    expect(store.programme).toEqual({ made: ['plan', 'ledger'] })
  })
})

describe('late answers', () => {
  it('of an older load never replace those of a newer', async () => {
    const store = useGeodataStore()
    const slow = Object.fromEntries(LISTED.map((id) => [id, held<unknown>()])) as Record<DatasetId, ReturnType<typeof held<unknown>>>
    answers = Object.fromEntries(LISTED.map((id) => [id, () => slow[id].promise]))
    const first = store.load()
    await settle()
    answers = Object.fromEntries(LISTED.map((id) => [id, () => wordOf(id, `new ${id}`)]))
    await store.load()
    for (const id of LISTED) slow[id].release(id === 'roads' ? bad('network', 'data/roads.x') : wordOf(id, `old ${id}`))
    await first
    expect(store.programme).toEqual({ made: ['new plan', 'new ledger'] })
    expect(store.values.roads).toEqual(['new roads'])
    expect([...store.states.values()].every(({ status }) => status === 'ready')).toBe(true)
  })

  it('of an older manifest never restart the loading', async () => {
    const store = useGeodataStore()
    const slow = held<unknown>()
    worker.loadManifest.mockReturnValueOnce(slow.promise)
    const first = store.load()
    await store.load()
    slow.release(bad('network', 'manifest.json'))
    await first
    expect(store.manifestFailure).toBeNull()
    expect(worker.loadDataset).toHaveBeenCalledTimes(LISTED.length)
  })

  it('of an older try never replace those of a newer', async () => {
    const store = useGeodataStore()
    await store.load()
    const slow = held<unknown>()
    answers = { ledger: () => slow.promise }
    const first = store.retry('ledger')
    await settle()
    answers = { ledger: () => wordOf('ledger', 'new ledger') }
    await store.retry('ledger')
    slow.release(bad('timeout', 'data/ledger.x'))
    await first
    expect(store.failures).toEqual([])
    expect(store.programme).toEqual({ made: ['plan', 'new ledger'] })
  })

  it('of an older assembly never replace that of a newer', async () => {
    const store = useGeodataStore()
    await store.load()
    const slow = held<unknown>()
    worker.assembleProgramme.mockReturnValueOnce(slow.promise)
    const first = store.retry('ledger')
    await settle()
    await store.retry('baseline')
    slow.release({ value: { made: ['old'] }, findings: [finding('data/ledger.x', 'row 1')] })
    await first
    expect(store.programme).toEqual({ made: ['plan', 'ledger'] })
    expect(store.findings).toEqual([])
  })
})
