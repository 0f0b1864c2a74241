import { describe, expect, it } from 'vitest'
import { bring, csvOf, geojsonOf } from '../../fixtures/import-town'
import { at, rectangle, smallGeodata, type SmallFeature } from '../../fixtures/small-geodata'

const [b1] = smallGeodata().buildings.features as [SmallFeature]
const explained = async (question: Parameters<typeof bring>[0]) => {
  const { comparison } = (await bring(question)).judgement
  return comparison!.explanations.map(({ kind, dataset, label, communities, buildings, households }) => [kind, dataset, label, communities, buildings, households])
}

describe('explainImport', () => {
  it('has nothing to say of a folder that is as planned', async () => {
    expect(await explained({ files: {} })).toEqual([])
  })

  it('names the building of a table that nobody has drawn', async () => {
    const files = { 'b.csv': csvOf(['小区名称', '楼栋号', '层数', '单元数', '户数', '建筑面积(㎡)'], ['国槐里', '1号楼', 5, 3, 24, 3000], ['国槐里', '3号楼', 5, 3, 24, 3000]) }
    const town = smallGeodata()
    town.communities.features[0]!.properties['buildingCount'] = 3
    // One building less is drawn than stated, so the total as planned is one building short of what is stated.
    town.plan.controlTotals.buildings = 4
    expect(await explained({ files, town })).toContainEqual(['not-on-map', 'buildings', '国槐里 3号楼', 0, -1, 0])
  })

  it('names the buildings on the map that the table of their community does not know', async () => {
    const town = smallGeodata()
    town.communities.features[0]!.properties['buildingCount'] = 1
    town.plan.controlTotals.buildings = 2
    expect(await explained({ town, files: { 'b.csv': csvOf(['小区名称', '楼栋号', '户数'], ['国槐里', '1号楼', 24]) } })).toContainEqual(['not-in-plan', 'buildings', '国槐里 2号楼', 0, 1, 0])
  })

  it('takes a table of all communities for the list of the plan', async () => {
    const town = smallGeodata()
    town.plan.controlTotals = { communities: 1, buildings: 2, households: 48, floorAreaM2: 6000 }
    expect(await explained({ town, files: { 'c.csv': csvOf(['小区名称', '户数'], ['国槐里', 48]) } })).toContainEqual(['not-in-plan', 'communities', '海棠里', 1, 1, 24])
  })

  it('does not blame a row that is not used where the map has its record as before', async () => {
    const line = [at(10, 10), at(20, 10), at(30, 10), at(10, 10)]
    expect(await explained({ files: { 'b.geojson': geojsonOf({ ...b1, geometry: { type: 'Polygon', coordinates: [line] } }) } })).toEqual([])
  })

  it('names a shape that could not be used', async () => {
    const town = smallGeodata()
    town.buildings.features.shift()
    const line = [at(10, 10), at(20, 10), at(30, 10), at(10, 10)]
    const files = { 'b.geojson': geojsonOf({ ...b1, geometry: { type: 'Polygon', coordinates: [line] } }) }
    expect(await explained({ town, files })).toContainEqual(['not-usable', 'buildings', '国槐里 1号楼', 0, -1, 0])
    const good = { 'b.geojson': geojsonOf({ ...b1, geometry: { type: 'Polygon', coordinates: [rectangle(10, 10, 50, 12)] } }) }
    expect(await explained({ town, files: good })).toEqual([])
  })
})
