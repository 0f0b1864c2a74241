// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { useScenariosStore, type ComparedSide } from '@/stores/scenarios'
import CompareView from '@/views/land/CompareView.vue'
import { smallLandAnswer, smallSpaces } from '../../fixtures/small-land-answer'
import { smallLandRules } from '../../fixtures/small-land-rules'
import { openLand } from './open-land'

vi.mock('@/workers/client', () => ({ geodataWorker: {} }))
vi.mock('@/map/palette', () => ({ readPalette: () => ({}) }))
vi.mock('@/views/land/AnswerMap.vue', () => ({
  default: { name: 'AnswerMap', props: ['answer', 'spaces', 'palette', 'label', 'follows'], emits: ['move'], template: '<div class="answer-map" />' },
}))

const side = (name: string, radiusM: number): ComparedSide => {
  const answer = smallLandAnswer()
  Object.assign(answer, { question: { ...answer.question, radiusM } })
  return { name, answer, rules: smallLandRules(), ruleChanges: [], spaces: smallSpaces(), drawn: [] }
}
async function open(outcome: 'done' | 'failed' | 'working' = 'done') {
  openLand()
  const scenarios = useScenariosStore()
  const compare = vi.spyOn(scenarios, 'compare').mockImplementation(async () => {
    scenarios.comparisonFailed = outcome === 'failed'
    scenarios.compared = outcome === 'done' ? [side('甲', 500), side('乙', 400)] : []
  })
  const wrapper = mount(CompareView, { props: { names: ['甲', '乙'] } })
  await wrapper.vm.$nextTick()
  return { wrapper, scenarios, compare }
}

describe('CompareView', () => {
  it('answers both when it opens, and shows a map and a column of each', async () => {
    const { wrapper, compare } = await open()
    expect(compare).toHaveBeenCalledWith('甲', '乙')
    expect(wrapper.findAll('figure h3').map((name) => name.text())).toEqual(['甲', '乙'])
    expect(wrapper.findAll('[data-test=results] thead th').map((head) => head.text())).toEqual(['结果', '甲', '乙'])
    expect(wrapper.find('[data-row=coverage]').text()).toContain('25% → 65%')
  })

  it('shows the settings that differ, and folds the others away', async () => {
    const { wrapper } = await open()
    expect(wrapper.findAll('[data-test=parameters] tbody tr').map((row) => row.text().replace(/\s+/g, ' '))).toEqual(['服务半径 不同500 m400 m'])
    expect(wrapper.find('details').attributes('open')).toBeUndefined()
  })

  it('says what both choose', async () => {
    const { wrapper } = await open()
    expect([wrapper.find('[data-only="0"]').text(), wrapper.find('[data-only=both]').text()]).toEqual(['无', '地块S001（2 宗）'])
  })

  it('turns the other map to where one was moved, and not the one that leads', async () => {
    const { wrapper } = await open()
    const [first, second] = wrapper.findAllComponents({ name: 'AnswerMap' })
    const camera = { lon: 119.2, lat: 36.4, zoom: 15, pitchDeg: 0, bearingDeg: 0 }
    first!.vm.$emit('move', camera)
    await wrapper.vm.$nextTick()
    expect([first!.props('follows'), second!.props('follows')]).toEqual([null, camera])
  })

  it('says that it works, and when it failed, and tries again', async () => {
    expect((await open('working')).wrapper.text()).toContain('正在计算两个方案')
    const { wrapper, compare } = await open('failed')
    expect(wrapper.find('[data-test=compare-failed]').text()).toContain('两个方案没有算出来，无法比较。')
    await wrapper.find('[data-test=compare-failed] button').trigger('click')
    expect(compare).toHaveBeenCalledTimes(2)
  })

  it('closes by button and Escape, and forgets what it compared', async () => {
    const { wrapper, scenarios } = await open()
    await wrapper.find('[data-test=close-compare]').trigger('click')
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))
    expect(wrapper.emitted('close')).toHaveLength(2)
    wrapper.unmount()
    expect(scenarios.compared).toEqual([])
  })
})
