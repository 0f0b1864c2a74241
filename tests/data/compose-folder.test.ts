import { describe, expect, it } from 'vitest'
import { composeFolder } from '@/data/compose-folder'
import { TOGETHER } from '@/data/folder'
import type { LoadedBytes } from '@/data/load-dataset'
import { readManifest } from '@/data/read-manifest'
import { CORE_DATASETS, type DatasetId, type ManifestFile } from '@/domain/manifest'
import { filesOf, smallGeodata } from '../fixtures/small-geodata'

function folderWith(change: (folder: ReturnType<typeof smallGeodata>) => void = () => {}) {
  const geodata = smallGeodata()
  change(geodata)
  const files = filesOf(geodata)
  const { value, findings } = readManifest(files.get('manifest.json')!)
  const load = async ({ path }: ManifestFile): Promise<LoadedBytes> => ({ bytes: new TextEncoder().encode(files.get(path)), findings: [], failure: null })
  return { manifest: value!, manifestSha256: 'hash', manifestFindings: findings, load }
}
const IDS: readonly DatasetId[] = [...CORE_DATASETS, 'roads', 'greens', 'landmarks']

describe('composeFolder', () => {
  it('puts the programme together from the core', async () => {
    const folder = await composeFolder({ ...folderWith(), ids: IDS })
    expect(Object.keys(folder.values).sort()).toEqual([...IDS].sort())
    expect([folder.programme!.buildings.length, folder.manifestSha256, folder.failures]).toEqual([3, 'hash', []])
  })

  it('keeps findings by file, and those about several files apart', async () => {
    const { findings } = await composeFolder({ ...folderWith(({ ledger }) => ledger.push(['2024-08-11', 'C99', '', 'stop', '', '', '2024-08-11', ''])), ids: IDS })
    expect(findings.get(TOGETHER)).toMatchObject([{ code: 'dangling-reference', file: 'ledger.csv', feature: 'row 9' }])
    expect(findings.get('roads.geojson')).toEqual([])
  })

  it('asks for few files at a time, so that none waits until it seems to stall', async () => {
    const source = folderWith()
    let open = 0
    let most = 0
    const load = async (file: ManifestFile) => {
      most = Math.max(most, ++open)
      await new Promise((resolve) => setTimeout(resolve, 1))
      open--
      return source.load(file)
    }
    await composeFolder({ ...source, load, ids: IDS })
    expect(most).toBe(3)
  })

  it('names a core file that the manifest does not list', async () => {
    const source = folderWith()
    const manifest = { ...source.manifest, files: source.manifest.files.filter(({ id }) => id !== 'baseline') }
    const folder = await composeFolder({ ...source, manifest, ids: IDS })
    expect(folder.failures).toEqual([{ code: 'missing', file: 'baseline.csv', params: {} }])
  })

  it('leaves out what the manifest does not list and nothing needs', async () => {
    const source = folderWith()
    const manifest = { ...source.manifest, files: source.manifest.files.filter(({ id }) => id !== 'greens') }
    expect((await composeFolder({ ...source, manifest, ids: IDS })).failures).toEqual([])
  })

  it('loses one file and not the folder if reading it throws', async () => {
    const source = folderWith()
    const load = async (file: ManifestFile) => (file.id === 'roads' ? { ...(await source.load(file)), bytes: {} as Uint8Array } : source.load(file))
    const folder = await composeFolder({ ...source, load, ids: IDS })
    expect(folder.failures).toMatchObject([{ code: 'invalid', file: 'roads.geojson' }])
    expect(folder.programme).not.toBeNull()
  })
})
