import { expect, it } from 'vitest'
import { indexProgramme } from '@/analysis/progress/index-programme'
import { measureClasses } from '@/analysis/progress/measure-classes'
import { measureProgress } from '@/analysis/progress/measure-progress'
import { done, makeProgramme } from '../../fixtures/made-programme'

/** Two communities, of 1,000 and 3,000 m². Half of every item is due on day 150. */
const programme = makeProgramme({
  communities: { C01: { floorAreaM2: 1000, households: 30 }, C02: { floorAreaM2: 3000, households: 10 } },
  items: { J01: {}, J02: {}, W01: { class: 'improved' }, W02: { class: 'improved' } },
  baseline: [['C01', 'J01', 100, 200, 3], ['C01', 'J02', 100, 200, 1], ['C02', 'J01', 100, 200, 1], ['C01', 'W01', 100, 200, 1], ['C02', 'W02', 100, 200, 1]],
  reports: [done(120, 'C01', 'J01', 0.8), done(120, 'C01', 'J02', 0.4), done(120, 'C02', 'J01', 0.3), done(120, 'C01', 'W01', 0.6)],
})
const classesOn = (day: number, weighting: 'floorArea' | 'households' = 'floorArea', ids = ['C01', 'C02']) =>
  measureClasses(
    programme.plan.items, programme.communities.filter(({ id }) => ids.includes(id)),
    measureProgress(indexProgramme(programme), day, weighting).communities, weighting,
  )

it('weighs items by baseline inside a community and communities by floor area', () => {
  // C01: (3 × 0.8 + 0.4) / 4 = 0.7; (1 × 0.7 + 3 × 0.3) / 4 = 0.4
  const basic = classesOn(150)[0]!
  expect(basic).toMatchObject({ itemClass: 'basic', itemCount: 2, plannedShare: 0.5 })
  expect(basic.actualShare).toBeCloseTo(0.4, 12)
})

it('weighs communities as the page does', () => {
  // (30 × 0.7 + 10 × 0.3) / 40 = 0.6
  expect(classesOn(150, 'households')[0]!.actualShare).toBeCloseTo(0.6, 12)
})

it('leaves out what was never reported', () => {
  const improved = classesOn(150)[1]!
  expect([improved.actualShare, improved.itemCount]).toEqual([0.6, 2])
})

it('counts only the communities asked for', () => {
  expect(classesOn(150, 'floorArea', ['C02'])[0]!.actualShare).toBeCloseTo(0.3, 12)
})

it('knows nothing of a class that nobody has', () => {
  expect(classesOn(150)[2]).toEqual({ itemClass: 'enhanced', itemCount: 0, plannedShare: 0, actualShare: null, comparablePlannedShare: null, gapShare: null, spi: null })
})
