import { describe, expect, it } from 'vitest'
import { writeChanges } from '@/data/import/write-changes'
import { sha256Hex } from '@/data/hash'
import { readManifest } from '@/data/read-manifest'
import { formatDay } from '@/domain/day'
import type { ImportTarget } from '@/domain/import'
import type { Provenance } from '@/domain/programme'
import { folderOf } from '../../fixtures/import-town'
import { smallGeodata } from '../../fixtures/small-geodata'

const { manifest, values } = await folderOf(smallGeodata())

function write(changed: ImportTarget[], replaced: ImportTarget[] = [], provenances: Provenance[] = ['surveyed', 'official']) {
  const communities = values.communities!.map((community, i) => ({ ...community, provenance: provenances[i]! }))
  const files = writeChanges({ manifest, values: { ...values, communities }, changed, replaced, dataDate: manifest.dataDate + 3 })
  const written = readManifest(new TextDecoder().decode(files.get('manifest.json')))
  expect(written.findings).toEqual([])
  return { files, written: written.value!, entry: (id: string) => written.value!.files.find((file) => file.id === id)! }
}

describe('writeChanges', () => {
  it('writes what changed and the manifest that fits it; other entries stay', () => {
    const { files, written, entry } = write(['communities'])
    expect([...files.keys()]).toEqual(['communities.geojson', 'manifest.json'])
    const bytes = files.get('communities.geojson')!
    expect(entry('communities')).toMatchObject({ bytes: bytes.length, sha256: sha256Hex(bytes), audience: 'internal' })
    expect(entry('roads')).toEqual(manifest.files.find(({ id }) => id === 'roads'))
    expect(written.files.map(({ id }) => id)).toEqual(manifest.files.map(({ id }) => id))
  })

  it('calls a file as good as the weakest thing in it', () => {
    expect(write(['communities']).entry('communities').provenance).toBe('surveyed')
    expect(write(['communities'], [], ['official', 'synthetic']).entry('communities').provenance).toBe('synthetic')
    expect(write(['communities']).written.provenance).toBe('synthetic')
  })

  it('dates the ledger, and calls it reported once nothing of the old is left', () => {
    const { entry, written } = write(['ledger'])
    expect([formatDay(written.dataDate), formatDay(entry('ledger').dataDate), formatDay(entry('roads').dataDate)]).toEqual(['2024-10-31', '2024-10-31', '2024-10-28'])
    expect(entry('ledger').provenance).toBe('synthetic')
    expect(write(['ledger'], ['ledger']).entry('ledger').provenance).toBe('reported')
  })

  it('lists a dataset that the folder did not have', () => {
    const without = { ...manifest, files: manifest.files.filter(({ id }) => id !== 'hazards') }
    const files = writeChanges({ manifest: without, values, changed: ['hazards'], replaced: [], dataDate: manifest.dataDate })
    expect(readManifest(new TextDecoder().decode(files.get('manifest.json'))).value!.files.find(({ id }) => id === 'hazards')).toMatchObject({ path: 'hazards.geojson', audience: 'internal', provenance: 'synthetic' })
  })
})
