import { describe, expect, it } from 'vitest'
import { dayInText, dayOfSerial, readDayCell, readYear } from '@/data/import/read-day-cell'
import { formatDay, parseDay } from '@/domain/day'

const DAY = parseDay('2024-06-15')!

describe('readDayCell', () => {
  it.each([
    '2024.6.15', '2024/6/15', '2024-6-15', '2024-06-15', '2024年6月15日', '2024年06月15号', '20240615', '２０２４．６．１５', ' 2024. 6. 15 ', '2024年6月15', '2024-06-15 10:30:00', '2024-06-15T00:00:00Z',
    '2024年6月15日 10时30分', '2024/6/15 9:05', '2024年6月15日（星期六）', '45458', 45458, 45458.75, 20240615, '2024。6。15',
  ])('reads %s', (raw) => {
    expect(readDayCell(raw)).toBe(DAY)
  })

  it('does not run a day and an hour together', () => {
    expect(readDayCell('2024-6-1 10:30')).toBe(parseDay('2024-06-01'))
  })

  it.each([
    ['2024年6月', 'date'], ['2024.6', 'date'], ['2024-06', 'date'], [2024.6, 'date'], [202406, 'date'], ['2024年', 'month'], [2024, 'month'], ['6月15日', 'year'], ['6.15', 'year'], ['24.6.15', 'century'],
    ['6/15/2024', 'order'], ['6月底', 'period'], ['11月中旬', 'period'], ['2024年底', 'period'], ['第三季度', 'period'], ['已完成', 'state'], ['未完成', 'unreadable'], ['2024-06-31', 'unreadable'], ['2024.13.1', 'unreadable'], ['明年', 'unreadable'], ['2024年6月15日至30日', 'unreadable'], [65, 'unreadable'], ['', 'unreadable'],
  ])('says what is missing in %s: %s', (raw, problem) => {
    expect(readDayCell(raw)).toBe(problem)
  })
})

describe('dayOfSerial', () => {
  // ECMA-376: in the system of 1900 the serial 61 is 1 March 1900; in that of 1904 the serial of a day is 1462 less.
  it('knows both systems of spreadsheets', () => {
    expect(formatDay(dayOfSerial(61)!)).toBe('1900-03-01')
    expect(dayOfSerial(45458)).toBe(DAY)
    expect(dayOfSerial(45458 - 1462, 1904)).toBe(DAY)
  })

  it('does not know days before March 1900, which Excel counts wrongly', () => {
    expect(dayOfSerial(60)).toBeNull()
    expect(dayOfSerial(Infinity)).toBeNull()
  })
})

describe('dayInText', () => {
  it.each([['截至2024年6月15日', DAY], ['进度表（2024.6.15）', DAY], ['周报2024-06-15.xlsx', DAY], ['安丘市2024年老旧小区改造', null], ['2024年6月', null]])('of %s is %s', (text, day) => {
    expect(dayInText(text)).toBe(day)
  })
})

describe('readYear', () => {
  it.each([
    [1995, 1995], ['1995', 1995], ['1995年', 1995], ['1995年建成', 1995], [1995.6, 1995], ['1995.6', 1995], ['1995年6月', 1995], ['1995-06-01', 1995], ['1995年6月1日', 1995], [34851, 1995],
    ['90年代', null], ['1995-1998', null], ['95年', null], [95, null], ['不详', null],
  ])('of %s is %s', (raw, year) => {
    expect(readYear(raw)).toBe(year)
  })
})
