// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest'
import { CRITERIA } from '@/domain/land-rules'
import WeightsCard from '@/views/land/WeightsCard.vue'
import { mountPart, openLand } from './open-land'

vi.mock('@/workers/client', () => ({ geodataWorker: {} }))

const open = () => ({ ...openLand(), wrapper: mountPart(WeightsCard, { startsOpen: true }) })

describe('WeightsCard', () => {
  it('has a slider per criterion that changes its weight at once', async () => {
    const { land, wrapper } = open()
    expect(wrapper.findAll('input[type=range]').length).toBe(CRITERIA.length)
    const slider = wrapper.find('[data-test=weight-tenure] input')
    await slider.setValue('12')
    expect(land.question.criteria.tenure).toEqual({ weight: 12, worst: 1, best: 0 })
  })

  it('goes back to the weights of the rules, and keeps the rest of the question', async () => {
    const { land, wrapper } = open()
    land.change({ radiusM: 640 })
    await wrapper.find('[data-test=weight-sun] input').setValue('99')
    await wrapper.find('[data-test=reset-weights]').trigger('click')
    expect([land.question.criteria.sun.weight, land.question.radiusM]).toEqual([20, 640])
  })

  it('takes a bound, but neither nothing nor two equal ones', async () => {
    const { land, wrapper } = open()
    await wrapper.find('[data-test=bounds]').trigger('click')
    const [worst, best] = wrapper.findAll('.bounds input')
    await best!.setValue('500')
    expect(land.question.criteria.newlyReached).toMatchObject({ worst: 0, best: 500 })
    await worst!.setValue('500')
    await worst!.setValue('')
    expect(land.question.criteria.newlyReached).toMatchObject({ worst: 0, best: 500 })
  })

  it('says that nothing can be scored when all weights are 0', async () => {
    const { land, wrapper } = open()
    for (const id of CRITERIA) land.changeCriterion(id, { weight: 0 })
    await wrapper.vm.$nextTick()
    expect(wrapper.find('[role=status]').text()).toBe('权重全部为 0，无法评分')
  })
})
