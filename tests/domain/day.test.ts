import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDay, parseDay, partsOfDay } from '@/domain/day'

describe('parseDay', () => {
  it('counts whole days from 1970-01-01', () => {
    expect(parseDay('1970-01-01')).toBe(0)
    expect(parseDay('1970-02-01')).toBe(31)
    expect(parseDay('1969-12-31')).toBe(-1)
    expect(parseDay('2000-01-01')).toBe(10_957) // 30 years of 365 days and 7 leap days: 1972 … 1996
  })

  it('knows leap days', () => {
    expect(parseDay('2024-02-29')).toBe(parseDay('2024-03-01')! - 1)
    expect(parseDay('2000-02-29')).not.toBeNull()
    expect(parseDay('2023-02-29')).toBeNull()
    expect(parseDay('2100-02-29')).toBeNull()
    expect(parseDay('2025-01-01')! - parseDay('2024-01-01')!).toBe(366)
  })

  it.each([
    '2024-08-32', '2024-04-31', '2024-13-01', '2024-00-10', '2024-08-00', '2024-8-1', '24-08-01', '2024/08/01', '2024-08-01T00:00:00Z',
    ' 2024-08-01', '2024-08-01\n', '+2024-08-01', '２０２４-０８-０１', '20240801', 'today', '',
  ])('refuses %j', (text) => expect(parseDay(text)).toBeNull())

  it('reads back what it writes', () => {
    fc.assert(fc.property(fc.integer({ min: parseDay('0100-01-01')!, max: parseDay('9999-12-31')! }), (day) => parseDay(formatDay(day)) === day))
  })
})

describe('formatDay and partsOfDay', () => {
  it('write the same day', () => {
    const day = parseDay('2024-06-05')!
    expect(formatDay(day)).toBe('2024-06-05')
    expect(partsOfDay(day)).toEqual({ year: 2024, month: 6, date: 5 })
  })

  it('do not depend on a time zone', () => {
    expect(partsOfDay(parseDay('2024-12-31')!)).toEqual({ year: 2024, month: 12, date: 31 })
    expect(partsOfDay(-1)).toEqual({ year: 1969, month: 12, date: 31 })
  })
})
