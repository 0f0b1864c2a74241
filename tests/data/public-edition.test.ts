import { describe, expect, it } from 'vitest'
import { makePublicEdition, UnprotectedCountError, type PublicParts } from '@/data/public-edition'
import { readDataset } from '@/data/read-dataset'
import { readManifest } from '@/data/read-manifest'
import { defaultPath } from '@/data/fields'
import { DATASETS } from '@/domain/manifest'
import { filesOf, smallGeodata, type SmallGeodata } from '../fixtures/small-geodata'

function partsOf(geodata: SmallGeodata = smallGeodata()): PublicParts {
  const files = filesOf(geodata)
  const values: PublicParts['values'] = {}
  for (const id of DATASETS) {
    const text = files.get(defaultPath(id))
    if (text !== undefined) Object.assign(values, { [id]: readDataset(id, text, { file: id, bounds: null }).value })
  }
  return { values, manifest: readManifest(files.get('manifest.json')!).value!, photos: new Map() }
}
const textsOf = (parts: PublicParts) => new Map(makePublicEdition(parts).files.map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)]))

describe('makePublicEdition', () => {
  it('holds the public datasets alone, the manifest last', () => {
    const paths = [...textsOf(partsOf()).keys()]
    expect(paths.at(-1)).toBe('manifest.json')
    expect(paths).toContain('proposed-sites.geojson')
    for (const id of ['spare-spaces', 'residences', 'hazards', 'gates', 'land-rules'] as const) expect(paths).not.toContain(defaultPath(id))
  })

  it('calls every file public and keeps where it comes from and of when it is', () => {
    const parts = partsOf()
    const known = parts.manifest.files.find(({ id }) => id === 'roads')!
    known.provenance = 'surveyed'
    const { value, findings } = readManifest(textsOf(parts).get('manifest.json')!)
    expect(findings).toEqual([])
    expect(new Set(value!.files.map(({ audience }) => audience))).toEqual(new Set(['public']))
    expect(value!.files.find(({ id }) => id === 'roads')).toMatchObject({ provenance: 'surveyed', dataDate: known.dataDate })
  })

  it('leaves out notes, households by building and the spaces of a site', () => {
    const texts = textsOf(partsOf())
    expect(texts.get('ledger.csv')).not.toMatch(/note|trench|rain/)
    expect(texts.get('buildings.geojson')).not.toContain('households')
    expect(texts.get('proposed-sites.geojson')).not.toMatch(/spaceIds|S001/)
  })

  it('leaves out the households of a small community and of the one it could be found by', () => {
    const geodata = smallGeodata()
    const [first, second] = geodata.communities.features
    first!.properties['households'] = 64
    second!.properties['households'] = 8
    const { files, suppressedCommunityIds } = makePublicEdition(partsOf(geodata))
    // 72 is in the plan; each is the only community of its district.
    expect(suppressedCommunityIds).toEqual(['C01', 'C02'])
    const text = new TextDecoder().decode(files.find(({ path }) => path === 'communities.geojson')!.bytes)
    expect(JSON.parse(text).features.map(({ properties }: { properties: { households: number | null } }) => properties.households)).toEqual([null, null])
  })

  it('refuses a programme that is one small community', () => {
    const geodata = smallGeodata()
    geodata.plan.controlTotals.households = 8
    geodata.communities.features = [geodata.communities.features[0]!]
    geodata.communities.features[0]!.properties['households'] = 8
    expect(() => makePublicEdition(partsOf(geodata))).toThrow(UnprotectedCountError)
  })

  it('tells no few people of a proposed site, whatever its file says', () => {
    const geodata = smallGeodata()
    Object.assign(geodata['proposed-sites'].features[0]!.properties, { reachedPeople: 9, newlyReachedPeople: 4 })
    expect(textsOf(partsOf(geodata)).get('proposed-sites.geojson')).toContain('"reachedPeople":null,"newlyReachedPeople":null')
  })

  it('tells the people of a site as they were proposed', () => {
    const geodata = smallGeodata()
    Object.assign(geodata['proposed-sites'].features[0]!.properties, { reachedPeople: null, newlyReachedPeople: 60 })
    expect(textsOf(partsOf(geodata)).get('proposed-sites.geojson')).toContain('"reachedPeople":null,"newlyReachedPeople":60')
  })

  it('names photos after their content and forgets what they were called', () => {
    const parts = partsOf()
    const tour = { scenes: [], photos: [{ communityId: 'C01', before: 'Wang/home.jpg', after: null, credit: '街道办' }], night: null, updateWindow: null }
    const photos = new Map([['Wang/home.jpg', { bytes: new Uint8Array([1, 2, 3]), extension: 'jpg' }]])
    const edition = makePublicEdition({ ...parts, values: { ...parts.values, tour: tour as never }, photos })
    const [photo] = edition.files
    expect(photo!.path).toMatch(/^photos\/[0-9a-f]{16}\.jpg$/)
    const text = new TextDecoder().decode(edition.files.find(({ path }) => path === 'tour.json')!.bytes)
    expect(text).toContain(photo!.path)
    expect(text).not.toContain('Wang')
  })
})
