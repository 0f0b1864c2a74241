import { expect, it } from 'vitest'
import type { WorkEdit } from '@/domain/workspace'
import { edited, refused, smallWork, textOf } from '../../../fixtures/edit-bench'
import { at, rectangle } from '../../../fixtures/small-geodata'

const shape = (dataset: 'communities' | 'buildings' | 'spare-spaces', id: string, ring: [number, number][]): WorkEdit =>
  ({ kind: 'geometry', dataset, id, geometry: { type: 'Polygon', coordinates: [ring] } })

it('changes one shape, wound and rounded as the format wants it, and nothing else of the file', async () => {
  const before = await smallWork((geodata) => Object.assign(geodata.buildings.features[0]!.properties, { extra: 'kept' }))
  const clockwise = rectangle(10, 12, 50, 12).reverse().map(([lon, lat]): [number, number] => [lon + 1e-9, lat])
  const result = await edited(shape('buildings', 'C01-B1', clockwise), before)
  expect(result.composed.folder.values.buildings![0]!.geometry.coordinates[0]).toEqual(rectangle(10, 12, 50, 12))
  const [old, now] = [before.files.get('buildings.geojson'), result.composed.files.get('buildings.geojson')].map((bytes) => JSON.parse(new TextDecoder().decode(bytes)) as { features: { properties: object }[] })
  expect(now!.features.map(({ properties }) => properties)).toEqual(old!.features.map(({ properties }) => properties))
  expect(now!.features.slice(1)).toEqual(old!.features.slice(1))
  expect(result.params).toEqual({ dataset: 'buildings', id: 'C01-B1', name: '1号楼', community: '国槐里', communityId: 'C01' })
  expect(textOf(result, 'manifest.json')).not.toBe(new TextDecoder().decode(before.files.get('manifest.json')))
  expect(result.composed.folder.failures).toEqual([])
})

it('refuses a shape that crosses itself, lies over another or outside', async () => {
  const bow: [number, number][] = [at(70, 60), at(90, 80), at(90, 60), at(70, 80), at(70, 60)]
  expect(await refused(shape('spare-spaces', 'S001', bow))).toEqual(['S001 geometry self-intersection'])
  expect(await refused(shape('buildings', 'C01-B1', rectangle(80, 10, 50, 12)))).toEqual(['C01-B1 geometry building-outside-community'])
  expect(await refused(shape('buildings', 'C01-B1', rectangle(10, 39, 50, 12)))).toEqual(['C01-B1 geometry buildings-overlap'])
  expect((await refused(shape('communities', 'C01', rectangle(0, 0, 130, 80))))!.join()).toContain('communities-overlap')
  expect(await refused(shape('communities', 'C01', [[10, 10], [10.1, 10], [10.1, 10.1], [10, 10]]))).not.toBeNull()
})

it('refuses a shape of nothing', async () => {
  expect(await refused(shape('buildings', 'C09-B9', rectangle(10, 10, 5, 5)))).toEqual(['C09-B9 id dangling-reference'])
})
