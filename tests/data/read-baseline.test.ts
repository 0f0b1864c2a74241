import { describe, expect, it } from 'vitest'
import { readBaseline } from '@/data/read-baseline'
import { parseDay } from '@/domain/day'

const read = (...rows: string[]) => readBaseline(['communityId,itemCode,plannedStart,plannedFinish,weight', ...rows].join('\n'), 'baseline.csv')

describe('readBaseline', () => {
  it('keeps the row number, so that rules across files can name it', () => {
    expect(read('C01,J02,2024-06-15,2024-08-31,2').value).toEqual([
      { row: 2, communityId: 'C01', itemCode: 'J02', plannedStart: parseDay('2024-06-15'), plannedFinish: parseDay('2024-08-31'), weight: 2 },
    ])
  })

  it('takes work of a single day', () => {
    expect(read('C01,J02,2024-06-15,2024-06-15,2').findings).toEqual([])
  })

  it('leaves out work that ends before it begins', () => {
    const { value, findings } = read('C01,J02,2024-06-15,2024-06-14,2', 'C01,J03,2024-06-15,2024-06-16,2')
    expect(value!.map(({ itemCode }) => itemCode)).toEqual(['J03'])
    expect(findings).toEqual([{
      code: 'dates-out-of-order', severity: 'error', file: 'baseline.csv', feature: 'row 2', field: 'plannedFinish',
      params: { found: '2024-06-14', relation: 'before', than: 'plannedStart', other: '2024-06-15' },
    }])
  })
})
