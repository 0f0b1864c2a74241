import { describe, expect, it } from 'vitest'
import { makeBaseline } from '@/cli/synthesize/baseline'
import { makeLedger } from '@/cli/synthesize/ledger'
import { makePlan } from '@/cli/synthesize/plan'
import { makeCommunitySpecs, PROGRAMME_SEED } from '@/cli/synthesize/programme-specs'
import { makeRandom } from '@/cli/synthesize/random'
import { parseDay } from '@/domain/day'
import type { ReportKind } from '@/domain/programme'

const specs = makeCommunitySpecs(makeRandom(PROGRAMME_SEED))
const baseline = makeBaseline(specs, makeRandom(PROGRAMME_SEED + 1))
const ledger = makeLedger(specs, baseline, makeRandom(PROGRAMME_SEED + 2))
const plan = makePlan()
const itemOf = new Map(plan.items.map((item) => [item.code, item]))
const DATA_DATE = parseDay('2024-10-28')!

describe('makeLedger', () => {
  it('has 5,000 to 8,000 rows from 6 May to the data date, in order', () => {
    expect(ledger.length).toBeGreaterThan(5000)
    expect(ledger.length).toBeLessThan(8000)
    expect(ledger[0]!.reportedOn).toBe(parseDay('2024-05-06'))
    expect(ledger.at(-1)!.reportedOn).toBe(DATA_DATE)
    for (let i = 1; i < ledger.length; i++) expect(ledger[i]!.reportedOn).toBeGreaterThanOrEqual(ledger[i - 1]!.reportedOn)
  })

  it('speaks of planned items only, per building exactly where the item is done per building', () => {
    const planned = new Set(baseline.map(({ communityId, itemCode }) => `${communityId} ${itemCode}`))
    const buildings = new Map(specs.flatMap((spec) => spec.buildings.map(({ id }) => [id, spec.id])))
    for (const { kind, communityId, subject, buildingId } of ledger) {
      if (kind !== 'progress' && kind !== 'replan') {
        expect(buildingId).toBeNull()
        continue
      }
      expect(planned).toContain(`${communityId} ${subject}`)
      if (itemOf.get(subject!)!.scope === 'building') expect(buildings.get(buildingId!)).toBe(communityId)
      else expect(buildingId).toBeNull()
    }
  })

  it('fills the columns each kind of report needs and no other', () => {
    const filled: Partial<Record<ReportKind, string>> = {
      progress: 'subject doneShare', milestone: 'subject date', replan: 'subject date', stop: 'date', resume: 'date',
    }
    for (const row of ledger) {
      const columns = (['subject', 'doneShare', 'date'] as const).filter((column) => row[column] !== null)
      expect(columns.join(' ')).toBe(filled[row.kind])
    }
  })

  it('reports nothing before it happened', () => {
    for (const { kind, date, reportedOn } of ledger) {
      if (kind === 'replan') expect(date).toBeGreaterThan(reportedOn)
      else if (date !== null) expect(date).toBeLessThanOrEqual(reportedOn)
    }
  })

  it('keeps shares within 0…1, with two decimals, never decreasing', () => {
    const last = new Map<string, number>()
    for (const { kind, communityId, buildingId, subject, doneShare } of ledger) {
      if (kind !== 'progress') continue
      const key = `${communityId} ${buildingId} ${subject}`
      expect(doneShare).toBeGreaterThanOrEqual(last.get(key) ?? 0)
      expect(doneShare).toBeLessThanOrEqual(1)
      expect(Math.round(doneShare! * 100) / 100).toBe(doneShare)
      last.set(key, doneShare!)
    }
  })

  it('reaches each milestone at most once, start after tender, finish after start', () => {
    for (const { id } of specs) {
      const reached = ledger.filter(({ communityId, kind }) => communityId === id && kind === 'milestone')
      const dates = new Map(reached.map(({ subject, date }) => [subject, date!]))
      expect(dates.size).toBe(reached.length)
      expect(dates.get('M09')).toBeGreaterThan(dates.get('M08')!)
      for (const [earlier, later] of [['M09', 'M11'], ['M11', 'M12'], ['M12', 'M13']] as const) {
        if (dates.has(later)) expect(dates.get(later)).toBeGreaterThan(dates.get(earlier)!)
      }
    }
  })

  it('writes short notes without names, numbers or the start of a formula', () => {
    const notes = new Set(ledger.map(({ note }) => note).filter((note) => note !== ''))
    expect(notes.size).toBeGreaterThan(15)
    for (const note of notes) {
      expect(note.length).toBeLessThanOrEqual(30)
      expect(note).not.toMatch(/\d|^[=+\-@]/)
    }
    expect([...notes].some((note) => /[",]/.test(note))).toBe(true)
  })

  it('gives the same ledger for the same seed', () => {
    expect(makeLedger(specs, baseline, makeRandom(PROGRAMME_SEED + 2))).toEqual(ledger)
  })
})
