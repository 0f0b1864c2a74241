import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOn, indexOn, toSeries, valueOn } from '@/analysis/progress/report-series'

const series = toSeries([
  { day: 20, row: 4, value: 0.5 },
  { day: 10, row: 2, value: 0.1 },
  { day: 30, row: 5, value: 0.9 },
])

describe('toSeries', () => {
  it('sorts by day', () => {
    expect([...series.days]).toEqual([10, 20, 30])
    expect([...series.values]).toEqual([0.1, 0.5, 0.9])
  })

  it('lets the highest row of a day count, in whatever order rows come', () => {
    const rows = [{ day: 10, row: 3, value: 0.4 }, { day: 10, row: 9, value: 0.6 }, { day: 10, row: 5, value: 0.8 }]
    for (const entries of [rows, [...rows].reverse()]) {
      const { days, values } = toSeries(entries)
      expect([...days]).toEqual([10])
      expect([...values]).toEqual([0.6])
    }
  })

  it('leaves its input as it is', () => {
    const entries = Object.freeze([Object.freeze({ day: 2, row: 1, value: 1 }), Object.freeze({ day: 1, row: 2, value: 0 })])
    expect([...toSeries(entries).days]).toEqual([1, 2])
  })
})

describe('valueOn', () => {
  it.each([[9, null], [10, 0.1], [11, 0.1], [19, 0.1], [20, 0.5], [30, 0.9], [1000, 0.9]])('on day %i is %s', (day, value) => {
    expect(valueOn(series, day)).toBe(value)
  })

  it('is null without entries', () => {
    expect(valueOn(toSeries([]), 5)).toBeNull()
    expect(dayOn(toSeries([]), 5)).toBeNull()
    expect(indexOn(toSeries([]), 5)).toBe(-1)
  })

  it('finds what a plain search finds', () => {
    const entry = fc.record({ day: fc.integer({ min: 0, max: 30 }), value: fc.double({ min: 0, max: 1, noNaN: true }) })
    fc.assert(fc.property(fc.array(entry), fc.integer({ min: -5, max: 35 }), (entries, day) => {
      const rows = entries.map((one, row) => ({ ...one, row }))
      const before = rows.filter((one) => one.day <= day).sort((a, b) => a.day - b.day || a.row - b.row).at(-1)
      const made = toSeries(rows)
      expect(valueOn(made, day)).toBe(before?.value ?? null)
      expect(dayOn(made, day)).toBe(before?.day ?? null)
    }))
  })
})

describe('dayOn', () => {
  it('is the day of the entry in force', () => {
    expect(dayOn(series, 25)).toBe(20)
    expect(dayOn(series, 9)).toBeNull()
  })
})
