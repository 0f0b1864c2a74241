import { expect, it } from 'vitest'
import { nightBrightness } from '@/analysis/show/night-brightness'

const tour = { night: { fromMin: 1320, toMin: 360 }, nightBrightness: 0.4 }

it.each([
  [1319, 1], [1320, 1], [1330, 0.7], [1340, 0.4], [0, 0.4], [340, 0.4], [345, 0.55], [350, 0.7], [360, 1], [720, 1],
])('fades over 20 minutes at both ends of the night: %d is %d', (minute, expected) => {
  expect(nightBrightness(tour, minute)).toBeCloseTo(expected, 10)
})

it('fades over half of a short night', () => {
  const short = { night: { fromMin: 100, toMin: 110 }, nightBrightness: 0.5 }
  expect([100, 102.5, 105, 107.5, 110].map((minute) => nightBrightness(short, minute))).toEqual([1, 0.75, 0.5, 0.75, 1])
})

it('is bright without a night', () => {
  expect(nightBrightness({ ...tour, night: null }, 0)).toBe(1)
})
