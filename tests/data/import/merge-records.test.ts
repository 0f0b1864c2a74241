import { describe, expect, it } from 'vitest'
import { checkValues, mergeRecords } from '@/data/import/merge-records'
import type { Community } from '@/domain/programme'
import { folderOf } from '../../fixtures/import-town'
import { rectangle, smallGeodata } from '../../fixtures/small-geodata'
import { layerOf, rowOf } from '../../fixtures/work-rows'

const shape = { type: 'Polygon' as const, coordinates: [rectangle(300, 0, 50, 50)] }
const NEW = { name: '紫薇里', neighbourhood: '社区', buildingCount: 1, households: 12, floorAreaM2: 900 }
const { values } = await folderOf(smallGeodata())
const known = new Map(values.communities!.map((record) => [record.id, record]))
const merge = (...rows: ReturnType<typeof rowOf>[]) => mergeRecords('communities', rows, known, values.plan!)

describe('checkValues', () => {
  it('leaves a row out for each bad value', () => {
    const row = rowOf(layerOf(), 'communities', { values: { households: -5, builtYear: 1700 } })
    checkValues(row, 'communities')
    expect(row.findings.map(({ code, field }) => [code, field])).toEqual([['out-of-bounds', 'builtYear'], ['out-of-bounds', 'households']])
    expect(row.verdict).toBe('rejected')
  })

  it('judges no id or reference: they are found out otherwise', () => {
    const row = rowOf(layerOf(), 'communities', { values: { id: '', districtId: '' } })
    checkValues(row, 'communities')
    expect(row.findings).toEqual([])
  })
})

describe('mergeRecords', () => {
  it('lays rows over what is known, the later one on top', () => {
    const [one, two] = [rowOf(layerOf(), 'communities', { values: { households: 38, builtYear: 1990 } }, { recordId: 'C01' }), rowOf(layerOf('grid'), 'communities', { values: { households: 36 } }, { recordId: 'C01' })]
    const { records, conflicts } = merge(one, two)
    expect(records.get('C01')).toMatchObject({ name: '国槐里', households: 36, builtYear: 1990, floorAreaM2: 6000, provenance: 'synthetic' })
    expect(conflicts).toMatchObject([{ recordId: 'C01', field: 'households', takenValue: 36, otherValue: 38 }])
  })

  it('finds that nothing is changed', () => {
    expect(merge(rowOf(layerOf(), 'communities', { values: { households: 48 } }, { recordId: 'C01' }))).toMatchObject({ sameIds: ['C01'], conflicts: [] })
  })

  it('makes a new record of shape and district; the plan knows the showcases', () => {
    const row = rowOf(layerOf(), 'communities', { values: NEW }, { recordId: 'C03', geometry: shape, districtId: 'west' })
    expect(merge(row).records.get('C03')).toEqual({ id: 'C03', ...NEW, districtId: 'west', showcase: false, builtYear: null, propertyService: null, provenance: 'surveyed', geometry: shape })
    const showcase = rowOf(layerOf(), 'communities', { values: { ...NEW, name: '国槐里' } }, { recordId: 'C03', geometry: shape, districtId: 'west' })
    expect((merge(showcase).records.get('C03') as Community).showcase).toBe(true)
  })

  it('refuses every row of a new record that lacks something', () => {
    const [one, two] = [rowOf(layerOf(), 'communities', { values: { name: '紫薇里' } }, { recordId: 'C03', districtId: 'west' }), rowOf(layerOf('grid'), 'communities', { values: { households: 3 } }, { recordId: 'C03' })]
    expect(merge(one, two).records.size).toBe(0)
    expect([one, two].map(({ verdict, findings }) => [verdict, findings.map(({ code, params }) => [code, params.fields])])).toEqual(
      [one, two].map(() => ['rejected', [['record-incomplete', 'neighbourhood, buildingCount, floorAreaM2, geometry']]]))
  })

  it.each([
    ['a shape of surveyors', layerOf(), {}, 'surveyed'], ['a place in a table', layerOf('grid'), {}, 'reported'], ['the word of the file', layerOf(), { provenance: 'official' }, 'official'],
  ])('says where it comes from: %s', (_, layer, more, provenance) => {
    const row = rowOf(layer, 'communities', { values: { ...NEW, ...more } }, { recordId: 'C01', geometry: shape })
    expect(merge(row).records.get('C01')!.provenance).toBe(provenance)
  })

  it('derives a height from storeys and says so', () => {
    const row = rowOf(layerOf(), 'buildings', { values: { name: '1号楼', floors: 5, stairwells: 2, households: 20, floorAreaM2: 1000 } }, { recordId: 'C01-B3', communityId: 'C01', geometry: shape })
    expect(mergeRecords('buildings', [row], new Map(), null).records.get('C01-B3')).toMatchObject({ heightM: 15, communityId: 'C01' })
    expect(row.findings).toMatchObject([{ code: 'value-derived', severity: 'warning', field: 'heightM', params: { value: 15, from: 'floors', found: 5 } }])
  })

  it('publishes no space unless somebody says so', () => {
    const row = rowOf(layerOf(), 'spare-spaces', { values: { name: '地块', kind: 'parcel' } }, { recordId: 'S002', geometry: shape })
    expect(mergeRecords('spare-spaces', [row], new Map(), null).records.get('S002')).toMatchObject({ published: false, tenure: 'unknown', surveyState: 'unverified', communityId: null })
  })
})
