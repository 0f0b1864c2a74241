import { describe, expect, it } from 'vitest'
import { stageFeatures, type FeatureContext } from '@/data/import/stage-features'
import { NO_DECISIONS } from '@/domain/import'
import { folderOf } from '../../fixtures/import-town'
import { smallGeodata } from '../../fixtures/small-geodata'
import { layerOf, rowOf } from '../../fixtures/work-rows'

const { values } = await folderOf(smallGeodata())
const context = <T extends 'buildings' | 'communities' | 'spare-spaces'>(target: T, changes: Partial<FeatureContext<T>> = {}): FeatureContext<T> => ({
  known: values[target] as never, isReplaced: false, bounds: null, plan: values.plan!, decisions: NO_DECISIONS, communities: null, lostCommunities: new Set(), fit: () => {}, ...changes,
})
const community = (kind: 'grid' | 'features', recordId: string, said: Record<string, string | number>) => rowOf(layerOf(kind), 'communities', { values: said }, { recordId })

describe('stageFeatures', () => {
  it('changes records in their places', () => {
    const staged = stageFeatures('communities', [community('grid', 'C01', { households: 50 }), community('grid', 'C02', { households: 24 })], context('communities'))
    expect(staged).toMatchObject({ added: [], changed: ['C01'], gone: [], sameCount: 1 })
    expect(staged.records.map(({ id, households }) => [id, households])).toEqual([['C01', 50], ['C02', 24]])
  })

  it('lets tables have the last word, whatever comes first', () => {
    const rows = [community('grid', 'C01', { households: 36 }), community('features', 'C01', { households: 38 })]
    const staged = stageFeatures('communities', rows, context('communities'))
    expect(staged.records[0]!.households).toBe(36)
    expect(rows[0]!.findings).toMatchObject([{ code: 'sources-differ', field: 'households' }])
  })

  it('takes two roundings of one area for the same', () => {
    const rows = [community('grid', 'C01', { floorAreaM2: 6000 }), community('features', 'C01', { floorAreaM2: 6049 })]
    expect(stageFeatures('communities', rows, context('communities')).conflicts).toEqual([])
  })

  it('waits with what lies in a community that waits, and refuses what lies in none', () => {
    const make = (communityId: string) => rowOf(layerOf(), 'buildings', { values: { name: '9号楼' } }, { recordId: `${communityId}-B9`, communityId })
    const rows = [make('C03'), make('C04')]
    stageFeatures('buildings', rows, context('buildings', { communities: { usable: new Set(['C01']), waiting: new Set(['C03']) } }))
    expect(rows.map(({ verdict, findings }) => [verdict, findings[0]?.code])).toEqual([['open', undefined], ['rejected', 'dangling-reference']])
  })

  it('lets buildings go with their community, and spaces stay without one', () => {
    const lostCommunities = new Set(['C01'])
    expect(stageFeatures('buildings', [], context('buildings', { lostCommunities })).gone).toEqual(['C01-B1', 'C01-B2'])
    const spaces = stageFeatures('spare-spaces', [], context('spare-spaces', { lostCommunities }))
    expect([spaces.gone, spaces.changed, spaces.records[0]!.communityId]).toEqual([[], ['S001'], null])
  })
})
