import { describe, expect, it } from 'vitest'
import { problemOf } from '@/analysis/land/cover-sites'
import { measured } from '../../fixtures/drawn-answers'

describe('problemOf', () => {
  it('has a candidate per site, and nobody in it who is served already', () => {
    const land = measured()
    const { candidateCount, pointCount, people, capacity } = problemOf(land)
    expect([candidateCount, pointCount, capacity]).toEqual([4, 11, null])
    // All 220 but R6, whom F1 serves.
    expect(people.reduce((sum, value) => sum + value, 0)).toBe(180)
    expect(people[land.land.town.demand.ids.indexOf('R6')]).toBe(0)
  })

  it('names sites by their place and passes over those there are none of', () => {
    const { mustInclude, mustExclude } = problemOf(measured({ mustInclude: ['S9', 'nowhere'], mustExclude: ['S1'] }))
    expect([mustInclude, mustExclude]).toEqual([[3], [0]])
  })

  it('limits a site to the people its floor area is enough for, if asked', () => {
    // S3: 200 m² are enough for 50 households with half an old person each.
    expect(problemOf(measured({ isCapacityLimited: true })).capacity![2]).toBeCloseTo(25, 9)
  })

  it('does not know how many fit without a floor area, so nobody does', () => {
    const land = measured({ isCapacityLimited: true })
    const measures = land.measures.map((measure) => ({ ...measure, capacityPeople: null }))
    expect([...problemOf({ ...land, measures }).capacity!]).toEqual([0, 0, 0, 0])
  })
})
