const DAY_MS = 86_400_000
/** Serial 0 of the two systems, as a day since 1970-01-01. 1900: one day late from March on, because Excel has a 29 February 1900. */
const EPOCH_1900 = -25_569
const EPOCH_1904 = -24_107
/** 31 December 9999. */
const LAST_1900 = 2_958_465
const LAST_1904 = 2_957_003
const LEAP_DAY = 60

/**
 * Day of a spreadsheet's serial number as `YYYY-MM-DD`, the time of day left out; null if it is none.
 *
 * In the 1900 system serial 60 is a day that never was, 1900-02-29, and 0 is 1900-01-00: given as the spreadsheet shows
 * them, so that a person finds the cell.
 */
export function dateOfSerial(serial: number, is1904: boolean): string | null {
  // A time of day rounded up to midnight belongs to the next day, as it is shown.
  const day = Math.floor(serial + 0.5 / 86_400)
  if (!Number.isFinite(serial) || day < 0 || day > (is1904 ? LAST_1904 : LAST_1900)) return null
  if (is1904) return isoDay(EPOCH_1904 + day)
  if (day === 0) return '1900-01-00'
  if (day === LEAP_DAY) return '1900-02-29'
  return isoDay(EPOCH_1900 + (day < LEAP_DAY ? day + 1 : day))
}

/** Time of day as `HH:MM:SS` of a serial number below one. */
export function timeOfSerial(serial: number): string {
  const seconds = Math.round(serial * 86_400) % 86_400
  return [seconds / 3600, (seconds / 60) % 60, seconds % 60].map((part) => String(Math.floor(part)).padStart(2, '0')).join(':')
}

const isoDay = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10)
