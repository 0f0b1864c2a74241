import { expect, it } from 'vitest'
import { scoreStep } from '@/map/score-step'

it.each([[0, 0], [19.9, 0], [20, 1], [59.9, 2], [60, 3], [80, 4], [100, 4]])('a score of %d has colour %d', (score, step) => {
  expect(scoreStep(score)).toBe(step)
})
