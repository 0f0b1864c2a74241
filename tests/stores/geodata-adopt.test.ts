import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { watch } from 'vue'
import { TOGETHER, type Folder } from '@/data/folder'
import type { Finding } from '@/domain/finding'
import { CORE_DATASETS, type DatasetId } from '@/domain/manifest'
import { useGeodataStore } from '@/stores/geodata'
import { good, held, LISTED, manifestOf, settle, wordOf } from '../fixtures/worker-answers'

const worker = vi.hoisted(() => ({ loadManifest: vi.fn(), loadDataset: vi.fn(), assembleProgramme: vi.fn() }))
vi.mock('@/workers/client', () => ({ geodataWorker: worker }))

const finding = (file: string): Finding => ({ code: 'bad-date', severity: 'error', file, feature: 'row 2', field: null, params: {} })

function folderOf(name: string, ids: readonly DatasetId[] = LISTED, failures: Folder['failures'] = []): Folder {
  const read = ids.filter((id) => !failures.some(({ file }) => file === `data/${id}.x`))
  const values = Object.fromEntries(read.map((id) => [id, [`${name} ${id}`]]))
  return { manifest: manifestOf(ids, name), manifestSha256: name, values, programme: { name }, findings: new Map(), failures } as unknown as Folder
}

beforeEach(() => {
  setActivePinia(createPinia())
  vi.stubGlobal('document', { baseURI: 'http://localhost/app/' })
  for (const call of Object.values(worker)) call.mockReset()
  worker.loadManifest.mockResolvedValue(good(manifestOf(LISTED)))
  worker.loadDataset.mockImplementation(async (_, { id }) => wordOf(id))
  worker.assembleProgramme.mockResolvedValue({ value: { name: 'loaded' }, findings: [] })
})

describe('adopt', () => {
  it('replaces everything at once', async () => {
    const store = useGeodataStore()
    store.adopt(folderOf('A'))
    const seen: unknown[] = []
    watch(() => [store.programme, store.values.roads, store.manifest?.files[0]!.sha256], (all) => seen.push(all))
    store.adopt(folderOf('B'))
    await settle()
    expect(seen).toEqual([[{ name: 'B' }, ['B roads'], 'B']])
    expect([...store.states.values()].every(({ status }) => status === 'ready')).toBe(true)
    expect([store.failures, store.loading, store.isCoreFailed, store.manifestFailure]).toEqual([[], [], false, null])
  })

  it('leaves nothing of the folder before', () => {
    const store = useGeodataStore()
    store.adopt({ ...folderOf('A', [...LISTED, 'greens']), findings: new Map([['data/roads.x', [finding('data/roads.x')]]]) })
    expect(store.findings).toHaveLength(1)
    store.adopt(folderOf('B'))
    expect([store.values.greens, store.findings, store.states.has('greens')]).toEqual([undefined, [], false])
  })

  it('takes findings of single files and of several', () => {
    const store = useGeodataStore()
    store.adopt({ ...folderOf('A'), findings: new Map([['data/roads.x', [finding('data/roads.x')]], [TOGETHER, [finding('data/ledger.x')]]]) })
    expect(store.findings.map(({ file }) => file)).toEqual(['data/roads.x', 'data/ledger.x'])
  })

  it('names the files that could not be used', () => {
    const store = useGeodataStore()
    const failure = { code: 'altered', file: 'data/roads.x', params: {} } as const
    store.adopt(folderOf('A', LISTED, [failure]))
    expect(store.states.get('roads')).toEqual({ status: 'failed', failure })
    expect(store.failures).toEqual([failure])
  })

  it('names a core file that the manifest does not list', () => {
    const store = useGeodataStore()
    store.adopt(folderOf('A', CORE_DATASETS.filter((id) => id !== 'ledger')))
    expect([store.states.get('ledger')?.status, store.isCoreFailed]).toEqual(['failed', true])
  })

  it('drops what is still on its way', async () => {
    const store = useGeodataStore()
    const slow = held<unknown>()
    worker.loadDataset.mockImplementation(async (_, { id }) => (id === 'plan' ? slow.promise : wordOf(id)))
    const loading = store.load()
    await settle()
    store.adopt(folderOf('A'))
    slow.release(wordOf('plan', 'late'))
    await loading
    await settle()
    expect([store.values.plan, store.programme]).toEqual([['A plan'], { name: 'A' }])
  })

  it('reads what a view needs and the folder was read without', async () => {
    const store = useGeodataStore()
    store.need(['residences'])
    const folder = folderOf('A')
    store.adopt({ ...folder, manifest: manifestOf([...LISTED, 'residences', 'gates']) })
    await settle()
    expect([store.values.residences, store.values.gates, store.states.get('gates')?.status]).toEqual([['residences'], undefined, 'waiting'])
  })
})
