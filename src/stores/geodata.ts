import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { LoadFailure } from '@/data/fetch-bytes'
import type { DatasetValues } from '@/data/read-dataset'
import type { Finding } from '@/domain/finding'
import { CORE_DATASETS, type DatasetId, type Manifest } from '@/domain/manifest'
import type { Programme } from '@/domain/programme'
import { geodataWorker } from '@/workers/client'

/** How far one file is. `failed` keeps what was there before, if anything. */
export interface DatasetState {
  status: 'waiting' | 'loading' | 'ready' | 'failed'
  failure: LoadFailure | null
}

/** Order of loading: what the first figures need, then what the town needs, then the rest. */
const FIRST: readonly DatasetId[] = [...CORE_DATASETS, 'roads', 'water', 'greens', 'blocks']

/** Address of the folder, beside the page. */
const baseUrl = (): string => new URL('geodata/', document.baseURI).href

/** The `geodata` folder as the page knows it: what is read, what is being read, what failed and why. */
export const useGeodataStore = defineStore('geodata', () => {
  const manifest = shallowRef<Manifest | null>(null)
  const manifestFailure = shallowRef<LoadFailure | null>(null)
  const states = shallowRef<ReadonlyMap<DatasetId, DatasetState>>(new Map())
  const values = shallowRef<Partial<DatasetValues>>({})
  const programme = shallowRef<Programme | null>(null)
  const findings = shallowRef<readonly Finding[]>([])
  const findingsOf = new Map<string, readonly Finding[]>()

  const failures = computed(() => [...states.value.values()].flatMap(({ failure }) => (failure ? [failure] : [])))
  const loading = computed(() => [...states.value].filter(([, { status }]) => status === 'loading').map(([id]) => id))
  const isCoreFailed = computed(() => CORE_DATASETS.some((id) => states.value.get(id)?.status === 'failed'))

  /** Read the manifest and then every file; what cannot be read is named and leaves the rest working. */
  async function load(): Promise<void> {
    manifestFailure.value = null
    const answer = await geodataWorker.loadManifest(baseUrl())
    keepFindings('manifest.json', answer.findings)
    if (!answer.value) {
      manifestFailure.value = answer.failure
      return
    }
    manifest.value = answer.value
    states.value = new Map(answer.value.files.map(({ id }) => [id, { status: 'waiting', failure: null }]))
    noteUnlisted(answer.value)
    const ids = answer.value.files.map(({ id }) => id)
    const rest = ids.filter((id) => !FIRST.includes(id))
    await Promise.all(FIRST.filter((id) => ids.includes(id)).map((id) => loadOne(id)))
    await assemble()
    await Promise.all(rest.map((id) => loadOne(id)))
  }

  /** Try a file that failed once more, and with it everything that is made of it. */
  async function retry(id: DatasetId): Promise<void> {
    if (!manifest.value) return load()
    await loadOne(id, true)
    if ((CORE_DATASETS as readonly DatasetId[]).includes(id)) await assemble()
  }

  /** Read the manifest again and every file that failed. */
  async function retryAll(): Promise<void> {
    const failed = [...states.value].filter(([, { status }]) => status === 'failed').map(([id]) => id)
    const answer = await geodataWorker.loadManifest(baseUrl())
    if (answer.value) manifest.value = answer.value
    await Promise.all(failed.map((id) => loadOne(id, true)))
    await assemble()
  }

  async function loadOne(id: DatasetId, isRetry = false): Promise<void> {
    const file = manifest.value?.files.find((entry) => entry.id === id)
    if (!file) return
    setState(id, { status: 'loading', failure: null })
    try {
      const { value, findings: found, failure } = await geodataWorker.loadDataset(baseUrl(), file, values.value.plan?.bounds ?? null, isRetry)
      keepFindings(file.path, found)
      if (value) values.value = { ...values.value, [id]: value }
      setState(id, { status: failure ? 'failed' : 'ready', failure })
    } catch (error) {
      console.error(`Reading ${file.path} failed`, error)
      setState(id, { status: 'failed', failure: { code: 'network', file: file.path, params: {} } })
    }
  }

  /** Put together what is there: without a plan or communities there is nothing to show, the rest may be missing. */
  async function assemble(): Promise<void> {
    const { plan, communities, buildings, baseline, ledger } = values.value
    if (!manifest.value || !plan || !communities) return
    const { dataDate, provenance } = manifest.value
    const answer = await geodataWorker.assembleProgramme({
      plan, communities, buildings: buildings ?? null, baseline: baseline ?? null, reports: ledger ?? null, dataDate, provenance,
      readFindings: findings.value,
    })
    keepFindings('', answer.findings)
    programme.value = answer.value
  }

  /** A table as CSV text for spreadsheet programs. */
  function writeCsv(header: readonly string[], rows: readonly (readonly (string | number | null)[])[]): Promise<string> {
    return geodataWorker.writeCsv(header, rows)
  }

  /** A core file that the manifest does not list is as missing as one that is not there. */
  function noteUnlisted({ files }: Manifest): void {
    for (const id of CORE_DATASETS) {
      if (files.some((file) => file.id === id)) continue
      setState(id, { status: 'failed', failure: { code: 'missing', file: id, params: {} } })
    }
  }

  function setState(id: DatasetId, state: DatasetState): void {
    states.value = new Map(states.value).set(id, state)
  }

  function keepFindings(source: string, found: readonly Finding[]): void {
    findingsOf.set(source, found)
    findings.value = [...findingsOf.values()].flat()
  }

  return { manifest, manifestFailure, states, values, programme, findings, failures, loading, isCoreFailed, load, retry, retryAll, writeCsv }
})
