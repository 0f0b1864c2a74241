import { describe, expect, it } from 'vitest'
import { readLedger } from '@/data/read-ledger'
import { parseDay } from '@/domain/day'

const read = (...rows: string[]) => readLedger(['reportedOn,communityId,buildingId,kind,subject,doneShare,date,note', ...rows].join('\n'), 'ledger.csv')

describe('readLedger', () => {
  it('reads a row of each kind', () => {
    const { value, findings } = read(
      '2024-07-01,C01,C01-B1,progress,J14,0.255,,half of the roof', '2024-07-01,C01,,milestone,M09,,2024-06-15,',
      '2024-07-02,C01,,replan,J02,,2024-09-30,', '2024-07-03,C01,,stop,,,2024-07-03,', '2024-07-09,C01,,resume,,,2024-07-09,',
      '2024-07-10,C01,,correction,J02,0.2,,', '2024-07-10,C01,,remark,,,,the crane is late',
    )
    expect(findings).toEqual([])
    expect(value).toHaveLength(7)
    expect(value![0]).toEqual({
      row: 2, reportedOn: parseDay('2024-07-01'), communityId: 'C01', buildingId: 'C01-B1', kind: 'progress', subject: 'J14', doneShare: 0.255,
      date: null, note: 'half of the roof',
    })
  })

  it.each([
    ['progress without a share', '2024-07-01,C01,,progress,J02,,,', 'doneShare'],
    ['progress of nothing', '2024-07-01,C01,,progress,,0.2,,', 'subject'],
    ['a correction without a share', '2024-07-01,C01,,correction,J02,,,', 'doneShare'],
    ['a milestone without a day', '2024-07-01,C01,,milestone,M09,,,', 'date'],
    ['a new plan without a day', '2024-07-01,C01,,replan,J02,,,', 'date'],
    ['a stop without a day', '2024-07-01,C01,,stop,,,,', 'date'],
  ])('leaves out %s', (_, row, field) => {
    const { value, findings } = read(row)
    expect(value).toEqual([])
    expect(findings).toMatchObject([{ code: 'field-missing', severity: 'error', feature: 'row 2', field }])
  })

  it('ignores a cell that the kind does not use, with a warning', () => {
    const { value, findings } = read('2024-07-01,C01,,milestone,M09,1,2024-06-15,')
    expect(value).toMatchObject([{ doneShare: null, date: parseDay('2024-06-15') }])
    expect(findings).toMatchObject([{ code: 'wrong-type', severity: 'warning', field: 'doneShare', params: { expected: 'empty', found: '1' } }])
  })

  it('does not believe a milestone reported before it is reached, but a stop may be announced', () => {
    const { value, findings } = read('2024-06-14,C01,,milestone,M09,,2024-06-15,', '2024-07-01,C01,,stop,,,2024-07-08,')
    expect(value!.map(({ kind }) => kind)).toEqual(['stop'])
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([['dates-out-of-order', 'error'], ['dates-out-of-order', 'warning']])
  })
})
