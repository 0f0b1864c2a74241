import { describe, expect, it } from 'vitest'
import { readManifest } from '@/data/read-manifest'
import { manifestText, refreshManifest } from '@/data/refresh-manifest'
import { sha256Hex } from '@/data/hash'
import { parseDay } from '@/domain/day'
import { DATASETS } from '@/domain/manifest'
import { filesOf, smallGeodata } from '../fixtures/small-geodata'

const files = filesOf(smallGeodata())
const previous = readManifest(files.get('manifest.json')!).value!
const folder = [...files].filter(([path]) => path !== 'manifest.json').map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) }))
const defaults = { dataDate: parseDay('2024-11-04')!, provenance: 'official' } as const

describe('refreshManifest', () => {
  it('changes nothing while no file changed', () => {
    expect(refreshManifest(previous, folder, defaults)).toEqual(previous)
  })

  it('takes up new bytes and keeps what people decided', () => {
    const bytes = new TextEncoder().encode('{}')
    const known = { ...previous, files: previous.files.map((file) => (file.id === 'roads' ? { ...file, audience: 'public' as const, provenance: 'surveyed' as const } : file)) }
    const changed = folder.map((file) => (file.path === 'roads.geojson' ? { ...file, bytes } : file))
    expect(refreshManifest(known, changed, defaults).files.find(({ id }) => id === 'roads')).toEqual({
      id: 'roads', path: 'roads.geojson', bytes: 2, sha256: sha256Hex(bytes), audience: 'public', provenance: 'surveyed', dataDate: parseDay('2024-10-28'),
    })
  })

  it('drops an entry without a file and adds a file without an entry, not to be published', () => {
    const without = { ...previous, files: previous.files.filter(({ id }) => id !== 'land-rules') }
    const now = refreshManifest(without, folder.filter(({ path }) => path !== 'water.geojson'), defaults)
    expect(now.files).toHaveLength(DATASETS.length - 1)
    expect(now.files.find(({ id }) => id === 'land-rules')).toMatchObject({ id: 'land-rules', audience: 'internal', provenance: 'synthetic', dataDate: parseDay('2024-10-28') })
  })

  it('calls no file public that holds internal fields', () => {
    const known = { ...previous, files: previous.files.map((file) => ({ ...file, audience: 'public' as const })) }
    const internal = refreshManifest(known, folder, defaults).files.filter(({ audience }) => audience === 'internal').map(({ id }) => id)
    expect(internal).toEqual(['buildings', 'ledger', 'spare-spaces', 'proposed-sites'])
  })

  it('makes a manifest for a folder that has none', () => {
    const made = refreshManifest(null, folder, defaults)
    expect(made).toMatchObject({ dataDate: parseDay('2024-11-04'), provenance: 'official', attribution: '' })
    expect(made.files).toHaveLength(DATASETS.length)
  })
})

describe('manifestText', () => {
  it('is read back as it was', () => {
    expect(readManifest(manifestText(previous))).toEqual({ value: previous, findings: [] })
    expect(manifestText(previous)).toMatch(/^\{\n {2}"format": "renovation-geodata"[^]*"dataDate": "2024-10-28"[^]*\n\}\n$/)
  })
})
