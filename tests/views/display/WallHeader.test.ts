// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest'
import type { Manifest } from '@/domain/manifest'
import WallFooter from '@/views/display/WallFooter.vue'
import WallHeader from '@/views/display/WallHeader.vue'
import WallOpening from '@/views/display/WallOpening.vue'
import { mountPanel, openPanels, wordsOf } from './open-panels'

vi.mock('@/workers/client', () => ({ geodataWorker: {} }))

const at = (hours: number, minutes: number, seconds = 0) => new Date(2024, 7, 26, hours, minutes, seconds).getTime()
const manifest = (provenance: 'synthetic' | 'official') => ({ provenance, files: [], attribution: '来源' }) as unknown as Manifest
const header = (more: Record<string, unknown> = {}) => mountPanel(WallHeader, { nowEpochMs: at(10, 24), ...more })

describe('WallHeader', () => {
  it('has title, clock, data date and the time of the last refresh', () => {
    openPanels()
    const wrapper = header({ checkedAtEpochMs: at(10, 23, 7), offlineCache: 'on' })
    expect(wrapper.find('h1').text()).toBe('方案')
    expect(wordsOf(wrapper.find('.clock'))).toBe('2024 年 8 月 26 日10:24')
    expect(wrapper.findAll('[data-test=freshness] span').map(wordsOf)).toEqual(['数据截止 1970-06-20', '最近刷新 10:23:07'])
  })

  it('says what is off', () => {
    openPanels()
    expect(wordsOf(header({ offlineCache: 'off', keeping: 'off' }).find('[data-test=freshness]'))).toBe('数据截止 1970-06-20尚未刷新离线缓存未开启数据未能留存本机')
  })

  it('marks sample data, and only them', () => {
    const { geodata } = openPanels()
    geodata.manifest = manifest('synthetic')
    expect(header().find('[data-test=synthetic]').text()).toBe('示意数据')
    geodata.manifest = manifest('official')
    expect(header().find('[data-test=synthetic]').exists()).toBe(false)
  })
})

describe('WallFooter', () => {
  it('says what the colours mean and where the map is from', () => {
    const { geodata } = openPanels({ plan: { mapApprovalNumber: '鲁S(2024)001号' } })
    geodata.manifest = manifest('official')
    expect(wordsOf(mountPanel(WallFooter, { colouring: 'progress' }))).toBe('颜色表示进度未动工完工来源 · 审图号：鲁S(2024)001号')
    expect(wordsOf(mountPanel(WallFooter, { colouring: 'class' }).find('[data-test=wall-legend]'))).toBe('颜色表示主类别基础类完善类提升类')
  })
})

describe('WallOpening', () => {
  it('says that data are being read, or why they cannot be', () => {
    openPanels()
    expect(wordsOf(mountPanel(WallOpening))).toBe('正在读取数据')
    expect(wordsOf(mountPanel(WallOpening, { failure: { code: 'timeout', file: 'plan.json' } }))).toBe('还没有可以显示的数据文件 plan.json 读取超时。网络太慢或中断，请重试。正在自动重试，无需操作。')
  })
})
