// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest'
import BehindPanel from '@/views/display/BehindPanel.vue'
import { done } from '../../fixtures/made-programme'
import { mountPanel, openPanels, wordsOf } from './open-panels'

vi.mock('@/workers/client', () => ({ geodataWorker: {} }))

describe('BehindPanel', () => {
  it('counts communities by lamp, each with a shape and a word', () => {
    openPanels()
    const wrapper = mountPanel(BehindPanel)
    expect(wrapper.findAll('.lamps li').map(wordsOf)).toEqual(['2按计划', '0预警', '1滞后'])
    expect(wrapper.findAll('.lamps svg').map((svg) => svg.element.firstElementChild!.tagName.toLowerCase())).toEqual(['circle', 'path', 'rect'])
  })

  it('says what holds up how many, and names nobody', () => {
    openPanels()
    const text = wordsOf(mountPanel(BehindPanel))
    expect(text).toContain('供水管网1 个小区')
    expect(['国槐里', '石榴里', '银杏里'].filter((name) => text.includes(name))).toEqual([])
  })

  it('says that nothing is behind', () => {
    openPanels({ reports: [done(165, 'C01', 'J02', 1), done(165, 'C01', 'W01', 1), done(165, 'C02', 'J02', 1), done(165, 'C03', 'J02', 1)], milestones: {} })
    expect(wordsOf(mountPanel(BehindPanel))).toContain('没有落后的环节。')
  })

  it('counts those that never reported apart', () => {
    openPanels({ reports: [done(165, 'C02', 'J02', 0.5)], milestones: {} })
    expect(mountPanel(BehindPanel).findAll('.lamps li').map(wordsOf)).toEqual(['1按计划', '0预警', '0滞后', '2未填报'])
  })

  it('tells the rule', () => {
    openPanels()
    expect(wordsOf(mountPanel(BehindPanel))).toContain('超过 5 个百分点为预警，超过 15 个百分点或节点逾期超过 10 天为滞后')
  })
})
