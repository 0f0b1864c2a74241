import { describe, expect, it } from 'vitest'
import { fitLine, lastShare } from './fit-line'

describe('the line through measurements', () => {
  it('finds the slope of points on a line', () => {
    expect(fitLine([[0, 5], [10, 25], [20, 45]])).toEqual({ slope: 2, intercept: 5 })
  })

  it('is not moved by noise that cancels out', () => {
    expect(fitLine([[0, 1], [0, 3], [10, 1], [10, 3]])).toEqual({ slope: 0, intercept: 2 })
  })

  it('has no slope at a single place', () => {
    expect(fitLine([[3, 1], [3, 9]]).slope).toBe(0)
  })

  it('looks at the last part only', () => {
    expect(lastShare([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.8)).toEqual([3, 4, 5, 6, 7, 8, 9, 10])
  })
})
