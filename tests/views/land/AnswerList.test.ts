// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest'
import AnswerList from '@/views/land/AnswerList.vue'
import { mountPart, openLand } from './open-land'

vi.mock('@/workers/client', () => ({ geodataWorker: {} }))

const words = (text: string) => text.replace(/\s+/g, ' ')
const tab = (wrapper: ReturnType<typeof mountPart>, n: number) => wrapper.findAll('[role=radio]')[n]!.trigger('click')

describe('AnswerList', () => {
  it('counts spaces and sites, and puts each in one list', () => {
    openLand()
    const wrapper = mountPart(AnswerList)
    expect(wrapper.find('[data-test=counts]').text()).toBe('4 宗 → 2 处合格')
    expect(wrapper.findAll('[role=radio]').map((radio) => radio.text())).toEqual(['候选 1', '不合格 1', '未评分 1'])
  })

  it('ranks the scored ones with area, new people and score', () => {
    openLand()
    const row = mountPart(AnswerList).find('[data-test=candidates] tbody tr')
    expect(row.findAll('td').map((cell) => words(cell.text()))).toEqual(['1', '地块S001（2 宗） 选中', '800', '80', '61'])
  })

  it('says which rules put a space out, hard ones only', async () => {
    openLand(({ exclusions }) => {
      const unknown = { ...exclusions[0]!.findings[0]!, ruleId: 'availability' as const, isHard: false, actual: null }
      Object.assign(exclusions[0]!, { findings: [unknown, ...exclusions[0]!.findings] })
    })
    const wrapper = mountPart(AnswerList)
    await tab(wrapper, 1)
    expect(words(wrapper.find('[data-test=exclusions] li').text())).toBe('地块S004最小面积 400 ㎡，应 ≥ 440 ㎡，差 40 ㎡另有 1 条原因')
  })

  it('says which facts the unscored lack', async () => {
    openLand()
    const wrapper = mountPart(AnswerList)
    await tab(wrapper, 2)
    expect(words(wrapper.find('[data-test=unscored] li').text())).toBe('地块S003 缺少：权属')
  })

  it('marks what must and what must not be chosen', async () => {
    const { land } = openLand()
    const wrapper = mountPart(AnswerList)
    land.include('S001+S002')
    await wrapper.vm.$nextTick()
    expect(wrapper.find('.tag').text()).toBe('必选')
    land.exclude('S001+S002')
    await wrapper.vm.$nextTick()
    expect(wrapper.find('.tag').text()).toBe('已排除')
  })

  it('tells that nothing meets the rules', () => {
    openLand((answer) => Object.assign(answer, { sites: [] }))
    expect(mountPart(AnswerList).text()).toContain('没有合格的地块')
  })

  it('chooses by click', async () => {
    openLand()
    const wrapper = mountPart(AnswerList)
    await wrapper.find('[data-row]').trigger('click')
    expect(wrapper.emitted('choose')).toEqual([['S001+S002']])
  })

  it('shows a skeleton, not an empty list, before the first answer', () => {
    const { land } = openLand()
    land.answer = null
    const wrapper = mountPart(AnswerList)
    expect([wrapper.find('.skeleton').exists(), wrapper.text().includes('没有合格')]).toEqual([true, false])
  })
})
