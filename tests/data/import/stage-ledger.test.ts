import { describe, expect, it } from 'vitest'
import { stageLedger } from '@/data/import/stage-ledger'
import { parseDay } from '@/domain/day'
import { NO_DECISIONS } from '@/domain/import'
import { folderOf } from '../../fixtures/import-town'
import { smallGeodata } from '../../fixtures/small-geodata'
import { layerOf, rowOf } from '../../fixtures/work-rows'

const { values: { plan, ledger, baseline } } = await folderOf(smallGeodata())
const row = (number: number, values: Record<string, string | number>, communityId = 'C01') =>
  rowOf(layerOf('grid'), 'ledger', { number, values: { reportedOn: '2024-10-30', ...values } }, { communityId })
const lookup = (...ids: string[]) => (id: string) => (ids.includes(id) ? 'usable' as const : 'unknown' as const)

function stage(rows: ReturnType<typeof row>[], isReplaced = false, corrections = {}) {
  return stageLedger(rows, {
    plan: plan!, known: ledger!, isReplaced, today: parseDay('2024-11-01')!, firstDay: null, decisions: { ...NO_DECISIONS, corrections },
    references: {
      communities: lookup('C01', 'C02'), buildings: lookup('C01-B1'), communityOfBuilding: new Map([['C01-B1', 'C01']]), items: lookup('J02', 'J09', 'J14'),
      milestones: lookup('M01', 'M09', 'M11', 'M12'), baseline: baseline!, isBaselineWhole: true,
    },
  })
}

describe('stageLedger', () => {
  it('adds rows behind with numbers that go on', () => {
    const { reports, added } = stage([row(2, { kind: 'progress', subject: 'J02', doneShare: 0.6 }), row(3, { kind: 'stop', date: '2024-10-30' }, 'C02')])
    expect(added).toEqual(['a.csv#0:2', 'a.csv#0:3'])
    expect(reports.map((report) => report.row)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(reports.at(-1)).toMatchObject({ communityId: 'C02', kind: 'stop', subject: null, doneShare: null })
  })

  it('finds what the ledger has; a note of its own makes a row of its own', () => {
    const same = { reportedOn: '2024-07-01', kind: 'progress', subject: 'J02', doneShare: 0.2 }
    expect(stage([row(2, same)])).toMatchObject({ added: [], changed: [], sameCount: 1 })
    expect(stage([row(2, { ...same, note: 'trench, north side' })])).toMatchObject({ changed: [], sameCount: 1 })
    expect(stage([row(2, { ...same, note: 'south side' })])).toMatchObject({ changed: ['a.csv#0:2'], sameCount: 0 })
  })

  it('tells by its cells what a row without a kind reports', () => {
    const { reports } = stage([row(2, { subject: 'J02', doneShare: 0.6 }), row(3, { subject: 'M11', date: '2024-10-29' }), row(4, { subject: 'J09', date: '2024-12-24' }), row(5, { note: '等电缆' })])
    expect(reports.slice(-4).map(({ kind }) => kind)).toEqual(['progress', 'milestone', 'replan', 'remark'])
  })

  it('lets go what a whole new ledger does not name', () => {
    const { gone, reports } = stage([row(2, { reportedOn: '2024-07-01', kind: 'progress', subject: 'J02', doneShare: 0.2 })], true)
    expect([gone, reports.length]).toEqual([['row 2', 'row 4', 'row 5', 'row 6', 'row 7', 'row 8'], 1])
  })

  it('refuses the second of two equal rows', () => {
    const rows = [row(2, { subject: 'J02', doneShare: 0.6 }), row(3, { subject: 'J02', doneShare: 0.6 })]
    expect(stage(rows).added).toEqual(['a.csv#0:2'])
    expect(rows[1]).toMatchObject({ verdict: 'rejected', findings: [{ code: 'row-twice', params: { row: 2 } }] })
  })

  it('refuses a report that lacks a cell, and warns of one that is not used', () => {
    const rows = [row(2, { kind: 'progress', subject: 'J02' }), row(3, { kind: 'stop', date: '2024-10-30', subject: 'J02' })]
    stage(rows)
    expect(rows.map(({ verdict, findings }) => [verdict, findings[0]!.code, findings[0]!.field])).toEqual([['rejected', 'field-missing', 'doneShare'], ['accepted', 'wrong-type', 'subject']])
  })

  it('writes a lower share as a correction once somebody says it is one', () => {
    const lower = { subject: 'J02', doneShare: 0.4 }
    expect(stage([row(2, lower)])).toMatchObject({ added: [], contradicting: ['a.csv#0:2'] })
    expect(stage([row(2, lower)], false, { 'a.csv#0:2': true }).reports.at(-1)).toMatchObject({ kind: 'correction', doneShare: 0.4 })
  })
})
