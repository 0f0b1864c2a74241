import { describe, expect, it } from 'vitest'
import { countdownDay, nextMilestone } from '@/analysis/show/next-milestone'
import { makeProgramme } from '../../fixtures/made-programme'

const { milestones } = makeProgramme({
  milestones: { M12: ['acceptance', 240], M01: ['preparation', 80], M02: ['preparation', 80], M11: ['finish', 210] },
}).plan
const next = (day: number) => {
  const found = nextMilestone(milestones, day)
  return found && [found.milestone.code, found.inDays]
}

describe('nextMilestone', () => {
  it.each([[70, ['M01', 10]], [80, ['M01', 0]], [81, ['M11', 129]], [210, ['M11', 0]], [211, ['M12', 29]], [240, ['M12', 0]]])(
    'counts from day %d', (day, expected) => expect(next(day)).toEqual(expected),
  )

  it('has none when all are past, or there are none', () => {
    expect(next(241)).toBeNull()
    expect(nextMilestone([], 0)).toBeNull()
  })
})

describe('countdownDay', () => {
  it('is the data date for examples', () => expect(countdownDay({ countdownFrom: 'dataDate' }, 200, 999)).toBe(200))
  it('is the day of the machine otherwise', () => expect(countdownDay({ countdownFrom: 'today' }, 200, 205)).toBe(205))
  it('does not believe a clock that is before the data', () => expect(countdownDay({ countdownFrom: 'today' }, 200, 3)).toBe(200))
})
