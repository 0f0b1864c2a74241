import { expect, it } from 'vitest'
import { isInWindow } from '@/analysis/show/is-in-window'

const DAY = { fromMin: 180, toMin: 240 }
const NIGHT = { fromMin: 1320, toMin: 360 }

it.each([[DAY, 179, false], [DAY, 180, true], [DAY, 239, true], [DAY, 240, false]] as const)('from 03:00 to 04:00: %o at %d is %s', (window, minute, expected) => {
  expect(isInWindow(window, minute)).toBe(expected)
})

it.each([[1319, false], [1320, true], [1439, true], [0, true], [359, true], [360, false], [720, false]] as const)('over midnight: %d is %s', (minute, expected) => {
  expect(isInWindow(NIGHT, minute)).toBe(expected)
})

it('is never inside no window or an empty one', () => {
  expect(isInWindow(null, 200)).toBe(false)
  expect(isInWindow({ fromMin: 200, toMin: 200 }, 200)).toBe(false)
})
