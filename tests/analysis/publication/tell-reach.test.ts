import { describe, expect, it } from 'vitest'
import { tellReach } from '@/analysis/publication/tell-reach'

describe('tellReach', () => {
  it.each([
    ['whole persons', 120.4, 60.6, 120, 61],
    ['nothing of fewer than 10 people', 9.4, 9.4, null, null],
    ['10 people', 20, 10, 20, 10],
    ['no fewer than 10 newly reached', 120, 9, 120, null],
    ['no difference below 10: 120 − 111 = 9 are reached already', 120, 111, null, 111],
    ['a difference of 10', 120, 110, 120, 110],
    ['no difference of nobody', 120, 120, null, 120],
    ['the people reached if the newly reached are unknown', 120, null, 120, null],
    ['the newly reached if the sum is unknown, or was left out before', null, 50, null, 50],
  ])('tells %s', (_, reached, newly, told, toldNew) => {
    expect(tellReach(reached, newly)).toEqual({ reachedPeople: told, newlyReachedPeople: toldNew })
    expect(tellReach(told, toldNew)).toEqual({ reachedPeople: told, newlyReachedPeople: toldNew })
  })
})
