import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { DatasetId } from '@/domain/manifest'
import { useGeodataStore } from '@/stores/geodata'
import { bad, good, held, LISTED, manifestOf, settle, wordOf, WORKER_BOUNDS } from '../fixtures/worker-answers'

const worker = vi.hoisted(() => ({ loadManifest: vi.fn(), loadDataset: vi.fn(), assembleProgramme: vi.fn() }))
vi.mock('@/workers/client', () => ({ geodataWorker: worker }))

const QUIET: readonly DatasetId[] = ['residences', 'hazards', 'gates', 'land-rules']
const ALL = [...LISTED, ...QUIET]
let answers: Partial<Record<DatasetId, () => unknown>> = {}

beforeEach(() => {
  setActivePinia(createPinia())
  vi.stubGlobal('document', { baseURI: 'http://localhost/app/' })
  vi.spyOn(console, 'error').mockImplementation(() => {})
  for (const call of Object.values(worker)) call.mockReset()
  answers = {}
  worker.loadManifest.mockImplementation(async () => good(manifestOf(ALL)))
  worker.loadDataset.mockImplementation(async (_, { id }: { id: DatasetId }) => (answers[id] ?? (() => wordOf(id)))())
  worker.assembleProgramme.mockImplementation(async () => ({ value: {}, findings: [] }))
})

const loadsOf = (id: DatasetId) => worker.loadDataset.mock.calls.filter(([, file]) => file.id === id)
const idsLoaded = () => worker.loadDataset.mock.calls.map(([, { id }]) => id as DatasetId)

describe('need', () => {
  it('reads what the first view leaves waiting, and only what is asked for', async () => {
    const store = useGeodataStore()
    await store.load()
    expect(QUIET.map((id) => store.states.get(id)?.status)).toEqual(['waiting', 'waiting', 'waiting', 'waiting'])
    expect(idsLoaded().filter((id) => QUIET.includes(id))).toEqual([])
    store.need(['residences', 'gates'])
    expect(store.loading).toEqual(['residences', 'gates'])
    await settle()
    expect([store.values.residences, store.values.gates, store.values.hazards]).toEqual([['residences'], ['gates'], undefined])
    expect(loadsOf('residences')[0]![2]).toEqual(WORKER_BOUNDS)
  })

  it('reads a file once, however often it is asked for', async () => {
    const store = useGeodataStore()
    await store.load()
    store.need(['residences', 'residences', 'roads'])
    store.need(['residences'])
    await settle()
    store.need(['residences'])
    await settle()
    expect([loadsOf('residences').length, loadsOf('roads').length]).toEqual([1, 1])
  })

  it('waits for manifest and plan when it is asked before', async () => {
    const store = useGeodataStore()
    const plan = held<unknown>()
    answers = { plan: () => plan.promise }
    store.need(['residences'])
    const loading = store.load()
    await settle()
    store.need(['land-rules'])
    await settle()
    expect(idsLoaded()).toEqual(['plan'])
    plan.release(wordOf('plan'))
    await loading
    expect([store.values.residences, store.values['land-rules']]).toEqual([['residences'], ['land-rules']])
    expect(loadsOf('residences')[0]![2]).toEqual(WORKER_BOUNDS)
  })

  it('reads at once when the load is past the plan but not at its end', async () => {
    const store = useGeodataStore()
    const ledger = held<unknown>()
    answers = { ledger: () => ledger.promise }
    const loading = store.load()
    await settle()
    store.need(['hazards', 'landmarks'])
    await settle()
    expect([store.values.hazards, store.values.landmarks]).toEqual([['hazards'], ['landmarks']])
    ledger.release(wordOf('ledger'))
    await loading
    expect([loadsOf('hazards').length, loadsOf('landmarks').length]).toEqual([1, 1])
  })

  it('leaves what the manifest does not list unknown', async () => {
    worker.loadManifest.mockImplementation(async () => good(manifestOf(LISTED)))
    const store = useGeodataStore()
    store.need(['residences'])
    await store.load()
    store.need(['gates'])
    await settle()
    expect([store.states.has('residences'), store.states.has('gates')]).toEqual([false, false])
    expect([store.failures, store.loading]).toEqual([[], []])
  })

  it('does not try a file again that failed, but retry does', async () => {
    const store = useGeodataStore()
    await store.load()
    answers = { residences: () => bad('timeout', 'data/residences.x') }
    store.need(['residences'])
    await settle()
    expect(store.failures).toEqual([{ code: 'timeout', file: 'data/residences.x', params: {} }])
    answers = {}
    store.need(['residences'])
    await settle()
    expect(loadsOf('residences')).toHaveLength(1)
    await store.retry('residences')
    expect(store.values.residences).toEqual(['residences'])
  })

  it('still holds after the folder was replaced', async () => {
    const store = useGeodataStore()
    answers = { ledger: () => bad('altered', 'data/ledger.x') }
    await store.load()
    store.need(['residences'])
    await settle()
    answers = Object.fromEntries(ALL.map((id) => [id, () => wordOf(id, `new ${id}`)]))
    worker.loadManifest.mockImplementation(async () => good(manifestOf(ALL, 'b')))
    await store.retry('ledger')
    expect(store.values.residences).toEqual(['new residences'])
    expect(loadsOf('residences').map(([, , , isRetry]) => isRetry)).toEqual([false, true])
    expect(store.states.get('hazards')?.status).toBe('waiting')
  })

  it('still holds after a manifest that could not be read', async () => {
    worker.loadManifest.mockResolvedValueOnce(bad('network', 'manifest.json'))
    const store = useGeodataStore()
    store.need(['residences'])
    await store.load()
    expect(worker.loadDataset).not.toHaveBeenCalled()
    await store.load()
    expect(store.values.residences).toEqual(['residences'])
  })

  it('drops the late answer of a folder that was replaced', async () => {
    const store = useGeodataStore()
    await store.load()
    const slow = held<unknown>()
    answers = { residences: () => slow.promise }
    store.need(['residences'])
    await settle()
    answers = { residences: () => wordOf('residences', 'new residences') }
    await store.load()
    slow.release(wordOf('residences', 'old residences'))
    await settle()
    expect(store.values.residences).toEqual(['new residences'])
  })
})
