import { describe, expect, it } from 'vitest'
import { assembleProgramme, type ProgrammeParts } from '@/data/assemble-programme'
import { readDataset } from '@/data/read-dataset'
import { parseDay } from '@/domain/day'
import type { Finding } from '@/domain/finding'
import { filesOf, smallGeodata, type SmallGeodata } from '../fixtures/small-geodata'

function parts(edit: (geodata: SmallGeodata) => unknown = () => {}): ProgrammeParts & { readFindings: Finding[] } {
  const geodata = smallGeodata()
  edit(geodata)
  const files = filesOf(geodata)
  const readFindings: Finding[] = []
  const read = <D extends 'plan' | 'communities' | 'buildings' | 'baseline' | 'ledger'>(id: D, file: string) => {
    const { value, findings } = readDataset(id, files.get(file)!, { file, bounds: null })
    readFindings.push(...findings)
    return value!
  }
  return {
    plan: read('plan', 'plan.json'), communities: read('communities', 'communities.geojson'), buildings: read('buildings', 'buildings.geojson'),
    baseline: read('baseline', 'baseline.csv'), reports: read('ledger', 'ledger.csv'), dataDate: parseDay('2024-10-28')!, provenance: 'synthetic',
    readFindings,
  }
}

describe('assembleProgramme', () => {
  it('puts clean datasets together', () => {
    const { value, findings } = assembleProgramme(parts())
    expect(findings).toEqual([])
    expect([value.communities, value.buildings, value.baseline, value.reports].map(({ length }) => length)).toEqual([2, 3, 4, 7])
    expect(value).toMatchObject({ dataDate: parseDay('2024-10-28'), provenance: 'synthetic' })
  })

  it('leaves out all that belongs to a community of an unknown district, with one finding', () => {
    const { value, findings } = assembleProgramme(parts((geodata) => { geodata.communities.features[0]!.properties['districtId'] = 'north' }))
    expect(findings).toMatchObject([{ code: 'dangling-reference', feature: 'C01', field: 'districtId', params: { found: 'north' } }])
    expect(value.communities.map(({ id }) => id)).toEqual(['C02'])
    expect(value.buildings.map(({ id }) => id)).toEqual(['C02-B1'])
    expect(value.baseline.map(({ communityId }) => communityId)).toEqual(['C02'])
    expect(new Set(value.reports.map(({ communityId }) => communityId))).toEqual(new Set(['C02']))
  })

  it('is silent about what hangs on a feature rejected while reading', () => {
    const { findings } = assembleProgramme(parts((geodata) => { geodata.communities.features[0]!.properties['households'] = 'many' }))
    expect(findings).toEqual([])
  })

  it('says at every row when the community was never there', () => {
    const { findings } = assembleProgramme(parts((geodata) => geodata.communities.features.shift()))
    const places = findings.map(({ file, feature }) => `${file} ${feature}`)
    expect(places).toContain('buildings.geojson C01-B1')
    expect(places).toContain('baseline.csv row 2')
    expect(places).toContain('ledger.csv row 2')
    expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(['dangling-reference']))
  })

  it.each(['buildings', 'baseline', 'reports'] as const)('does not blame the other files when there are no %s', (name) => {
    const { value, findings } = assembleProgramme({ ...parts(), [name]: null })
    expect(findings).toEqual([])
    expect(value.communities).toHaveLength(2)
  })

  it('uses the first of two baseline rows for an item', () => {
    const { value, findings } = assembleProgramme(parts((geodata) => geodata.baseline.push(['C02', 'J02', '2024-07-01', '2024-09-30', '9'])))
    expect(value.baseline.filter(({ communityId }) => communityId === 'C02').map(({ weight }) => weight)).toEqual([1])
    expect(findings).toMatchObject([{ code: 'baseline-duplicate', feature: 'row 6', params: { community: 'C02', item: 'J02', first: 5 } }])
  })

  it('names a community without baseline, unless a rejected row may be the reason', () => {
    const none = (geodata: SmallGeodata) => { geodata.baseline.pop(); geodata.ledger = geodata.ledger.slice(0, 5) }
    expect(assembleProgramme(parts(none)).findings).toMatchObject([{ code: 'baseline-missing', feature: 'C02', params: { name: '海棠里' } }])
    const unreadable = (geodata: SmallGeodata) => { geodata.baseline[4]![2] = 'June' }
    expect(assembleProgramme(parts(unreadable)).findings).toEqual([])
  })

  it('names the files as they are called', () => {
    const paths = { plan: 'p', communities: 'c', buildings: 'b', baseline: 'base', ledger: 'taizhang.csv' }
    const changed = parts((geodata) => geodata.ledger.push(['2024-08-05', 'C99', '', 'stop', '', '', '2024-08-05', '']))
    expect(assembleProgramme({ ...changed, paths }).findings).toMatchObject([{ file: 'taizhang.csv', feature: 'row 9', field: 'communityId' }])
  })
})
