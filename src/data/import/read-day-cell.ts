import { foldText } from '@/data/import/fold-text'
import { parseDay, partsOfDay, type Day } from '@/domain/day'

/** What is missing in a date that is written by halves. `period`: 6月底; `state`: 已完成 and no day; `unreadable`: it is no date. */
export type DayProblem = 'date' | 'month' | 'year' | 'century' | 'order' | 'period' | 'state' | 'unreadable'

const FULL = /^(\d{4})[年./\-、](\d{1,2})[月./\-、](\d{1,2})(?:日|号)?(?:\(?(?:星期|周)[一二三四五六日天]\)?)?$/
/** Cut off before spaces go: 2024-6-1 10:30 would become the 11th. */
const TIME = /(?:\s+|(?<=\d)[Tt]|(?<=[日号])\s*)\d{1,2}[:时].*$/
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/
const MONTH_ONLY = /^\d{4}(?:年|[./-])\d{1,2}月?$|^(?:19|20)\d{4}$/
const YEAR_ONLY = /^(?:19|20)\d{2}年?$/
const NO_YEAR = /^\d{1,2}(?:月|[./-])\d{1,2}(?:日|号)?$/
/** 6月底 is no day, whatever day one would take for it. */
const PERIOD = /^(?:\d{4}年?[./-]?)?(?:\d{1,2}月)?(?:底|初|末|中|中旬|上旬|下旬|上半月|下半月|月底|月初|月末|年底|年初)(?:前|左右)?$|^(?:\d{4}年)?第?[一二三四1-4]季度$/
const STATE = /^(?:已?完成|已?完工|已?开工|已?竣工|已?验收|全部完成|进行中|施工中)$/
const SHORT_YEAR = /^\d{2}[年./-]\d{1,2}[月./-]\d{1,2}(?:日|号)?$/
const OTHER_ORDER = /^\d{1,2}[./-]\d{1,2}[./-]\d{4}$/
/** Serials that can be meant as days: 1954 to 2119. A year or a count is no serial. */
const FIRST_SERIAL = 20_000
const LAST_SERIAL = 80_000

/**
 * A serial of a spreadsheet as a day (ECMA-376 part 1, 18.17.4.1): days since 1899-12-30, which counts a 29 February 1900
 * that never was; in workbooks with the date system of 1904 days since 1904-01-01.
 *
 * @returns Null before 1 March 1900, where the count is off by one, and for what cannot be meant as a day.
 */
export function dayOfSerial(serial: number, system: 1900 | 1904 = 1900): Day | null {
  const days = Math.floor(serial)
  return days > 60 && days < 2_958_466 ? days - (system === 1900 ? 25_569 : 24_107) : null
}

/**
 * Read a day as people write it: 2024.6.15, 2024/6/15, 2024-6-15, 2024年6月15日, 20240615, full-width digits, a time behind
 * it (left out); or the serial of a spreadsheet whose cell has lost its date format.
 */
export function readDayCell(raw: string | number): Day | DayProblem {
  if (typeof raw === 'number') return dayOfNumber(raw)
  const text = foldText(raw.slice(0, 60).normalize('NFKC').trim().replace(TIME, '')).replaceAll('。', '.')
  const match = FULL.exec(text) ?? COMPACT.exec(text)
  if (match) {
    const [, year, month, date] = match as unknown as [string, string, string, string]
    return parseDay(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`) ?? 'unreadable'
  }
  if (/^\d{5}(?:\.\d+)?$/.test(text)) return dayOfNumber(Number(text))
  if (MONTH_ONLY.test(text)) return 'date'
  if (YEAR_ONLY.test(text)) return 'month'
  if (NO_YEAR.test(text)) return 'year'
  if (SHORT_YEAR.test(text)) return 'century'
  if (PERIOD.test(text)) return 'period'
  if (STATE.test(text)) return 'state'
  return OTHER_ORDER.test(text) ? 'order' : 'unreadable'
}

function dayOfNumber(number: number): Day | DayProblem {
  if (number >= FIRST_SERIAL && number <= LAST_SERIAL) return dayOfSerial(number) ?? 'unreadable'
  const text = `${number}`
  // 2024.6 and 202406 are months; 2024.15 may be one too, but nobody knows which.
  if (COMPACT.test(text)) return readDayCell(text)
  if (MONTH_ONLY.test(text) || /^(?:19|20)\d{2}\.\d{1,2}$/.test(text)) return 'date'
  return YEAR_ONLY.test(text) ? 'month' : 'unreadable'
}

/** The first whole day that a title names: 截至2024年8月26日, （2024.8.26）. */
export function dayInText(text: string): Day | null {
  const match = /(\d{4})[年./-](\d{1,2})[月./-](\d{1,2})/.exec(foldText(text.slice(0, 300)))
  if (!match) return null
  const day = readDayCell(match[0])
  return typeof day === 'number' ? day : null
}

/** The year of a building as people write it: 1995, 1995年, 1995.6, 1995年6月, a whole date or its serial. Null if it is none. */
export function readYear(raw: string | number): number | null {
  const text = typeof raw === 'number' ? `${raw}` : foldText(raw.slice(0, 60))
  const match = /^((?:19|20)\d{2})(?:$|[年./\-](?:\d{1,2})?(?:[月./\-](?:\d{1,2}(?:日|号)?)?)?$|年(?:建成|竣工|建)?$)/.exec(text)
  if (match) return Number(match[1])
  const day = readDayCell(raw)
  return typeof day === 'number' ? partsOfDay(day).year : null
}
