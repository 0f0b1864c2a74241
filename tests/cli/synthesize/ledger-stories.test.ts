import { describe, expect, it } from 'vitest'
import { makeBaseline } from '@/cli/synthesize/baseline'
import { makeLedger } from '@/cli/synthesize/ledger'
import { makeCommunitySpecs, PROGRAMME_SEED } from '@/cli/synthesize/programme-specs'
import { makeRandom } from '@/cli/synthesize/random'
import { formatDay, parseDay } from '@/domain/day'
import type { ReportKind } from '@/domain/programme'
import { SimpleProgress } from './simple-progress'

const specs = makeCommunitySpecs(makeRandom(PROGRAMME_SEED))
const baseline = makeBaseline(specs, makeRandom(PROGRAMME_SEED + 1))
const ledger = makeLedger(specs, baseline, makeRandom(PROGRAMME_SEED + 2))
const progress = new SimpleProgress(specs, baseline, ledger)

const day = (text: string) => parseDay(text)!
const FIRST_DAY = day('2024-05-06')
const DATA_DATE = day('2024-10-28')
const allDays = Array.from({ length: DATA_DATE - FIRST_DAY + 1 }, (_, i) => FIRST_DAY + i)
const showcases = specs.filter(({ showcase }) => showcase).map(({ id }) => id)
const standings = new Map(specs.map(({ id }) => [id, progress.standing(id, DATA_DATE)]))
const withLamp = (lamp: string) => specs.map(({ id }) => id).filter((id) => standings.get(id)!.lamp === lamp)
const rowsOf = (id: string, kind: ReportKind, subject: string | null = null) =>
  ledger.filter((row) => row.communityId === id && row.kind === kind && row.subject === subject)
const reachedBy = (code: string) =>
  ledger.filter(({ kind, subject }) => kind === 'milestone' && subject === code).map(({ communityId }) => communityId)

/** Days between two reports of a community, longest first, with the data date as the last end. */
function silences(id: string) {
  const own = ledger.filter(({ communityId }) => communityId === id).map(({ reportedOn }) => reportedOn)
  const heard = [...new Set(own), DATA_DATE]
  const gaps = heard.slice(1).map((to, i) => ({ from: heard[i]!, to, days: to - heard[i]! }))
  return gaps.sort((a, b) => b.days - a.days)
}

describe('the programme as a whole', () => {
  it('stands 5 to 9 points behind plan on the data date', () => {
    const { planned, actual } = progress.programme(DATA_DATE)
    expect(planned).toBeGreaterThan(0.82)
    expect(planned).toBeLessThan(0.9)
    expect(planned - actual).toBeGreaterThan(0.05)
    expect(planned - actual).toBeLessThan(0.09)
  })

  it('follows an S: slow in June, fast in summer, slow at the end', () => {
    const at = (text: string) => progress.programme(day(text)).planned
    const june = at('2024-07-01') - at('2024-06-01')
    const summer = at('2024-08-30') - at('2024-07-31')
    const end = at('2024-11-30') - at('2024-10-31')
    expect(june).toBeLessThan(summer / 2)
    expect(end).toBeLessThan(summer)
    expect(progress.programme(day('2024-08-26')).actual).toBeGreaterThan(0.35)
    expect(progress.programme(day('2024-08-26')).actual).toBeLessThan(0.65)
  })

  it('has about two thirds normal, several slow and five late communities', () => {
    expect(withLamp('normal').length).toBeGreaterThanOrEqual(20)
    expect(withLamp('warning').length).toBeGreaterThanOrEqual(6)
    expect(withLamp('warning').length).toBeLessThanOrEqual(10)
    expect(withLamp('late')).toEqual(['C02', 'C12', 'C13', 'C14', 'C15'])
  })

  it('keeps the two communities with real names normal on every day', () => {
    expect(showcases).toEqual(['C07', 'C32'])
    for (const id of showcases) {
      const bad = allDays.filter((on) => progress.standing(id, on).lamp !== 'normal')
      expect(bad.map(formatDay)).toEqual([])
    }
  })

  it('has no missing item apart from the two that nobody reports', () => {
    const missing = (on: number) =>
      specs.flatMap(({ id }) => progress.standing(id, on).missing.map((code) => `${id} ${code}`))
    expect(missing(day('2024-06-16'))).toEqual([])
    expect(missing(day('2024-07-31'))).toEqual([])
    expect(missing(DATA_DATE)).toEqual(['C19 T03', 'C30 T05'])
  })
})

describe('the stories', () => {
  it('name a clear cause for each late community', () => {
    const causes = ['C02', 'C12', 'C13', 'C14', 'C15'].map((id) => standings.get(id)!.cause)
    // 雨污分流, 供水管网, 屋面防水, 拆违拆临 (milestone), 飞线治理
    expect(causes).toEqual(['J03', 'J02', 'J14', 'M02', 'J07'])
    for (const [id, code] of [['C02', 'J03'], ['C12', 'J02'], ['C13', 'J14'], ['C14', 'J01'], ['C15', 'J07']] as const) {
      expect(rowsOf(id, 'progress', code).some(({ note }) => note.length > 4)).toBe(true)
    }
  })

  it('finish eight or nine communities, accept three of them and hand one over', () => {
    const finished = specs.map(({ id }) => id).filter((id) => standings.get(id)!.actual === 1)
    expect(reachedBy('M11').sort()).toEqual(finished)
    expect(finished.length).toBeGreaterThanOrEqual(7)
    expect(finished.length).toBeLessThanOrEqual(10)
    expect(reachedBy('M12').sort()).toEqual(['C05', 'C11', 'C24'])
    expect(reachedBy('M13')).toEqual(['C05'])
  })

  it('put some communities well ahead of plan', () => {
    expect([...standings.values()].filter(({ gap }) => gap < -0.05).length).toBeGreaterThanOrEqual(3)
  })

  it('stop C12 to the end, and C25 for three weeks', () => {
    expect(rowsOf('C12', 'stop').length).toBe(1)
    expect(rowsOf('C12', 'resume').length).toBe(0)
    const [stop] = rowsOf('C12', 'stop')
    const frozen = [stop!.date!, DATA_DATE].map((on) => progress.standing('C12', on).actual)
    expect(frozen[1]! - frozen[0]!).toBeLessThan(0.04)
    expect(rowsOf('C25', 'resume')[0]!.date! - rowsOf('C25', 'stop')[0]!.date!).toBe(21)
    expect(ledger.filter(({ kind }) => kind === 'stop').length).toBe(2)
  })

  it('plan items anew in C02 and C13, later than the baseline and with a reason', () => {
    const replans = ledger.filter(({ kind }) => kind === 'replan')
    expect(new Set(replans.map(({ communityId }) => communityId))).toEqual(new Set(['C02', 'C13']))
    for (const { communityId, subject, date, note } of replans) {
      const row = baseline.find((other) => other.communityId === communityId && other.itemCode === subject)!
      expect(date).toBeGreaterThan(row.plannedFinish)
      expect(note.length).toBeGreaterThan(4)
    }
    // A building item is planned anew for each of its buildings.
    expect(rowsOf('C13', 'replan', 'J14').map(({ buildingId }) => buildingId)).toEqual(['C13-B1', 'C13-B2', 'C13-B3'])
  })

  it('leave C06 silent for more than five weeks at the end, and C21 in July only', () => {
    const [c06] = silences('C06')
    expect(c06!.to).toBe(DATA_DATE)
    expect(c06!.days).toBeGreaterThan(35)
    const [c21, next] = silences('C21')
    expect(formatDay(c21!.from) < '2024-07-01' && formatDay(c21!.to) > '2024-07-31').toBe(true)
    expect(next!.days).toBeLessThanOrEqual(14)
  })

  it('leave no other open site silent for more than the 14 days of the plan', () => {
    for (const { id } of specs) {
      if (id === 'C06' || id === 'C21' || standings.get(id)!.actual === 1) continue
      expect(silences(id)[0]!.days, id).toBeLessThanOrEqual(14)
    }
  })

  it('start C31 seventeen days late, so that its milestone is overdue by more than ten', () => {
    expect(rowsOf('C31', 'milestone', 'M09')[0]!.date).toBe(day('2024-07-02'))
    expect(progress.standing('C31', day('2024-06-26')).overdueDays).toBe(11)
    expect(progress.standing('C31', day('2024-06-26')).lamp).toBe('late')
    expect(progress.standing('C31', day('2024-06-25')).lamp).not.toBe('late')
    const overdue = specs.map(({ id }) => id).filter((id) => progress.standing(id, day('2024-06-28')).overdueDays > 10)
    expect(overdue).toEqual(['C14', 'C31'])
  })

  it('pave C16 over an open sewer, and dig up C09 again; nowhere else', () => {
    const underground = ['J02', 'J03', 'J04', 'J05', 'J06', 'J07']
    const conflicts = specs.flatMap(({ id }) => {
      const surface = rowsOf(id, 'progress', 'J09')
      const begun = surface.find(({ doneShare }) => doneShare! > 0)?.reportedOn ?? Infinity
      const paved = surface.find(({ doneShare }) => doneShare === 1)?.reportedOn ?? Infinity
      return underground.flatMap((code) => {
        const reports = rowsOf(id, 'progress', code)
        const grown = reports.filter(({ doneShare }, i) => doneShare! > (reports[i - 1]?.doneShare ?? 0))
        const done = grown.find(({ doneShare }) => doneShare === 1)?.reportedOn ?? Infinity
        const open = reports.length > 0 && begun < Infinity && done > begun ? [`${id} begun ${code}`] : []
        return [...open, ...(grown.some(({ reportedOn }) => reportedOn > paved) ? [`${id} dug up ${code}`] : [])]
      })
    })
    expect(conflicts).toEqual(['C09 begun J04', 'C09 dug up J04', 'C16 begun J03'])
  })
})
