// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest'
import type { ProposedSite } from '@/domain/place'
import ClassesPanel from '@/views/display/ClassesPanel.vue'
import DistrictsPanel from '@/views/display/DistrictsPanel.vue'
import FinishedPanel from '@/views/display/FinishedPanel.vue'
import HeadlinePanel from '@/views/display/HeadlinePanel.vue'
import NewsPanel from '@/views/display/NewsPanel.vue'
import PlanPanel from '@/views/display/PlanPanel.vue'
import ReplayPanel from '@/views/display/ReplayPanel.vue'
import SitesPanel from '@/views/display/SitesPanel.vue'
import TotalsPanel from '@/views/display/TotalsPanel.vue'
import { makeScene, mountPanel, openPanels, wordsOf } from './open-panels'

vi.mock('@/workers/client', () => ({ geodataWorker: {} }))

describe('HeadlinePanel', () => {
  it('has the one number, its plan, and the days to the next milestone', () => {
    openPanels()
    const wrapper = mountPanel(HeadlinePanel)
    // (1 + 0.5 + 0) / 3 against 70 of 140 days.
    expect(wrapper.find('[data-test=wall-share]').text()).toBe('50%')
    expect(wordsOf(wrapper)).toContain('计划 50%')
    expect(wordsOf(wrapper.find('[data-test=countdown]'))).toBe('距M11 80 天')
  })

  it('says what is due today, and nothing after the last milestone', () => {
    openPanels({ dataDate: 250 })
    expect(wordsOf(mountPanel(HeadlinePanel).find('[data-test=countdown]'))).toBe('M11就在今天')
    openPanels({ dataDate: 261 })
    expect(mountPanel(HeadlinePanel).find('[data-test=countdown]').exists()).toBe(false)
  })
})

describe('TotalsPanel', () => {
  it('shows the four totals of the plan with their units', () => {
    openPanels()
    expect(mountPanel(TotalsPanel).findAll('.value').map(wordsOf)).toEqual(['4 个小区', '10 栋楼', '1,000 户', '10.00 万㎡'])
    expect(mountPanel(TotalsPanel).findAll('.note').map(wordsOf)).toEqual(['2 个街区', '已完工 1 栋', '受益居民约 0.3 万人', '改造建筑面积'])
  })

  it('does not call buildings that were not read unfinished', () => {
    const { geodata } = openPanels()
    geodata.values = {}
    expect(wordsOf(mountPanel(TotalsPanel))).toContain('楼栋数据未读取')
  })
})

describe('DistrictsPanel', () => {
  it('shows each district beside its plan and marks the one in focus', () => {
    openPanels()
    const rows = mountPanel(DistrictsPanel, { focusId: 'west' }).findAll('li')
    expect(rows.map(wordsOf)).toEqual(['东街75%已完工 1 / 2 个小区计划 50%', '西街0%已完工 0 / 1 个小区计划 50%'])
    expect(rows.map((row) => row.attributes('aria-current'))).toEqual([undefined, 'true'])
  })
})

describe('ClassesPanel', () => {
  it('shows the mean of each class, of a district if asked', () => {
    openPanels()
    const shares = (districtId: string | null) => mountPanel(ClassesPanel, { districtId }).findAll('b').map(wordsOf)
    expect([shares(null), shares('west')]).toEqual([['50%', '100%', '—'], ['0%', '—', '—']])
  })
})

describe('FinishedPanel', () => {
  it('names finished communities with day and class', () => {
    openPanels()
    expect(mountPanel(FinishedPanel).findAll('li').map(wordsOf)).toEqual(['国槐里6 月 10 日完善类'])
  })

  it('says that there is none yet', () => {
    openPanels()
    expect(wordsOf(mountPanel(FinishedPanel, { districtId: 'west' }))).toContain('西街还没有完工的小区。')
  })
})

describe('PlanPanel', () => {
  it('says the plan in one sentence and where it is', () => {
    openPanels()
    const wrapper = mountPanel(PlanPanel)
    expect(wordsOf(wrapper.find('.sentence'))).toBe('4 个小区、10 栋楼、1,000 户、10.00 万㎡，9 月 8 日前改造完成。')
    expect(wrapper.findAll('li').map((stop) => [stop.classes()[0], wordsOf(stop)])).toEqual([
      ['past', '4 月 1 日M093 / 3 个小区已完成'], ['next', '9 月 8 日M11下一个'], ['coming', '9 月 18 日竣工验收、物业接管'],
    ])
  })
})

describe('ReplayPanel', () => {
  it('shows the running day and what stood then', async () => {
    const { figures } = openPanels()
    const wrapper = mountPanel(ReplayPanel, { scene: makeScene({ kind: 'replay', fromDay: 90, day: 170 }) })
    figures.chooseDay(110)
    await wrapper.vm.$nextTick()
    expect(wrapper.find('.day').text()).toBe('4 月 21 日')
    expect((wrapper.find('.bar i').element as HTMLElement).style.width).toBe('25%')
    expect(wrapper.findAll('li').map(wordsOf)).toEqual(['已开工3 / 4', '已完工0 / 4', '楼栋完工0 / 10'])
  })
})

describe('SitesPanel', () => {
  const site = (id: string, more: Partial<ProposedSite>): ProposedSite => ({
    id, name: `拟建点 ${id}`, facility: 'elderlyCare', landAreaM2: 762, reachedPeople: null, newlyReachedPeople: null, spaceIds: [], provenance: 'synthetic',
    geometry: { type: 'Polygon', coordinates: [] }, ...more,
  })

  it('tells people only where there are enough of them', () => {
    const { geodata } = openPanels()
    geodata.values = { 'proposed-sites': [site('1', { newlyReachedPeople: 692, reachedPeople: 900 }), site('2', { reachedPeople: 120, landAreaM2: null }), site('3', {}), site('4', { newlyReachedPeople: 9 })] }
    expect(mountPanel(SitesPanel).findAll('li').map(wordsOf)).toEqual([
      '拟建点 1养老服务用地 762 ㎡新增覆盖约 692 人', '拟建点 2养老服务利用存量用房服务约 120 人', '拟建点 3养老服务用地 762 ㎡不足 10 人不显示', '拟建点 4养老服务用地 762 ㎡不足 10 人不显示',
    ])
  })

  it('says how many more there are', () => {
    const { geodata } = openPanels()
    geodata.values = { 'proposed-sites': ['1', '2', '3', '4', '5', '6', '7', '8'].map((id) => site(id, {})) }
    expect(wordsOf(mountPanel(SitesPanel).find('.more'))).toContain('另有 2 处')
  })
})

describe('NewsPanel', () => {
  it('says who is newly finished', () => {
    openPanels()
    const news = { finishedIds: ['C01', 'C02'], acceptedIds: ['C03'], startedIds: [], from: 160, to: 170 }
    const wrapper = mountPanel(NewsPanel, { scene: makeScene({ kind: 'news', news }) })
    expect(wrapper.findAll('h3').map(wordsOf)).toEqual(['2 个小区新完工', '1 个小区通过验收'])
    expect(wrapper.findAll('li').map(wordsOf)).toEqual(['国槐里', '石榴里', '银杏里'])
  })
})
