import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Finding } from '@/domain/finding'
import type { DatasetId } from '@/domain/manifest'
import { useGeodataStore } from '@/stores/geodata'
import { bad, good, held, LISTED, manifestOf, settle, wordOf, WORKER_BOUNDS } from '../fixtures/worker-answers'

const worker = vi.hoisted(() => ({ loadManifest: vi.fn(), loadDataset: vi.fn(), assembleProgramme: vi.fn(), writeCsv: vi.fn() }))
vi.mock('@/workers/client', () => ({ geodataWorker: worker }))

const finding = (file: string, feature: string): Finding => ({ code: 'bad-date', severity: 'error', file, feature, field: null, params: {} })
const idsLoaded = () => worker.loadDataset.mock.calls.map(([, file]) => file.id as DatasetId)

beforeEach(() => {
  setActivePinia(createPinia())
  vi.stubGlobal('document', { baseURI: 'http://localhost/app/' })
  vi.spyOn(console, 'error').mockImplementation(() => {})
  for (const call of Object.values(worker)) call.mockReset()
  worker.loadManifest.mockResolvedValue(good(manifestOf(LISTED)))
  worker.loadDataset.mockImplementation(async (_, { id }) => wordOf(id))
  worker.assembleProgramme.mockImplementation(async (parts) => ({ value: { made: parts.plan.word }, findings: [] }))
})

describe('load', () => {
  it('reads every file of the manifest and puts the programme together', async () => {
    const store = useGeodataStore()
    await store.load()
    expect(worker.loadManifest).toHaveBeenCalledWith('http://localhost/app/geodata/')
    expect([...idsLoaded()].sort()).toEqual([...LISTED].sort())
    expect([...store.states.values()].every(({ status }) => status === 'ready')).toBe(true)
    expect(store.programme).toEqual({ made: 'plan' })
    expect(store.values.roads).toEqual(['roads'])
    expect([store.failures, store.loading, store.isCoreFailed, store.manifestFailure]).toEqual([[], [], false, null])
  })

  it('knows the bounds of the plan before it reads what lies in them', async () => {
    await useGeodataStore().load()
    const given = new Map(worker.loadDataset.mock.calls.map(([, { id }, known]) => [id, known]))
    for (const id of ['communities', 'buildings', 'roads', 'landmarks']) expect(given.get(id)).toEqual(WORKER_BOUNDS)
  })

  it.each(['roads', 'landmarks'] as const)('shows figures before %s are read', async (slow) => {
    const answer = held<unknown>()
    worker.loadDataset.mockImplementation(async (_, { id }) => (id === slow ? answer.promise : wordOf(id)))
    const store = useGeodataStore()
    const loading = store.load()
    await settle()
    expect(store.programme).not.toBeNull()
    expect(store.loading).toEqual([slow])
    answer.release(wordOf(slow))
    await loading
    expect(store.loading).toEqual([])
  })

  it('names the file that fails and leaves the rest working', async () => {
    worker.loadDataset.mockImplementation(async (_, { id, path }) => (id === 'roads' ? bad('altered', path) : wordOf(id)))
    const store = useGeodataStore()
    await store.load()
    expect(store.failures).toEqual([{ code: 'altered', file: 'data/roads.x', params: {} }])
    expect(store.states.get('roads')).toMatchObject({ status: 'failed' })
    expect(store.isCoreFailed).toBe(false)
    expect(store.programme).not.toBeNull()
    expect(store.values.landmarks).toEqual(['landmarks'])
  })

  it.each(['buildings', 'baseline', 'ledger'] as const)('puts together what there is without %s', async (missing) => {
    worker.loadDataset.mockImplementation(async (_, { id, path }) => (id === missing ? bad('missing', path) : wordOf(id)))
    const store = useGeodataStore()
    await store.load()
    expect(store.isCoreFailed).toBe(true)
    expect(store.programme).not.toBeNull()
    const parts = worker.assembleProgramme.mock.calls[0]![0]
    expect(parts[missing === 'ledger' ? 'reports' : missing]).toBeNull()
  })

  it.each(['plan', 'communities'] as const)('has no programme without %s, but the town', async (missing) => {
    worker.loadDataset.mockImplementation(async (_, { id, path }) => (id === missing ? bad('missing', path) : wordOf(id)))
    const store = useGeodataStore()
    await store.load()
    expect(store.programme).toBeNull()
    expect(store.values.roads).toEqual(['roads'])
    expect(store.failures).toHaveLength(1)
  })

  it('names a core file that the manifest does not list', async () => {
    worker.loadManifest.mockResolvedValue(good(manifestOf(LISTED.filter((id) => id !== 'ledger'))))
    const store = useGeodataStore()
    await store.load()
    expect(store.states.get('ledger')).toEqual({ status: 'failed', failure: { code: 'missing', file: 'ledger', params: {} } })
    expect(store.isCoreFailed).toBe(true)
    expect(store.programme).not.toBeNull()
  })

  it('tells the assembly where each file lies and what reading it found', async () => {
    worker.loadDataset.mockImplementation(async (_, { id, path }) => (id === 'ledger' ? good([], [finding(path, 'row 7')]) : wordOf(id)))
    const store = useGeodataStore()
    await store.load()
    expect(worker.assembleProgramme.mock.calls[0]![0]).toMatchObject({
      paths: { plan: 'data/plan.x', communities: 'data/communities.x', buildings: 'data/buildings.x', baseline: 'data/baseline.x', ledger: 'data/ledger.x' },
      readFindings: [{ feature: 'row 7' }], dataDate: 20_000, provenance: 'synthetic',
    })
    expect(store.findings).toHaveLength(1)
  })

  it('sends the worker data it can clone', async () => {
    const cloned: unknown[] = []
    worker.loadDataset.mockImplementation(async (...args) => { cloned.push(structuredClone(args)); return wordOf(args[1].id) })
    worker.assembleProgramme.mockImplementation(async (parts) => { cloned.push(structuredClone(parts)); return { value: {}, findings: [] } })
    await useGeodataStore().load()
    expect(cloned).toHaveLength(LISTED.length + 1)
  })
})

describe('load, when the worker or the manifest fails', () => {
  it('names the manifest that cannot be read, and reads it on the next try', async () => {
    worker.loadManifest.mockResolvedValueOnce(bad('missing', 'manifest.json'))
    const store = useGeodataStore()
    await store.load()
    expect(store.manifestFailure).toMatchObject({ code: 'missing', file: 'manifest.json' })
    await store.retry('plan')
    expect(store.manifestFailure).toBeNull()
    expect(store.programme).not.toBeNull()
  })

  it('says so when the worker throws on the manifest', async () => {
    worker.loadManifest.mockRejectedValueOnce(new Error('worker died'))
    const store = useGeodataStore()
    await expect(store.load()).resolves.toBeUndefined()
    expect(store.manifestFailure).toMatchObject({ file: 'manifest.json' })
  })

  it('says so when the worker throws on one file', async () => {
    worker.loadDataset.mockImplementation(async (_, { id }) => { if (id === 'buildings') throw new Error('worker died'); return wordOf(id) })
    const store = useGeodataStore()
    await store.load()
    expect(store.failures).toEqual([{ code: 'network', file: 'data/buildings.x', params: {} }])
    expect(store.programme).not.toBeNull()
  })

  it('says so when the worker throws while putting the programme together, and reads the rest', async () => {
    worker.assembleProgramme.mockRejectedValueOnce(new Error('worker died'))
    const store = useGeodataStore()
    await expect(store.load()).resolves.toBeUndefined()
    expect(store.failures).toEqual([{ code: 'invalid', file: 'data/plan.x', params: {} }])
    expect(store.values.landmarks).toEqual(['landmarks'])
    await store.retry('plan')
    expect(store.failures).toEqual([])
    expect(store.programme).not.toBeNull()
  })
})
