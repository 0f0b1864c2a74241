import { expect, it } from 'vitest'
import { labelRows } from '@/data/import/label-rows'
import type { Staged } from '@/data/import/stage-datasets'
import { folderOf } from '../../fixtures/import-town'
import { smallGeodata } from '../../fixtures/small-geodata'
import { layerOf, rowOf } from '../../fixtures/work-rows'

it('names rows as a person would', async () => {
  const { values } = await folderOf(smallGeodata())
  const layer = layerOf('grid')
  const rows = [
    rowOf(layer, 'communities', { values: { name: '紫薇里' } }),
    rowOf(layer, 'buildings', { values: { name: '3号楼' } }, { communityId: 'C01' }),
    rowOf(layer, 'ledger', { values: { subject: 'J14', reportedOn: '2024-10-30', kind: 'progress' } }, { communityId: 'C01', buildingId: 'C01-B2' }),
    rowOf(layer, 'ledger', { values: { reportedOn: '2024-10-30', kind: 'stop' }, communityName: '柳园' }),
    rowOf(layer, 'baseline', { values: { itemCode: 'J02' } }, { communityId: 'C02' }),
    rowOf(layer, 'gates', {}, { communityId: 'C02' }),
    rowOf(layer, 'hazards', {}, { recordId: 'H01' }),
  ]
  labelRows({ rows, values } as unknown as Staged)
  expect(rows.map(({ label }) => label)).toEqual(['紫薇里', '国槐里 3号楼', '国槐里 2号楼 J14 2024-10-30', '柳园 stop 2024-10-30', '海棠里 J02', '海棠里', 'H01'])
})
