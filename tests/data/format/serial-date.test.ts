import { describe, expect, it } from 'vitest'
import { dateOfSerial, timeOfSerial } from '@/data/format/serial-date'

describe('dateOfSerial', () => {
  // Read off a spreadsheet program.
  it.each([
    [0, '1900-01-00'], [1, '1900-01-01'], [59, '1900-02-28'], [60, '1900-02-29'], [61, '1900-03-01'], [36526, '2000-01-01'], [45458, '2024-06-15'], [45458.75, '2024-06-15'],
    [45458.9999999, '2024-06-16'], [2_958_465, '9999-12-31'], [2_958_466, null], [-1, null], [NaN, null], [Infinity, null],
  ])('%d of 1900 is %s', (serial, day) => expect(dateOfSerial(serial, false)).toBe(day))

  it.each([[0, '1904-01-01'], [59, '1904-02-29'], [43_996, '2024-06-15'], [2_957_003, '9999-12-31'], [2_957_004, null]])(
    '%d of 1904 is %s', (serial, day) => expect(dateOfSerial(serial, true)).toBe(day))
})

describe('timeOfSerial', () => {
  it.each([[0, '00:00:00'], [0.5, '12:00:00'], [0.354166666666667, '08:30:00'], [0.999988426, '23:59:59'], [0.9999999, '00:00:00']])(
    '%d is %s', (serial, time) => expect(timeOfSerial(serial)).toBe(time))
})
