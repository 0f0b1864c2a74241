// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest'
import SiteCard from '@/views/land/SiteCard.vue'
import { mountPart, openLand } from './open-land'

vi.mock('@/workers/client', () => ({ geodataWorker: {} }))

const words = (text: string) => text.replace(/\s+/g, ' ').trim()
const open = (n: number, change?: Parameters<typeof openLand>[0]) => {
  const { land, answer } = openLand(change)
  return { land, wrapper: mountPart(SiteCard, { site: answer.sites[n] }) }
}
const facts = (wrapper: ReturnType<typeof mountPart>) =>
  Object.fromEntries(wrapper.findAll('[data-test=site-facts] > div').map((row) => [row.find('dt').text(), words(row.find('dd').text())]))

describe('SiteCard', () => {
  it('says what the site is and whom it reaches', () => {
    const { wrapper } = open(0)
    expect(wrapper.find('h2').text()).toBe('候选 1 · 地块S001')
    expect(wrapper.find('.summary').text()).toBe('2 宗零星地拼合、800 ㎡、步行 500 m 内 121 名老人')
  })

  it('keeps land and gaps apart', () => {
    expect(facts(open(0).wrapper)).toMatchObject({ 用地面积: '800 ㎡', '缝隙（不计入）': '100 ㎡', 最宽缝隙: '5.0 m', 权利人: '1', 与小区关系: '边角地', 可用年限: '不限或未知' })
  })

  it('does not take what is unknown for none', () => {
    expect(facts(open(1).wrapper)).toMatchObject({ 权利人: '待查', 平均步行: '—', 房屋面积: '250 ㎡' })
  })

  it('shows the points of each criterion with its value in its own unit', () => {
    const rows = open(0).wrapper.findAll('[data-test=contributions] li').map((row) => words(row.text()))
    expect(rows.slice(0, 3)).toEqual(['新增覆盖新增 0 人9', '就近程度平均 1.0 分钟9', '规模匹配可建为标准的 200%9'])
  })

  it('says what fits, what the catchment asks for, and how sure the rule is', () => {
    const fit = words(open(0).wrapper.find('[data-test=fit]').text())
    expect(fit).toContain('够建 350 ㎡ 的形式，余 290 ㎡ 假设测试用')
    expect(fit).toContain('覆盖 200 户，按每百户 20 ㎡ 应配 40 ㎡ · 还缺 40 ㎡ 假设')
  })

  it('says by how much a form is too large', () => {
    const { wrapper } = open(0, ({ sites }) => Object.assign(sites[0]!, { fits: [{ formId: 'elderlyCare-form', floorAreaM2: 170, neededFloorAreaM2: 350, spareFloorAreaM2: -179.2 }] }))
    expect(wrapper.find('[data-test=fit]').text()).toContain('建 350 ㎡ 的形式还差 180 ㎡')
  })

  it('names the facts that an unscored site lacks, and gives no score', () => {
    const { wrapper } = open(1)
    expect(wrapper.find('[data-test=missing-facts]').text()).toBe('未评分，缺少：权属')
    expect([wrapper.find('.score').exists(), wrapper.find('[data-test=contributions]').exists()]).toEqual([false, false])
  })

  it('includes, rules out and restores', async () => {
    const { land, wrapper } = open(0)
    await wrapper.find('[data-test=include]').trigger('click')
    expect(land.question.mustInclude).toEqual(['S001+S002'])
    expect(wrapper.find('[data-test=include]').text()).toBe('已加入方案')
    await wrapper.find('[data-test=exclude]').trigger('click')
    expect([land.question.mustInclude, land.question.mustExclude]).toEqual([[], ['S001+S002']])
    await wrapper.find('[data-test=exclude]').trigger('click')
    expect(land.question.mustExclude).toEqual([])
  })

  it('asks for its sheet', async () => {
    const { wrapper } = open(0)
    await wrapper.find('[data-test=print-site]').trigger('click')
    expect(wrapper.emitted('print')).toEqual([['S001+S002']])
  })

  it('tells how stable the first place is', () => {
    const { wrapper } = open(0, (answer) => Object.assign(answer, { weightRanges: [{ criterion: 'sun', weight: 20, from: 3.2, to: 61.9 }, { criterion: 'tenure', weight: 20, from: 10, to: Infinity }, { criterion: 'hazard', weight: 20, from: 0, to: Infinity }] }))
    expect(wrapper.findAll('[data-test=stability] li').map((row) => row.text())).toEqual(['日照的权重在 4 到 61 之间，第一名不变', '权属难易的权重不低于 10，第一名不变'])
    expect(wrapper.find('[data-test=stability]').text()).toContain('有 100% 的次数仍居前 3')
  })
})
