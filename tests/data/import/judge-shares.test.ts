import { describe, expect, it } from 'vitest'
import { firstReportDay, judgeShares } from '@/data/import/judge-shares'
import type { Report } from '@/domain/programme'

const report = (reportedOn: number, doneShare: number, kind: Report['kind'] = 'progress', subject = 'J02'): Report => (
  { row: 0, reportedOn, communityId: 'C01', buildingId: null, kind, subject, doneShare, date: null, note: '' }
)
const kindsOf = (known: Report[], fresh: Report[], isCorrection = false) =>
  [...judgeShares(known, fresh.map((one) => ({ report: one, isCorrection }))).values()].map(({ kind }) => kind)

describe('judgeShares', () => {
  const known = [report(10, 0.2), report(20, 0.55)]

  it('lets a later day have more, or as much', () => {
    expect(kindsOf(known, [report(30, 0.6), report(31, 0.6)])).toEqual(['fits', 'fits'])
  })

  it('holds a share against the last one before it, of the same subject', () => {
    const [verdict] = [...judgeShares(known, [{ report: report(30, 0.4), isCorrection: false }]).values()]
    expect(verdict).toEqual({ kind: 'lower', before: known[1] })
    expect(kindsOf(known, [report(30, 0.1, 'progress', 'J09')])).toEqual(['fits'])
  })

  it('puts a report between those that are there', () => {
    expect(kindsOf(known, [report(15, 0.3)])).toEqual(['fits'])
    expect(kindsOf(known, [report(15, 0.1)])).toEqual(['lower'])
    expect(kindsOf(known, [report(15, 0.7)])).toEqual(['aboveLater'])
  })

  it('comes after the one of the same day', () => {
    expect(kindsOf(known, [report(20, 0.5)])).toEqual(['lower'])
    expect(kindsOf(known, [report(20, 0.6)])).toEqual(['fits'])
  })

  it('goes on from a correction, and from no lower share without one', () => {
    expect(kindsOf(known, [report(30, 0.4), report(31, 0.45)], true)).toEqual(['lower', 'fits'])
    expect(kindsOf(known, [report(30, 0.4), report(31, 0.45)])).toEqual(['lower', 'lower'])
  })

  it('takes a correction in the ledger as it is, and no notice of a share that the ledger cannot use', () => {
    expect(kindsOf([...known, report(25, 0.3, 'correction')], [report(30, 0.4)])).toEqual(['fits'])
    // What comes before a correction may be more than it.
    expect(kindsOf([...known, report(25, 0.3, 'correction')], [report(22, 0.6)])).toEqual(['fits'])
    expect(kindsOf([...known, report(25, 0.3)], [report(30, 0.4)])).toEqual(['lower'])
    expect(kindsOf([...known, report(25, 0.3)], [report(22, 0.6)])).toEqual(['fits'])
  })
})

describe('firstReportDay', () => {
  it('is a year before the first thing that is planned', () => {
    expect(firstReportDay([20_000, 19_900])).toBe(19_900 - 366)
    expect(firstReportDay([])).toBeNull()
  })
})
