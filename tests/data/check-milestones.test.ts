import { describe, expect, it } from 'vitest'
import { checkMilestones } from '@/data/check-milestones'
import { readPlan } from '@/data/read-plan'
import { parseDay } from '@/domain/day'
import type { Finding } from '@/domain/finding'
import type { Report } from '@/domain/programme'
import { smallGeodata } from '../fixtures/small-geodata'

const plan = readPlan(JSON.stringify(smallGeodata().plan), 'plan.json').value!

function reached(row: number, subject: string, on: string, communityId = 'C01'): Report {
  return { row, reportedOn: 20_000, communityId, buildingId: null, kind: 'milestone', subject, doneShare: null, date: parseDay(on), note: '' }
}
function done(subject: string, doneShare: number, buildingId: string | null = null): Report {
  return { row: 50, reportedOn: 20_000, communityId: 'C01', buildingId, kind: 'progress', subject, doneShare, date: null, note: '' }
}
function check(reports: Report[], lastShares: Report[] = []) {
  const findings: Finding[] = []
  const rows = checkMilestones(reports, lastShares, plan, 'ledger.csv', findings).map(({ row }) => row)
  return { rows, findings: findings.map(({ feature, severity, params }) => `${feature} ${severity} ${params['problem']}`), params: findings.map(({ params }) => params) }
}

describe('checkMilestones', () => {
  it('has nothing against a site that starts, finishes and is accepted', () => {
    const reports = [reached(2, 'M09', '2024-06-15'), reached(3, 'M11', '2024-11-20'), reached(4, 'M12', '2024-11-20')]
    expect(check(reports, [done('J02', 1)])).toMatchObject({ rows: [2, 3, 4], findings: [] })
  })

  it('leaves out a finish before the start, whichever is reported first', () => {
    expect(check([reached(2, 'M09', '2024-06-15'), reached(3, 'M11', '2024-06-14')])).toMatchObject({ rows: [2], findings: ['row 3 error order'] })
    expect(check([reached(2, 'M11', '2024-06-14'), reached(3, 'M09', '2024-06-15')])).toMatchObject({ rows: [2], findings: ['row 3 error order'] })
  })

  it('does not order preparations, which overlap, nor different communities', () => {
    expect(check([reached(2, 'M09', '2024-06-15'), reached(3, 'M01', '2024-07-01'), reached(4, 'M11', '2024-06-01', 'C02')]).findings).toEqual([])
  })

  it('lets a correction of the same milestone count, with a warning', () => {
    const reports = [reached(2, 'M09', '2024-06-15'), reached(3, 'M09', '2024-06-20'), reached(4, 'M09', '2024-06-20')]
    expect(check(reports)).toMatchObject({ rows: [2, 3, 4], findings: ['row 3 warning twice'] })
  })

  it('names each unfinished item of a finished site once, with its smallest share', () => {
    const shares = [done('J14', 0.9, 'C01-B1'), done('J14', 0.456, 'C01-B2'), done('J02', 1), done('J09', 0.99)]
    const { rows, findings, params } = check([reached(2, 'M11', '2024-11-20')], shares)
    expect([rows, findings]).toEqual([[2], ['row 2 warning unfinished']])
    expect(params[0]).toEqual({ problem: 'unfinished', subject: 'M11', items: 'J09 (99%), J14 (45.6%)' })
  })
})
