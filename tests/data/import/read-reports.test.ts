import { describe, expect, it } from 'vitest'
import { subjectFinder } from '@/data/import/find-subject'
import { cellReader } from '@/data/import/read-cells'
import { readReports } from '@/data/import/read-reports'
import type { Table } from '@/data/import/table'
import type { RawValue } from '@/domain/source-file'
import { PLAN_WORDS } from '../../fixtures/grid-layer'

/** Reports of one row whose columns are fields. */
function reportsOf(cells: Readonly<Record<string, RawValue>>, hasPlan = true) {
  const columns = Object.keys(cells)
  const table: Table = { columns, rows: [{ number: 2, values: Object.values(cells), geometry: null }], headerRows: [], totalsRows: [], titles: [], findings: [] }
  const reader = cellReader(table, { target: 'ledger', columns: columns.map((column) => ({ column, field: column, unit: 'share' })) }, 'a.csv')
  const drafts = readReports(table.rows[0]!, reader.read(table.rows[0]!), reader, hasPlan ? subjectFinder(PLAN_WORDS) : null)
  return drafts.map(({ part, values, findings, isForEachBuilding }) => ({ part, ...Object.fromEntries(values), isForEachBuilding, findings: findings.map(({ code }) => code) }))
}

describe('readReports', () => {
  it('gives a report for each filled cell of a row', () => {
    expect(reportsOf({ community: '红枫里', 'item:J02': 0.3, 'item:J03': null, stop: '2024-08-03', resume: '2024-08-05' })).toEqual([
      { part: 'item:J02', kind: 'progress', subject: 'J02', doneShare: 0.3, isForEachBuilding: false, findings: [] },
      { part: 'stop', kind: 'stop', date: '2024-08-03', isForEachBuilding: false, findings: [] },
      { part: 'resume', kind: 'resume', date: '2024-08-05', isForEachBuilding: false, findings: [] },
    ])
  })

  it('holds an item of buildings for each of them, unless one is named', () => {
    expect(reportsOf({ community: '红枫里', 'item:W07': 0.3 })).toMatchObject([{ isForEachBuilding: true }])
    expect(reportsOf({ community: '红枫里', building: '1号楼', 'item:W07': 0.3 })).toMatchObject([{ isForEachBuilding: false }])
    expect(reportsOf({ communityId: 'C01', subject: 'W07', doneShare: 0.3 })).toMatchObject([{ isForEachBuilding: true, kind: 'progress' }])
    expect(reportsOf({ communityId: 'C01', buildingId: 'C01-B1', subject: 'W07', doneShare: 0.3 })).toMatchObject([{ isForEachBuilding: false }])
  })

  it('says nothing for a row of names only', () => {
    expect(reportsOf({ community: '红枫里', 'item:J02': null })).toEqual([])
    expect(reportsOf({ community: '红枫里', subject: null, doneShare: null })).toEqual([])
    expect(reportsOf({ community: '红枫里', subject: '供水管网', doneShare: '—' })).toEqual([])
    expect(reportsOf({ community: '红枫里', subject: '供水管网', doneShare: '约九成' })).toMatchObject([{ findings: ['bad-number'] }])
  })

  it('takes the kind that is stated', () => {
    expect(reportsOf({ kind: '调整计划', subject: '供水管网', date: '2024-09-30' })).toMatchObject([{ kind: 'replan', subject: 'J02', date: '2024-09-30', findings: [] }])
    expect(reportsOf({ kind: '节点', subject: '拆违拆临', date: '2024-05-31' })).toMatchObject([{ kind: 'milestone', subject: 'M02' }])
    expect(reportsOf({ kind: '更正', subject: '拆违拆临', doneShare: 0.5 })).toMatchObject([{ kind: 'correction', subject: 'J01' }])
    expect(reportsOf({ kind: '节点', subject: '供水管网', date: '2024-05-31' })).toMatchObject([{ findings: ['name-unknown'] }])
    expect(reportsOf({ kind: '停工', date: '2024-08-03', note: '暴雨' })).toMatchObject([{ kind: 'stop', date: '2024-08-03', note: '暴雨' }])
  })

  it('takes codes as they are without a plan', () => {
    expect(reportsOf({ subject: 'J02', doneShare: 0.3 }, false)).toMatchObject([{ kind: 'progress', subject: 'J02', findings: [] }])
  })
})
