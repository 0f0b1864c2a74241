import { describe, expect, it } from 'vitest'
import { stageBaseline } from '@/data/import/stage-baseline'
import { folderOf } from '../../fixtures/import-town'
import { smallGeodata } from '../../fixtures/small-geodata'
import { layerOf, rowOf } from '../../fixtures/work-rows'

const { values: { baseline, plan } } = await folderOf(smallGeodata())
const row = (number: number, communityId: string, values: Record<string, string | number>) => rowOf(layerOf('grid'), 'baseline', { number, values }, { communityId })

describe('stageBaseline', () => {
  it('changes a row in its place and keeps what the file does not tell', () => {
    const staged = stageBaseline([row(2, 'C01', { itemCode: 'J09', plannedFinish: '2024-12-15' })], baseline!, plan!, false, false)
    expect(staged).toMatchObject({ changed: ['C01 J09'], added: [], gone: [], sameCount: 0 })
    expect(staged.rows).toHaveLength(4)
    expect(staged.rows[1]).toMatchObject({ itemCode: 'J09', weight: 1 })
  })

  it('adds what is new behind, and finds what is the same', () => {
    const staged = stageBaseline([
      row(2, 'C02', { itemCode: 'J09', plannedStart: '2024-06-15', plannedFinish: '2024-07-15', weight: 2 }), row(3, 'C01', { itemCode: 'J02', weight: 2 }),
    ], baseline!, plan!, false, false)
    expect(staged).toMatchObject({ added: ['C02 J09'], changed: [], sameCount: 1 })
    expect(staged.rows.at(-1)).toMatchObject({ communityId: 'C02', itemCode: 'J09', weight: 2 })
  })

  it('lets go what a whole new plan does not name', () => {
    const staged = stageBaseline([row(2, 'C01', { itemCode: 'J02' })], baseline!, plan!, true, false)
    expect([staged.gone, staged.rows.length]).toEqual([['C01 J09', 'C01 J14', 'C02 J02'], 1])
  })

  it('refuses unknown items, days in the wrong order, a second row, and a new one that lacks something', () => {
    const rows = [
      row(2, 'C01', { itemCode: 'X99' }), row(3, 'C01', { itemCode: 'J02', plannedStart: '2025-01-01' }),
      row(4, 'C01', { itemCode: 'J09', weight: 3 }), row(5, 'C01', { itemCode: 'J09', weight: 4 }), row(6, 'C02', { itemCode: 'J14', weight: 1 }),
    ]
    const staged = stageBaseline(rows, baseline!, plan!, false, false)
    expect(rows.map(({ verdict, findings }) => [verdict, findings[0]?.code])).toEqual([
      ['rejected', 'dangling-reference'], ['rejected', 'dates-out-of-order'], ['accepted', undefined], ['rejected', 'row-twice'], ['rejected', 'field-missing'],
    ])
    expect(staged.changed).toEqual(['C01 J09'])
  })
})
