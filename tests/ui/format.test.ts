import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDay } from '@/domain/day'
import {
  formatCount, formatDate, formatDeviation, formatMonth, formatPercent, formatPoints, formatShortDate, formatTenThousand, formatTick, UNKNOWN, wholePercent,
} from '@/ui/format'

const share = fc.double({ min: 0, max: 1, noNaN: true })

describe('formatPercent', () => {
  it.each([
    [null, '—'], [0, '0%'], [0.0001, '1%'], [0.004, '1%'], [0.014, '1%'], [0.015, '2%'], [0.5, '50%'], [0.985, '99%'], [0.994, '99%'], [0.996, '99%'],
    [0.99999, '99%'], [1, '100%'], [1.05, '105%'],
  ])('writes %s as %s', (value, text) => expect(formatPercent(value)).toBe(text))

  it('says 0 and 100 only of nothing and everything', () => {
    fc.assert(fc.property(share, (value) => {
      expect(wholePercent(value) === 0).toBe(value === 0)
      expect(wholePercent(value) === 100).toBe(value === 1)
    }))
  })

  it('is the nearest percent otherwise', () => {
    fc.assert(fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), (value) => Math.abs(wholePercent(value) - value * 100) <= 0.5 + 1e-9))
  })
})

describe('formatDeviation', () => {
  it.each([
    [null, '—'], [0, '0'], [0.14, '−14%'], [-0.14, '+14%'], [0.001, '0'], [-0.001, '0'], [0.125, '−13%'], [-0.125, '+13%'], [0.005, '−1%'], [1, '−100%'],
  ])('writes a gap of %s as %s', (gap, text) => expect(formatDeviation(gap)).toBe(text))

  it('says the same points as the sentence beside it', () => {
    fc.assert(fc.property(fc.integer({ min: -200, max: 200 }).map((n) => n / 200), (gap) => {
      expect(formatDeviation(gap).replace(/[+−%]/g, '')).toBe(formatPoints(gap))
    }))
  })

  it('has a true minus sign', () => expect(formatDeviation(0.3).codePointAt(0)).toBe(0x2212))
})

describe('formatPoints', () => {
  it.each([[0, '0'], [0.14, '14'], [-0.14, '14'], [0.125, '13'], [-0.125, '13'], [-0.001, '0']])('writes %s as %s', (value, text) => {
    expect(formatPoints(value)).toBe(text)
  })
})

describe('formatCount and formatTenThousand', () => {
  it('have separators and 万', () => {
    expect([0, 35, 4419, 1_234_567].map(formatCount)).toEqual(['0', '35', '4,419', '1,234,567'])
    expect([0, 508_100, 4131].map(formatTenThousand)).toEqual(['0.00', '50.81', '0.41'])
  })

  it('write what is not known as a dash, never as 0', () => {
    expect([formatPercent, formatDeviation, formatCount, formatTenThousand, formatDate].map((write) => write(null))).toEqual(Array(5).fill(UNKNOWN))
  })
})

describe('dates', () => {
  const day = parseDay('2024-08-06')!
  it('are written for each place', () => {
    expect(formatDate(day)).toBe('2024-08-06')
    expect([formatShortDate(day, 'zh'), formatShortDate(day, 'en')]).toEqual(['8 月 6 日', '6 Aug'])
    expect([formatMonth(day, 'zh'), formatMonth(day, 'en')]).toEqual(['8月', 'Aug'])
    expect(formatTick(day)).toBe('8/6')
  })

  it('know the first and the last month', () => {
    expect(formatShortDate(parseDay('2024-01-01')!, 'en')).toBe('1 Jan')
    expect(formatMonth(parseDay('2024-12-31')!, 'en')).toBe('Dec')
  })
})
