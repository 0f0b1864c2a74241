import { expect, it } from 'vitest'
import { formatClockDate, formatMoment, formatTime, formatTimeWithSeconds } from '@/ui/format-clock'

/** Built from local parts, so that the test says the same in every time zone. */
const at = (date: number, hours: number, minutes: number, seconds = 0) => new Date(2024, 7, date, hours, minutes, seconds).getTime()

it('writes times of equal width', () => {
  expect([formatTime(at(26, 9, 4)), formatTimeWithSeconds(at(26, 23, 59, 7))]).toEqual(['09:04', '23:59:07'])
})

it('names the day of a moment that is not today', () => {
  expect(formatMoment(at(26, 14, 32), at(26, 15, 0), 'zh')).toBe('14:32')
  expect(formatMoment(at(26, 14, 32), at(27, 1, 0), 'zh')).toBe('8 月 26 日 14:32')
  expect(formatMoment(at(26, 14, 32), at(27, 1, 0), 'en')).toBe('26 Aug 14:32')
})

it('writes the date in words', () => {
  expect([formatClockDate(at(6, 0, 0), 'zh'), formatClockDate(at(6, 0, 0), 'en')]).toEqual(['2024 年 8 月 6 日', '6 August 2024'])
})
