import { describe, expect, it } from 'vitest'
import { judgeLamp } from '@/analysis/progress/judge-lamp'
import type { ItemProgress, MilestoneProgress, ShareComparison } from '@/domain/progress'

const thresholds = { warningGapShare: 0.05, lateGapShare: 0.15, lateOverdueDays: 10, silentDays: 14 }

const behind = (gapShare: number | null): ShareComparison => ({
  plannedShare: 0.5, comparablePlannedShare: 0.5, actualShare: gapShare === null ? null : 0.5 - gapShare, gapShare, spi: null,
})
function item(itemCode: string, weightShare: number, plannedShare: number, actualShare: number | null, behindDays: number | null = 7): ItemProgress {
  return {
    itemCode, weightShare, plannedShare, actualShare, behindDays, plannedStart: 0, plannedFinish: 100, replannedFinish: null, slipDays: null,
    lastReportedOn: null, knownBuildings: null,
  }
}
const overdue = (code: string, lateDays: number | null, reachedOn: number | null = null): MilestoneProgress => ({ code, plannedOn: 0, reachedOn, lateDays })

const items = [item('J02', 0.2, 0.9, 0.4), item('J09', 0.8, 0.5, 0.4)] // contributions 0.1 and 0.08
const lampOf = (gapShare: number | null, milestones: MilestoneProgress[] = [], isReported = true) =>
  judgeLamp(behind(gapShare), items, milestones, thresholds, isReported).lamp

describe('judgeLamp, the gap', () => {
  it.each([
    [-0.3, 'normal'], [0, 'normal'], [0.05, 'normal'], [0.050001, 'warning'], [0.1, 'warning'], [0.15, 'warning'], [0.150001, 'late'], [1, 'late'],
  ])('%d is %s', (gapShare, lamp) => expect(lampOf(gapShare)).toBe(lamp))

  it('does not tip over by the rounding of a sum', () => {
    expect(0.35 - 0.3).toBeLessThan(0.05) // 0.04999999999999999
    expect(0.45 - 0.4).toBeLessThan(0.05)
    expect(0.9 - 0.85).toBeGreaterThan(0.05) // 0.05000000000000004
    expect(lampOf(0.9 - 0.85)).toBe('normal')
    expect(0.95 - 0.8).toBeLessThan(0.15)
    expect(1 - 0.85).toBeGreaterThan(0.15) // 0.15000000000000002
    expect(lampOf(1 - 0.85)).toBe('warning')
  })

  it('follows other thresholds', () => {
    const strict = { ...thresholds, warningGapShare: 0.01, lateGapShare: 0.02 }
    expect(judgeLamp(behind(0.015), items, [], strict, true).lamp).toBe('warning')
    expect(judgeLamp(behind(0.03), items, [], strict, true).lamp).toBe('late')
  })
})

describe('judgeLamp, the milestones', () => {
  it.each([[1, 'normal'], [10, 'normal'], [11, 'late']])('%i days overdue is %s', (days, lamp) => {
    expect(lampOf(0, [overdue('M09', days)])).toBe(lamp)
  })

  it('forgives a milestone that was reached, however late', () => {
    expect(lampOf(0, [overdue('M09', 40, 40)])).toBe('normal')
  })

  it('names the most overdue, the first of equals', () => {
    const milestones = [overdue('M08', 12), overdue('M09', 30), overdue('M10', 90, 90), overdue('M11', 30), overdue('M12', null)]
    expect(judgeLamp(behind(0), items, milestones, thresholds, true).cause).toEqual({ kind: 'milestone', code: 'M09', overdueDays: 30 })
  })
})

describe('judgeLamp, both tests', () => {
  it('takes the worse', () => {
    expect(judgeLamp(behind(0.1), items, [overdue('M09', 11)], thresholds, true)).toMatchObject({ lamp: 'late', cause: { kind: 'milestone' } })
    expect(judgeLamp(behind(0.1), items, [overdue('M09', 10)], thresholds, true)).toMatchObject({ lamp: 'warning', cause: { kind: 'item' } })
    expect(judgeLamp(behind(0.2), items, [overdue('M09', 10)], thresholds, true)).toMatchObject({ lamp: 'late', cause: { kind: 'item' } })
  })

  it('names the item if both are equally bad', () => {
    expect(judgeLamp(behind(0.2), items, [overdue('M09', 99)], thresholds, true).cause).toMatchObject({ kind: 'item' })
  })

  it('names the item that contributes most, not the one furthest behind', () => {
    const all = [item('J01', 0.05, 1, 0), item('J02', 0.2, 0.9, 0.4, 12), item('J09', 0.75, 0.5, 0.45), item('J14', 0.9, 1, null, null)]
    // 0.05, 0.1, 0.0375, not known
    expect(judgeLamp(behind(0.1), all, [], thresholds, true).cause).toEqual({ kind: 'item', itemCode: 'J02', gapShare: 0.5, behindDays: 12 })
  })

  it('has no cause when all is well', () => {
    expect(judgeLamp(behind(0.05), items, [overdue('M09', 3)], thresholds, true)).toEqual({ lamp: 'normal', cause: null })
  })
})

describe('judgeLamp, what is not known', () => {
  it('has no lamp before the first report', () => {
    expect(judgeLamp(behind(null), [], [overdue('M09', 99)], thresholds, false)).toEqual({ lamp: null, cause: null })
    expect(judgeLamp(behind(0), [], [], thresholds, false)).toEqual({ lamp: null, cause: null })
  })

  it('does not call an unknown share normal', () => {
    expect(judgeLamp(behind(null), [item('J02', 1, 0.5, null)], [], thresholds, true)).toEqual({ lamp: null, cause: null })
    expect(lampOf(null, [overdue('M09', 10)])).toBeNull()
  })

  it('still sees an overdue milestone', () => {
    expect(judgeLamp(behind(null), [], [overdue('M09', 11)], thresholds, true)).toEqual({
      lamp: 'late', cause: { kind: 'milestone', code: 'M09', overdueDays: 11 },
    })
  })
})
