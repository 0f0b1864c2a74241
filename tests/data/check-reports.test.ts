import { describe, expect, it } from 'vitest'
import { checkReports, type ReportContext } from '@/data/check-reports'
import { readPlan } from '@/data/read-plan'
import { lookupOf } from '@/data/references'
import { parseDay } from '@/domain/day'
import type { Finding } from '@/domain/finding'
import type { Report } from '@/domain/programme'
import { smallGeodata } from '../fixtures/small-geodata'

const day = (text: string) => parseDay(text)!
const plan = readPlan(JSON.stringify(smallGeodata().plan), 'plan.json').value!
const context: ReportContext = {
  plan, dataDate: day('2024-10-28'), file: 'ledger.csv', isBaselineWhole: true,
  communities: lookupOf(['C01', 'C02'], '', []), buildings: lookupOf(['C01-B1', 'C02-B1'], '', []),
  communityOfBuilding: new Map([['C01-B1', 'C01'], ['C02-B1', 'C02']]),
  items: lookupOf(['J02', 'J09', 'J14'], '', []), milestones: lookupOf(['M01', 'M09', 'M11', 'M12'], '', []),
  baseline: ['J02', 'J14'].map((itemCode) => ({ communityId: 'C01', itemCode, plannedStart: day('2024-06-15'), plannedFinish: day('2024-08-31'), weight: 1 })),
}

function progress(row: number, on: string, doneShare: number, more: Partial<Report> = {}): Report {
  return { row, reportedOn: day(on), communityId: 'C01', buildingId: null, kind: 'progress', subject: 'J02', doneShare, date: null, note: '', ...more }
}

function check(reports: Report[], changed: Partial<ReportContext> = {}) {
  const findings: Finding[] = []
  const rows = checkReports(reports, { ...context, ...changed }, findings).map(({ row }) => row)
  return { rows, findings: findings.map(({ code, feature, field }) => `${feature} ${field} ${code}`) }
}

describe('checkReports', () => {
  it('orders the rows by day, then by row', () => {
    const reports = [progress(4, '2024-08-01', 0.5), progress(3, '2024-07-01', 0.2), progress(2, '2024-08-01', 0.4)]
    expect(check(reports)).toEqual({ rows: [3, 2, 4], findings: [] })
  })

  it('finds a share that goes back, and compares the next with the last good one', () => {
    const reports = [progress(2, '2024-07-01', 0.4), progress(3, '2024-07-08', 0.3), progress(4, '2024-07-15', 0.35), progress(5, '2024-07-22', 0.4)]
    expect(check(reports)).toEqual({ rows: [2, 5], findings: ['row 3 doneShare share-decreases', 'row 4 doneShare share-decreases'] })
  })

  it('takes a correction that goes back, and compares the next with it', () => {
    const correction = progress(3, '2024-07-08', 0.2, { kind: 'correction' })
    const reports = [progress(2, '2024-07-01', 0.4), correction, progress(4, '2024-07-15', 0.3), progress(5, '2024-07-22', 0.25)]
    expect(check(reports)).toEqual({ rows: [2, 3, 4], findings: ['row 5 doneShare share-decreases'] })
  })

  it('wants a building for the correction of a building item', () => {
    const correction = progress(2, '2024-07-08', 0.2, { kind: 'correction', subject: 'J14' })
    expect(check([correction]).findings).toEqual(['row 2 buildingId building-required'])
  })

  it('follows each building, item and community by itself', () => {
    const building = (row: number, id: string, doneShare: number) => progress(row, '2024-07-01', doneShare, { buildingId: id, communityId: id.slice(0, 3), subject: 'J14' })
    const baseline = [...context.baseline!, { ...context.baseline![1]!, communityId: 'C02' }]
    expect(check([building(2, 'C01-B1', 0.9), building(3, 'C02-B1', 0.1), progress(4, '2024-07-02', 0)], { baseline }).findings).toEqual([])
  })

  it('counts a row on the data date but not after it', () => {
    expect(check([progress(2, '2024-10-28', 0.4), progress(3, '2024-10-29', 0.5)])).toEqual({ rows: [2], findings: ['row 3 reportedOn report-future'] })
  })

  it('wants a building exactly where the item is one of buildings', () => {
    const reports = [
      progress(2, '2024-07-01', 0.1, { subject: 'J14' }), progress(3, '2024-07-01', 0.1, { buildingId: 'C01-B1' }),
      progress(4, '2024-07-01', 0.1, { subject: 'J14', buildingId: 'C01-B9' }), progress(5, '2024-07-01', 0.1, { subject: 'J14', buildingId: 'C02-B1' }),
      progress(6, '2024-07-01', 0, { kind: 'stop', subject: null, doneShare: null, date: day('2024-07-01'), buildingId: 'C01-B1' }),
    ]
    expect(check(reports)).toEqual({
      rows: [],
      findings: [
        'row 2 buildingId building-required', 'row 3 buildingId building-not-allowed', 'row 4 buildingId dangling-reference',
        'row 5 buildingId dangling-reference', 'row 6 buildingId building-not-allowed',
      ],
    })
  })

  it('wants a subject that exists and is planned there', () => {
    const reports = [
      progress(2, '2024-07-01', 0.1, { subject: 'J77' }), progress(3, '2024-07-01', 0.1, { subject: 'J09' }),
      progress(4, '2024-07-01', 0.1, { kind: 'milestone', subject: 'M99', doneShare: null, date: day('2024-06-30') }),
    ]
    expect(check(reports).findings).toEqual(['row 2 subject dangling-reference', 'row 3 subject subject-not-planned', 'row 4 subject dangling-reference'])
    expect(check(reports.slice(1, 2), { isBaselineWhole: false })).toEqual({ rows: [], findings: [] })
    expect(check(reports.slice(1, 2), { baseline: null })).toEqual({ rows: [3], findings: [] })
  })

  it('takes a new finish for all buildings at once, but none before the planned start', () => {
    const replan = (row: number, date: string) => progress(row, '2024-07-01', 0, { kind: 'replan', subject: 'J14', doneShare: null, date: day(date) })
    expect(check([replan(2, '2024-09-30'), replan(3, '2024-06-14')])).toEqual({ rows: [2], findings: ['row 3 date dates-out-of-order'] })
  })
})
