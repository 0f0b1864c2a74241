import { expect, it } from 'vitest'
import { replayDay } from '@/analysis/show/replay-day'

it.each([[0, 100], [0.05, 100], [0.425, 150], [0.8, 200], [0.9, 200], [1, 200]])('runs from the first day to the last, which stands for a fifth: %d is %d', (share, day) => {
  expect(replayDay({ fromDay: 100, day: 200 }, share)).toBe(day)
})

it('gives whole days and never leaves the scene', () => {
  for (let share = -0.5; share <= 1.5; share += 0.01) {
    const day = replayDay({ fromDay: 100, day: 107 }, share)
    expect(Number.isInteger(day) && day >= 100 && day <= 107).toBe(true)
  }
})

it('is the day of the scene if nothing runs', () => {
  expect(replayDay({ fromDay: null, day: 200 }, 0.3)).toBe(200)
})
