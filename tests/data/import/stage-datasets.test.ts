import { expect, it } from 'vitest'
import { bring, csvOf, geojsonOf } from '../../fixtures/import-town'
import { at, rectangle, smallGeodata } from '../../fixtures/small-geodata'

const shape = (properties: object, coordinates: unknown, type = 'Polygon') => ({ type: 'Feature', properties: properties as Record<string, unknown>, geometry: { type, coordinates } })

it('stages communities before what lies in them, whatever order the files have', async () => {
  const { judgement } = await bring({ files: {
    'ledger.csv': csvOf(['填报日期', '小区名称', '填报类型', '实际日期'], ['2024-10-30', '紫薇里', '停工', '2024-10-30']),
    'gates.geojson': geojsonOf(shape({ id: 'E09', communityId: '紫薇里' }, at(325, 0), 'Point')),
    'communities.geojson': geojsonOf(shape({ name: '紫薇里', districtId: 'east', neighbourhood: '社区', buildingCount: 0, households: 12, floorAreaM2: 900 }, [rectangle(300, 0, 50, 50)])),
  } })
  expect(judgement.changes.map(({ target, added }) => [target, added])).toEqual([['communities', ['C03']], ['ledger', ['ledger.csv#0:2']], ['gates', ['E09']]])
  expect(judgement.rows.map(({ verdict }) => verdict)).toEqual(['accepted', 'accepted', 'accepted'])
})

it('waits with reports of a community whose name waits, and counts one question', async () => {
  const { judgement } = await bring({ files: { 'l.csv': csvOf(['填报日期', '小区名称', '改造内容', '完成比例(%)'], ['2024-10-30', '国槐理', 'J02', 60], ['2024-10-31', '国槐理', 'J02', 70]) } })
  expect(judgement.rows.map(({ verdict }) => verdict)).toEqual(['open', 'open'])
  expect(judgement.openQuestionCount).toBe(1)
})

it('asks for no community of a space between them', async () => {
  const town = smallGeodata()
  const [space] = town['spare-spaces'].features
  const { judgement } = await bring({ files: { 's.geojson': geojsonOf({ ...space!, properties: { ...space!.properties, communityId: null, tenure: 'unknown' } }) } })
  expect(judgement.changes).toMatchObject([{ target: 'spare-spaces', changed: ['S001'] }])
})
