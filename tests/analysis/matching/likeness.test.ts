import { describe, expect, it } from 'vitest'
import { likeness } from '@/analysis/matching/likeness'

describe('likeness', () => {
  // Winkler's own examples (1990), to the printed three digits.
  it.each([
    ['MARTHA', 'MARHTA', 0.961], ['DWAYNE', 'DUANE', 0.84], ['DIXON', 'DICKSONX', 0.813], ['JONES', 'JOHNSON', 0.832], ['ABROMS', 'ABRAMS', 0.922],
  ])('of %s and %s is %f', (one, other, expected) => {
    expect(likeness(one, other)).toBeCloseTo(expected, 3)
    expect(likeness(other, one)).toBeCloseTo(expected, 3)
  })

  it('is 1 for equal names and 0 for names that share nothing', () => {
    expect(likeness('国槐里', '国槐里')).toBe(1)
    expect(likeness('', '')).toBe(1)
    expect(likeness('国槐里', '海棠园')).toBe(0)
    expect(likeness('', '海棠园')).toBe(0)
  })

  it('counts two of three Chinese characters', () => {
    // (2/3 + 2/3 + 1) / 3 = 7/9; with two characters of a shared beginning 7/9 + 0.2 × 2/9.
    expect(likeness('国槐里', '国槐园')).toBeCloseTo(7 / 9 + 0.4 / 9, 12)
    expect(likeness('中槐里', '国槐里')).toBeCloseTo(7 / 9, 12)
  })

  it('takes a character outside of the basic plane as one', () => {
    expect(likeness('𠮷里', '𠮷园')).toBeCloseTo((0.5 + 0.5 + 1) / 3 + 0.1 * (1 - 2 / 3), 12)
  })
})
