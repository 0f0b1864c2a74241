import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { TOGETHER, type Folder } from '@/data/folder'
import type { LoadFailure } from '@/data/fetch-bytes'
import type { LoadedManifest } from '@/data/load-dataset'
import type { DatasetValues } from '@/data/read-dataset'
import type { Finding } from '@/domain/finding'
import { CORE_DATASETS, type DatasetId, type Manifest } from '@/domain/manifest'
import type { Programme } from '@/domain/programme'
import { folderAddress } from '@/stores/folder-address'
import { geodataWorker } from '@/workers/client'

/** How far one file is. `failed` keeps what was there before, if anything. */
export interface DatasetState {
  status: 'waiting' | 'loading' | 'ready' | 'failed'
  failure: LoadFailure | null
}

/** Order of loading: the plan, what the first figures and the ground of the town need, then the rest. */
const CORE: readonly DatasetId[] = CORE_DATASETS
const GROUND: readonly DatasetId[] = ['roads', 'water', 'greens', 'blocks']
/** Read only when a view asks: a weak computer has better things to do while the map opens. */
const NOT_SHOWN: readonly DatasetId[] = ['residences', 'hazards', 'gates', 'land-rules', 'proposed-sites', 'tour']

/** The `geodata` folder as the page knows it: what is read, what is being read, what failed and why. */
export const useGeodataStore = defineStore('geodata', () => {
  const manifest = shallowRef<Manifest | null>(null)
  /** SHA-256 of the manifest of what is shown. */
  const manifestSha256 = shallowRef<string | null>(null)
  const manifestFailure = shallowRef<LoadFailure | null>(null)
  const states = shallowRef<ReadonlyMap<DatasetId, DatasetState>>(new Map())
  const values = shallowRef<Partial<DatasetValues>>({})
  const programme = shallowRef<Programme | null>(null)
  const findings = shallowRef<readonly Finding[]>([])
  /** Work kept in this browser that is shown in the place of the server's folder: how many steps, and how to read it again. */
  const local = shallowRef<{ count: number; retry: () => Promise<void> } | null>(null)
  const findingsOf = new Map<string, readonly Finding[]>()
  // An answer that is not of the newest run comes too late and is dropped.
  let latestLoad = 0
  let latestAssembly = 0
  let reads = 0
  const latestRead = new Map<DatasetId, number>()
  let assemblyFailure: LoadFailure | null = null
  /** What views asked for; it stays asked for when the folder is read anew. */
  const needed = new Set<DatasetId>()
  /** True once the plan was tried: without its bounds nothing else is read. */
  let isPlanTried = false
  /** True if caches are passed over, because the folder was replaced. */
  let isFolderFresh = false

  const failures = computed(() => [...states.value.values()].flatMap(({ failure }) => (failure ? [failure] : [])))
  const loading = computed(() => [...states.value].filter(([, { status }]) => status === 'loading').map(([id]) => id))
  /** One synthetic file is enough: what is shown is then not the real programme, and has to say so. */
  const isSynthetic = computed(() =>
    manifest.value !== null && [manifest.value, ...manifest.value.files].some(({ provenance }) => provenance === 'synthetic'),
  )
  const isCoreFailed = computed(() => CORE.some((id) => states.value.get(id)?.status === 'failed'))

  /** Read the manifest and then every file; what cannot be read is named and leaves the rest working. */
  async function load(): Promise<void> {
    const run = ++latestLoad
    manifestFailure.value = null
    local.value = null
    const answer = await readManifest()
    if (run === latestLoad) await loadAll(answer, false)
  }

  /**
   * Have these files read, now or as soon as the manifest and the plan are known.
   *
   * What is there, on its way or failed is left alone (`retry` tries again); what the manifest does not list stays unknown.
   */
  function need(ids: readonly DatasetId[]): void {
    for (const id of ids) needed.add(id)
    if (isPlanTried) void readWaiting(ids)
  }

  /** Try a file that failed once more, and with it everything that is made of it. */
  const retry = (id: DatasetId): Promise<void> => tryAgain([id])

  /** Try every file that failed once more. */
  const retryAll = (): Promise<void> => tryAgain([...states.value].filter(([, { status }]) => status === 'failed').map(([id]) => id))

  /** If the folder was replaced meanwhile, everything is read anew: files of two versions do not fit together. */
  async function tryAgain(ids: readonly DatasetId[]): Promise<void> {
    if (local.value) return local.value.retry()
    if (!manifest.value) return load()
    const run = latestLoad
    for (const id of ids) setState(id, { status: 'loading', failure: null })
    const answer = await readManifest()
    if (run !== latestLoad) return
    if (answer.value && JSON.stringify(answer.value) !== JSON.stringify(manifest.value)) return loadAll(answer, true)
    await Promise.all(ids.map((id) => loadOne(id, true)))
    if (run === latestLoad && ids.some((id) => CORE.includes(id))) await assemble()
  }

  async function loadAll({ value: next, findings: found, failure, sha256 }: LoadedManifest, isFresh: boolean): Promise<void> {
    const run = ++latestLoad
    latestAssembly++
    manifestFailure.value = failure
    if (next) findingsOf.clear()
    keepFindings('manifest.json', found)
    if (!next) return
    manifest.value = next
    manifestSha256.value = sha256
    values.value = {}
    latestRead.clear()
    isPlanTried = false
    isFolderFresh = isFresh
    const listed = next.files.map(({ id }) => id)
    const unlisted = CORE.filter((id) => !listed.includes(id))
    states.value = new Map([...unlisted.map(notListed), ...listed.map((id) => [id, { status: 'waiting', failure: null }] as const)])
    // The plan comes first: it knows the bounds in which everything else must lie.
    await readWaiting(['plan'])
    if (run !== latestLoad) return
    isPlanTried = true
    // The figures wait for no street.
    const ground = readWaiting([...GROUND, ...needed].filter((id) => !CORE.includes(id)))
    await readWaiting(CORE)
    if (run !== latestLoad) return
    await Promise.all([assemble(), ground])
    if (run === latestLoad) await readWaiting(listed.filter((id) => !NOT_SHOWN.includes(id)))
  }

  /**
   * Take up a folder that was read as one, in place of all that is there: nobody sees files of two versions.
   *
   * What is still on its way comes too late. Files that the folder was read without are read when a view asks for them.
   */
  function adopt(folder: Folder): void {
    latestLoad++
    latestAssembly++
    latestRead.clear()
    findingsOf.clear()
    for (const [source, found] of folder.findings) findingsOf.set(source, found)
    manifest.value = folder.manifest
    manifestSha256.value = folder.manifestSha256
    manifestFailure.value = null
    local.value = null
    assemblyFailure = null
    values.value = folder.values
    programme.value = folder.programme
    findings.value = [...findingsOf.values()].flat()
    const listed = folder.manifest.files.map(({ id, path }): [DatasetId, DatasetState] => {
      const failure = folder.failures.find(({ file }) => file === path) ?? null
      return [id, { status: failure ? 'failed' : folder.values[id] === undefined ? 'waiting' : 'ready', failure }]
    })
    const isListed = new Set(listed.map(([id]) => id))
    states.value = new Map([...CORE.filter((id) => !isListed.has(id)).map(notListed), ...listed])
    isPlanTried = true
    isFolderFresh = false
    void readWaiting([...needed])
  }

  /** Read those of the files that nobody has begun to read. */
  async function readWaiting(ids: readonly DatasetId[]): Promise<void> {
    const waiting = [...new Set(ids)].filter((id) => states.value.get(id)?.status === 'waiting')
    await Promise.all(waiting.map((id) => loadOne(id, isFolderFresh)))
  }

  async function readManifest(): Promise<LoadedManifest> {
    try {
      return await geodataWorker.loadManifest(folderAddress())
    } catch (error) {
      console.error('Reading the manifest failed', error)
      return { value: null, findings: [], failure: { code: 'network', file: 'manifest.json', params: {} }, sha256: null }
    }
  }

  async function loadOne(id: DatasetId, isFresh: boolean): Promise<void> {
    const file = manifest.value?.files.find((entry) => entry.id === id)
    if (!file) return setState(...notListed(id))
    const run = ++reads
    latestRead.set(id, run)
    setState(id, { status: 'loading', failure: null })
    try {
      const { value, findings: found, failure } = await geodataWorker.loadDataset(folderAddress(), file, values.value.plan?.bounds ?? null, isFresh)
      if (latestRead.get(id) !== run) return
      keepFindings(file.path, found)
      if (value) values.value = { ...values.value, [id]: value }
      setState(id, { status: failure ? 'failed' : 'ready', failure })
    } catch (error) {
      if (latestRead.get(id) !== run) return
      console.error(`Reading ${file.path} failed`, error)
      setState(id, { status: 'failed', failure: { code: 'network', file: file.path, params: {} } })
    }
  }

  /** Put together what is there: without a plan or communities there is nothing to show, the rest may be missing. */
  async function assemble(): Promise<void> {
    const { plan, communities, buildings, baseline, ledger } = values.value
    if (!manifest.value || !plan || !communities) return
    const run = ++latestAssembly
    const { dataDate, provenance, files } = manifest.value
    const pathOf = (id: DatasetId): string => files.find((file) => file.id === id)?.path ?? id
    const paths = { plan: pathOf('plan'), communities: pathOf('communities'), buildings: pathOf('buildings'), baseline: pathOf('baseline'), ledger: pathOf('ledger') }
    try {
      const answer = await geodataWorker.assembleProgramme({
        plan, communities, buildings: buildings ?? null, baseline: baseline ?? null, reports: ledger ?? null, dataDate, provenance, paths,
        readFindings: [...findingsOf].flatMap(([source, found]) => (source === TOGETHER ? [] : found)),
      })
      if (run !== latestAssembly) return
      keepFindings(TOGETHER, answer.findings)
      programme.value = answer.value
      if (assemblyFailure && states.value.get('plan')?.failure === assemblyFailure) setState('plan', { status: 'ready', failure: null })
    } catch (error) {
      if (run !== latestAssembly) return
      console.error('Putting the programme together failed', error)
      assemblyFailure = { code: 'invalid', file: paths.plan, params: {} }
      setState('plan', { status: 'failed', failure: assemblyFailure })
    }
  }

  /** A table as CSV text for spreadsheet programs. */
  function writeCsv(header: readonly string[], rows: readonly (readonly (string | number | null)[])[]): Promise<string> {
    return geodataWorker.writeCsv(header, rows)
  }

  /** A core file that the manifest does not list is as missing as one that is not there. */
  function notListed(id: DatasetId): [DatasetId, DatasetState] {
    return [id, { status: 'failed', failure: { code: 'missing', file: id, params: {} } }]
  }

  function setState(id: DatasetId, state: DatasetState): void {
    states.value = new Map(states.value).set(id, state)
  }

  function keepFindings(source: string, found: readonly Finding[]): void {
    findingsOf.set(source, found)
    findings.value = [...findingsOf.values()].flat()
  }

  return { manifest, manifestSha256, manifestFailure, local, states, values, programme, findings, failures, loading, isCoreFailed, isSynthetic, load, adopt, need, retry, retryAll, writeCsv }
})
