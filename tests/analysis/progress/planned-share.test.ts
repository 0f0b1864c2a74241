import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { earnedDay, plannedShareOn } from '@/analysis/progress/planned-share'

describe('plannedShareOn', () => {
  it.each([[99, 0], [100, 0], [101, 0.01], [150, 0.5], [199, 0.99], [200, 1], [201, 1]])('on day %i of 100 → 200 is %d', (day, share) => {
    expect(plannedShareOn(day, 100, 200)).toBeCloseTo(share, 12)
  })

  it('of a single day is a step on that day', () => {
    expect(plannedShareOn(99, 100, 100)).toBe(0)
    expect(plannedShareOn(100, 100, 100)).toBe(1)
  })

  it('only rises, from 0 to 1', () => {
    const day = fc.integer({ min: -50, max: 400 })
    fc.assert(fc.property(day, day, day, fc.nat(200), (a, b, start, length) => {
      const [before, after] = [plannedShareOn(Math.min(a, b), start, start + length), plannedShareOn(Math.max(a, b), start, start + length)]
      return before >= 0 && before <= after && after <= 1
    }))
  })
})

describe('earnedDay', () => {
  const one = [{ plannedStart: 100, plannedFinish: 200, weight: 3 }]
  // 0 … 50 days at 1/4 of the weight, 50 … 100 days nothing, 100 … 200 days 3/4.
  const two = [{ plannedStart: 0, plannedFinish: 50, weight: 1 }, { plannedStart: 100, plannedFinish: 200, weight: 3 }]

  it.each([[0, 100], [0.25, 125], [0.5, 150], [0.255, 125.5], [1, 200]])('of one item at %d is day %d', (share, day) => {
    expect(earnedDay(share, one)).toBeCloseTo(day, 9)
  })

  it('is the first moment at which the plan had that much', () => {
    expect(earnedDay(0.125, two)).toBeCloseTo(25, 9)
    expect(earnedDay(0.25, two)).toBeCloseTo(50, 9) // and until day 100
    expect(earnedDay(0.625, two)).toBeCloseTo(150, 9) // 0.25 + 0.75 × 50/100
    expect(earnedDay(1, two)).toBeCloseTo(200, 9)
  })

  it('of nothing is the first planned start', () => expect(earnedDay(0, two)).toBe(0))

  it('of a single-day item is that day', () => {
    const step = [{ plannedStart: 100, plannedFinish: 100, weight: 1 }]
    expect(earnedDay(0, step)).toBe(100)
    expect(earnedDay(0.4, step)).toBe(100)
    expect(earnedDay(1, step)).toBe(100)
  })

  it('turns the planned curve around', () => {
    const item = fc.record({ plannedStart: fc.nat(100), length: fc.integer({ min: 1, max: 100 }), weight: fc.integer({ min: 1, max: 9 }) })
    fc.assert(fc.property(fc.array(item, { minLength: 1, maxLength: 6 }), fc.double({ min: 0.001, max: 1, noNaN: true }), (made, share) => {
      const items = made.map(({ plannedStart, length, weight }) => ({ plannedStart, plannedFinish: plannedStart + length, weight }))
      const total = items.reduce((sum, { weight }) => sum + weight, 0)
      const day = earnedDay(share, items)
      const planned = items.reduce((sum, one) => sum + one.weight * plannedShareOn(day, one.plannedStart, one.plannedFinish), 0) / total
      expect(planned).toBeCloseTo(share, 9)
    }))
  })
})
