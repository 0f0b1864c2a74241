import { describe, expect, it } from 'vitest'
import { identifyBuildings, identifyCommunities, openRegistry, resolveBuildings, resolveCommunities, textOf } from '@/data/import/identify-rows'
import { openNameQuestions } from '@/data/import/name-questions'
import type { WorkRow } from '@/data/import/work-row'
import { folderOf } from '../../fixtures/import-town'
import { smallGeodata } from '../../fixtures/small-geodata'
import { layerOf, rowOf, type RowWords } from '../../fixtures/work-rows'

const { values } = await folderOf(smallGeodata())
const layer = layerOf('grid')
const make = (target: 'communities' | 'buildings' | 'ledger', ...words: RowWords[]) => words.map((word, i) => rowOf(layer, target, { number: i + 2, ...word }))
const idsOf = (rows: WorkRow[]) => rows.map(({ recordId, communityId, verdict }) => [recordId, communityId, verdict])

describe('identifyCommunities', () => {
  it('knows them by id, by name, by name but for the suffix; what is new gets the next id', () => {
    const rows = make('communities', { values: { id: 'C02', name: '改名里' } }, { communityName: '国槐里小区' }, { communityName: '紫薇里' })
    const registry = openRegistry(values)
    identifyCommunities(rows, layer, registry, openNameQuestions({}))
    expect(idsOf(rows)).toEqual([['C02', 'C02', 'accepted'], ['C01', 'C01', 'accepted'], ['C03', 'C03', 'accepted']])
    expect(registry.communities.at(-1)).toEqual({ id: 'C03', name: '紫薇里' })
  })

  it('finds the district, and refuses one that nobody knows', () => {
    const rows = make('communities', { communityName: '国槐里' }, { communityName: '海棠里' })
    rows[0]!.draft = { ...rows[0]!.draft, districtName: '西街' }
    rows[1]!.draft = { ...rows[1]!.draft, districtName: '南山' }
    identifyCommunities(rows, layer, openRegistry(values), openNameQuestions({}))
    expect(rows.map(({ districtId, verdict }) => [districtId, verdict])).toEqual([['west', 'accepted'], [null, 'rejected']])
    expect(rows[1]!.findings).toMatchObject([{ code: 'name-unknown', params: { kind: 'district', name: '南山', nearest: '' } }])
  })

  it('refuses a row without name and id', () => {
    const rows = make('communities', { values: { households: 3 } })
    identifyCommunities(rows, layer, openRegistry(values), openNameQuestions({}))
    expect(rows[0]!.findings).toMatchObject([{ code: 'field-missing', field: 'name' }])
  })
})

describe('identifyBuildings', () => {
  it('knows them by number in their community', () => {
    const rows = make('buildings', { communityName: '国槐里', buildingName: '2#' }, { communityName: '海棠里', buildingName: '2栋' }, { values: { id: 'C01-B1' } })
    identifyBuildings(rows, layer, openRegistry(values), openNameQuestions({}), values)
    expect(idsOf(rows)).toEqual([['C01-B2', 'C01', 'accepted'], ['C02-B2', 'C02', 'accepted'], ['C01-B1', 'C01', 'accepted']])
  })
})

describe('resolveCommunities and resolveBuildings', () => {
  it('follow names, and refuse those that nobody bears', () => {
    const rows = make('ledger', { communityName: '国槐里', buildingName: '1号楼' }, { communityName: '国槐里', buildingName: '9号楼' }, { communityName: '柳园' }, {})
    const [registry, questions] = [openRegistry(values), openNameQuestions({})]
    resolveCommunities(rows, layer, registry, questions)
    resolveBuildings(rows, layer, registry, questions)
    expect(rows.map(({ communityId, buildingId, findings }) => [communityId, buildingId, findings[0]?.code, findings[0]?.field])).toEqual([
      ['C01', 'C01-B1', undefined, undefined], ['C01', null, 'name-unknown', 'buildingId'], [null, null, 'name-unknown', 'communityId'], [null, null, 'field-missing', 'communityId'],
    ])
  })
})

describe('textOf', () => {
  it('reads numbers as text and nothing as nothing', () => {
    expect([textOf(7), textOf('七'), textOf(''), textOf(undefined), textOf(true)]).toEqual(['7', '七', null, null, null])
  })
})
