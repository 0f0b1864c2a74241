import { expect, it } from 'vitest'
import type { Milestone } from '@/domain/plan'
import { milestoneLine } from '@/views/display/milestone-line'

const milestone = (code: string, plannedOn: number, assumed = false): Milestone => (
  { code, name: code, shortName: code, nameEn: code, phase: 'preparation', plannedOn, owner: '', assumed }
)
const MILESTONES = [milestone('C', 30), milestone('A', 10), milestone('B', 10), milestone('D', 40, true)]

it('puts milestones of one date into one stop, in order of time', () => {
  expect(milestoneLine(MILESTONES, 5).map(({ on, milestones }) => [on, milestones.map(({ code }) => code).join()])).toEqual([[10, 'A,B'], [30, 'C'], [40, 'D']])
})

it('calls the first date after the day the next', () => {
  expect(milestoneLine(MILESTONES, 10).map(({ state }) => state)).toEqual(['past', 'next', 'coming'])
  expect(milestoneLine(MILESTONES, 99).map(({ state }) => state)).toEqual(['past', 'past', 'past'])
})

it('marks a date that is not in the plan', () => {
  expect(milestoneLine(MILESTONES, 5).map(({ isAssumed }) => isAssumed)).toEqual([false, false, true])
})
