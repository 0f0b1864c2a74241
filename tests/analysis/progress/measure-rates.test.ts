import { expect, it } from 'vitest'
import { measureRates } from '@/analysis/progress/measure-rates'
import { STAGES, type BuildingProgress, type CommunityProgress } from '@/domain/progress'

const totals = { communities: 10, buildings: 4, households: 0, floorAreaM2: 0 }
const communities = new Map(STAGES.map((stage) => [stage, { communityId: stage, stage } as CommunityProgress]))
const buildings = new Map([true, false, true].map((isFinished, i) => [`B${i}`, { buildingId: `B${i}`, isFinished } as BuildingProgress]))

it('counts communities from a stage on, with the names behind it', () => {
  const rates = measureRates(communities, buildings, totals)
  expect(rates.started).toEqual({ ids: ['underConstruction', 'finished', 'accepted'], denominator: 10, share: 0.3 })
  expect(rates.finished).toEqual({ ids: ['finished', 'accepted'], denominator: 10, share: 0.2 })
  expect(rates.accepted).toEqual({ ids: ['accepted'], denominator: 10, share: 0.1 })
  expect(rates.buildingsFinished).toEqual({ ids: ['B0', 'B2'], denominator: 4, share: 0.5 })
})

it('may exceed 1: the denominator is the plan, not the map', () => {
  const rates = measureRates(communities, buildings, { ...totals, communities: 2, buildings: 1 })
  expect(rates.started.share).toBe(1.5)
  expect(rates.buildingsFinished.share).toBe(2)
})

it('has no share of nothing planned', () => {
  expect(measureRates(communities, buildings, { ...totals, communities: 0 }).started).toMatchObject({ denominator: 0, share: null })
})

it('is 0 where nothing is finished', () => {
  expect(measureRates(new Map(), new Map(), totals).finished).toEqual({ ids: [], denominator: 10, share: 0 })
})
