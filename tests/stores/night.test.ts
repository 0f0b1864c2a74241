import { describe, expect, it } from 'vitest'
import { nightBrightnessAt } from '@/stores/night'

const TOUR = { night: { fromMin: 22 * 60, toMin: 6 * 60 }, nightBrightness: 0.4 }
/** In the time zone of the machine, as on the wall. */
const at = (hours: number, minutes: number, seconds = 0) => nightBrightnessAt(TOUR, new Date(2024, 9, 28, hours, minutes, seconds).getTime())

describe('nightBrightnessAt', () => {
  it('goes by the time of the room', () => {
    expect([at(12, 0), at(21, 59), at(23, 30), at(3, 0), at(6, 0)]).toEqual([1, 1, 0.4, 0.4, 1])
  })

  it('fades by the second', () => {
    expect(at(22, 10)).toBeCloseTo(0.7, 9)
    expect(at(22, 10, 30)).toBeLessThan(at(22, 10))
  })

  it('is full where no night is set', () => {
    expect(nightBrightnessAt({ night: null, nightBrightness: 0.4 }, new Date(2024, 9, 28, 3).getTime())).toBe(1)
  })
})
