// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest'
import type { Choice } from '@/domain/land'
import CoverageCard from '@/views/land/CoverageCard.vue'
import { mountPart, openLand } from './open-land'

vi.mock('@/workers/client', () => ({ geodataWorker: {} }))

const open = (choice: Partial<Choice> = {}) => {
  const { land } = openLand((answer) => Object.assign(answer, { choice: { ...answer.choice, ...choice } }))
  return { land, wrapper: mountPart(CoverageCard) }
}
const see = (wrapper: ReturnType<typeof mountPart>, name: string) => wrapper.find(`[data-test=${name}]`).text()

describe('CoverageCard', () => {
  it('shows the coverage before and after, and the people gained', () => {
    const { wrapper } = open()
    expect([see(wrapper, 'share-before'), see(wrapper, 'share-after'), wrapper.find('.gained').text()]).toEqual(['25%', '65%', '+80 人'])
    expect(wrapper.find('.share-bar').attributes('aria-label')).toBe('现状覆盖 25%，选址后 65%')
  })

  it('names the residents of the programme beside all those around', () => {
    openLand((answer) => Object.assign(answer, { communities: [
      { ...answer.communities[0]!, people: 100, servedBeforePeople: 20, servedAfterPeople: 50 }, { ...answer.communities[0]!, communityId: 'C02', people: 60, servedBeforePeople: 20, servedAfterPeople: 38 },
    ] }))
    const wrapper = mountPart(CoverageCard)
    // 40 and 88 of 160.
    expect(see(wrapper, 'programme-shares')).toBe('其中改造小区 160 人：25% → 55%')
    expect(wrapper.find('.card-head').text()).toContain('60 岁以上 200 人（含周边）')
  })

  it('says nothing of a programme without residents', () => {
    openLand((answer) => Object.assign(answer, { communities: [] }))
    expect(mountPart(CoverageCard).find('[data-test=programme-shares]').exists()).toBe(false)
  })

  it('calls a choice best only when that is proven', () => {
    expect(see(open().wrapper, 'proof')).toBe('1 处选址为最优解（已证明，无更好组合）')
    expect(see(open({ isProven: false, gapShare: 0.0124 }).wrapper, 'proof')).toBe('1 处选址，未证明最优，与上限相差 1.2%')
  })

  it('shows the gap as it closes', async () => {
    const { land, wrapper } = open({ isProven: false, gapShare: 0.05 })
    land.isProving = true
    land.proof = { ...land.answer!.choice, gapShare: 0.008 }
    await wrapper.vm.$nextTick()
    expect(see(wrapper, 'proof')).toBe('1 处选址，正在证明，与上限相差 0.8%')
  })

  it('says why too little was chosen, and makes the smallest change at a click', async () => {
    const { land, wrapper } = open({
      problem: 'no-sites', siteIds: [], newlyCoveredPeople: 0,
      relaxations: [{ kind: 'radius', from: 500, to: 560, unit: 'm', newlyCoveredPeople: 120 }, { kind: 'minLandArea', from: 440, to: 350, unit: 'm2', newlyCoveredPeople: 60 }],
    })
    expect(see(wrapper, 'problem')).toContain('没有合格的地块')
    expect(wrapper.findAll('[data-test=relax]').map((button) => button.text())).toEqual(['距离改为 560 m，可多覆盖 120 人', '最小用地改为 350 ㎡，可多覆盖 60 人'])
    await wrapper.find('[data-test=relax]').trigger('click')
    expect(land.question.radiusM).toBe(560)
  })

  it('asks for the fewest sites only when a share is wanted', async () => {
    const { land, wrapper } = open({ fewestSites: { wantedShare: 0.8, siteCount: 4, isProven: true } })
    expect(see(wrapper, 'fewest')).toBe('覆盖 80% 最少要 4 处')
    await wrapper.find('[data-test=wanted]').setValue(true)
    expect(land.question.wantedShare).toBe(0.8)
    await wrapper.find('[data-test=wanted]').setValue(false)
    expect(land.question.wantedShare).toBeNull()
  })

  it('does not call a number fewest that is not proven, nor a wish possible that is not', () => {
    expect(see(open({ fewestSites: { wantedShare: 0.8, siteCount: 4, isProven: false } }).wrapper, 'fewest')).toBe('覆盖 80% 用 4 处可以做到，未证明最少')
    expect(see(open({ fewestSites: { wantedShare: 0.8, siteCount: null, isProven: true } }).wrapper, 'fewest')).toBe('全部候选都选上也达不到 80%')
  })

  it('shows no share of nobody', () => {
    openLand((answer) => Object.assign(answer, { before: { people: 0, coveredPeople: 0 }, after: { people: 0, coveredPeople: 0 } }))
    const wrapper = mountPart(CoverageCard)
    expect([see(wrapper, 'share-before'), see(wrapper, 'share-after')]).toEqual(['—', '—'])
  })
})
