// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest'
import StaleMark from '@/views/display/StaleMark.vue'
import { mountPanel, wordsOf } from './open-panels'

vi.mock('@/workers/client', () => ({ geodataWorker: {} }))

const at = (hours: number, minutes: number) => new Date(2024, 7, 26, hours, minutes).getTime()
const mark = (more: Record<string, unknown> = {}) => mountPanel(StaleMark, { level: 'fresh', nowEpochMs: at(15, 0), ...more })

describe('StaleMark', () => {
  it('says nothing while all is well', () => {
    expect(wordsOf(mark())).toBe('')
  })

  it('says since when a refresh fails, small', () => {
    const wrapper = mark({ level: 'stale', sinceEpochMs: at(14, 32), ageMs: 28 * 60_000 })
    expect(wordsOf(wrapper)).toBe('▲ 数据刷新失败，自 14:32 起未更新')
    expect(wrapper.find('[data-test=stale-large]').exists()).toBe(false)
  })

  it('is large past the limit, with a sign and words', () => {
    const wrapper = mark({ level: 'old', sinceEpochMs: at(10, 0), ageMs: 5 * 3_600_000 })
    expect(wordsOf(wrapper.find('[data-test=stale-large]'))).toBe('数据陈旧自 10:00 起未更新，已有 5 小时，以下为最后一次取得的数据')
    expect(wrapper.find('svg').exists()).toBe(true)
  })

  it('does not invent a time for a wall that never saw its server', () => {
    expect(wordsOf(mark({ level: 'stale' }))).toBe('▲ 数据刷新失败，本机尚未更新过')
  })

  it('says what stands in for what', () => {
    expect(mark({ isKept: true, isTourBuiltIn: true, map: 'recovering', isDataOld: true, dataDate: 19_000 }).findAll('[data-note]').map((note) => note.attributes('data-note')))
      .toEqual(['dataOld', 'kept', 'map', 'tour'])
    expect(wordsOf(mark({ map: 'flat' }))).toContain('已改用平面图，数字相同')
  })
})
