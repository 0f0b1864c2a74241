import { describe, expect, it } from 'vitest'
import { readManifest } from '@/data/read-manifest'
import { parseDay } from '@/domain/day'
import { DATASETS } from '@/domain/manifest'
import { filesOf, smallGeodata } from '../fixtures/small-geodata'

const text = filesOf(smallGeodata()).get('manifest.json')!
type Raw = Record<string, unknown> & { files: Record<string, unknown>[] }

function read(edit: (raw: Raw) => unknown) {
  const raw = JSON.parse(text) as Raw
  edit(raw)
  return readManifest(JSON.stringify(raw))
}

describe('readManifest', () => {
  it('reads the promises of every file', () => {
    const { value, findings } = readManifest(text)
    expect(findings).toEqual([])
    expect(value).toMatchObject({ format: 'renovation-geodata', version: 1, dataDate: parseDay('2024-10-28'), provenance: 'synthetic' })
    expect(value!.files).toHaveLength(DATASETS.length)
    expect(value!.files[0]).toMatchObject({ id: 'plan', path: 'plan.json', audience: 'internal', dataDate: parseDay('2024-10-28') })
  })

  it.each([
    ['another format', (raw) => { raw['format'] = 'geojson' }, 'format'],
    ['a later version', (raw) => { raw['version'] = 2 }, 'version'],
    ['no data date', (raw) => delete raw['dataDate'], 'dataDate'],
    ['an unknown origin', (raw) => { raw['provenance'] = 'guessed' }, 'provenance'],
    ['markup in the attribution', (raw) => { raw['attribution'] = '<img src=x>' }, 'attribution'],
    ['no list of files', (raw) => { (raw as Record<string, unknown>)['files'] = {} }, 'files'],
  ] as [string, (raw: Raw) => unknown, string][])('refuses a manifest with %s', (_, edit, field) => {
    const { value, findings } = read(edit)
    expect(value).toBeNull()
    expect(findings).toMatchObject([{ code: 'manifest-invalid', file: 'manifest.json', feature: null, field }])
  })

  it.each(['../plan.json', '/etc/passwd', 'https://example.org/plan.json', 'a//b.json', 'a\\b.json', './plan.json', 'plan.json?x', 'a/%2e%2e/b', ''])(
    'leaves out a file at %o, which is not below the folder', (path) => {
      const { value, findings } = read((raw) => { raw.files[5]!['path'] = path })
      expect(value!.files).toHaveLength(DATASETS.length - 1)
      expect(findings).toMatchObject([{ code: 'manifest-invalid', feature: 'roads', field: 'path' }])
    })

  it.each([
    ['id', 'sewers'], ['id', 'constructor'], ['bytes', -1], ['bytes', 1.5], ['bytes', '12'], ['sha256', 'ABC'], ['audience', 'secret'], ['dataDate', '2024-13-01'],
  ])('leaves out a file whose %s is %o', (field, found) => {
    const { value, findings } = read((raw) => { raw.files[5]![field] = found })
    expect(value!.files).toHaveLength(DATASETS.length - 1)
    expect(findings[0]).toMatchObject({ code: 'manifest-invalid', field })
  })

  it('uses the first of two entries for one dataset or path', () => {
    const { value, findings } = read((raw) => raw.files.push({ ...raw.files[5]! }, { ...raw.files[5]!, id: 'hazards' }))
    expect(value!.files).toHaveLength(DATASETS.length)
    expect(findings.map(({ feature, field }) => [feature, field])).toEqual([['roads', 'id'], ['hazards', 'id']])
  })

  it('names a core dataset without an entry, but not one the map can live without', () => {
    const { value, findings } = read((raw) => { raw.files = raw.files.filter(({ id }) => id !== 'ledger' && id !== 'water') })
    expect(value!.files).toHaveLength(DATASETS.length - 2)
    expect(findings).toMatchObject([{ code: 'manifest-invalid', feature: 'ledger', params: { expected: 'core-dataset' } }])
  })
})
